"""The map of a font from codes to text (ToUnicode), by which a text is copied and read out. Source: ISO 32000-1, 9.10.3."""

from collections.abc import Iterable

BLOCK = 100
"""Entries of one block."""
CHARACTER_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Plumbline) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Plumbline-UCS def
/CMapType 2 def
1 begincodespacerange
<{first}> <{last}>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def character_map(entries: Iterable[tuple[int, str]], digits: int) -> bytes:
    """Code and text of each entry; codes have so many hexadecimal digits."""
    lines = [f"<{code:0{digits}X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in entries]
    blocks = []
    for start in range(0, len(lines), BLOCK):
        block = lines[start : start + BLOCK]
        blocks += [" ".join((str(len(block)), "beginbfchar")), *block, "endbfchar"]
    return CHARACTER_MAP.format(first="0" * digits, last="F" * digits, blocks="\n".join(blocks)).encode()
