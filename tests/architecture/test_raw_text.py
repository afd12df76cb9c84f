"""User text is never read as Markdown or HTML: only the modules that escape may call what reads it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture import tree

ESCAPING = {"ui/kit/text.py", "ui/kit/html.py", "ui/kit/inputs.py", "ui/theme.py"}
"""These escape what they show, or show constant text alone."""
READS_MARKUP = {
    "write", "write_stream", "markdown", "html", "title", "header", "subheader", "caption", "latex", "info",
    "warning", "error", "success", "exception", "toast", "badge", "metric", "echo", "iframe", "help",
    "table", "page_link", "dialog",
}  # fmt: skip
"""Commands of Streamlit that read their text as Markdown or HTML."""
LABELLED = {
    "button", "link_button", "download_button", "form_submit_button", "text_input", "text_area",
    "number_input", "selectbox", "multiselect", "checkbox", "toggle", "expander", "popover", "file_uploader",
    "date_input", "time_input", "select_slider", "slider", "menu_button", "radio", "pills",
    "segmented_control", "tabs", "spinner", "status",
}  # fmt: skip
"""Widgets whose label is read as Markdown: it must be constant words, or pass `label()`."""
OPTIONS = {"radio", "pills", "segmented_control"}
"""Widgets whose options are read as Markdown as well: shown from a constant table, or through `label()`."""


def screens(root: Path) -> list[Path]:
    """Every module that draws, at any depth, but for those that escape."""
    return [p for p in tree.modules(root, *tree.SCREENS) if tree.name(p, root) not in ESCAPING]


def commands(module: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a Streamlit command with its name: on Streamlit itself, or on a container.

    A container is a variable, or what a command has made (`st.sidebar.button`, `st.columns(2)[0].button`).
    A name that was imported is none: `parts.caption` is a function of ours.
    """
    brought = {alias.asname or alias.name: alias.name for node in ast.walk(module) for alias in aliases(node)}
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = root_name(node.func.value)
            if owner is not None and brought.get(owner, "streamlit") == "streamlit":
                yield node.func.attr, node


def aliases(node: ast.AST) -> list[ast.alias]:
    return node.names if isinstance(node, ast.Import | ast.ImportFrom) else []


def root_name(node: ast.expr) -> str | None:
    """`st` of `st.columns(2)[0]`; None where the expression does not begin with a name."""
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None


def is_safe(node: ast.expr, module: ast.Module) -> bool:
    """Constant words, `_("constant words")`, `label(…)`, a choice between such or a list of such."""
    match node:
        case ast.Constant():
            return True
        case ast.IfExp():
            return is_safe(node.body, module) and is_safe(node.orelse, module)
        case ast.ListComp():
            return is_safe(node.elt, module)
        case ast.List() | ast.Tuple():
            return all(is_safe(entry, module) for entry in node.elts)
        case ast.Name():
            given = [n.value for n in ast.walk(module) if isinstance(n, ast.Assign) and named(n, node.id)]
            return node.id.isupper() or (bool(given) and all(is_safe(value, module) for value in given))
        case ast.Call():
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            return name == "label" or (name == "_" and all(isinstance(a, ast.Constant) for a in node.args))
    return False


def named(node: ast.Assign, name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in node.targets)


def shows_safe_options(call: ast.Call, module: ast.Module) -> bool:
    """Are the options shown as `TABLE.__getitem__`, or by a function that ends in `label(…)`?"""
    shown = next((k.value for k in call.keywords if k.arg == "format_func"), None)
    if isinstance(shown, ast.Lambda):
        return is_safe(shown.body, module)
    owner = getattr(shown, "value", None)
    return isinstance(owner, ast.Name) and owner.id.isupper()


def raw_texts(root: Path) -> list[str]:
    """Calls of what reads markup, and imports of it by its own name."""
    found = []
    for path in screens(root):
        module = tree.parsed(path)
        calls = [(call.lineno, f"st.{name}") for name, call in commands(module) if reads_text(name, call)]
        calls += [(line, name) for line, name in tree.imports(module) if is_command(name)]
        found += [
            f"{tree.name(path, root)}:{line} {name} reads markup; use ui.kit.text" for line, name in calls
        ]
    return found


def reads_text(name: str, call: ast.Call) -> bool:
    """A style sheet of ours is no text of a user; `.title()` of a string is given nothing to read."""
    given = [ast.unparse(node) for node in (*call.args, *(k.value for k in call.keywords))]
    return name in READS_MARKUP and bool(given) and not (name == "html" and given == ["_STYLE"])


def is_command(imported: str) -> bool:
    """Is this a command brought from Streamlit by its own name, where `commands` would not see it?"""
    package, _dot, name = imported.rpartition(".")
    return package == "streamlit" and name in READS_MARKUP | LABELLED


