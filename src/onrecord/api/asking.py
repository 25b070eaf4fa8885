"""Who asks, and what he may: every operation but `/health` begins here.

An operation that changes something takes a token in `Authorization`, or a browser that is signed in and sends the token
of its forms, from a page of this very desk. A page of any other site is refused, also on the machine itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from onrecord.api.freshness import record_state, unless_held
from onrecord.desk.access import COOKIE, Asker
from onrecord.desk.board import Board
from onrecord.desk.desk import Desk
from onrecord.desk.doors import is_from_another_site, is_from_here
from onrecord.desk.tokens import Scope
from onrecord.record import Record

FORM_HEADER = "X-Form-Token"
_NAMELESS = "say who you are: sign in under a name, or start the desk with --user"
_SAFE = {"GET", "HEAD"}


@dataclass(frozen=True, slots=True)
class Asking:
    """One call: of which desk, by whom, and the headers that its answer carries.

    `state` is a text that is another one whenever anything was added to the record; empty where something is changed.
    """

    desk: Desk
    asker: Asker
    request: Request
    headers: Mapping[str, str]
    state: str = ""

    @property
    def record(self) -> Record:
        """The record that is asked."""
        return self.desk.record

    @property
    def board(self) -> Board:
        """The board of the desk, with all that was added by now."""
        self.desk.board.refresh()
        return self.desk.board

    @property
    def user(self) -> str:
        """The name under which something is put on record; 403 for somebody without one."""
        if self.asker.name is None:
            raise HTTPException(403, _NAMELESS)
        return self.asker.name

    @property
    def base(self) -> str:
        """The address of the desk, without a slash at the end."""
        return f"{self.request.url.scheme}://{self.request.url.netloc}"


def asker_of(request: Request) -> Asker:
    """Who asks, as the server let him in or, without a server around, as the desk knows him; 401 for nobody."""
    let_in = getattr(request.state, "asker", None)
    if isinstance(let_in, Asker):
        return let_in
    desk: Desk = request.app.state.desk
    peer = None if request.client is None else request.client.host
    found = desk.access.asker_for(
        request.headers.get("authorization"),
        request.cookies.get(COOKIE),
        desk.loopback and is_from_here(peer, request.headers),
        peer or "",
    )
    if found is None:
        raise HTTPException(
            401, "give a token that is in force: Authorization: Bearer …", {"WWW-Authenticate": "Bearer"}
        )
    return found


def from_this_desk(request: Request, asker: Asker) -> None:
    """Refuses, with 403, what another site's page has a browser send."""
    if asker.how == "token":
        return
    if is_from_another_site(request.headers):
        raise HTTPException(403, "a page of another site asked for this; only pages of this desk may")
    if asker.how == "sign-in":
        held = request.app.state.desk.access.form_token_holds(
            request.headers.get(FORM_HEADER), request.cookies.get(COOKIE)
        )
        if not held:
            raise HTTPException(
                403, f"send the token of the desk's forms in {FORM_HEADER}, or use a token of your own"
            )


def _may(scope: Scope) -> Any:
    def asking(request: Request) -> Asking:
        asker = asker_of(request)
        if request.method not in _SAFE:
            from_this_desk(request, asker)
        if asker.name is None and scope != "read":
            raise HTTPException(403, _NAMELESS)
        if not asker.may(scope):
            raise HTTPException(403, f"this takes the scope {scope!r}, which you do not have")
        desk: Desk = request.app.state.desk
        if request.method not in _SAFE:
            return Asking(desk, asker, request, {"Cache-Control": "no-store"})
        whose = f"{asker.name}/{asker.how}/{','.join(sorted(asker.scopes))}"
        # An answer off a board that is still taking reports in is not the one that the record will give then.
        state = f"{record_state(desk.record)} {desk.board.pending}"
        return Asking(desk, asker, request, unless_held(request, state, whose), state)

    asking.__name__ = f"may_{scope}"
    return asking


Reading = Annotated[Asking, Depends(_may("read"))]
Writing = Annotated[Asking, Depends(_may("write"))]
Reviewing = Annotated[Asking, Depends(_may("review"))]
Administering = Annotated[Asking, Depends(_may("admin"))]
