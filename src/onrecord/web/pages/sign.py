"""Signing in with a token, or on one's own machine with a name; and out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import HTTPConnection

from onrecord.desk.access import COOKIE
from onrecord.web.asked import TheDesk
from onrecord.web.back import way_back
from onrecord.web.rendering import shown

router = APIRouter()
_Back = Annotated[str, Query(max_length=2_000)]


@router.get("/sign-in")
def sign_in_page(request: Request, desk: TheDesk, back: _Back = "/") -> HTMLResponse:
    """A field for a token or a name."""
    return _page(request, desk.access.open_desk() and _is_here(request), back)


@router.post("/sign-in")
def sign_in(
    request: Request,
    desk: TheDesk,
    given: Annotated[str, Form(max_length=400)] = "",
    back: Annotated[str, Form(max_length=2_000)] = "/",
) -> Response:
    """Lets in whoever gave a good token or, on an open desk, a name."""
    here = _is_here(request)
    client = request.client.host if request.client else ""
    signed = desk.access.sign_in(given.strip(), datetime.now(UTC), loopback=here, client=client)
    if signed is None:
        return _page(request, desk.access.open_desk() and here, back, wrong=True)
    answer = RedirectResponse(way_back(back), 303)
    answer.set_cookie(
        COOKIE,
        signed.cookie,
        max_age=signed.seconds,
        path="/",
        secure="https" in {request.url.scheme, request.headers.get("x-forwarded-proto", "")},
        httponly=True,
        samesite="lax",
    )
    return answer


@router.post("/sign-out")
def sign_out(request: Request, desk: TheDesk) -> Response:
    """Takes leave; the sign-in is worth nothing from now on."""
    desk.access.sign_out(request.cookies.get(COOKIE), datetime.now(UTC))
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(COOKIE, path="/")
    return answer


def _page(request: Request, by_name: bool, back: str, *, wrong: bool = False) -> HTMLResponse:
    status = 401 if wrong else 200
    return shown(request, "sign-in.html", status, by_name=by_name, back=way_back(back), wrong=wrong)


def _is_here(request: HTTPConnection) -> bool:
    return bool(getattr(request.state, "from_here", False))
