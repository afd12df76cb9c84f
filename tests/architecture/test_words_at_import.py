"""No sentence is translated at import, when the language is not known yet."""

import ast
from collections.abc import Iterator

from tools.messages import product_files

SCRIPTS = {"pages"}
"""Run anew for each visitor, in the visitor's language."""


def translated_at_import(source: str) -> Iterator[int]:
    """The lines on which `_` or `ngettext` runs while the module is imported: defaults and decorators too."""
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("_", "ngettext")
        ):
            yield node.lineno
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]
        elif not isinstance(node, ast.Lambda):
            waiting += ast.iter_child_nodes(node)


def test_no_module_translates_at_import() -> None:
    files = [f for f in product_files() if f.suffix == ".py" and f.parent.name not in SCRIPTS]
    found = [f"{f}:{n}" for f in files for n in translated_at_import(f.read_text(encoding="utf-8"))]
    assert found == []


def test_the_guard_sees_what_runs_at_import() -> None:
    source = (
        '@mark(_("a"))\ndef f(x=_("b")):\n    return _("c")\nclass A:\n    d = _("d")\nE = [lambda: _("e")]\n'
    )
    assert sorted(translated_at_import(source)) == [1, 2, 5]
