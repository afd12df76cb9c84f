"""`make workshop`: which address phones are led to, and what is said where there is none."""

import os
import subprocess
import sys

import pytest

from services.core.settings import Settings
from tests.paths import ROOT
from tools import workshop


@pytest.mark.parametrize("named", ["127.0.0.1", "::1", "::", "no address"])
def test_an_address_no_phone_reaches_is_none(named: str) -> None:
    assert workshop.local_address({"PLUMBLINE_ADDRESS": named}) is None


def test_a_named_address_is_taken() -> None:
    assert workshop.local_address({"PLUMBLINE_ADDRESS": "192.0.2.7"}) == "192.0.2.7"


def test_the_address_is_let_in_and_join_codes_lead_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in workshop.settings("192.0.2.7", 8501, {}).items():
        monkeypatch.setenv(name, value)
    settings = Settings()
    assert settings.base_url == "http://192.0.2.7:8501"
    assert settings.hosts == ["localhost", "127.0.0.1", "::1", "192.0.2.7"]


def test_what_the_operator_has_set_stays() -> None:
    given = {"PLUMBLINE_HOSTS": "plumbline.lan", "PLUMBLINE_BASE_URL": "https://plumbline.lan"}
    made = workshop.settings("2001:db8::7", 8501, given)
    assert made == {
        "PLUMBLINE_HOSTS": "plumbline.lan,2001:db8::7",
        "PLUMBLINE_BASE_URL": "https://plumbline.lan",
    }
    assert workshop.settings("2001:db8::7", 80, {})["PLUMBLINE_BASE_URL"] == "http://[2001:db8::7]:80"


def test_the_server_listens_there_and_nowhere_else() -> None:
    assert "--server.address=192.0.2.7" in workshop.command("192.0.2.7", 8501)


def test_without_a_network_nothing_is_started_and_advice_is_given() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.workshop"],
        cwd=ROOT,
        env={**os.environ, "PLUMBLINE_ADDRESS": "127.0.0.1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "hotspot" in done.stderr
    assert "Traceback" not in done.stderr
