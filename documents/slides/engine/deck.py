"""A deck of slides: each with its layout, fitted texts, native tables and charts, and what to say in the notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Inches, Pt

from documents.pdf.engine.images import read_logo
from documents.pdf.engine.scripts.directions import runs_right_to_left, with_order_marks
from documents.pdf.engine.text import plain
from documents.slides.engine import master
from documents.slides.engine.fitting import Fitted, fit, height_of, shortened
from documents.slides.engine.master import LAYOUTS, NAMESPACES, LayoutName, Place
from documents.undated import undated
from language.dates import long_date
from language.translation import _, ngettext
from report.model.report import Report
from report.text.narrative import count

Named = tuple[str, str]
"""A name and its text."""
UNMOVED = (master.TOPIC, master.TITLE, master.NOTE, master.FOOT, master.NUMBER)
LONELY = re.compile(r" (\S{1,2})$")
"""A last word so short that it should not be alone on a line."""
FOOT_NAME = 4.0
"""Inches for the organisation's name at the foot."""
LOGO = (2.2, 0.5)
"""Width and height at most, in inches."""


@dataclass
class SlidePage:
    """One slide. Texts are fitted when they are written; what is shortened is said in full in the notes."""

    slide: Slide
    layout: LayoutName
    language: str
    day: date
    say: list[str] = field(default_factory=list)
    """What to say, a paragraph each."""
    notes: list[str] = field(default_factory=list)
    """The line below a chart or table: how to read it, and how much was left out."""
    left_out: int = 0
    """How many rows or marks the slide has no room for."""
    raised: float = 0.0
    """How far everything below the title is moved up, in inches."""

    def place(self, idx: int) -> Place:
        """Where a placeholder is; what is below a short title moves up, and has that much more room."""
        found = next(place for place in LAYOUTS[self.layout] if place.idx == idx)
        if not self.raised or idx in UNMOVED:
            return found
        return replace(
            found, y=found.y - self.raised, height=found.height + (self.raised if found.grows else 0)
        )

    def head(self, topic: str, title: str, lead: str) -> None:
        """The head of the slide."""
        self.write(master.TOPIC, topic)
        place, fitted = self.place(master.TITLE), self.write(master.TITLE, title)
        used = height_of(fitted.texts, fitted.size, 72 * place.width, bold=True) / 72
        self.raised = max(0.0, place.height - used)
        holder = self.holder(master.TITLE)
        holder.left, holder.top = Inches(place.x), Inches(place.y)
        holder.width, holder.height = Inches(place.width), Inches(used)
        if lead:
            self.write(master.LEAD, lead)
        elif self.layout in ("Finding", "Chart"):
            self.raised += self.place(master.LEAD).height

    def write(self, idx: int, texts: str | Sequence[str | Named]) -> Fitted:
        """Texts as paragraphs in a placeholder, each with its name in bold before it where it has one."""
        place = self.place(idx)
        listed = [texts] if isinstance(texts, str) else list(texts)
        names = [plain(one[0]) if not isinstance(one, str) else "" for one in listed]
        given = [plain(one if isinstance(one, str) else _named(*one)) for one in listed]
        fitted = fit(
            given, largest=place.size, smallest=place.smallest, width=place.width, height=place.height,
            bold=place.bold,
        )  # fmt: skip
        if fitted.cut or fitted.left:
            self.say += given[len(fitted.texts) - int(fitted.cut) :]
        kept = [*fitted.texts, *([and_more(fitted.left)] if fitted.left else [])]
        frame, size = self.holder(idx).text_frame, fitted.size if fitted.size < place.size else None
        for number, (name, text) in enumerate(zip([*names[: len(fitted.texts)], ""], kept, strict=False)):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            if name:
                self.add_run(paragraph, text[: len(name) + 1], size=size, bold=True, whole=text)
            self.add_run(paragraph, text[len(name) + 1 if name else 0 :], size=size, whole=text)
        return fitted

    def add_run(
        self,
        paragraph: Any,
        text: str,
        *,
        size: float | None = None,
        bold: bool | None = None,
        whole: str = "",
    ) -> Any:
        """A run of text in the language of the report, and in the direction of the `whole` paragraph."""
        run = paragraph.add_run()
        run.text = with_order_marks(text)
        if runs_right_to_left(whole or text):
            paragraph._p.get_or_add_pPr().set("rtl", "1")  # noqa: SLF001 - python-pptx knows no directions
        if size is not None:
            run.font.size = Pt(size)
        if bold is not None:
            run.font.bold = bold
        run._r.get_or_add_rPr().set("lang", self.language)  # noqa: SLF001 - python-pptx knows no tags of languages
        return run

    def holder(self, idx: int) -> Any:
        """The empty placeholder of a place, moved up where the title is short."""
        found = next(one for one in self.slide.placeholders if one.placeholder_format.idx == idx)
        if self.raised and idx not in UNMOVED:
            place = self.place(idx)
            found.left, found.top = Inches(place.x), Inches(place.y)
            found.width, found.height = Inches(place.width), Inches(place.height)
        return found

    def frame(self, idx: int, name: str, alternative: str, made: Any) -> Any:
        """Puts a chart or table, just made, in the place of a placeholder, with what it says for those who do not see it."""
        holder = self.holder(idx)._element  # noqa: SLF001 - python-pptx places charts in placeholders of charts only
        element = made._element  # noqa: SLF001
        kept = parse_xml(f'<p:ph {NAMESPACES} idx="{idx}"/>')
        element.find(".//{*}nvPr").append(kept)
        described = element.find(".//{*}cNvPr")
        described.set("name", name)
        described.set("descr", alternative)
        holder.addprevious(element)
        holder.getparent().remove(holder)
        return made

    def picture(self, data: bytes, alternative: str) -> None:
        """A picture at the upper right, no larger than a logo may be; nothing where it cannot be read."""
        logo = read_logo(data)
        if logo is None:
            return
        stored = BytesIO()
        logo.picture.save(stored, "PNG")
        scale = min(LOGO[0] / logo.picture.width, LOGO[1] / logo.picture.height)
        wide, high = logo.picture.width * scale, logo.picture.height * scale
        left = master.WIDE - master.MARGIN - wide
        shape = self.slide.shapes.add_picture(stored, Inches(left), Inches(0.2), Inches(wide), Inches(high))
        shape._element.find(".//{*}cNvPr").set("descr", alternative)  # noqa: SLF001

    def finish(self, foot: str, number: int) -> None:
        """Note, footer, number and what to say; empty placeholders are taken out."""
        more = [and_more(self.left_out)] if self.left_out else []
        self.write(master.NOTE, " ".join([*more, *self.notes]))
        for empty in list(self.slide.placeholders):
            if empty.has_text_frame and not empty.text_frame.text:
                empty._element.getparent().remove(empty._element)  # noqa: SLF001
        tree = self.slide.shapes._spTree  # noqa: SLF001
        tree.append(parse_xml(_foot_xml(self.place(master.FOOT), 900, "")))
        self.add_run(self.slide.shapes[-1].text_frame.paragraphs[0], foot)
        tree.append(parse_xml(_foot_xml(self.place(master.NUMBER), 901, str(number))))
        spoken = self.slide.notes_slide.notes_text_frame
        if spoken is not None:
            said = [plain(text) for text in self.say if text.strip()]
            spoken.text = "\n".join(dict.fromkeys(said))


