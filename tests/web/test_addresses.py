"""An address nobody has gets our page and status, at any depth; screens and files are left alone."""

import httpx
import pytest


@pytest.mark.parametrize(
    "path",
    ["/nonsense", "/results/deep", "/a/b/c", "/results.html", "/.env", "/strategy/STR-1", "/_stcore/metrics"],
)
def test_an_unknown_address_is_answered_in_our_words(visitor: httpx.Client, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 404
    assert "There is nothing here for this browser" in answer.text
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize("path", ["/", "/results", "/results?x=1", "/strategy", "/owner"])
def test_a_screen_is_still_the_app(visitor: httpx.Client, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 200
    assert '<div id="root">' in answer.text


def test_a_screen_with_a_stroke_behind_it_leads_to_the_screen(visitor: httpx.Client) -> None:
    answer = visitor.get("/results/")
    assert (answer.status_code, answer.headers["location"]) == (301, "/results")
