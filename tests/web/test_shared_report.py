"""A report behind a read-only link, for a browser that is nobody here."""

from datetime import UTC, datetime

import httpx
import pytest

from services.assessments.example import open_example
from services.core import identity
from services.core.installation import Installation
from services.reports import sharing
from web.log import redact


@pytest.fixture
def link(installation: Installation) -> str:
    today = datetime.now(UTC).astimezone().date()
    return sharing.share(installation, open_example(installation, identity.new_token(), today), today)


def test_it_is_shown_in_any_browser_and_kept_out_of_search_engines(visitor: httpx.Client, link: str) -> None:
    answer = visitor.get(f"/shared/{link}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert "content-disposition" not in answer.headers
    assert answer.headers["x-robots-tag"].startswith("noindex")
    assert answer.headers["cache-control"] == "no-store"
    assert "Northgate Tools Ltd" in answer.text
    assert link not in answer.text


@pytest.mark.parametrize("wrong", ["x", "0" * 48, "a/b"])
def test_any_other_link_is_the_ordinary_page_for_unknown_addresses(visitor: httpx.Client, wrong: str) -> None:
    answer = visitor.get(f"/shared/{wrong}")
    assert answer.status_code == 404
    assert "Northgate" not in answer.text


def test_it_gives_no_other_right(visitor: httpx.Client, installation: Installation, link: str) -> None:
    assert visitor.get(f"/shared/{link}").status_code == 200
    assert visitor.post(f"/shared/{link}").status_code in (403, 404, 405)
    assert identity.list_owned(installation, visitor.cookies.get(identity.DEVICE_COOKIE, "")) == ()


def test_nothing_of_the_link_is_logged(link: str) -> None:
    assert link not in redact(f"GET /shared/{link} 200")
