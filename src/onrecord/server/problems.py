"""What is answered when a page cannot be: in the look of the desk, and without the inside of the program."""

from __future__ import annotations

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from onrecord.api.failures import status_of
from onrecord.errors import OnrecordError
from onrecord.web.rendering import shown

_HEADINGS = {
    400: "That cannot be asked",
    401: "Sign in first",
    403: "That is not allowed",
    404: "Not on record",
    405: "That cannot be done here",
    413: "Too much at once",
    422: "That cannot be asked",
    429: "Too many tries",
    500: "The desk failed on this page",
}
_log = logging.getLogger("onrecord.server")


def answer_problems(app: FastAPI) -> None:
    """Has the pages of an application answer errors as pages."""
    app.add_exception_handler(OnrecordError, _told)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _misasked)
    app.add_exception_handler(Exception, _failed)


async def problem(request: Request, status: int, words: str) -> Response:
    """A page that says what happened and what to do."""
    heading = _HEADINGS.get(status, HTTPStatus(status).phrase)
    return await run_in_threadpool(shown, request, "problem.html", status, heading=heading, words=words, code=status)


async def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, OnrecordError)  # noqa: S101 - it is registered for nothing else
    return await problem(request, status_of(error), str(error))


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - it is registered for nothing else
    words = "There is no such page." if error.status_code == HTTPStatus.NOT_FOUND else str(error.detail)
    response = await problem(request, error.status_code, words)
    response.headers.update(error.headers or {})
    return response


async def _misasked(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - it is registered for nothing else
    wrong = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors())
    return await problem(request, 422, wrong)


async def _failed(request: Request, error: Exception) -> Response:
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    try:
        return await problem(request, 500, "This is a fault of onrecord; the server's log says more of it.")
    except Exception:  # noqa: BLE001 - the page that says so must not fail on what made the other one fail
        return PlainTextResponse("The desk failed on this page.\n", 500)
