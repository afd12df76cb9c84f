"""Pages from templates, and the one style sheet and one script they use, named by their content."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from assessment.errors import NotFound, PlumblineError
from language.translation import _, language_in_use, ngettext
from web.fonts import FOR_A_YEAR
from web.problems import RETRY_AFTER, STATUS

FOLDER = Path(__file__).parent
KINDS = {".css": "text/css", ".js": "text/javascript"}


def read_assets(folder: Path = FOLDER) -> Mapping[str, tuple[bytes, str]]:
    """Content and media type by a name such as `phone-3f9a1c20b7d4.css`; read once."""
    found = {}
    for file in sorted(path for path in folder.iterdir() if path.suffix in KINDS):
        content = file.read_bytes()
        digest = hashlib.sha256(content).hexdigest()[:12]
        found[f"{file.stem}-{digest}{file.suffix}"] = (content, KINDS[file.suffix])
    return found


def asset_route(assets: Mapping[str, tuple[bytes, str]]) -> Route:
    """`/phone/{name}`: may be kept for good, because other content has another name."""

    async def asset(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in assets:
            raise NotFound(name)
        content, kind = assets[name]
        return Response(content, media_type=kind, headers={"Cache-Control": FOR_A_YEAR})

    return Route("/phone/{name:path}", asset, methods=["GET"])


class PageRenderer:
    """Draws pages. Whatever people typed is escaped by the templates."""

    def __init__(self, assets: Mapping[str, tuple[bytes, str]]) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(FOLDER / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        for name in self._templates.list_templates():
            self._templates.get_template(name)  # compiled before sixty phones ask for it at once
        names = {kind: f"/phone/{name}" for name, (_content, kind) in assets.items()}
        self._templates.globals.update(
            _=_, ngettext=ngettext, style=names["text/css"], script=names["text/javascript"]
        )

    def page(self, template: str, status: int = 200, /, **shown: Any) -> HTMLResponse:
        """The page as a response that nobody keeps."""
        given = {
            "language": language_in_use(),
            "state": None,
            "problem": None,
            "step": None,
            "here": template,
            "resume_code": None,
        }
        text = self._templates.get_template(f"{template}.html").render(given | shown)
        headers = {"Retry-After": RETRY_AFTER[status]} if status in RETRY_AFTER else {}
        return HTMLResponse(text, status, headers)


def status_of(error: PlumblineError) -> int:
    """The HTTP status of one of our own errors."""
    return next((status for kind, status in STATUS if isinstance(error, kind)), 500)
