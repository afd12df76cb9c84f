"""The very first request to a fresh server leads anywhere, even past the first screen."""

from pathlib import Path

import pytest

from tests.browser.person import Someone
from tests.server import running_app
from tests.words import NOTHING_OPEN

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", ["governance", "results", "playbook"])
def test_a_deep_link_first_shows_the_frame_and_a_plain_sentence(
    someone: Someone, tmp_path: Path, address: str
) -> None:
    with running_app(tmp_path) as server:
        person = someone(url=server.url)
        person.goes(address)
        person.sees(person.link("Plumbline"), person.heading(NOTHING_OPEN))
        person.sees_text("If you started one elsewhere")
        assert person.text("Traceback").count() == 0
        person.follows("Go to the home page")
        person.sees(person.button("Start the assessment"))
        assert "Traceback" not in server.log
        person.context.close()
