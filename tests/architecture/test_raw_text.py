"""User text is never read as Markdown or HTML: only the rooms that escape may call what reads it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ESCAPING = {"ui/parts.py", "ui/markup.py", "ui/controls.py"}
"""These escape what they show."""
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


def screens() -> list[Path]:
    found = [*(ROOT / "ui").glob("*.py"), *(ROOT / "pages").glob("*.py")]
    return sorted(path for path in found if str(path.relative_to(ROOT)) not in ESCAPING)


def commands(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a Streamlit command, on `st` or on a container, with its name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id in {"st", "streamlit"}:
                yield node.func.attr, node


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


@pytest.mark.parametrize("path", screens(), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_screen_hands_text_to_what_reads_markup(path: Path) -> None:
    raw = [(name, call) for name, call in commands(path) if name in READS_MARKUP]
    style_sheets = [call for name, call in raw if name == "html" and ast.unparse(call.args[0]) == "_STYLE"]
    calls = [f"line {call.lineno}: st.{name}" for name, call in raw if call not in style_sheets]
    assert calls == [], "use ui.parts"


@pytest.mark.parametrize("path", screens(), ids=lambda p: str(p.relative_to(ROOT)))
def test_labels_are_constant_words_or_escaped(path: Path) -> None:
    module = ast.parse(path.read_text(encoding="utf-8"))
    for name, call in commands(path):
        if name in LABELLED:
            said = [*call.args[:1], *(k.value for k in call.keywords if k.arg in {"label", "help"})]
            unsafe = [ast.unparse(node) for node in said if not is_safe(node, module)]
            assert unsafe == [], (
                f"line {call.lineno}: st.{name} shows {unsafe}; pass it through parts.label()"
            )
        if name in OPTIONS:
            assert shows_safe_options(call, module), (
                f"line {call.lineno}: options of st.{name} are not escaped"
            )


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
    page = tmp_path / "page.py"
    page.write_text(source)
    ((_name, call),) = commands(page)
    assert is_safe(call.args[0], ast.parse(source)) is safe
