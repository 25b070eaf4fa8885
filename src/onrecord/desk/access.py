"""Who asks, and what they may do. Nothing is allowed that is not allowed here.

As long as the record holds no token, or all were revoked, the desk is open to whoever sits at this machine, in whatever
name they give. From the first token on everybody shows one, or signs in with one; from beyond this machine that is so
from the start.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection

from onrecord.desk import signing
from onrecord.desk.rows import user_called
from onrecord.desk.tokens import SCOPES, Scope, Token, any_held, looks_like_token, token_shown, token_with_id
from onrecord.desk.tries import Tries
from onrecord.record import Record
from onrecord.settings import settings

How = Literal["token", "sign-in", "loopback"]
COOKIE = "onrecord_sign_in"
"""The cookie of a sign-in: HttpOnly, SameSite=Lax, and Secure wherever the desk is reached by https."""
FORM_FIELD = "form_token"
"""The field of every form that changes something, filled by `Access.form_token`."""
_BEARER = "bearer"
_FORM = b"a form of the desk"


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody who asks: by which name, and what for; no name only on an open desk where nobody has given one."""

    name: str | None
    scopes: frozenset[Scope]
    how: How

    def may(self, scope: Scope) -> bool:
        """Whether it is allowed: reading to all, everything to `admin`, and what leaves a trace only under a name."""
        if scope == "read":
            return True
        return self.name is not None and (scope in self.scopes or "admin" in self.scopes)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A sign-in just made: who it is, the cookie to set, and for how long it holds."""

    asker: Asker
    cookie: str
    seconds: int
    expires: datetime


class Access:
    """The door of the desk; safe to use from several threads."""

    def __init__(
        self, record: Record, *, user: str | None = None, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        """`user` is in whose name an open desk is used where nobody has signed in."""
        self._record = record
        self._user = None if user is None else user_called(user)
        self._clock = clock
        self._tries = Tries()
        self._secret = secrets.token_bytes(32)

    def open_desk(self) -> bool:
        """Whether no token is on record but revoked ones, so that at this machine none is needed."""
        with self._record.asking() as connection:
            return not any_held(connection)

    def asker_for(
        self, authorization: str | None, cookie: str | None, loopback: bool, client: str = ""
    ) -> Asker | None:
        """Who asks with these headers; None for whom nothing is allowed.

        `loopback` says that the request comes from this machine and that nobody passed it on. A token that is shown has
        to be right, whatever else is. TooManyTries for a wrong one where `client`, an address, has shown too many.
        """
        if authorization is not None:
            return self._by_token(authorization, client)
        with self._record.asking() as connection:
            is_open = loopback and not any_held(connection)
            signed = None if cookie is None else self._by_cookie(connection, cookie, is_open=is_open)
        if signed is None and is_open:
            return _anybody(self._user)
        return signed

    def sign_in(self, given: str, at: datetime, *, loopback: bool, client: str = "") -> SignedIn | None:
        """Signs somebody in with a token, or with only a name at the machine of an open desk; None for a wrong token."""
        with self._record.asking() as connection:
            by_name = loopback and not looks_like_token(given) and not any_held(connection)
        if by_name:
            return self._signed_in(_anybody(user_called(given)), None, at)
        token = self._token(given.strip(), client)
        return None if token is None else self._signed_in(_holder(token, "sign-in"), token, at)

    def sign_out(self, cookie: str | None, at: datetime) -> None:
        """Ends a sign-in; nothing where there is none."""
        if cookie is not None:
            with self._record.changing() as connection:
                signing.end(connection, cookie, at)

    def form_token(self, cookie: str | None) -> str:
        """What a form has to bring along, so that no other site can send it in somebody's name.

        It belongs to the sign-in and to this run of the desk, so that nobody who can set a cookie can work it out.
        """
        whose = b"" if cookie is None else b"\0" + cookie.encode("utf-8", "surrogatepass")
        return hmac.new(self._secret, _FORM + whose, "sha256").hexdigest()

    def form_token_holds(self, given: str | None, cookie: str | None) -> bool:
        """Whether a form brought along what it was given."""
        told = (given or "").encode("utf-8", "surrogatepass")
        return hmac.compare_digest(told, self.form_token(cookie).encode())

    def _by_token(self, authorization: str, client: str) -> Asker | None:
        scheme, _, secret = authorization.partition(" ")
        token = self._token(secret.strip() if scheme.lower() == _BEARER else "", client)
        return None if token is None else _holder(token, "token")

    def _token(self, secret: str, client: str) -> Token | None:
        with self._record.asking() as connection:
            token = token_shown(connection, secret, self._clock())
        if token is None:
            # Only wrong ones have to wait: behind a proxy all have one address, and nobody shuts the others out.
            self._tries.check(client)
            self._tries.wrong(client)
        return token

    def _by_cookie(self, connection: Connection, cookie: str, *, is_open: bool) -> Asker | None:
        found = signing.held(connection, cookie, self._clock())
        if found is None:
            return None
        if found.token is None:
            return _anybody(found.user) if is_open else None
        token = token_with_id(connection, found.token)
        return _holder(token, "sign-in") if token.live(self._clock()) else None

    def _signed_in(self, asker: Asker, token: Token | None, at: datetime) -> SignedIn:
        hours = settings().sign_in_hours
        with self._record.changing() as connection:
            cookie, ends = signing.begin(connection, asker.name or "", token, at, hours)
        return SignedIn(asker, cookie, hours * 3600, ends)


def _holder(token: Token, how: How) -> Asker:
    return Asker(token.name, frozenset(token.scopes), how)


def _anybody(name: str | None) -> Asker:
    return Asker(name, frozenset(SCOPES), "loopback")
