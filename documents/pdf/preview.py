"""A picture of the pages of a PDF, as it is printed: the two board pages large, the others in rows below."""

from io import BytesIO

import pypdfium2
from PIL import Image

LARGE, SMALL = 590, 285
"""Width of a page in pixels: two large ones, or four small ones, are a row."""
LARGE_PAGES, IN_A_ROW = 2, 4
MARGIN, BETWEEN = 1, 13
PAGES_AT_MOST = 18
"""Pages in the picture; nobody looks through a whole annex here."""
AROUND, PAPER = "#D5DAE0", "#FFFFFF"


def contact_sheet(pdf: bytes) -> bytes:
    """The pages as one PNG. The same PDF gives the same bytes."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        shown = [_page(document, number) for number in range(min(len(document), PAGES_AT_MOST))]
    finally:
        document.close()
    large, small = shown[:LARGE_PAGES], shown[LARGE_PAGES:]
    rows = [large, *(small[at : at + IN_A_ROW] for at in range(0, len(small), IN_A_ROW))]
    width = 2 * LARGE + BETWEEN + 4 * MARGIN
    sheet = Image.new("RGB", (width, sum(row[0].height + BETWEEN for row in rows) - BETWEEN), PAPER)
    top = 0
    for row in rows:
        for place, picture in enumerate(row):
            sheet.paste(picture, (place * (picture.width + BETWEEN), top))
        top += row[0].height + BETWEEN
    out = BytesIO()
    sheet.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _page(document: pypdfium2.PdfDocument, number: int) -> Image.Image:
    page = document[number]
    wide = LARGE if number < LARGE_PAGES else SMALL
    drawn = page.render(scale=wide / page.get_width()).to_pil().convert("RGB")
    framed = Image.new("RGB", (drawn.width + 2 * MARGIN, drawn.height + 2 * MARGIN), AROUND)
    framed.paste(drawn, (MARGIN, MARGIN))
    return framed
