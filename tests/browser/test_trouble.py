"""When the database cannot be used: a plain sentence, no “Saved”, and nothing that was stored is lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from services.core.installation import Installation, open_installation
from services.core.settings import Settings
from tests.browser.person import Person, Someone
from tests.browser.prepared import Prepared, half_way, prepare
from tests.server import Server, running_app

pytestmark = pytest.mark.browser


@pytest.fixture
def shaky(tmp_path: Path) -> Iterator[Server]:
    """A server of its own, whose database may be meddled with."""
    with running_app(tmp_path) as server:
        yield server


@pytest.fixture
def beside(shaky: Server) -> Iterator[Installation]:
    opened: Installation = open_installation(Settings(var=shaky.folder / "var"))
    yield opened
    opened.database.close()


@pytest.fixture
def prepared(beside: Installation) -> Prepared:
    return prepare(beside, half_way, name="Trouble Ltd")


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Another program holds the database and lets nobody write."""
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def shows_a_sentence_and_no_saved(person: Person, sentence: str) -> None:
    person.sees(person.page.get_by_role("alert").filter(has_text=sentence))
    expect(person.text("Saved", exact=True)).to_be_hidden()
    expect(person.given()).to_be_hidden()
    assert person.text("Traceback").count() == 0
    assert person.text("sqlite").count() == 0


def test_a_locked_database_refuses_an_answer_with_a_sentence_and_takes_it_later(
    shaky: Server, beside: Installation, prepared: Prepared, someone: Someone
) -> None:
    person = someone(url=shaky.url, token=prepared.token, inst=beside)
    person.goes("ownership")
    first = person.asked[10]
    person.sees_question(first)
    with locked(shaky.folder / "var" / "plumbline.db"):
        person.taps(person.card(first, 4))
        shows_a_sentence_and_no_saved(person, "Not saved.")
    person.answers(first, 4)
    expect(person.page.get_by_role("alert")).to_be_hidden()
