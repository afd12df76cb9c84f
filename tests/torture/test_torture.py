"""The short form of `make torture`: a few of each kind, on both databases where they can differ."""

from pathlib import Path

from services.core.installation import Installation
from tests.server import Server
from tests.torture import files, kills, races, soak, strangers
from tests.torture.tally import Tally


def assert_kept(tally: Tally, at_least: int) -> None:
    assert not tally.faults, f"{tally}\n" + "\n".join(tally.faults[:10])
    assert tally.done >= at_least


def test_what_was_confirmed_survives_a_kill(database_url: str) -> None:
    assert_kept(kills.kill_writers(database_url, 6), 6)


def test_answers_submitting_and_closing_race_without_loss(database_url: str) -> None:
    assert_kept(races.race(database_url, 30), 30)


def test_two_tabs_overwrite_nothing_unseen(database_url: str) -> None:
    assert_kept(races.interleave_tabs(database_url, 20), 20)


def test_damaged_files_are_refused_whole(sqlite_url: str) -> None:
    assert_kept(files.mutate_imports(sqlite_url, 60), 60)


def test_an_assessment_survives_the_way_out_and_in(database_url: str) -> None:
    assert_kept(files.round_trips(database_url, 15), 15)


def test_a_stranger_gets_nothing_of_others(server: Server, installation: Installation) -> None:
    assert_kept(strangers.visit_as_stranger(server, installation), 50)


def test_a_server_in_use_stays_as_it_is(tmp_path: Path) -> None:
    assert_kept(soak.soak(tmp_path, 15), 20)
