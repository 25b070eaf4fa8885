"""Short refusals from before a page or the API is reached."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import PlainTextResponse, Response
from starlette.types import Scope

from onrecord.api.failures import failure


def refusal(scope: Scope, status: int, kind: str, words: str, headers: Mapping[str, str] | None = None) -> Response:
    """A refusal as whoever asks can read it: the API's one object of errors below `/api`, else a line of text."""
    if scope["path"].startswith("/api"):
        return failure(status, kind, words, headers=headers)
    return PlainTextResponse(f"{words}\n", status, dict(headers or {}))
