"""HTML fragments of escaped text, shown as one Streamlit element.

    show(block(paragraphs("…"), fold("How this was made", table([...], [...])), under="pl-block"))

Each function escapes its texts and returns `HtmlFragment`; only fragments can be nested, so nothing
unescaped can slip in. One element for a whole block keeps long screens fast, and folds open in the
browser without a rerun.
"""

from collections.abc import Iterable, Sequence

import streamlit as st

from language.translation import _
from ui.kit.text import escaped

_NOW = ' class="pl-now" aria-current="step"'
STACKED_FROM = 24
"""From this length on, an entry of a table is a text that needs the width of a phone for itself."""


class HtmlFragment(str):
    """HTML whose texts are escaped already; made only in this module."""

    __slots__ = ()


def show(*pieces: HtmlFragment, under: str = "") -> None:
    """Shows the pieces as one element, if there are any; `under` is its CSS class."""
    if any(pieces):
        st.html(block(*pieces, under=under) if under else "".join(pieces))


def block(*pieces: HtmlFragment, under: str, tag: str = "div") -> HtmlFragment:
    """Pieces inside one element with a class."""
    return HtmlFragment(f'<{tag} class="{under}">{"".join(pieces)}</{tag}>')


SPACE = HtmlFragment(" ")
"""Between two texts of an element: `escaped` takes off what is at their ends."""


def element(tag: str, *inside: str, under: str = "", **attributes: str) -> HtmlFragment:
    """Any element: texts inside are escaped, pieces stay; `aria_hidden="true"` becomes `aria-hidden`."""
    named = ({"class": under} if under else {}) | attributes
    given = "".join(f' {name.replace("_", "-")}="{escaped(value)}"' for name, value in named.items())
    texts = "".join(part if isinstance(part, HtmlFragment) else escaped(part) for part in inside)
    return HtmlFragment(f"<{tag}{given}>{texts}</{tag}>")


def picture(address: str, words: str, *, under: str, loading: str = "eager") -> HtmlFragment:
    """An image from our own server with its alternative text; `lazy` ones are fetched when they come into view."""
    return HtmlFragment(
        f'<img class="{under}" src="{escaped(address)}" alt="{escaped(words)}" loading="{loading}">'
    )


def paragraph(text: str, *, kind: str = "") -> HtmlFragment:
    """A paragraph; `kind` is muted, strong or lead."""
    return HtmlFragment(f'<p class="pl-p{f" pl-{kind}" if kind else ""}">{escaped(text)}</p>')


def paragraphs(*texts: str) -> HtmlFragment:
    return HtmlFragment("".join(paragraph(text) for text in texts if text))


def labelled(pairs: Iterable[tuple[str, str]]) -> HtmlFragment:
    """A definition list of labels and sentences."""
    rows = "".join(
        f"<div><dt>{escaped(name)}</dt><dd>{escaped(text)}</dd></div>" for name, text in pairs if text
    )
    return HtmlFragment(f'<dl class="pl-facts">{rows}</dl>')


def heading(text: str, level: int, anchor: str = "") -> HtmlFragment:
    """A heading of level 1 to 4; `anchor` lets a link lead there."""
    place = f' id="{escaped(anchor)}" tabindex="-1"' if anchor else ""
    return HtmlFragment(f'<h{level} class="pl-h{min(level, 3)}"{place}>{escaped(text)}</h{level}>')


def listing(items: Iterable[str], *, ordered: bool = False) -> HtmlFragment:
    tag = "ol" if ordered else "ul"
    return HtmlFragment(f'<{tag} class="pl-list">{"".join(f"<li>{escaped(i)}</li>" for i in items)}</{tag}>')


def finding_list(sentences: Iterable[str]) -> HtmlFragment:
    """A list of findings, one sentence each; empty if there are none."""
    lines = "".join(f"<li>{escaped(sentence)}</li>" for sentence in sentences)
    return HtmlFragment(f'<ul class="pl-found">{lines}</ul>' if lines else "")


def points(items: Iterable[HtmlFragment], *, under: str) -> HtmlFragment:
    """A numbered list whose entries are pieces."""
    return HtmlFragment(f'<ol class="{under}">{"".join(f"<li>{item}</li>" for item in items)}</ol>')


def evidence_line(name: str, evidence: str, address: str | None) -> HtmlFragment:
    """What could be shown, kept apart from its neighbours whichever way it is written; a link where it is an address."""
    shown = HtmlFragment(f"<bdi>{escaped(evidence)}</bdi>")
    if address is not None:
        shown = element("a", shown, href=address, target="_blank", rel="noopener noreferrer nofollow")
    return element("p", name, HtmlFragment(" "), shown, under="pl-p pl-muted")


def fold(summary: str, *pieces: HtmlFragment, aside: str = "", kind: str = "") -> HtmlFragment:
    """A collapsed block with a summary line; `aside` is muted text at the end of the line."""
    quiet = f'<span class="pl-aside">{escaped(aside)}</span>' if aside else ""
    return HtmlFragment(
        f'<details class="pl-fold{f" pl-fold-{kind}" if kind else ""}"><summary><span>{escaped(summary)}</span>'
        f'{quiet}</summary><div class="pl-folded">{"".join(pieces)}</div></details>'
    )


