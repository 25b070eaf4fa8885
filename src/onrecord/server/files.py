"""The styles, scripts and pictures of the pages, kept by browsers until they change."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from onrecord.web.assets import FOLDER, static_address

_FOR_EVER = "public, max-age=31536000, immutable"


class Files(StaticFiles):
    """The files below `web/static`; under the address that names their content they stay good for ever."""

    def __init__(self) -> None:
        super().__init__(directory=FOLDER)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or 404."""
        response = await super().get_response(path, scope)
        if response.status_code in {200, 304} and _names_content(path, scope):
            response.headers["Cache-Control"] = _FOR_EVER
        return response


def _names_content(path: str, scope: Scope) -> bool:
    query: Mapping[str, list[str]] = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    return static_address(path).endswith(f"?v={query.get('v', [''])[0]}")
