"""The API as an application of its own, to be mounted under `/api`: `app.mount("/api", api_for(desk))`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from starlette.responses import Response

from onrecord import __version__
from onrecord.api.failures import answer_failures
from onrecord.api.openapi import document
from onrecord.api.reference import PageMaker, plain_page, reference_page, stylesheet
from onrecord.api.remembering import Remembered
from onrecord.api.routes import ROUTERS
from onrecord.desk.desk import Desk

DESCRIPTION = """Who is on record saying, confirming or denying what, and where each claim stands as of any day.

Every question of the command line is here, with the same objects that it prints with `--format json`. Lists come in
pages: give `next` of one as `after` of the next. Each table is there whole as well, as `.json` and as `.csv`. An answer
carries an `ETag`; send it as `If-None-Match`, and as long as nothing was added you get 304. On the machine itself no
token is needed as long as none was made; from elsewhere send one: `Authorization: Bearer …`."""


class Api(FastAPI):
    """The API of one desk."""

    def openapi(self) -> dict[str, Any]:
        """The document that describes every operation, made once."""
        if self.openapi_schema is None:
            self.openapi_schema = document(self)
        return self.openapi_schema


def api_for(desk: Desk, page: PageMaker = plain_page) -> Api:
    """The API of a desk; `page` makes a whole page of the reference, given its title and its HTML."""
    api = Api(
        title="onrecord",
        version=__version__,
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        swagger_ui_oauth2_redirect_url=None,
        redirect_slashes=False,
        separate_input_output_schemas=False,
    )
    api.state.desk = desk
    api.state.remembered = Remembered()
    answer_failures(api)
    for router in ROUTERS:
        api.include_router(router)
    _add_reference(api, page)
    return api


def _add_reference(api: Api, page: PageMaker) -> None:
    def docs() -> Response:
        made = page("The API", reference_page(api.openapi()))
        return Response(made.encode("utf-8", "replace"), media_type="text/html; charset=utf-8")

    def style() -> Response:
        return Response(stylesheet(), media_type="text/css; charset=utf-8")

    routes: list[tuple[str, Callable[[], Response]]] = [("/docs", docs), ("/docs.css", style)]
    for path, endpoint in routes:
        api.add_api_route(path, endpoint, include_in_schema=False, response_class=Response)
