"""Who looks at a page, and what they may do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, HTTPException, Request

from onrecord.desk.access import COOKIE, FORM_FIELD, Asker
from onrecord.desk.doors import is_from_another_site
from onrecord.desk.tokens import Scope as Right
from onrecord.web.asked import TheDesk

_READING = frozenset({"GET", "HEAD", "OPTIONS"})


def asker_of(request: Request) -> Asker:
    """Who asks; the server has let nobody through who may not read."""
    asker: Asker = request.state.asker
    return asker


TheAsker = Annotated[Asker, Depends(asker_of)]
"""A parameter of a page: who asks."""


async def form_checked(request: Request, desk: TheDesk, asker: TheAsker) -> None:
    """Lets a form through only if it was made by one of these pages, for somebody who may write."""
    if request.method in _READING:
        return
    if asker.how != "token" and is_from_another_site(request.headers):
        raise HTTPException(403, "The form came from a page of another site; only pages of this desk may send it.")
    form = await request.form()
    given = form.get(FORM_FIELD)
    held = desk.access.form_token_holds(given if isinstance(given, str) else None, request.cookies.get(COOKIE))
    if asker.how != "token" and not held:
        raise HTTPException(
            403, "The form was too old or came from elsewhere. Go back, load the page again and retry."
        )
    if not request.url.path.startswith("/sign-"):
        _demand(request, asker, "write")


def may(right: Right) -> Callable[[Request, Asker], Asker]:
    """A dependency that gives who asks, if they have this right: `Annotated[Asker, Depends(may("review"))]`."""

    def allowed(request: Request, asker: TheAsker) -> Asker:
        _demand(request, asker, right)
        return asker

    return allowed


def _demand(request: Request, asker: Asker, right: Right) -> None:
    if asker.name is None:
        back = request.url.path if request.method in _READING else request.headers.get("referer", "/")
        raise HTTPException(303, "Give your name first.", {"Location": f"/sign-in?back={quote(back, safe='')}"})
    if not asker.may(right):
        raise HTTPException(403, f"Your token does not allow this; it needs the right “{right}”.")
