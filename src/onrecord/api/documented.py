"""What `openapi.json` says of every operation: its answers, their headers, and what can go wrong."""

from __future__ import annotations

from typing import Any

from onrecord.api.shapes.catalogue import ERROR

Json = dict[str, Any]
_FAILURES = {
    400: "What was asked makes no sense for this record.",
    401: "A token is needed.",
    403: "Who asks may not do this.",
    404: "There is no such thing on record.",
    413: "The body is too large.",
    415: "The body is not JSON.",
    422: "A parameter, or the body, is not written as it should be.",
    429: "Too many wrong tokens; wait a minute.",
    500: "onrecord itself failed.",
    503: "The record cannot be used now.",
}
_HEADERS: Json = {
    "ETag": {
        "schema": {"type": "string"},
        "description": "Send it as `If-None-Match` to be told whether it changed.",
    },
    "Cache-Control": {"schema": {"type": "string"}},
}


def answered(schema: Json, words: str, *, media: str = "application/json", status: int = 200) -> dict[int | str, Any]:
    """The `responses` of an operation that answers with one value of a schema."""
    good: Json = {"description": words, "content": {media: {"schema": schema}}}
    if status == 200:
        good["headers"] = _HEADERS
    return {status: good} | _always(readable=status == 200)


def done(schema: Json, words: str, status: int = 200) -> dict[int | str, Any]:
    """The `responses` of an operation that puts something on record."""
    return {status: {"description": words, "content": {"application/json": {"schema": schema}}}} | _always(
        readable=False
    )


def text(words: str, media: str) -> dict[int | str, Any]:
    """The `responses` of an operation that answers with a text."""
    return answered({"type": "string"}, words, media=media)


def _always(*, readable: bool) -> dict[int | str, Any]:
    failed: dict[int | str, Any] = {
        status: {"description": words, "content": {"application/json": {"schema": ERROR}}}
        for status, words in _FAILURES.items()
        if not (readable and status in {413, 415})
    }
    unchanged: dict[int | str, Any] = (
        {304: {"description": "You have it already.", "headers": _HEADERS}} if readable else {}
    )
    return unchanged | failed
