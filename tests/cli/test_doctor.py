"""`doctor`: says what is wrong, and changes nothing."""

from pathlib import Path

import pytest

from tests.cli.commands import Outcome, Run
from tests.paths import TOY

EVERYWHERE = "0.0.0.0"  # noqa: S104 - a setting that is looked at, not bound


def problems(done: Outcome) -> list[str]:
    return [finding["text"] for finding in done.json["findings"] if finding["state"] == "problem"]


def notes(done: Outcome) -> str:
    return " ".join(finding["text"] for finding in done.json["findings"] if finding["state"] == "note")


def test_a_fresh_installation_is_fine_and_stays_untouched(run: Run, var: Path) -> None:
    done = run("doctor", "--json")
    assert done.code == 0
    assert "start this installation with" in notes(done)
    assert not var.exists()
    assert {"python", "sqlite", "streamlit", "sqlalchemy", "reportlab"} <= set(done.json["versions"])


def test_a_database_in_order_is_named_with_its_revision(run: Run, imported: str) -> None:
    done = run("doctor")
    assert done.code == 0
    for expected in ("SQLite", "reachable", "none pending", "no damage", "No setting weakens security."):
        assert expected in done.out


def test_a_database_that_is_gone_from_a_started_installation_is_a_problem(
    run: Run, var: Path, imported: str
) -> None:
    for file in var.glob("plumbline.db*"):
        file.unlink()
    done = run("doctor", "--json")
    assert done.code == 1
    assert "The database is missing" in problems(done)[0]
    assert not (var / "plumbline.db").exists()


def test_a_database_without_its_marker_is_worth_a_note(run: Run, var: Path, imported: str) -> None:
    (var / "installation.json").unlink()
    done = run("doctor", "--json")
    assert (done.code, problems(done)) == (0, [])
    assert "that a database was created" in notes(done)


def test_a_start_that_would_begin_again_is_worth_a_note(
    run: Run, imported: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLUMBLINE_INIT", "if-empty")
    done = run("doctor", "--json")
    assert (done.code, problems(done)) == (0, [])
    assert "a lost database would be replaced" in notes(done)


def test_sqlites_race_is_said_where_it_is_not_mended(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for version, said in (((3, 40, 1), True), ((3, 51, 3), False)):
        monkeypatch.setattr("sqlite3.sqlite_version_info", version)
        assert ("fixed in 3.51.3" in notes(run("doctor", "--json"))) == said


def test_files_that_others_may_open_are_a_problem(run: Run, var: Path, imported: str) -> None:
    (var / "secret").chmod(0o640)
    (var / "plumbline.db").chmod(0o644)
    done = run("doctor", "--json")
    assert done.code == 1
    assert [text.rpartition(" ")[2] for text in problems(done)] == [
        str(var / "secret"),
        str(var / "plumbline.db"),
    ]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"PLUMBLINE_HOSTS": "*"}, "any name"),
        ({"PLUMBLINE_HOSTS": "localhost,check.example.org"}, "unencrypted"),
        ({"PLUMBLINE_SECRET": "hunter2"}, "could be guessed"),
        ({"STREAMLIT_SERVER_ADDRESS": EVERYWHERE}, "listens on the network"),
        ({"STREAMLIT_CLIENT_SHOW_ERROR_DETAILS": "full"}, "internal details"),
        ({"STREAMLIT_SERVER_ENABLE_XSRF_PROTECTION": "false"}, "in a visitor’s name"),
        ({"STREAMLIT_SERVER_ENABLE_CORS": "false"}, "what the app answers"),
        ({"PLUMBLINE_DATABASE_URL": "mysql://somewhere/else"}, "database address"),
        ({"STREAMLIT_SERVER_BASE_URL_PATH": "plumb"}, "cannot run under a path"),
        ({"PLUMBLINE_LANGUAGE": "xx"}, "not available in the language"),
        ({"PLUMBLINE_BASE_URL": "https://check.example.org"}, "which PLUMBLINE_HOSTS does not list"),
        (
            {"PLUMBLINE_REDIS_URL": "redis://:hunter2@127.0.0.1:1/0"},
            "Redis at PLUMBLINE_REDIS_URL does not answer",
        ),
    ],
)
def test_a_setting_that_weakens_or_does_not_work_is_a_problem(
    run: Run, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], said: str
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    done = run("doctor", "--json")
    assert done.code == 1
    assert len(problems(done)) == 1
    assert said in problems(done)[0]
    assert "hunter2" not in done.out


def test_a_key_file_that_holds_no_key_is_a_problem(run: Run, var: Path, imported: str) -> None:
    (var / "secret").write_bytes(b"")
    done = run("doctor", "--json")
    assert done.code == 1
    assert str(var / "secret") in problems(done)[0]
    assert "is empty" in problems(done)[0]


def test_listening_beyond_this_machine_behind_https_is_worth_a_note(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLUMBLINE_HOSTS", "check.example.org")
    monkeypatch.setenv("PLUMBLINE_HTTPS", "true")
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", EVERYWHERE)
    done = run("doctor", "--json")
    assert (done.code, problems(done)) == (0, [])
    assert "Allow only the HTTPS proxy" in notes(done)


def test_join_codes_that_lead_to_no_phone_are_worth_a_note(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_BASE_URL", "http://localhost:8501")
    done = run("doctor", "--json")
    assert (done.code, problems(done)) == (0, [])
    assert "phones cannot reach" in notes(done)


def test_the_limit_of_open_files_is_named_with_what_follows_from_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "RLIMIT_NOFILE" in run("doctor").out
    monkeypatch.setattr("services.operations.reachability.available_descriptors", lambda: 512)
    said = notes(run("doctor", "--json"))
    assert "may open 512 files and sockets (RLIMIT_NOFILE): 51 connections" in said
    assert "19 from one network; 347 are kept free. Raise the limit" in said


def test_names_typed_as_addresses_are_named_as_they_are_read(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLUMBLINE_HOSTS", "LocalHost, http://localhost:8501/, [::1]")
    done = run("doctor", "--json")
    assert (done.code, problems(done)) == (0, [])
    assert "“http://localhost:8501/” is read as “localhost”" in notes(done)
    assert "Available as localhost, ::1;" in run("doctor").out


def test_faults_of_the_instrument_are_counted(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PLUMBLINE_INSTRUMENT", str(tmp_path))
    assert "instrument check" in problems(run("doctor", "--json"))[0]
    monkeypatch.setenv("PLUMBLINE_INSTRUMENT", str(TOY))
    assert run("doctor").code == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [("PLUMBLINE_HTTPS", "perhaps"), ("PLUMBLINE_HOSTS", "a b"), ("PLUMBLINE_INIT", "always")],
)
def test_a_setting_that_cannot_be_read_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    done, as_json = run("doctor"), run("doctor", "--json")
    assert (done.code, as_json.code) == (1, 1)
    assert name in done.err
    assert name in problems(as_json)[0]
