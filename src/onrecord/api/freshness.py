"""Whether somebody has an answer already: tags of the record's state, worked out without answering.

Rows of a record are only ever added, so that how many there are says which they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from sqlalchemy import Connection, func, select
from starlette.requests import Request

from onrecord import __version__
from onrecord.api.failures import NotModified
from onrecord.record import Record
from onrecord.record.schema import metadata, run

_GROWING = (
    *("report", "withdrawal", "judgement", "decision", "correction"),
    *("note", "follow", "looked", "watch", "finding", "hook", "delivery", "token", "token_revoked"),
)
"""The tables to which anything that can be asked for is added."""


def record_state(record: Record) -> str:
    """A text that is another one whenever anything was added to the record."""
    with record.asking() as connection:
        return _state(connection)


def unless_held(request: Request, state: str, whose: str) -> Mapping[str, str]:
    """The headers by which an answer can be asked for again; NotModified where who asks has it.

    `whose` names who asks, since some answers are only his.
    """
    asked = f"{__version__}\n{state}\n{whose}\n{request.url.path}\n{request.url.query}"
    tag = f'W/"{hashlib.sha256(asked.encode("utf-8", "replace")).hexdigest()[:24]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie"}
    given = {one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")}
    if tag.removeprefix("W/") in given:
        raise NotModified(headers)
    return headers


def _state(connection: Connection) -> str:
    counts = [
        select(func.count()).select_from(table).scalar_subquery()
        for table in (metadata.tables[name] for name in _GROWING)
    ]
    began = select(func.min(run.c.recorded_at)).scalar_subquery()
    ended = select(func.max(run.c.recorded_at)).scalar_subquery()
    return " ".join(map(str, connection.execute(select(began, ended, *counts)).one()))
