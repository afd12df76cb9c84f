"""The template holds every sentence of the product, and nothing in it changes by itself."""

import ast
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tools import messages

SENTENCES = """\
from language.translation import _, lazy, lazy_table, ngettext

TITLES = lazy_table({"a": lazy("Alpha"), "b": lazy("Beta")})


def words(n: int) -> str:
    # NOTE: shown on the wall
    return _("Long sentence " "in two parts, {name}") + ngettext("{n} week", "{n} weeks", n) + f"<b>{_('In an f-string')}</b>"
"""


@pytest.fixture
def product(tmp_path: Path) -> Path:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "titles.py").write_text(SENTENCES, encoding="utf-8")
    templates = tmp_path / "web" / "phone" / "templates"
    templates.mkdir(parents=True)
    (templates / "code.html").write_text(
        '<p title="{{ _("Your code") }}">{% if x %}{{ _("Go") }}{% endif %}</p>'
    )
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_ui.py").write_text('_("Not of the product")')
    (tmp_path / "data" / "locale" / "pl" / "LC_MESSAGES").mkdir(parents=True)
    return tmp_path


def read(product: Path) -> str:
    return (product / "data/locale/pl/LC_MESSAGES/plumbline.po").read_text(encoding="utf-8")


def test_python_and_templates_are_collected(product: Path) -> None:
    found = [message.id for message in messages.extract(product) if message.id]
    assert found == [
        "Alpha", "Beta", "Long sentence in two parts, {name}", ("{n} week", "{n} weeks"), "In an f-string", "Your code", "Go",
    ]  # fmt: skip


def test_a_new_language_gets_its_catalogue_with_its_plural_rule(product: Path) -> None:
    assert messages.main(["--root", str(product)]) == 0
    text = read(product)
    assert "nplurals=3" in text
    assert "#. NOTE: shown on the wall" in text
    assert "#: ui/titles.py\n" in text


def test_nothing_changes_in_a_second_run(product: Path) -> None:
    assert messages.main(["--check", "--root", str(product)]) == 1
    messages.main(["--root", str(product)])
    before = {f: f.read_bytes() for f in product.rglob("*.po*")}
    assert messages.main(["--root", str(product)]) == 0
    assert {f: f.read_bytes() for f in product.rglob("*.po*")} == before
    assert messages.main(["--check", "--root", str(product)]) == 0


def test_translations_are_kept_when_sentences_come_and_go(product: Path) -> None:
    messages.main(["--root", str(product)])
    file = product / "data/locale/pl/LC_MESSAGES/plumbline.po"
    file.write_text(read(product).replace('msgid "Alpha"\nmsgstr ""', 'msgid "Alpha"\nmsgstr "Alfa"'))
    module = product / "ui" / "titles.py"
    module.write_text(SENTENCES.replace('lazy("Beta")', 'lazy("Gamma")'))
    messages.main(["--root", str(product)])
    with file.open("rb") as text:
        catalogue = read_po(text)
    assert catalogue["Alpha"].string == "Alfa"
    assert "Gamma" in catalogue
    assert "Beta" in catalogue.obsolete


def test_a_lost_placeholder_is_a_fault(product: Path, capsys: pytest.CaptureFixture[str]) -> None:
    messages.main(["--root", str(product)])
    file = product / "data/locale/pl/LC_MESSAGES/plumbline.po"
    sentence = 'msgid "Long sentence in two parts, {name}"\nmsgstr '
    file.write_text(read(product).replace(f'{sentence}""', f'{sentence}"Bez nazwy"'))
    assert messages.main(["--root", str(product)]) == 1
    assert "{name}" in capsys.readouterr().out


def test_every_sentence_of_this_product_is_in_the_template() -> None:
    template = messages.extract()
    known = {m.id if isinstance(m.id, str) else m.id[0] for m in template}
    missing = []
    for file in messages.product_files():
        if file.suffix != ".py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in messages.KEYWORDS
            ):
                first = node.args[0]
                if isinstance(first, ast.Constant) and first.value not in known:
                    missing.append(f"{file.name}:{node.lineno}")
    assert missing == []
    assert messages.written(template) == messages.written(template)
