"""Errors are small pages in our words; what they quote is text and never markup."""

import pytest

from assessment.errors import Frozen, NotFound, PlumblineError, RefusedInput, StorageUnavailable, TooManyTries
from web.problems import Busy, page_for, problem


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFound("secret detail"), 404),
        (TooManyTries("Wait a minute."), 429),
        (Busy("In a moment."), 503),
        (StorageUnavailable("The database is locked."), 503),
        (Frozen("It is submitted."), 409),
        (RefusedInput("It stays here."), 422),
        (PlumblineError("Something."), 500),
    ],
)
def test_each_of_our_errors_has_its_page(error: PlumblineError, status: int) -> None:
    page = page_for(error)
    body = bytes(page.body).decode()
    assert page.status_code == status
    assert (str(error) in body) is (status != 404)
    assert '<a href="/">' in body


def test_what_is_quoted_is_escaped() -> None:
    body = bytes(problem(422, "<b>Title</b>", "<script>alert(1)</script> & more").body).decode()
    assert "<script>" not in body
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in body
    assert "&lt;b&gt;Title&lt;/b&gt;" in body
