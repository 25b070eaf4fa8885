"""What an operation answers when it cannot do what was asked: one object, whatever went wrong."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from onrecord import errors
from onrecord.api.sending import json_response
from onrecord.record.places import shown

_STATUS: Mapping[str, int] = {
    "ClaimNotFound": 404,
    "ReportNotFound": 404,
    "PersonNotFound": 404,
    "StatementNotFound": 404,
    "PlaceNotFound": 404,
    "NotOnDesk": 404,
    "NotAllowed": 403,
    "TooManyTries": 429,
    "RecordMissing": 503,
    "RecordUnusable": 503,
    "PackageMissing": 503,
}
KINDS: Mapping[int, str] = {
    400: "BadRequest",
    401: "SignInNeeded",
    403: "NotAllowed",
    404: "NotFound",
    405: "MethodNotAllowed",
    413: "TooLarge",
    415: "UnsupportedMediaType",
    422: "BadParameters",
    500: "Fault",
}
_log = logging.getLogger(__name__)


class NotModified(Exception):
    """Who asks has the answer already, under the tag that it still has."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        super().__init__()
        self.headers = dict(headers)


def failure(
    status: int, kind: str, message: str, details: Any = None, headers: Mapping[str, str] | None = None
) -> Response:
    """An error as it is sent: `{"error": {"kind", "message", "details"}}`."""
    error = {"kind": kind, "message": message, "details": details}
    return json_response({"error": error}, status, {"Cache-Control": "no-store", **(headers or {})})


def status_of(error: errors.OnrecordError) -> int:
    """The status of an error by its class, or by the nearest class above it that has one; 400 for every other."""
    return next((_STATUS[kind.__name__] for kind in type(error).__mro__ if kind.__name__ in _STATUS), 400)


def answer_failures(api: FastAPI) -> None:
    """From now on every failure of the API is answered with the one object."""
    api.add_exception_handler(errors.OnrecordError, _refused)
    api.add_exception_handler(RequestValidationError, _invalid)
    api.add_exception_handler(HTTPException, _by_status)
    api.add_exception_handler(NotModified, _unchanged)
    api.add_exception_handler(Exception, _fault)


def _refused(request: Request, error: Exception) -> Response:
    status = status_of(error) if isinstance(error, errors.OnrecordError) else 500
    wait = {"Retry-After": str(error.seconds)} if isinstance(error, errors.TooManyTries) else None
    return failure(status, type(error).__name__, _without_place(request, str(error)), headers=wait)


def _without_place(request: Request, message: str) -> str:
    """The message with the record's name for its place, which is nobody's business beyond the machine."""
    desk = getattr(request.app.state, "desk", None)
    return message if desk is None else message.replace(shown(desk.record.place), desk.name)


def _invalid(_: Request, error: Exception) -> Response:
    found: Sequence[Any] = error.errors() if isinstance(error, RequestValidationError) else ()
    details = [{"where": [str(part) for part in one["loc"]], "message": _message(one)} for one in found]
    told = "; ".join(f"{' '.join(one['where'])}: {one['message']}" for one in details)
    return failure(422, KINDS[422], told or "the call makes no sense", details)


def _message(found: Mapping[str, Any]) -> str:
    return str(found["msg"]).removeprefix("Value error, ")


def _by_status(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    told = str(error.detail) if isinstance(error, HTTPException) else ""
    if status == 404:
        told = f"there is nothing at {request.url.path[:200]}; see /api for all there is"
    if status == 405:
        told = f"{request.method[:20]} is not for this address; see /api/docs"
    return failure(status, KINDS.get(status, "Error"), told, headers=headers)


def _unchanged(_: Request, error: Exception) -> Response:
    return Response(status_code=304, headers=error.headers if isinstance(error, NotModified) else None)


def _fault(_: Request, error: Exception) -> Response:
    _log.error("a call of the API failed", exc_info=error)
    return failure(500, KINDS[500], "onrecord itself failed on this call; that is a bug worth telling")
