"""Copies of a backup with something changed."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

Members = dict[str, bytes]


def changed(path: Path, change: Callable[[Members], None], *, honest: bool = True) -> Path:
    """A copy of a backup with other members; `honest` also changes the manifest's sums."""
    with zipfile.ZipFile(path) as file:
        members = {name: file.read(name) for name in file.namelist()}
    change(members)
    if honest:
        manifest = json.loads(members["manifest.json"])
        for name in manifest["tables"]:
            lines = members.get(f"{name}.jsonl", b"")
            manifest["tables"][name] = {
                "rows": lines.count(b"\n"),
                "sha256": hashlib.sha256(lines).hexdigest(),
            }
        members["manifest.json"] = json.dumps(manifest).encode()
    other = path.with_name("changed.zip")
    with zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return other


def with_line(path: Path, table: str, **values: object) -> Path:
    def change(members: Members) -> None:
        first, *rest = members[f"{table}.jsonl"].splitlines(keepends=True)
        line = json.dumps(json.loads(first) | values).encode() + b"\n"
        members[f"{table}.jsonl"] = line + b"".join(rest)

    return changed(path, change)
