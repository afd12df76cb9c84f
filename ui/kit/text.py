"""Text on screens: the only place that passes text to Streamlit as Markdown or HTML.

Everything shown is escaped here, once per target, so that a company called `**<b>Ltd` is shown literally.
Screens call these functions and never `st.markdown`, `st.html`, `st.title` and the like (checked by
tests/architecture/test_raw_text.py); labels of widgets that are not constant pass through `label()`.

    title(text, lead=…, above=…)         the one h1 of a page
    heading(text, anchor), subheading(…) h2, h3
    prose(paragraph, …), lead(text)      reading text
    text(text), muted(text)              one line; quiet line
    facts([(name, value), …])            name and value pairs
    listing([…], ordered=…)              a list
    table(columns, rows, caption=…)      a table with tabular figures
    folds([(summary, paragraphs), …])    folded away, opened by the reader
    notice(text, …), problem(text, …)    quiet banner; something went wrong (read out at once)
    status(text)                         a line that is read out when it changes ("Saved")
    link(screen, text), button(text, …)  to another screen; a button with escaped label
"""

import html
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from language.translation import language_in_use
from ui import navigation

Callback = Callable[..., None]
ButtonType = Literal["primary", "secondary", "tertiary"]
CONTENT = "content"
"""Id of the h1: where the skip link leads."""

