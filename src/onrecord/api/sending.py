"""Answers as they are sent: JSON with readable characters, tables as CSV row by row, pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from starlette.responses import Response, StreamingResponse

from onrecord.contract import line

CSV = "text/csv"
_AT_ONCE = 200


def json_response(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """One JSON value; half characters, which UTF-8 has no bytes for, are sent as question marks."""
    return Response(line(value).encode("utf-8", "replace"), status, headers, "application/json")


def json_stream(values: Iterable[object], headers: Mapping[str, str]) -> Response:
    """All values as one JSON array, a line each, sent while it is written."""
    return StreamingResponse(_encoded(_array(values)), 200, headers, "application/json")


def csv_stream(rows: Iterable[str], name: str, headers: Mapping[str, str]) -> Response:
    """Rows of CSV as a file of that name."""
    told = {"Content-Disposition": f'attachment; filename="{name}.csv"', **headers}
    return StreamingResponse(_encoded(rows), 200, told, "text/csv; charset=utf-8")


def _array(values: Iterable[Any]) -> Iterator[str]:
    before = "[\n"
    for value in values:
        yield f"{before}{line(value)}"
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _encoded(parts: Iterable[str]) -> Iterator[bytes]:
    """The parts as UTF-8, several at once: each one sent alone would cost more than it takes to write it."""
    waiting: list[str] = []
    for part in parts:
        waiting.append(part)
        if len(waiting) >= _AT_ONCE:
            yield "".join(waiting).encode("utf-8", "replace")
            waiting.clear()
    if waiting:
        yield "".join(waiting).encode("utf-8", "replace")