def raw_labels(root: Path) -> list[str]:
    """Labels and hints of widgets that are neither constant words nor escaped."""
    found = []
    for path in screens(root):
        module = tree.parsed(path)
        for name, call in commands(module):
            if name in LABELLED:
                said = [*call.args[:1], *(k.value for k in call.keywords if k.arg in {"label", "help"})]
                unsafe = [ast.unparse(node) for node in said if not is_safe(node, module)]
                where = f"{tree.name(path, root)}:{call.lineno} st.{name}"
                found += [f"{where} shows {text}; use parts.label()" for text in unsafe]
    return found


def raw_options(root: Path) -> list[str]:
    """Widgets whose options are shown unescaped."""
    found = []
    for path in screens(root):
        module = tree.parsed(path)
        for name, call in commands(module):
            if name in OPTIONS and not shows_safe_options(call, module):
                found.append(f"{tree.name(path, root)}:{call.lineno} options of st.{name} are not escaped")
    return found


def test_no_screen_hands_text_to_what_reads_markup() -> None:
    assert raw_texts(tree.ROOT) == []


def test_labels_are_constant_words_or_escaped() -> None:
    assert raw_labels(tree.ROOT) == []


def test_options_are_constant_words_or_escaped() -> None:
    assert raw_options(tree.ROOT) == []


def test_what_is_exempt_is_still_there() -> None:
    assert [name for name in sorted(ESCAPING) if not (tree.ROOT / name).is_file()] == []


def test_a_raw_text_is_found_in_any_sub_folder(tmp_path: Path) -> None:
    streamlit = "import streamlit as st\nfrom ui.kit import text as parts\n"
    tree.plant(tmp_path, "ui/screens/plan/parts.py", streamlit + "st.markdown(name)\n")
    tree.plant(tmp_path, "ui/kit/look.py", streamlit + "st.html(_STYLE)\nst.html(name)\nname.title()\n")
    tree.plant(tmp_path, "ui/charts/side.py", streamlit + "st.sidebar.caption(name)\nparts.caption(name)\n")
    tree.plant(
        tmp_path, "pages/plan/value.py", "import streamlit as s\nfor c in s.columns(2):\n    c.write(1)\n"
    )
    tree.plant(tmp_path, "pages/plan/owners.py", "from streamlit import info\n")
    assert raw_texts(tmp_path) == [
        "ui/charts/side.py:3 st.caption reads markup; use ui.kit.text",
        "ui/kit/look.py:4 st.html reads markup; use ui.kit.text",
        "ui/screens/plan/parts.py:3 st.markdown reads markup; use ui.kit.text",
        "pages/plan/owners.py:1 streamlit.info reads markup; use ui.kit.text",
        "pages/plan/value.py:3 st.write reads markup; use ui.kit.text",
    ]


def test_a_raw_label_is_found_in_any_sub_folder(tmp_path: Path) -> None:
    tree.plant(tmp_path, "ui/screens/plan/path.py", "st.button(name)\nst.button(label(name))\n")
    tree.plant(tmp_path, "ui/kit/forms.py", 'def show(column):\n    column.text_input("Name", help=hint)\n')
    tree.plant(tmp_path, "pages/plan/value.py", "st.tabs(titles)\n")
    assert raw_labels(tmp_path) == [
        "ui/kit/forms.py:2 st.text_input shows hint; use parts.label()",
        "ui/screens/plan/path.py:1 st.button shows name; use parts.label()",
        "pages/plan/value.py:1 st.tabs shows titles; use parts.label()",
    ]


def test_a_raw_option_is_found_in_any_sub_folder(tmp_path: Path) -> None:
    escaped = 'st.pills("Team", teams, format_func=lambda team: parts.label(team.name))\n'
    tree.plant(tmp_path, "ui/screens/plan/path.py", escaped + 'st.radio("Team", teams)\n')
    tree.plant(
        tmp_path, "pages/plan/value.py", 'st.pills("Team", teams, format_func=lambda team: team.name)\n'
    )
    assert raw_options(tmp_path) == [
        "ui/screens/plan/path.py:2 options of st.radio are not escaped",
        "pages/plan/value.py:1 options of st.pills are not escaped",
    ]


@pytest.mark.parametrize(
    ("source", "safe"),
    [
        ('st.button(f"Hello {name}")', False),
        ('st.button(_("Hello {name}").format(name=name))', False),
        ("st.tabs(titles)", False),
        ("titles = [v.title for v in views]\nst.tabs(titles)", False),
        ("titles = [parts.label(v.title) for v in views]\nst.tabs(titles)", True),
        ('st.button(_("Hello"))', True),
        ("st.button(parts.label(name))", True),
    ],
)
def test_the_check_tells_raw_labels_from_escaped_ones(source: str, safe: bool, tmp_path: Path) -> None:
    tree.plant(tmp_path, "pages/page.py", source)
    assert (raw_labels(tmp_path) == []) is safe
