"""Where people join: which address is shown, and whether phones could reach it."""

import pytest
from pydantic import ValidationError

from assessment.errors import RefusedInput
from services.core.addresses import is_loopback, join_address, shown_address
from services.core.settings import Settings, load_settings

HERE = "http://192.0.2.7:8501/console"


def test_without_a_base_url_the_address_the_page_was_opened_at_counts() -> None:
    assert join_address(Settings(), HERE, "K7QM3P") == "http://192.0.2.7:8501/join/K7QM3P"
    assert shown_address(Settings(), HERE) == "192.0.2.7:8501/join"


def test_the_operators_base_url_comes_first() -> None:
    settings = Settings(base_url="https://Plumbline.example.org/")
    assert join_address(settings, HERE, "K7QM3P") == "https://plumbline.example.org/join/K7QM3P"
    assert shown_address(settings, HERE) == "plumbline.example.org/join"


@pytest.mark.parametrize("opened_at", ["", "about:blank", "javascript:alert(1)", "file:///etc"])
def test_an_address_that_is_none_falls_back_to_a_host_name_of_the_installation(opened_at: str) -> None:
    settings = Settings(hosts="plumbline.lan,localhost")  # type: ignore[arg-type]
    assert join_address(settings, opened_at, "K7QM3P") == "http://plumbline.lan/join/K7QM3P"


def test_a_name_and_password_in_the_opened_address_are_not_passed_on() -> None:
    assert shown_address(Settings(), "http://ann:secret@192.0.2.7/wall") == "192.0.2.7/join"


@pytest.mark.parametrize(
    "address",
    ["localhost", "http://localhost:8501/join", "127.0.0.1:8501", "127.9.8.7", "[::1]:8501", "0.0.0.0:80",
     "http://[::ffff:127.0.0.1]/", "app.localhost", "localhost.", ""],
)  # fmt: skip
def test_phones_cannot_reach_the_machines_own_name(address: str) -> None:
    assert is_loopback(address)


@pytest.mark.parametrize(
    "address", ["192.168.1.7", "plumbline.example.org/join", "http://[2001:db8::7]:8501"]
)
def test_phones_can_reach_an_address_of_the_network(address: str) -> None:
    assert not is_loopback(address)


@pytest.mark.parametrize(
    "value",
    ["plumbline.example.org", "ftp://a.example", "https://a.example/plumbline", "https://ann:pw@a.example",
     "https://a.example?x=1", "https://a.example#x", "https://", "http://a b.example", "http://a:99999",
     "http://a.example\\b", "http://ä.example"],
)  # fmt: skip
def test_a_base_url_that_is_no_plain_address_is_refused(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValidationError):
        Settings(base_url=value)
    monkeypatch.setenv("PLUMBLINE_BASE_URL", value)
    with pytest.raises(RefusedInput, match="PLUMBLINE_BASE_URL"):
        load_settings()
