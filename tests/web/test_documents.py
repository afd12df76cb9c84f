"""Documents go to the browser they belong to, and to no other."""

import json
import secrets
from datetime import date

import httpx
import pytest

from assessment.errors import TooManyTries
from services.assessments.example import open_example
from services.core.identity import DEVICE_COOKIE, Owned
from services.core.installation import Installation
from services.core.rate_limits import DOCUMENTS
from services.reports.documents import Document
from tests.device_cookies import token_in
from tests.server import Server
from web.document_cache import DocumentCache
from web.documents import attachment

TODAY = date(2026, 11, 22)


@pytest.fixture
def owner(visitor: httpx.Client) -> str:
    """The token of the browser at hand."""
    return token_in(visitor.get("/").cookies[DEVICE_COOKIE])


@pytest.fixture
def example(installation: Installation, owner: str) -> Owned:
    """A finished assessment of that browser."""
    return open_example(installation, owner, TODAY)


def test_the_owner_gets_the_playbook(visitor: httpx.Client, example: Owned) -> None:
    answer = visitor.get(f"/report/{example.assessment_id}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    assert answer.content.startswith(b"%PDF-")


def test_the_playbook_follows_the_choices_and_is_the_same_twice(
    visitor: httpx.Client, example: Owned
) -> None:
    path = f"/report/{example.assessment_id}"
    full = visitor.get(path, params={"length": "full", "paper": "letter", "appendix": "1"})
    again = visitor.get(path, params={"length": "full", "paper": "letter", "appendix": "1"})
    board = visitor.get(path, params={"length": "board", "paper": "letter", "appendix": "1"})
    assert full.status_code == board.status_code == 200
    assert full.content == again.content
    assert len(full.content) > len(board.content)


def test_the_owner_gets_the_interchange_file(visitor: httpx.Client, example: Owned) -> None:
    answer = visitor.get(f"/export/{example.assessment_id}")
    if answer.status_code == 422:
        assert "in confidence" in answer.text, "an example of several people is kept back in words"
    else:
        assert answer.headers["content-type"] == "application/json"
        assert json.loads(answer.content)


def test_the_owner_gets_the_reviews_for_a_calendar(visitor: httpx.Client, example: Owned) -> None:
    answer = visitor.get(f"/calendar/{example.assessment_id}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.headers["cache-control"] == "no-store"
    assert ".ics" in answer.headers["content-disposition"]
    assert answer.content.startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize("kind", ["report", "export", "calendar"])
def test_unknown_malformed_and_forbidden_look_alike(
    visitor: httpx.Client, installation: Installation, example: Owned, kind: str
) -> None:
    other = open_example(installation, secrets.token_urlsafe(24), TODAY).assessment_id
    paths = [other, "a" * 22, "not an id", "x" * 300, "%3Cscript%3E", "a/b/c", ""]
    answers = [visitor.get(f"/{kind}/{path}") for path in paths]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1
    assert "This page is not available in this browser" in answers[0].text


def test_a_browser_without_a_cookie_is_nobody(server: object, visitor: httpx.Client, example: Owned) -> None:
    visitor.cookies.clear()
    assert visitor.get(f"/report/{example.assessment_id}").status_code == 404


@pytest.mark.parametrize("query", ["length=long", "paper=A4", "appendix=yes", "length=", "paper=../etc"])
def test_a_choice_that_does_not_exist_is_not_found(visitor: httpx.Client, example: Owned, query: str) -> None:
    assert visitor.get(f"/report/{example.assessment_id}?{query}").status_code == 404


def test_documents_are_only_read(visitor: httpx.Client) -> None:
    assert visitor.post("/report/anything").status_code == 405
    assert visitor.delete("/export/anything").status_code == 405


def test_too_many_requests_are_told_to_wait(visitor: httpx.Client, owner: str) -> None:
    codes = [visitor.get("/report/unknown").status_code for _ in range(80)]
    assert codes[0] == 404
    assert codes[-1] == 429
    assert visitor.get("/report/unknown").headers["retry-after"] == "60"


def test_one_browser_does_not_use_up_the_pace_of_another(inst: Installation) -> None:
    for _document in range(DOCUMENTS.amount):
        inst.limits.check_document("one")
    with pytest.raises(TooManyTries, match="many documents"):
        inst.limits.check_document("one")
    inst.limits.check_document("another")


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Northgate 2026.pdf", "Northgate-2026.pdf"),
        ("Zoë & Söhne – plan.pdf", "Zoe-Sohne-plan.pdf"),
        ("株式会社.pdf", "plumbline.pdf"),
        ('a"; filename="b.exe\r\nX: y.pdf', "a-filename-b.exe-X-y.pdf"),
        ("../../etc/passwd", "etc-passwd"),
        ("", "plumbline"),
    ],
)
def test_a_file_name_is_safe_for_every_system(name: str, plain: str) -> None:
    header = attachment(name)
    assert f'filename="{plain}"' in header
    assert header.isascii()
    assert header.isprintable()


def test_a_long_file_name_keeps_its_ending() -> None:
    assert attachment("x" * 500 + ".pdf").endswith("x.pdf")
    assert len(attachment("x" * 500 + ".pdf")) < 300


def sized(size: int) -> Document:
    return Document("a.pdf", "application/pdf", b"x" * size)


def test_a_document_on_the_shelf_is_not_made_again() -> None:
    made: list[str] = []

    def make() -> Document:
        made.append("once")
        return sized(10)

    shelf = DocumentCache(space=100)
    assert shelf.get_or_make("a", make) is shelf.get_or_make("a", make)
    assert made == ["once"]


def test_a_full_shelf_gives_up_what_was_unused_longest() -> None:
    shelf = DocumentCache(space=25)
    first, second = shelf.get_or_make("a", lambda: sized(10)), shelf.get_or_make("b", lambda: sized(10))
    assert shelf.get_or_make("a", lambda: sized(1)) is first
    shelf.get_or_make("c", lambda: sized(10))
    assert shelf.get_or_make("a", lambda: sized(1)) is first
    assert shelf.get_or_make("b", lambda: sized(10)) is not second


def test_a_document_larger_than_the_shelf_is_handed_out_all_the_same() -> None:
    assert len(DocumentCache(space=5).get_or_make("a", lambda: sized(10)).content) == 10


def test_the_preview_is_a_picture_for_the_same_browser_alone(
    visitor: httpx.Client, example: Owned, server: Server
) -> None:
    answer = visitor.get(f"/preview/{example.assessment_id}", params={"length": "board"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    with httpx.Client(base_url=server.url, timeout=60) as stranger:
        assert stranger.get(f"/preview/{example.assessment_id}").status_code == 404
    assert visitor.get(f"/preview/{example.assessment_id}", params={"length": "x"}).status_code == 404
