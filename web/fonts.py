"""Serves the web fonts from disk, cacheable for a year."""

from collections.abc import Mapping
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment.errors import NotFound

FOLDER = Path(__file__).resolve().parent.parent / "data" / "fonts"
FOR_A_YEAR = "public, max-age=31536000, immutable"


def read_fonts(folder: Path = FOLDER) -> Mapping[str, bytes]:
    """File name → content of every web font in the folder (about 250 KB, read once)."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.woff2"))}


def font_route(fonts: Mapping[str, bytes]) -> Route:
    """`/fonts/{name}`."""

    async def font(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in fonts:
            raise NotFound(name)
        return Response(fonts[name], media_type="font/woff2", headers={"Cache-Control": FOR_A_YEAR})

    return Route("/fonts/{name:path}", font, methods=["GET"])
