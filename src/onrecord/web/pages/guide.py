"""How to read the pages: what each mark and each word on them means."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.web.assets import static_address
from onrecord.web.rendering import shown
from onrecord.web.wording import SOURCES_MEAN, STANCES_MEAN, STANDINGS_MEAN

router = APIRouter()


@router.get("/help")
def help_page(request: Request) -> HTMLResponse:
    """What marks, stances, standings and kinds of source mean, and the keys."""
    return shown(request, "help.html", stances=STANCES_MEAN, standings=STANDINGS_MEAN, sources=SOURCES_MEAN)


@router.get("/favicon.ico")
def icon() -> RedirectResponse:
    """The icon of the desk, where browsers look for it by themselves."""
    return RedirectResponse(static_address("icon.svg"), 307)
