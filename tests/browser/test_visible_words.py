"""What counts as visible on a page: not what is folded, hidden, said to screen readers alone or held by fields."""

from contextlib import closing

from playwright.sync_api import Browser

from tools.words import count, visible_text

PAGE = """
<main><h1>Five words are seen <b>here</b></h1>
<details><summary>More</summary><p>folded folded</p></details>
<details open><summary>Less</summary><p>unfolded</p></details>
<p style="display: none">hidden</p><p style="visibility: hidden">hidden</p>
<span style="position: absolute; width: 1px; height: 1px; overflow: hidden">for screen readers</span>
<label>Name <input value="typed typed"><textarea>typed</textarea></label>
<svg><title>drawing</title><text x="5" y="15">label</text></svg>
<p>Acme Tools has begun</p></main><footer>elsewhere</footer>
"""


def test_a_reader_counts_what_can_be_seen_without_a_tap(chrome: Browser) -> None:
    with closing(chrome.new_page()) as page:
        page.set_content(PAGE)
        seen = visible_text(page, "main")
    assert seen.split() == [
        "Five",
        "words",
        "are",
        "seen",
        "here",
        "More",
        "Less",
        "unfolded",
        "Name",
        "label",
        "Acme",
        "Tools",
        "has",
        "begun",
    ]
    assert count(seen, ["Acme Tools"]) == 12
