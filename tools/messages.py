"""Extracts the messages of the interface to `data/locale/plumbline.pot` and updates all catalogues.

    python -m tools.messages            write the template and update the catalogues
    python -m tools.messages --check    change nothing; say whether anything would change

A new language is an empty folder `data/locale/<language>/LC_MESSAGES/`. What is written depends on the
sources alone: no dates, no line numbers, no wrapping, so a change shows only what changed.
"""

import argparse
import ast
import re
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment
from jinja2.ext import extract_from_ast

ROOT = Path(__file__).resolve().parent.parent
NOT_PRODUCT = {"tests", "bench", "tools", "var", "docs", "data", "node_modules"}
TEMPLATES = {".html", ".jinja", ".txt"}
KEYWORDS = {"_": 1, "lazy": 1, "ngettext": 2}
"""How many sentences each function takes; all of them are in `language.translation`."""
Message = str | tuple[str, str]
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
NOTE = "NOTE:"
"""A comment that begins so, right above a sentence, is shown to translators."""
HEADER = ("Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")
"""Headers that are kept; none of them changes by itself."""


def product_files(root: Path = ROOT) -> Iterator[Path]:
    """Every Python file and template of the product, in a fixed order."""
    for file in sorted(root.rglob("*")):
        inside = file.relative_to(root).parts
        if inside[0] in NOT_PRODUCT or any(part.startswith(".") for part in inside):
            continue
        if file.suffix == ".py" or (file.suffix in TEMPLATES and "templates" in inside):
            yield file


def extract(root: Path = ROOT) -> Catalog:
    """The template: every sentence of the product with the files in which it stands."""
    template = Catalog(charset="utf-8")
    for file in product_files(root):
        name = file.relative_to(root).as_posix()
        source = file.read_text(encoding="utf-8")
        for message, comments in _in_python(source) if file.suffix == ".py" else _in_template(source):
            template.add(message, locations=[(name, 0)], auto_comments=comments)
    for sentence in _in_standards(root / "data" / "standards.yaml"):
        template.add(sentence, locations=[("data/standards.yaml", 0)])
    return template


def _in_standards(file: Path) -> Iterator[str]:
    """The sentences about standards; unlike the questions they have no folder per language."""
    if file.is_file():
        found = yaml.safe_load(file.read_text(encoding="utf-8"))
        yield found["note"]
        for duty in found["euaiact"]:
            yield from (duty["duty"], duty["source"], duty["status"])
            yield from (entry["what"] for entry in duty.get("dates", []))


def _in_python(source: str) -> Iterator[tuple[Message, list[str]]]:
    """The sentences of a module, in the order of their lines; those inside f-strings too.

    Babel's own extractor reads tokens, and up to Python 3.11 an f-string is a single one.
    """
    lines = source.splitlines()
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        count = KEYWORDS.get(call.func.id, 0) if isinstance(call.func, ast.Name) else 0
        texts = [
            a.value for a in call.args[:count] if isinstance(a, ast.Constant) and isinstance(a.value, str)
        ]
        if count and len(texts) == count:
            above = lines[call.lineno - 2].strip() if call.lineno > 1 else ""
            note = above.removeprefix("#").strip()
            yield _message(texts), [note] if above.startswith("#") and note.startswith(NOTE) else []


def _in_template(source: str) -> Iterator[tuple[Message, list[str]]]:
    """The sentences of a Jinja template."""
    tree = Environment(autoescape=True).parse(source)
    found = extract_from_ast(tree, gettext_functions=tuple(KEYWORDS), babel_style=False)
    for _line, function, texts in sorted(found, key=lambda entry: entry[0]):
        given = [text for text in texts or () if text is not None]
        if len(given) >= KEYWORDS[function]:
            yield _message(given[: KEYWORDS[function]]), []


def _message(texts: list[str]) -> Message:
    return texts[0] if len(texts) == 1 else (texts[0], texts[1])


def written(catalogue: Catalog) -> bytes:
    """A catalogue as its file holds it; the same for the same sentences and translations."""
    out = BytesIO()
    write_po(out, catalogue, width=0, sort_by_file=True, include_lineno=False, ignore_obsolete=False)
    _comment, _start, rest = out.getvalue().decode("utf-8").partition('msgid ""\nmsgstr ""\n')
    header, _blank, messages = rest.partition("\n\n")
    kept = [line for line in header.splitlines() if line.startswith(tuple(f'"{name}:' for name in HEADER))]
    return "\n".join(['msgid ""', 'msgstr ""', *kept, "", messages]).encode("utf-8")


def updated(file: Path, template: Catalog) -> Catalog:
    """The catalogue of one language with the sentences of the template; translations are kept.

    What is no longer used stays as obsolete, at the end; nothing is guessed from similar sentences.
    """
    language = file.parts[-3]
    catalogue = Catalog(locale=language, charset="utf-8")
    if file.is_file():
        with file.open("rb") as text:
            catalogue = read_po(text, locale=language)
    catalogue.update(template, no_fuzzy_matching=True)
    return catalogue


def placeholder_faults(catalogue: Catalog) -> Iterator[str]:
    """Translations that lost, invented or changed a placeholder such as `{name}` or `{n:.1f}`."""
    for message in catalogue:
        originals, texts = _forms(message.id), _forms(message.string)
        if not originals[0]:
            continue
        wanted = set(PLACEHOLDER.findall(originals[-1]))
        least = set(PLACEHOLDER.findall(originals[0])) & wanted
        for text in filter(None, texts):
            if not least <= (found := set(PLACEHOLDER.findall(text))) <= wanted:
                yield f"{originals[0]}: {', '.join(sorted(found ^ wanted))}"


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def outputs(root: Path, locale: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file that is kept, with what it should hold."""
    template = extract(root)
    yield locale / "plumbline.pot", written(template)
    for folder in sorted(locale.glob("*/LC_MESSAGES")):
        file = folder / "plumbline.po"
        yield file, written(updated(file, template))


def main(arguments: list[str] | None = None) -> int:
    """Write what changed and name it; fail on wrong placeholders, with `--check` also if something would change."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="change nothing, fail if something would change")
    parser.add_argument("--root", type=Path, default=ROOT)
    chosen = parser.parse_args(arguments)
    changed = wrong = 0
    for file, content in outputs(chosen.root, chosen.root / "data" / "locale"):
        faults = [*placeholder_faults(read_po(BytesIO(content)))]
        for fault in faults:
            print(f"{file.relative_to(chosen.root)}: placeholders differ: {fault}")
        wrong += len(faults)
        if file.is_file() and file.read_bytes() == content:
            continue
        changed += 1
        print(f"{'out of date' if chosen.check else 'written'}: {file.relative_to(chosen.root)}")
        if not chosen.check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return 1 if wrong or (chosen.check and changed) else 0


if __name__ == "__main__":
    sys.exit(main())
