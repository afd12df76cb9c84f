"""The words nobody who reads the product should meet, and where its texts are."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import typer.main
import yaml

import manage
from tests.paths import ROOT
from tools.messages import extract

ABSTRACT = (
    "agreement|answer|choice|class|condition|date|decision|difference|draft|duty|entry|field|figure|finding|gap|"
    "index|it|law|level|limit|line|measure|message|move|name|note|number|practice|promise|question|reason|result|"
    "right|risk|role|rule|section|sentence|share|side|statement|target|text|that|they|this|use|value|view|vote|"
    "what|which|word"
)
PASSIVE = "is|was|are|were|has|have|had|can|cannot|may|must|will|would|should|follows|differs|runs|goes|does"
JOINED = (
    "of|with|from|for|by|in|to|than|about|on|beside|and|or|only|all|but|as|like|after|before|against|without"
)
BANNED: dict[str, str] = {
    "whoever": r"\bwho(?:m?ever|soever)\b",
    "anew": r"\banew\b",
    "otherwise than": r"\botherwise than\b",
    "hold you at": r"\bh(?:o|e)ld(?:s|ing)? (?:you|us|it|them|the company|the level|a section|the section) (?:at|back|down)\b",
    "stand behind": r"\bstand(?:s|ing)? behind\b",
    "lie apart": r"\bl(?:ie|ies|ay|ying|ain) (?:as |so |too |very |far |further |wide |this |that )*(?:apart|close)\b",
    "stand": rf"\b(?:{ABSTRACT})s? stands?\b|\bst(?:and|ands|anding|ood) (?:there|twice|already|below|above|beside|"
    r"under|on|in|at|as (?:it|they)|for itself|alone|empty|still|open|between|before|where|next|once|\d+ times)\b",
    "lie": rf"\b(?:{ABSTRACT})s? (?:lie|lies|lay)\b|\b(?:lie|lies|lay|lying) (?:in|with|within|between|outside|below|"
    r"above|under|at|where|on|beside|behind)\b",
    "hold": r"\b(?:agreement|answer|decision|draft|duty|finding|law|limit|promise|rule|sentence|statement|word)s? "
    r"holds?\b|\b(?:still|not|that|this|what|always|also) holds?\b|\bholds? (?:here|true|good|for|where|when|in any)\b",
    "what is, as a noun": rf"(?:^|[.!?:] |“|\| )(?-i:What) (?:{PASSIVE})\b[^?!.|]*(?:[.;|]|$)"
    rf"|; what (?:{PASSIVE})\b|\b(?:{JOINED}) what (?:{PASSIVE})\b(?![^.!]*\?)",
    "ring": r"\b(?:ring|rings|rang|telephone[sd]?)\b",
    "AI use": r"\bAI uses?\b(?! cases?\b)",
}
"""Section 6 of the review of the first edition: what is banned, each by its name."""
PATTERNS = {
    name: re.compile(pattern, re.IGNORECASE if name != "AI use" else 0) for name, pattern in BANNED.items()
}
SILENT = {
    "code",
    "id",
    "duty",
    "law",
    "raises_to",
    "if_any",
    "area",
    "draft",
    "class",
    "classes",
    "decision_code",
}
"""Fields of the data that hold codes."""


class Said(NamedTuple):
    """A text somebody reads, and where it is."""

    place: str
    text: str


def faults(said: Said) -> list[str]:
    """The banned words in a text, each with its place."""
    return [
        f"{said.place}: {name}: “{found.group().strip()}” in “{said.text[:160]}”"
        for name, pattern in PATTERNS.items()
        if (found := pattern.search(said.text))
    ]


def in_catalogue(rooms: tuple[str, ...], root: Path = ROOT) -> Iterator[Said]:
    """The sentences of the interface in these folders and files."""
    for message in extract(root):
        places = [name for name, _line in message.locations if name.startswith(rooms)]
        if message.id and places:
            texts = message.id if isinstance(message.id, tuple | list) else [message.id]
            yield from (Said(places[0], text) for text in texts)


def in_data(folder: Path, root: Path = ROOT) -> Iterator[Said]:
    """Every text of the YAML and JSON files under a folder; JSON is read as the YAML it is."""
    for file in sorted((*folder.rglob("*.yaml"), *folder.rglob("*.json"))):
        name = file.relative_to(root).as_posix()
        yield from (Said(name, text) for text in _texts(yaml.safe_load(file.read_text(encoding="utf-8"))))


def in_page(file: Path, root: Path = ROOT) -> Iterator[Said]:
    """The paragraphs, points and cells of a Markdown page, without its code."""
    text = re.sub(r"^```.*?^```", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"`[^`\n]*`", "`…`", text)
    name = file.relative_to(root).as_posix()
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*[-*|#\d])", text):
        yield Said(name, " ".join(paragraph.split()))


def in_help() -> Iterator[Said]:
    """The command line's help: its commands, arguments and options."""
    yield from (Said("manage.py", text) for text in _help(typer.main.get_command(manage.app)))


def _help(command: Any) -> Iterator[str]:
    yield from (text for one in (command, *command.params) if (text := getattr(one, "help", None)))
    for inner in getattr(command, "commands", {}).values():
        yield from _help(inner)


def _texts(data: Any, field: str = "") -> Iterator[str]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _texts(value, str(name))
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value, field)
    elif isinstance(data, str) and field not in SILENT:
        yield data
