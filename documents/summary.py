"""The result on one page as Markdown, for mail, wikis and chats.

Texts that people typed are escaped, so that none of them becomes markup (CommonMark 0.31, 2.4).
"""

import re
from collections.abc import Iterator

from documents.document_format import DocumentFormat, DocumentOrder, file_stem
from documents.manifest import RESULT
from language.dates import long_date
from language.translation import _, lazy
from report.model.report import Report
from report.text import wording
from report.text.alignment.sentences import headline_sentence
from report.text.narrative import sentence
from report.text.plan import path
from report.text.playbook.board.decisions import effort_words, when_words

MARKUP = re.compile(r"[\\`*_\[\]<>#|~&]|^(?:[-+]|\d+[.)])")


def escaped(text: str) -> str:
    """The text on one line as Markdown shows it, every sign of markup escaped.

    >>> print(escaped("# A & B <b> [x](y)"))
    \\# A \\& B \\<b\\> \\[x\\](y)
    """
    return MARKUP.sub(lambda sign: f"{sign[0][:-1]}\\{sign[0][-1]}", " ".join(text.split()))


def summary(report: Report) -> str:
    """Level, what sets it, where leaders differ, the next moves and who does them; ends in a line break."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    basis, headline = report.basis, report.headline
    yield _("# {organisation}: AI readiness, {day}").format(
        organisation=escaped(basis.organisation.name), day=long_date(basis.as_of)
    )
    yield ""
    yield f"**{escaped(headline.level)}**"
    yield ""
    alignment = headline_sentence(report.alignment) if report.alignment else ""
    for said in (headline.backing, headline.holding, headline.gap, headline.sides, alignment):
        if said:
            yield f"- {escaped(said)}"
    if report.disclosure.team:
        yield from _sections(report)
        yield from _moves(report)
    yield ""
    yield escaped(f"{wording.who_answered(basis)} {wording.how_much_answered(basis)}")


def _sections(report: Report) -> Iterator[str]:
    yield ""
    yield f"| {_('Section')} | {_('Level')} |"
    yield "| --- | --- |"
    for section in report.sections:
        level = section.result.level
        name = f"{level} {report.instrument.level_name(level)}" if level is not None else _("no level")
        yield f"| {escaped(section.pillar.title)} | {escaped(name)} |"


def _moves(report: Report) -> Iterator[str]:
    if not report.decisions_asked:
        return
    yield ""
    yield f"## {path.decisions_title(report)}"
    yield ""
    for number, one in enumerate(report.decisions_asked, 1):
        effort = escaped(", ".join(filter(None, (sentence(effort_words(one)), when_words(one)))))
        yield f"{number}. {escaped(one.card.move.title)} ({escaped(one.owner)}). {effort}."


def _name(order: DocumentOrder) -> str:
    named = _("{organisation} AI readiness summary {day}")
    return named.format(organisation=file_stem(order.report.title), day=order.today)


SUMMARY = DocumentFormat(
    code="summary",
    ending=".md",
    media_type="text/markdown; charset=utf-8",
    name=_name,
    render=lambda order: summary(order.report).encode(),
    prints=RESULT,
    link=lazy("Download the summary (Markdown)"),
    about=lazy("The result on one page, to paste into an e-mail or a wiki."),
)
