"""Who is let in: every request is somebody's, or is refused."""

from __future__ import annotations

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.desk import Desk
from onrecord.desk.access import COOKIE, Asker
from onrecord.desk.doors import is_from_here
from onrecord.errors import TooManyTries
from onrecord.server.refusals import refusal

_OPEN = frozenset({"/sign-in", "/sign-out"})


class Entry:
    """Lets in whom the desk knows; sends others to /sign-in, or refuses them where a program asks."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self.app = app
        self.desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on the requests of those who may read."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        if scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
            return
        asked = await run_in_threadpool(self._asker, request)
        if isinstance(asked, Response):
            await asked(scope, receive, send)
            return
        request.state.asker = asked
        request.state.from_here = from_here(request, self.desk)
        await self.app(scope, receive, send)

    def _asker(self, request: Request) -> Asker | Response:
        headers = request.headers
        client = request.client.host if request.client else ""
        try:
            asker = self.desk.access.asker_for(
                headers.get("authorization"), request.cookies.get(COOKIE), from_here(request, self.desk), client
            )
        except TooManyTries as error:
            return refusal(request.scope, 429, "TooManyTries", str(error), {"Retry-After": str(error.seconds)})
        if asker is not None:
            return asker
        if request.scope["path"] in _OPEN:
            return Asker(None, frozenset(), "sign-in")
        return _refusal(request)


def from_here(request: Request, desk: Desk) -> bool:
    """Whether a request comes from this machine itself, on a desk that nobody else is meant to reach."""
    client = request.client.host if request.client else None
    return desk.loopback and is_from_here(client, request.headers)


def _refusal(request: Request) -> Response:
    path, query = request.scope["path"], request.scope["query_string"].decode("latin-1")
    if request.method in {"GET", "HEAD"} and not path.startswith("/api"):
        back = path + (f"?{query}" if query else "")
        return RedirectResponse(f"/sign-in?back={quote(back, safe='')}", 303)
    words = "A token is needed here: send it as Authorization: Bearer TOKEN; onrecord token add makes one."
    return refusal(request.scope, 401, "SignInNeeded", words, {"WWW-Authenticate": "Bearer"})
