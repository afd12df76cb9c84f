"""The fonts, from our own disk: the only thing of ours that a browser may keep."""

from collections.abc import Mapping
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment.errors import NotFound

FOLDER = Path(__file__).resolve().parent.parent / "data" / "fonts"
FOR_A_YEAR = "public, max-age=31536000, immutable"


def read_fonts(folder: Path = FOLDER) -> Mapping[str, bytes]:
    """Every web font of the folder by its file name; a quarter of a megabyte, read once."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.woff2"))}


def font_route(fonts: Mapping[str, bytes]) -> Route:
    """`/fonts/{name}`."""

    async def font(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in fonts:
            raise NotFound(name)
        return Response(fonts[name], media_type="font/woff2", headers={"Cache-Control": FOR_A_YEAR})

    return Route("/fonts/{name:path}", font, methods=["GET"])
