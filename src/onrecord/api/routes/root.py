"""What the API begins with: everything there is, and whether it works."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy import func, select
from starlette.responses import Response

from onrecord import __version__
from onrecord.api.asking import Reading
from onrecord.api.documented import answered
from onrecord.api.sending import json_response
from onrecord.contract import SCHEMA
from onrecord.record.schema import HEAD, report

router = APIRouter(tags=["desk"])
_TEXT = {"type": "string"}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


@router.get(
    "/",
    operation_id="listing",
    response_class=Response,
    responses=answered(
        _object(
            name=_TEXT,
            version=_TEXT,
            contract=_TEXT,
            asker=_object(name={"type": ["string", "null"]}, scopes={"type": "array", "items": _TEXT}),
            operations={
                "type": "array",
                "items": _object(id=_TEXT, method=_TEXT, address=_TEXT, summary=_TEXT),
            },
        ),
        "The operations.",
    ),
)
def listing(ask: Reading) -> Response:
    """Everything that can be asked here, and who you are to this desk."""
    document: dict[str, Any] = ask.request.app.openapi()
    operations = [
        {"id": one["operationId"], "method": method.upper(), "address": f"/api{path}", "summary": one["summary"]}
        for path, methods in document["paths"].items()
        for method, one in methods.items()
    ]
    asker = {"name": ask.asker.name, "scopes": sorted(ask.asker.scopes)}
    body = {"name": ask.desk.name, "version": __version__, "contract": SCHEMA, "asker": asker}
    return json_response(body | {"operations": operations}, headers=ask.headers)


@router.get(
    "/health",
    operation_id="health",
    response_class=Response,
    responses={
        200: {
            "description": "The record can be read.",
            "content": {
                "application/json": {
                    "schema": _object(status={"const": "ok"}, version=_TEXT, schema=_TEXT, ready={"type": "number"})
                }
            },
        },
        503: answered({}, "")[503],
    },
)
def health(request: Request) -> Response:
    """Whether the record can be read, and how much of the board is ready, 0 to 1; for whoever watches the server."""
    desk = request.app.state.desk
    with desk.record.asking() as connection:
        connection.execute(select(func.min(report.c.report_id))).one()
    body = {"status": "ok", "version": __version__, "schema": HEAD, "ready": desk.board.progress}
    return json_response(body, headers={"Cache-Control": "no-store"})
