"""Draws the rooms of the house and who imports whom, from the imports themselves: `make rooms`.

Writes docs/pictures/rooms.svg. The same code gives the same picture; a test compares the two, so the picture
in docs/architecture.md is always that of today. An import that goes upwards is drawn in another colour.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from textwrap import wrap

import grimp

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "pictures" / "rooms.svg"
ENTRIES = {"pages/": "pages/*.py", "app.py": "app.py", "manage.py": "manage.py"}
"""What is no package: the scripts that Streamlit, the server and the operator start."""
Imports = Mapping[str, set[str]]
"""From the name of a module, or of an entry, to all that it imports."""

WIDTH, BOX, INSIDE, LINES, STEP = 880, 588, 118, 620, 22
LINE, PADDING, GAP, TOP, LETTERS = 17, 8, 8, 44, 64
STYLE = """
text { font: 13px system-ui, "Noto Sans", sans-serif; fill: #1c2733 }
.room { font-weight: 600; font-size: 14px } .quiet { fill: #56636f; font-size: 12px }
.box { fill: #f3f6f8; stroke: #b9c4cd } .row { stroke: #dde4e9 }
.line { stroke: #2f6690; stroke-width: 1.5 } .dot { fill: #2f6690 } .ring { fill: #fff; stroke: #2f6690; stroke-width: 1.5 }
.up { stroke: #c0392b; fill: #c0392b }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 } .quiet { fill: #9aa7b3 } .box { fill: #1b232c; stroke: #43505c } .row { stroke: #2c3640 }
.line { stroke: #7fb3dd } .dot { fill: #7fb3dd } .ring { fill: #0d1117; stroke: #7fb3dd } .up { stroke: #ff8a7a; fill: #ff8a7a }
}"""


def read_imports(root: Path = ROOT) -> Imports:
    """The imports of every module of the packages that import-linter watches, and of the entries."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    packages = settings["tool"]["importlinter"]["root_packages"]
    graph = grimp.build_graph(*packages, include_external_packages=True, cache_dir=None)
    own = [module for module in graph.modules if module.partition(".")[0] in packages]
    found = {module: set(graph.find_modules_directly_imported_by(module)) for module in own}
    for name, pattern in ENTRIES.items():
        found[name] = {module for file in root.glob(pattern) for module in _imported(file)}
    return found


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def between(imports: Imports, depth: int, inside: str = "") -> dict[str, set[str]]:
    """Who imports whom among the parts `depth` names deep, of the whole house or inside one room."""
    found: dict[str, set[str]] = {}
    for module, imported in imports.items():
        name = _part(module, depth)
        if name and module.startswith(inside):
            found.setdefault(name, set()).update(filter(None, (_part(other, depth) for other in imported)))
    return {name: {other for other in others if other in found} - {name} for name, others in found.items()}


def _part(module: str, depth: int) -> str:
    if module in ENTRIES:
        return module if depth == 1 else ""
    names = module.split(".")
    return ".".join(names[:depth]) if len(names) >= depth else ""


def floors(imports: Imports) -> list[list[tuple[str, ...]]]:
    """From top to bottom: nobody imports from a higher floor; parts that import each other stand in one tuple."""
    below = {name: _reached(imports, name) for name in imports}
    groups = {
        tuple(sorted({name} | {other for other in below[name] if name in below[other]})) for name in imports
    }
    heights: dict[tuple[str, ...], int] = {}
    for group in sorted(groups, key=lambda group: (len(below[group[0]] | set(group)), group)):
        others = [heights[other] for other in heights if below[group[0]] & set(other)]
        heights[group] = max(others, default=-1) + 1
    levels = sorted(set(heights.values()), reverse=True)
    return [sorted(group for group in heights if heights[group] == level) for level in levels]


def _reached(imports: Imports, start: str) -> set[str]:
    found: set[str] = set()
    ahead = list(imports[start])
    while ahead:
        if (name := ahead.pop()) not in found:
            found.add(name)
            ahead += imports[name]
    return found


def contents(imports: Imports, room: str) -> str:
    """The parts of a room, floor by floor: “shell › screens › charts, kit”."""
    named = [
        ", ".join(" ⇄ ".join(name.partition(".")[2] for name in group) for group in floor)
        for floor in floors(between(imports, 2, f"{room}."))
    ]
    return " › ".join(named)


def outside(imports: Imports, room: str) -> str:
    """The libraries a room imports, without Python's own."""
    rooms = {_part(module, 1) for module in imports} | {"pages"}
    found = {
        other.partition(".")[0]
        for module, imported in imports.items()
        if _part(module, 1) == room
        for other in imported
    }
    return ", ".join(sorted(found - rooms - set(sys.stdlib_module_names)))


def draw(imports: Imports) -> str:
    """The picture as SVG: a box a room, and a column for what each room imports."""
    rooms = between(imports, 1)
    order = [room for floor in floors(rooms) for group in floor for room in group]
    order = [*ENTRIES, *(room for room in order if room not in ENTRIES)]
    texts = {room: _texts(imports, room) for room in order}
    tops, y = {}, TOP
    for room in order:
        tops[room] = y
        y += len(texts[room]) * LINE + 2 * PADDING + GAP
    middles = {room: tops[room] + (len(texts[room]) * LINE + 2 * PADDING) / 2 for room in order}
    parts = [*_boxes(order, tops, texts), *_columns(rooms, order, middles)]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y}" width="{WIDTH}" height="{y}" role="img">'
        f"<title>The rooms and who imports whom</title><style>{STYLE}</style>"
        f'<text class="quiet" x="8" y="24">room</text><text class="quiet" x="{INSIDE}" y="24">'
        "its parts: left of › stands what imports, right of it what is imported</text>"
        f'<text class="quiet" x="{LINES}" y="24">○ imports ● directly</text>'
    )
    return "\n".join([head, *parts, "</svg>", ""])


def _texts(imports: Imports, room: str) -> list[tuple[str, str]]:
    """The lines in a room's box, each with its class."""
    inside = wrap(contents(imports, room), LETTERS, break_on_hyphens=False) if room not in ENTRIES else []
    libraries = outside(imports, room)
    quiet = wrap(f"libraries: {libraries}", LETTERS + 6, break_on_hyphens=False) if libraries else []
    return [*((line, "") for line in inside), *((line, "quiet") for line in quiet)] or [("", "")]


def _boxes(
    order: Sequence[str], tops: Mapping[str, float], texts: Mapping[str, Sequence[tuple[str, str]]]
) -> Iterator[str]:
    for room in order:
        top, lines = tops[room], texts[room]
        height = len(lines) * LINE + 2 * PADDING
        middle = top + height / 2
        yield f'<line class="row" x1="{BOX}" x2="{WIDTH - 8}" y1="{middle:g}" y2="{middle:g}"/>'
        yield f'<rect class="box" x="0.5" y="{top:g}" width="{BOX}" height="{height}" rx="6"/>'
        yield f'<text class="room" x="10" y="{top + PADDING + 13:g}">{escape(room)}</text>'
        for number, (line, kind) in enumerate(lines):
            y = top + PADDING + 13 + number * LINE
            yield f'<text class="{kind}" x="{INSIDE}" y="{y:g}">{escape(line)}</text>'


def _columns(rooms: Imports, order: Sequence[str], middles: Mapping[str, float]) -> Iterator[str]:
    importing = [room for room in order if rooms[room]]
    for number, room in enumerate(importing):
        x, start = LINES + 10 + number * STEP, middles[room]
        ends = [middles[other] for other in rooms[room]]
        yield f'<line class="line" x1="{x}" x2="{x}" y1="{start:g}" y2="{max(start, *ends):g}"/>'
        if min(ends) < start:
            yield f'<line class="line up" x1="{x}" x2="{x}" y1="{start:g}" y2="{min(ends):g}"/>'
        for other in sorted(rooms[room], key=order.index):
            end = middles[other]
            up = " up" if end < start else ""
            yield f'<circle class="dot{up}" cx="{x}" cy="{end:g}" r="4"><title>{room} imports {other}</title></circle>'
        yield f'<circle class="ring" cx="{x}" cy="{start:g}" r="5"><title>{escape(room)}</title></circle>'


def main() -> int:
    PICTURE.write_text(draw(read_imports()), encoding="utf-8")
    print(f"Written: {PICTURE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