_INLINE = re.compile(r"([\\`*_~\[\]<>$&|]|:(?=[\w/]))")
_OPENING = re.compile(r"^([#+=-]|\d+(?=[.)]))")
_SHORTCODE = re.compile(r":(?=[\w+\-/]+:)")
_SYMBOL = re.compile(r"(?<=[<>~=-])(?=[<>=-])")
_ADDRESS = re.compile(r"(?i)(https?(?=:)|www(?=\.)|@)")
_ARRIVAL = Path(__file__).with_name("arrival.html").read_text(encoding="utf-8")
_JOINER = "\u2060"
"""Word joiner: breaks up sequences that Streamlit would replace after parsing Markdown."""
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Bidirectional control characters, which would reverse the text that follows."""


def label(text: str) -> str:
    """The text as one line of Streamlit Markdown that shows exactly this text.

    What Markdown would read is escaped, and nothing more, because some widgets repeat their label to
    screen readers as it was handed in; shortcodes (`:heart:`), arrows (`->`) and addresses, which Streamlit
    replaces in the finished text, are broken up by an invisible character.
    """
    line = " ".join(_TURNING.sub("", text).split())
    line = _ADDRESS.sub(rf"\1{_JOINER}", line)
    line = _SHORTCODE.sub(f":{_JOINER}", line)
    line = _SYMBOL.sub(_JOINER, line)
    line = _INLINE.sub(r"\\\1", line)
    return _OPENING.sub(_JOINER + r"\1", line)


def escaped(text: str) -> str:
    """The text escaped for HTML; line breaks stay, bidirectional control characters are removed."""
    return html.escape(_TURNING.sub("", text).strip()).replace("\n", "<br>")


def title(text: str, *, lead: str = "", above: str = "") -> None:
    """The h1 of the page; `above` is a line above it, `lead` an introduction below."""
    parts = [f'<p class="pl-above">{escaped(above)}</p>' if above else ""]
    parts.append(f'<h1 class="pl-h1" id="{CONTENT}" tabindex="-1">{escaped(text)}</h1>')
    parts.append(f'<p class="pl-lead">{escaped(lead)}</p>' if lead else "")
    _show("".join(parts))


def heading(text: str, anchor: str = "") -> None:
    """A heading of the page; `anchor` lets a link lead there."""
    place = f' id="{escaped(anchor)}" tabindex="-1"' if anchor else ""
    _show(f'<h2 class="pl-h2"{place}>{escaped(text)}</h2>')


def subheading(text: str) -> None:
    _show(f'<h3 class="pl-h3">{escaped(text)}</h3>')


def lead(text: str) -> None:
    """A paragraph one size larger than reading text."""
    _show(f'<p class="pl-lead">{escaped(text)}</p>')


def prose(*paragraphs: str) -> None:
    """Reading text in paragraphs of at most 68 characters a line."""
    _show("".join(f'<p class="pl-p">{escaped(paragraph)}</p>' for paragraph in paragraphs))


def text(line: str, *, strong: bool = False) -> None:
    """One line of text."""
    _show(f'<p class="pl-p{" pl-strong" if strong else ""}">{escaped(line)}</p>')


def muted(line: str) -> None:
    """A quiet line: context, limits, what is optional."""
    _show(f'<p class="pl-p pl-muted">{escaped(line)}</p>')


def facts(pairs: Iterable[tuple[str, str]]) -> None:
    """Name and value pairs, as a definition list."""
    rows = "".join(f"<div><dt>{escaped(name)}</dt><dd>{escaped(value)}</dd></div>" for name, value in pairs)
    _show(f'<dl class="pl-facts">{rows}</dl>')


def listing(items: Iterable[str], *, ordered: bool = False) -> None:
    tag = "ol" if ordered else "ul"
    points = "".join(f"<li>{escaped(item)}</li>" for item in items)
    _show(f'<{tag} class="pl-list">{points}</{tag}>')


def table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str = "", numeric: Iterable[int] = ()
) -> None:
    """A table; the first column heads its row, the columns in `numeric` stand right-aligned.

    `caption` is shown above it. On a phone the table scrolls inside itself.
    """
    right = dict.fromkeys(numeric, ' class="pl-num"')
    head = "".join(
        f'<th scope="col"{right.get(number, "")}>{escaped(name)}</th>' for number, name in enumerate(columns)
    )
    body = "".join(f"<tr>{_cells(row, right)}</tr>" for row in rows)
    above = f"<caption>{escaped(caption)}</caption>" if caption else ""
    _show(
        f'<div class="pl-scroll" tabindex="0" role="group" aria-label="{escaped(caption or columns[0])}">'
        f'<table class="pl-table">{above}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _cells(row: Sequence[str], right: dict[int, str]) -> str:
    first, *others = row
    cells = "".join(
        f"<td{right.get(number, '')}>{escaped(cell)}</td>" for number, cell in enumerate(others, start=1)
    )
    return f'<th scope="row"{right.get(0, "")}>{escaped(first)}</th>{cells}'


def folds(entries: Iterable[tuple[str, Sequence[str]]]) -> None:
    """Texts folded away: each with its summary line and its paragraphs."""
    _show(
        "".join(
            f'<details class="pl-fold"><summary>{escaped(summary)}</summary>'
            + "".join(f'<p class="pl-p">{escaped(paragraph)}</p>' for paragraph in paragraphs)
            + "</details>"
            for summary, paragraphs in entries
        )
    )


def notice(line: str, *, strong: str = "") -> None:
    """A quiet banner; `strong` stands before the line."""
    first = f"<strong>{escaped(strong)}</strong> " if strong else ""
    _show(f'<p class="pl-notice">{first}{escaped(line)}</p>')


def problem(line: str, *, strong: str = "") -> None:
    """Something that could not be done: what happened, that nothing was lost, what to do."""
    first = f"<strong>{escaped(strong)}</strong> " if strong else ""
    _show(f'<p class="pl-problem" role="alert">{first}{escaped(line)}</p>')


def status(line: str) -> None:
    """A line that screen readers read out when it changes; may be empty."""
    _show(f'<p class="pl-status" role="status">{escaped(line) or "&nbsp;"}</p>')


def code(secret: str) -> None:
    """A code to be written down, in large characters that cannot be mixed up."""
    _show(f'<p class="pl-code" translate="no">{escaped(secret)}</p>')


def skip_link(words: str) -> None:
    """Skip link for keyboards, from the header to the content."""
    _show(f'<a class="pl-skip" href="#{CONTENT}">{escaped(words)}</a>')


def organisation_name(organisation: str) -> None:
    """The organisation, in the header."""
    _show(f'<p class="pl-whose">{escaped(organisation)}</p>')


def link(screen: str, words: str, *, query: dict[str, str] | None = None) -> None:
    """A link to another of our screens (see `ui.navigation`)."""
    st.page_link(navigation.page(screen), label=label(words), query_params=query)


def button(
    words: str,
    key: str,
    *,
    kind: ButtonType = "secondary",
    on_click: Callback | None = None,
    args: tuple[Any, ...] = (),
    disabled: bool = False,
    shortcut: str | None = None,
) -> bool:
    """A button whose words are shown as they are; True in the run after it was pressed."""
    return st.button(
        label(words),
        key=key,
        type=kind,
        on_click=on_click,
        args=args,
        disabled=disabled,
        shortcut=shortcut,
        wrap=True,
    )


def keys_hint(words: str) -> None:
    """Which keys work here; not shown where there is no keyboard."""
    _show(f'<p class="pl-p pl-muted pl-keys">{escaped(words)}</p>')


def current_entry(words: str) -> None:
    """The current entry of a table of contents."""
    _show(f'<h2 class="pl-here">{escaped(words)}</h2>')


def scroll_to_top(place: str) -> None:
    """Scrolls to the top, focuses the heading and says the page's language when `place` has changed.

    Streamlit keeps the scroll position of the previous question. The script is constant and allowed by its hash in
    the Content-Security-Policy (app.py).
    """
    mark = f'<i hidden data-place="{escaped(place)}" lang="{escaped(language_in_use())}"></i>'
    st.html(mark + _ARRIVAL, unsafe_allow_javascript=True)


def _show(markup: str) -> None:
    st.html(markup)


def same(here: object, stored: object) -> bool:
    """Does a field show what is stored? Spaces and empty lines may be typed there that are not."""
    if isinstance(here, str) and isinstance(stored, str):
        return here.split() == stored.split()
    return here == stored
