"""Commands that write one document of an assessment in a file; the same input gives the same bytes.

What a command needs is imported when it runs, so that the others start quickly.
"""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from language.translation import _, speaking
from services.core.settings import settings_in_use
from services.operations.printing import PLAIN

File = Annotated[Path, typer.Argument(metavar="FILE", help="An assessment in the interchange format.")]
Output = Annotated[Path, typer.Option("-o", "--output", help="Where to write; replaces an existing file.")]
Day = Annotated[
    datetime | None,
    typer.Option(
        "--date", formats=["%Y-%m-%d"], help="Date of the document; by default the file’s last change."
    ),
]
Seed = Annotated[int | None, typer.Option(min=0, help="Seed of the plausible range.")]
Paper = Annotated[Literal["a4", "letter"], typer.Option(help="Size of the paper.")]
Appendix = Annotated[
    bool, typer.Option("--appendix", help="Add the annex and all answers, if they may be shown.")
]
TABLES = {"results": "results-table", "answers": "answers-table", "register": "register"}
PARTS = {"risk": "risk-statement", "charter": "charter", "uses": "rules-of-use"}

documents = typer.Typer(**PLAIN)


@documents.command()
def playbook(
    file: File,
    output: Output,
    seed: Seed = None,
    day: Day = None,
    length: Annotated[Literal["board", "full"], typer.Option(help="Two board pages, or all.")] = "full",
    paper: Paper = "a4",
    appendix: Appendix = False,
) -> None:
    """Write the playbook as a PDF; the same file gives the same bytes."""
    options = {"length": length, "paper": paper, "appendix": "1" if appendix else "0"}
    _write("report", file, output, day, seed, **options)


@documents.command()
def board(file: File, output: Output, seed: Seed = None, day: Day = None, paper: Paper = "a4") -> None:
    """Write the two board pages as a PDF."""
    playbook(file, output, seed, day, "board", paper, appendix=False)


@documents.command()
def annex(
    file: File,
    output: Output,
    seed: Seed = None,
    day: Day = None,
    paper: Paper = "a4",
    appendix: Appendix = False,
) -> None:
    """Write the annex of the playbook as a PDF: every chapter in detail."""
    options = {"length": "annex", "paper": paper, "appendix": "1" if appendix else "0"}
    _write("report", file, output, day, seed, **options)


@documents.command()
def slides(file: File, output: Output, seed: Seed = None, day: Day = None) -> None:
    """Write the slides as a PowerPoint file."""
    _write("slides", file, output, day, seed)


@documents.command()
def workbook(file: File, output: Output, seed: Seed = None, day: Day = None) -> None:
    """Write the workbook as an Excel file."""
    _write("workbook", file, output, day, seed)


@documents.command("html")
def html_(file: File, output: Output, day: Day = None, appendix: Appendix = False) -> None:
    """Write the playbook as one web page."""
    _write("html", file, output, day, appendix="1" if appendix else "0")


@documents.command()
def summary(file: File, output: Output, day: Day = None) -> None:
    """Write the summary as Markdown."""
    _write("summary", file, output, day)


@documents.command("csv")
def csv_(
    file: File,
    output: Output,
    table: Annotated[
        Literal["results", "answers", "register"], typer.Option(help="Which table.")
    ] = "results",
    day: Day = None,
) -> None:
    """Write a table as CSV: results, answers if they may be shown, or the register of AI use cases."""
    _write(TABLES[table], file, output, day)


@documents.command()
def word(
    file: File,
    output: Output,
    part: Annotated[Literal["risk", "charter", "uses"], typer.Option(help="Which part.")] = "risk",
    day: Day = None,
) -> None:
    """Write the risk statement, the charter or the rules for AI use cases as a Word file."""
    _write(PARTS[part], file, output, day)


@documents.command()
def kit(
    file: File,
    output: Output,
    day: Day = None,
    questions: Annotated[
        Literal["ten", "prepared"], typer.Option(help="The key questions, or all of them.")
    ] = "ten",
    paper: Paper = "a4",
) -> None:
    """Write the paper for a workshop: agenda, voting sheet, question cards and cards of the first moves."""
    _write("kit", file, output, day, questions=questions, paper=paper)


@documents.command()
def review(file: File, output: Output, day: Day = None, paper: Paper = "a4") -> None:
    """Write the sheet for the review, with the commitments and measures filled in."""
    _write("review", file, output, day, paper=paper)


def _write(
    code: str, file: Path, output: Path, day: datetime | None, seed: int | None = None, **options: str
) -> None:
    """Renders the document type on the report of the file. Raises RefusedInput where there is no such document."""
    from assessment.errors import RefusedInput  # noqa: PLC0415
    from documents.document_format import DocumentOrder  # noqa: PLC0415
    from documents.formats import FORMATS  # noqa: PLC0415
    from report.build.value import SEED  # noqa: PLC0415
    from services.operations.output_files import same_file, write_atomically  # noqa: PLC0415
    from services.operations.single_file import report_for_file  # noqa: PLC0415

    if same_file(file, output):
        raise typer.BadParameter(_("the document would replace the assessment itself"), param_hint="-o")
    chosen, kind = settings_in_use(), FORMATS[code]
    report = report_for_file(chosen, file, day.date() if day else None, SEED if seed is None else seed)
    with speaking(report.instrument.language):
        if reason := kind.refusal(report):
            raise RefusedInput(reason)
        order = DocumentOrder(code=code, report=report, today=report.basis.as_of, options=options)
        write_atomically(output, kind.render(order), chosen, private=False)