def timeline(blocks: Iterable[tuple[str, int]]) -> HtmlFragment:
    """A meeting as a row of blocks with widths proportional to their minutes."""
    items = "".join(
        f'<li style="--m:{minutes:d}"><strong>{minutes:d}</strong><span>{escaped(words)}</span></li>'
        for words, minutes in blocks
    )
    return HtmlFragment(
        f'<ol class="pl-timeline" aria-label="{escaped(_("The meeting in minutes"))}">{items}</ol>'
    )


def pairs(entries: Iterable[tuple[str, str]], *, under: str, now: int | None = None) -> HtmlFragment:
    """A list whose lines have two parts; `now` is the position of the current one."""
    items = "".join(
        f"<li{_NOW if number == now else ''}><span>{escaped(first)}</span><span>{escaped(second)}</span></li>"
        for number, (first, second) in enumerate(entries)
    )
    return HtmlFragment(f'<ol class="{under}">{items}</ol>')


def page_link(text: str, address: str) -> HtmlFragment:
    """A link to a server-rendered page, such as the one where people join."""
    return HtmlFragment(f'<a class="pl-way" href="{escaped(address)}">{escaped(text)}</a>')


def anchor(text: str, target: str) -> HtmlFragment:
    """A link to a heading on the same screen."""
    return HtmlFragment(f'<a class="pl-jump" href="#{escaped(target)}">{escaped(text)}</a>')


def table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str = "", numeric: Iterable[int] = ()
) -> HtmlFragment:
    """A table; the first column is the row header, the columns in `numeric` are right-aligned.

    On a phone a table of short entries scrolls sideways; with long texts each row becomes a block.
    """
    right, lines = set(numeric), [tuple(row) for row in rows]
    stacked = len(columns) > 2 and any(len(cell) > STACKED_FROM for row in lines for cell in row[1:])
    head = "".join(_cell("th", name, n in right, ' scope="col"') for n, name in enumerate(columns))
    body = "".join(f"<tr>{_cells(row, columns, right, stacked)}</tr>" for row in lines)
    above = f"<caption>{escaped(caption)}</caption>" if caption else ""
    return HtmlFragment(
        f'<div class="pl-scroll" tabindex="0" role="group" aria-label="{escaped(caption or columns[0])}">'
        f'<table class="pl-table{" pl-stack" if stacked else ""}">{above}<thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _cells(row: Sequence[str], columns: Sequence[str], right: set[int], stacked: bool) -> str:  # noqa: FBT001 - one caller, above
    """The cells of a row; in a table that may be stacked each knows the name of its column."""
    first, *others = row
    named = [f' data-name="{escaped(name)}"' if stacked else "" for name in columns]
    return _cell("th", first, 0 in right, ' scope="row"') + "".join(
        _cell("td", cell, n in right, named[n]) for n, cell in enumerate(others, 1)
    )


def heat(
    caption: str, columns: Sequence[str], rows: Iterable[tuple[str, Sequence[tuple[str, float]]]]
) -> HtmlFragment:
    """A heat map; each cell is a text and an opacity of 0..1."""
    head = "".join(f'<th scope="col">{escaped(name)}</th>' for name in columns)
    body = "".join(
        f'<tr><th scope="row">{escaped(name)}</th>'
        + "".join(f'<td style="--s:{strength:.2f}">{escaped(text)}</td>' for text, strength in cells)
        + "</tr>"
        for name, cells in rows
    )
    return HtmlFragment(
        f'<table class="pl-heat"><caption>{escaped(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def scale(level: int | None, names: Sequence[str]) -> HtmlFragment:
    """A level as a strip of five steps; decorative, the text beside it says the same."""
    steps = "".join(
        f'<li class="{_step(k, level)}" style="--n:{k}">{k}<span> {escaped(name)}</span></li>'
        for k, name in enumerate(names, 1)
    )
    return HtmlFragment(f'<ol class="pl-scale" aria-hidden="true">{steps}</ol>')


def _step(step: int, level: int | None) -> str:
    reached = level is not None and step <= level
    return f"pl-step{' pl-step-reached' if reached else ''}{' pl-step-now' if step == level else ''}"


def download(text: str, address: str, *, quiet: bool = False) -> HtmlFragment:
    """A download link; styled as the primary action unless `quiet`."""
    kind = "pl-download pl-quiet" if quiet else "pl-download"
    return HtmlFragment(f'<a class="{kind}" href="{escaped(address)}">{escaped(text)}</a>')


def _cell(tag: str, text: str, numeric: bool, scope: str) -> str:  # noqa: FBT001 - one caller, above
    kind = ' class="pl-num"' if numeric else ""
    return f"<{tag}{scope}{kind}>{escaped(text)}</{tag}>"
