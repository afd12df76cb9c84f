"""Whatever a person reads passes `_` or `ngettext`: no English f-string, no English text in a refusal."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import assessment.errors
from tests.architecture.tree import PRODUCT, ROOT, house, modules, name, parsed, plant

TRANSLATORS = {"_", "lazy", "ngettext"}
REFUSALS = {
    found.__name__
    for found in vars(assessment.errors).values()
    if isinstance(found, type) and issubclass(found, Exception)
} | {"Fault", "ValueError"}
"""What reaches a person; a `ValueError` of a record does so in the sentence that refuses a file."""
NO_RECORDS = ("scoring", "storage", "language", "bench", "tools")
"""Rooms whose `ValueError` is a fault of the program and seen by nobody."""
PROSE = re.compile(r"(?:^|[\s(“])[A-Za-z’]{2,}[,:]? (?:[a-z’]{2,}\b|$)|^ [a-z’]{2,}\b")
"""Two words with a space between them, or a word that stands beside a placeholder."""
CODE = re.compile(r"[<>=]|^\s*(?:SELECT|SET|LOCK|PRAGMA|BEGIN)\b|pl-|\bIN \(")
"""Markup, style, SQL and expressions of a chart."""
UNSEEN = {
    "assessment/workshop/phases.py",
    "storage/tables/assessments.py",
    "storage/tables/cohorts.py",
    "web/log.py",
    "web/middleware/headers.py",
    "web/phone/stream.py",
}
"""A registry that fails at import; constraints; the server's log, headers and the protocol of events."""


def english(module: ast.Module, *, records: bool = True) -> Iterator[tuple[int, str]]:
    """Line and text of every English f-string, and of every English text that a refusal is made of."""
    inside = _inside_calls(module, TRANSLATORS if records else TRANSLATORS | {"ValueError"})
    for node in ast.walk(module):
        if id(node) in inside:
            continue
        if isinstance(node, ast.JoinedStr):
            pieces = [str(v.value) for v in node.values if isinstance(v, ast.Constant)]
            if any(map(PROSE.search, pieces)) and not any(map(CODE.search, pieces)):
                yield node.lineno, "…".join(pieces)
        if isinstance(node, ast.Call) and _called(node) in REFUSALS:
            for part in ast.walk(node):
                text = part.value if isinstance(part, ast.Constant) and id(part) not in inside else None
                if isinstance(text, str) and PROSE.search(text):
                    yield node.lineno, text


def _inside_calls(module: ast.Module, names: set[str]) -> set[int]:
    calls = (n for n in ast.walk(module) if isinstance(n, ast.Call) and _called(n) in names)
    return {id(part) for call in calls for part in ast.walk(call)}


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def english_sentences(root: Path) -> list[str]:
    """Every place below `root` where a sentence is left that cannot be translated."""
    return [
        f"{name(path, root)}:{line}: {text}"
        for path in [*root.glob("*.py"), *modules(root, *PRODUCT)]
        if name(path, root) not in UNSEEN
        for line, text in english(parsed(path), records=path.relative_to(root).parts[0] not in NO_RECORDS)
    ]


def test_no_sentence_is_left_that_cannot_be_translated() -> None:
    assert len(house(ROOT)) > 300
    assert english_sentences(ROOT) == []


@pytest.mark.parametrize(
    "source",
    [
        'raise RefusedInput("Nothing was stored.")',
        'raise RefusedFile(f"At {place}: a name is needed.")',
        'said = f"{n} more"',
        'said = f"about {n}"',
        'Fault(file, 1, "this file is missing")',
        'raise ValueError("a level is needed")',
        'raise NotFound("There is " + _("nothing here."))',
    ],
)
def test_the_guard_sees_a_planted_sentence(tmp_path: Path, source: str) -> None:
    plant(tmp_path, "services/plan/deep/sentences.py", source)
    found = {sentence.partition(":")[0] for sentence in english_sentences(tmp_path)}
    assert found == {"services/plan/deep/sentences.py"}


@pytest.mark.parametrize(
    "source",
    [
        'raise RefusedInput(_("Nothing was stored."))',
        'said = _("about {n}").format(n=n)',
        'key = f"risk_{code}_{n}"',
        "raise NotFound(name)",
        'found = f"<li class=\\"pl-a b\\">{words}</li>"',
    ],
)
def test_the_guard_leaves_alone_what_is_translated_or_not_read(tmp_path: Path, source: str) -> None:
    plant(tmp_path, "services/plan/deep/sentences.py", source)
    assert english_sentences(tmp_path) == []
