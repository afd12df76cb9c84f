"""What the command line prints."""

import json
from typing import Annotated, Any

import typer

from language.translation import _

PLAIN: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False, "no_args_is_help": True}
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def counted(rows: dict[str, int]) -> str:
    """“assessment_session 1, response 25”, kinds without any left out."""
    return ", ".join(f"{kind} {count}" for kind, count in sorted(rows.items()) if count) or _("nothing")


def print_json(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2))


def say(sentence: str, **values: object) -> None:
    """Prints a sentence with its placeholders filled."""
    typer.echo(printable(sentence.format(**values) if values else sentence))


def printable(text: str) -> str:
    """Without what a terminal would obey: texts of other people are printed here. Spaces are plain ones."""
    plain = text.rstrip("\n").replace("\N{NO-BREAK SPACE}", " ")
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in plain)
