"""Settings mean what they say: names, folders, and what is left empty."""

import pytest

from assessment.errors import RefusedInput
from services.core.host_names import host_name
from services.core.settings import Settings, load_settings


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("plumbline.example.org", "plumbline.example.org"),
        (" Plumbline.Example.org. ", "plumbline.example.org"),
        ("https://plumbline.example.org", "plumbline.example.org"),
        ("https://plumbline.example.org:8443/", "plumbline.example.org"),
        ("plumbline.example.org:8501", "plumbline.example.org"),
        ("plumbline.example.org/", "plumbline.example.org"),
        ("//plumbline.example.org/a?b#c", "plumbline.example.org"),
        ("http://me@plumbline.example.org", "plumbline.example.org"),
        ("192.0.2.7:80", "192.0.2.7"),
        ("::1", "::1"),
        ("[::1]", "::1"),
        ("http://[2001:DB8:0::1]:8501/", "2001:db8::1"),
        ("büro.example", "xn--bro-hoa.example"),
        ("*", "*"),
        ("*.example.org", "*.example.org"),
    ],
)
def test_of_an_address_its_host_name_counts(typed: str, name: str) -> None:
    assert host_name(typed) == name


@pytest.mark.parametrize(
    "typed", ["https://", ":8501", "a b", "http:plumbline", "a..*", "::1::2", "-", "a;b"]
)
def test_what_names_no_host_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a host name"):
        host_name(typed)


def test_host_names_are_separated_by_commas_and_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_HOSTS", "https://a.example, A.example:443,,b.example/ ")
    assert load_settings().hosts == ["a.example", "b.example"]
    monkeypatch.setenv("PLUMBLINE_HOSTS", " , ")
    with pytest.raises(RefusedInput, match=r"PLUMBLINE_HOSTS cannot be used: .*at least one host name"):
        load_settings()


def test_a_setting_left_empty_is_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VAR", "HOSTS", "HTTPS", "KEEP_MONTHS", "INIT", "LANGUAGE"):
        monkeypatch.setenv(f"PLUMBLINE_{name}", "")
    found, default = load_settings(), Settings.model_construct()
    assert (found.hosts, found.https, found.language) == (default.hosts, default.https, default.language)
    assert (found.var, found.keep_months) == (default.var, default.keep_months)


@pytest.mark.parametrize("months", ["0", "-3", "121", "two years"])
def test_a_time_to_keep_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, months: str) -> None:
    monkeypatch.setenv("PLUMBLINE_KEEP_MONTHS", months)
    with pytest.raises(RefusedInput, match="PLUMBLINE_KEEP_MONTHS"):
        load_settings()
