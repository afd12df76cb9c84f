"""The logo; left out if it cannot be decoded."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import LOGO_HEIGHT, LOGO_WIDTH
from documents.pdf.engine.layout import Drawing
from language.translation import _

PIXELS_AT_MOST = 1_200
BROKEN = (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError)
"""What Pillow raises on bytes that are not, or not wholly, a picture."""


class LogoImage(Drawing):
    """A picture at the upper right of its column, no larger than 40 × 14 mm."""

    def __init__(self, picture: Image.Image) -> None:
        self.picture = picture
        scale = min(LOGO_WIDTH / picture.width, LOGO_HEIGHT / picture.height)
        self.wide, self.high = picture.width * scale, picture.height * scale

    def height(self, width: float) -> float:  # noqa: ARG002 - its own height at any width
        return self.high

    def alternative(self) -> str:
        return _("Logo")

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        left = x + width - self.wide
        painter.image(self.picture, left, top - self.high, self.wide, self.high)


def read_logo(data: bytes | None) -> LogoImage | None:
    """The logo, reduced to what print needs; None without one or when the bytes cannot be read."""
    if not data:
        return None
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
            opened.thumbnail((PIXELS_AT_MOST, PIXELS_AT_MOST))
            return LogoImage(opened.convert("RGBA"))
    except BROKEN:
        return None
