"""ZIP files without times, so that the same input gives the same bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The day a ZIP file can begin with."""


def undated(data: bytes) -> bytes:
    """The same ZIP file with entries in their order and without times."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(out, "w", ZIP_DEFLATED) as written:
        for name in given.namelist():
            written.writestr(ZipInfo(name, EARLIEST), given.read(name), ZIP_DEFLATED)
    return out.getvalue()
