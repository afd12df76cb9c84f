"""The picture of the pages that the playbook screen shows."""

from io import BytesIO

import pypdfium2
from PIL import Image

from documents.pdf import render_playbook
from documents.pdf.preview import LARGE, PAGES_AT_MOST, SMALL, contact_sheet
from tests import reports


def test_the_board_pages_are_large_and_the_others_below_them() -> None:
    board = contact_sheet(render_playbook(reports.northgate(), length="board"))
    full = contact_sheet(render_playbook(reports.northgate(), length="full"))
    assert board.startswith(b"\x89PNG")
    assert contact_sheet(render_playbook(reports.northgate(), length="board")) == board
    with Image.open(BytesIO(board)) as two, Image.open(BytesIO(full)) as all_of_them:
        assert 2 * LARGE <= two.width <= 2 * LARGE + 30
        assert all_of_them.height >= two.height


def test_a_long_annex_is_shown_by_its_first_pages() -> None:
    pdf = render_playbook(reports.northgate(), length="annex")
    document = pypdfium2.PdfDocument(pdf)
    pages = len(document)
    document.close()
    assert pages > PAGES_AT_MOST
    with Image.open(BytesIO(contact_sheet(pdf))) as sheet:
        assert sheet.height < (1 + (PAGES_AT_MOST + 1) // 4) * SMALL * 1.5 + LARGE * 1.5
