"""Sign-ins of browsers: a cookie of chance whose hash is kept, with the day on which it ends."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from onrecord.desk.rows import add_row
from onrecord.desk.tokens import Token, hash_of
from onrecord.record.clock import clock_of
from onrecord.record.schema import sign_in, sign_out


@dataclass(frozen=True, slots=True)
class HeldSignIn:
    """A sign-in that holds: in whose name, and by which token; none on a desk that is open."""

    id: str
    user: str
    token: str | None


def begin(connection: Connection, user: str, token: Token | None, at: datetime, hours: int) -> tuple[str, datetime]:
    """Puts a new sign-in on record; its cookie and when it ends."""
    cookie, ends = secrets.token_urlsafe(32), at + timedelta(hours=hours)
    row = {
        "hash": hash_of(cookie),
        "user_name": user,
        "token_id": None if token is None else token.id,
        "expires": clock_of(ends),
        "recorded_at": clock_of(at),
    }
    add_row(connection, sign_in, row)
    return cookie, ends


def held(connection: Connection, cookie: str, now: datetime) -> HeldSignIn | None:
    """The sign-in of a cookie, unless it has ended."""
    row = _row(connection, cookie)
    if row is None or row.ended is not None or row.expires <= clock_of(now):
        return None
    return HeldSignIn(row.sign_in_id, row.user_name, row.token_id)


def end(connection: Connection, cookie: str, at: datetime) -> None:
    """Ends the sign-in of a cookie; nothing where there is none."""
    row = _row(connection, cookie)
    if row is not None and row.ended is None:
        connection.execute(sign_out.insert(), {"sign_in_id": row.sign_in_id, "recorded_at": clock_of(at)})


def _row(connection: Connection, cookie: str) -> Any:
    # The hash of what was shown is looked up, so that no comparison tells how much of a guess was right.
    ended = sign_out.c.recorded_at.label("ended")
    query = select(sign_in, ended).outerjoin(sign_out, sign_out.c.sign_in_id == sign_in.c.sign_in_id)
    return connection.execute(query.where(sign_in.c.hash == hash_of(cookie))).one_or_none()