class Deck:
    """The slides of one report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.slides = master.new_slides()
        self.pages: list[SlidePage] = []
        language = report.instrument.language
        self.language = "en-GB" if language == "en" else language

    def page(
        self, layout: LayoutName, topic: str, title: str, lead: str = "", say: Sequence[str] = ()
    ) -> SlidePage:
        """A new slide with its head. `say` are the notes; title and lead are said first."""
        made = self.slides.slides.add_slide(self.slides.slide_layouts.get_by_name(layout))
        page = SlidePage(
            made, layout, self.language, self.report.basis.as_of, say=[title, *([lead] if lead else []), *say]
        )
        page.head(topic, LONELY.sub("\N{NO-BREAK SPACE}\\1", title.rstrip(".")), lead)
        self.pages.append(page)
        return page

    def save(self) -> bytes:
        """The file. The same report gives the same bytes."""
        for number, page in enumerate(self.pages, 1):
            page.finish(self._foot(), number)
        self._describe()
        out = BytesIO()
        self.slides.save(out)
        return undated(out.getvalue())

    def short_title(self, inches: float, size: float) -> str:
        """The organisation's name in so much room; the notes of the first slide have all of it."""
        return shortened(plain(self.report.title), 1, size, 72 * inches)

    def _foot(self) -> str:
        place = LAYOUTS["Title"][-2]
        parts = [
            self.short_title(FOOT_NAME, place.size),
            long_date(self.report.basis.as_of),
            plain(self.report.confidentiality),
        ]
        return shortened(" · ".join(filter(None, parts)), 1, place.size, 66 * place.width)

    def _describe(self) -> None:
        day, about = self.report.basis.as_of, self.slides.core_properties
        about.title = _("AI readiness: {organisation}").format(organisation=plain(self.report.title))
        about.author = about.last_modified_by = "Plumbline"
        about.language = self.language
        about.created = about.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
        about.revision = 1


def _named(name: str, text: str) -> str:
    return f"{name}: {text}"


def and_more(left: int) -> str:
    """What is said of lines that a slide has no room for."""
    text = ngettext("… and {n} more in the playbook.", "… and {n} more in the playbook.", left)
    return text.format(n=count(left))


def _foot_xml(place: Place, number: int, text: str) -> str:
    """Footer and number, which python-pptx does not take over from a layout."""
    field_ = (
        f'<a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum"><a:rPr lang="en-GB"/><a:t>{text}</a:t></a:fld>'
        if text
        else ""
    )
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{number}" name="{place.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="{place.kind}" idx="{place.idx}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{field_}</a:p></p:txBody></p:sp>"
    )
