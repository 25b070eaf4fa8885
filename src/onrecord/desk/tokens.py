"""Tokens: who may ask from beyond this machine, and what they may do.

A token is shown once, when it is made; the record keeps its hash. It has 256 bits of chance, which nobody finds by
trying, so that SHA-256 without salt is enough; slow, salted hashes are for what people make up. Its first characters
stay readable, for telling tokens apart.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, cast, get_args

from sqlalchemy import Connection, Select, select

from onrecord.contract import canonical
from onrecord.desk.rows import Row, add_row, one_with_id, user_called
from onrecord.errors import NotOnDesk, UsageError
from onrecord.record import Record
from onrecord.record.clock import clock_of
from onrecord.record.schema import token as token_table
from onrecord.record.schema import token_revoked

Scope = Literal["read", "write", "review", "admin"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
"""What a token may allow: to read; to write notes, follow and ask; to review; and everything, for everybody."""
_MARK = "onr"


@dataclass(frozen=True, slots=True)
class Token:
    """A token as far as it is kept: whose it is, how it begins, what it allows, and to which day it holds."""

    id: str
    name: str
    prefix: str
    scopes: tuple[Scope, ...]
    expires: date | None
    made_at: str
    made_by: str
    revoked_at: str | None = None
    revoked_by: str | None = None

    def live(self, now: datetime) -> bool:
        """Whether it still holds: to the end of its last day, in UTC."""
        return self.revoked_at is None and (self.expires is None or clock_of(now)[:10] <= self.expires.isoformat())


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token just made, with the secret itself, which is not to be had again."""

    token: Token
    secret: str


class Tokens:
    """The tokens of a record."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def add(
        self,
        name: str,
        at: datetime,
        scopes: Iterable[str] = ("read",),
        expires: date | None = None,
        by: str = "",
    ) -> NewToken:
        """A new token for somebody, in whose name everything is done with it; `by` is who made it."""
        allowed = _scopes(scopes)
        if expires is not None and expires.isoformat() < clock_of(at)[:10]:
            raise UsageError(f"{expires} is past; give the last day on which the token is to hold")
        prefix = f"{_MARK}_{secrets.token_hex(4)}"
        secret = f"{prefix}_{secrets.token_urlsafe(32)}"
        user = user_called(name)
        row: Row = {
            "name": user,
            "prefix": prefix,
            "hash": hash_of(secret),
            "scopes": canonical(allowed),
            "expires": expires,
            "user_name": user_called(by or name),
            "recorded_at": clock_of(at),
        }
        with self._record.changing() as connection:
            ident = add_row(connection, token_table, row)
        return NewToken(Token(ident, user, prefix, allowed, expires, row["recorded_at"], row["user_name"]), secret)

    def all(self) -> tuple[Token, ...]:
        """Every token that was ever made, the oldest first."""
        with self._record.asking() as connection:
            rows = connection.execute(_held().order_by(token_table.c.recorded_at, token_table.c.token_id)).all()
        return tuple(map(_token, rows))

    def revoke(self, ident: str, at: datetime, by: str = "") -> Token:
        """Ends a token, given by its id or by how it begins, and every sign-in that was made with it."""
        with self._record.changing() as connection:
            rows = {row.token_id: row for row in connection.execute(_held()).all()}
            by_prefix = {row.prefix: row.token_id for row in rows.values()}
            found = by_prefix.get(ident) or one_with_id(list(rows), ident)
            if found is None:
                raise NotOnDesk(f"no token has the id {ident!r}, or begins so; see: onrecord token list")
            row = {
                "token_id": found,
                "user_name": user_called(by or rows[found].name),
                "recorded_at": clock_of(at),
            }
            if rows[found].revoked_at is None:
                connection.execute(token_revoked.insert(), row)
            return _token(connection.execute(_held().where(token_table.c.token_id == found)).one())


def token_shown(connection: Connection, secret: str, now: datetime) -> Token | None:
    """The live token that this is; None for any other text."""
    prefix = "_".join(secret.split("_")[:2])
    if not prefix.startswith(f"{_MARK}_") or not secret.isascii():
        return None
    row = connection.execute(_held().where(token_table.c.prefix == prefix)).one_or_none()
    if row is None or not hmac.compare_digest(row.hash, hash_of(secret)):
        return None
    found = _token(row)
    return found if found.live(now) else None


def looks_like_token(given: str) -> bool:
    """Whether a text begins as tokens do, so that it is never taken for a name and kept as one."""
    return given.strip().startswith(f"{_MARK}_")


def token_with_id(connection: Connection, ident: str) -> Token:
    """The token with this id."""
    return _token(connection.execute(_held().where(token_table.c.token_id == ident)).one())


def any_held(connection: Connection) -> bool:
    """Whether a token is on record that nobody has revoked; one that has run out still closes the desk."""
    return any(row.revoked_at is None for row in connection.execute(_held()))


def hash_of(secret: str) -> str:
    """SHA-256 of a secret of 256 bits, in hexadecimal digits."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _held() -> Select[Any]:
    ended = token_revoked
    columns = ended.c.recorded_at.label("revoked_at"), ended.c.user_name.label("revoked_by")
    return select(token_table, *columns).outerjoin(ended, ended.c.token_id == token_table.c.token_id)


def _scopes(given: Iterable[str]) -> tuple[Scope, ...]:
    asked = set(given)
    unknown = asked - set(SCOPES)
    if unknown or not asked:
        raise UsageError(f"a token allows some of {', '.join(SCOPES)}, not {', '.join(sorted(unknown)) or 'nothing'}")
    return tuple(scope for scope in SCOPES if scope in asked)


def _token(row: Any) -> Token:
    return Token(
        id=row.token_id,
        name=row.name,
        prefix=row.prefix,
        scopes=tuple(cast("list[Scope]", json.loads(row.scopes))),
        expires=row.expires,
        made_at=row.recorded_at,
        made_by=row.user_name,
        revoked_at=row.revoked_at,
        revoked_by=row.revoked_by,
    )
