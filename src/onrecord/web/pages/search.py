"""Search: full text over reports and statements, and the claims that the words name."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.desk import Desk
from onrecord.desk.board import BoardPage, BoardView
from onrecord.errors import ClaimNotFound, UsageError
from onrecord.model import Act, SourceKind
from onrecord.record.search import Order
from onrecord.record.search.facets import Counted
from onrecord.web.asked import AsOf, TheDesk, day_asked
from onrecord.web.filters import day_words
from onrecord.web.pages.searchhits import hits_of
from onrecord.web.pages.searching import Asked, search
from onrecord.web.pages.searchprefix import wider
from onrecord.web.rendering import shown
from onrecord.web.wording import named

router = APIRouter()
CLAIMS_SHOWN = 40
Tab = Literal["reports", "statements", "claims"]


@router.get("/search")
def search_page(
    request: Request,
    desk: TheDesk,
    as_of: AsOf,
    q: Annotated[str, Query(max_length=400)] = "",
    kind: Tab | Literal[""] = "reports",
    outlet: Annotated[str, Query(max_length=400)] = "",
    month: Annotated[str, Query(pattern=r"^(\d{4}(-\d{2})?)?$")] = "",
    act: Act | Literal[""] = "",
    source: SourceKind | Literal[""] = "",
    party: Annotated[str, Query(max_length=400)] = "",
    since: Annotated[str, Query(max_length=40)] = "",
    until: Annotated[str, Query(max_length=40)] = "",
    order: Order | Literal[""] = "best",
    after: Annotated[str, Query(max_length=60)] = "",
) -> HTMLResponse:
    """What the words are found in, as of the day of the page."""
    first, last = day_asked(since, "since"), day_asked(until, "until")
    asked = Asked(
        words=q.strip(),
        kind="statements" if kind == "statements" else "reports",
        outlet=outlet or None,
        month=month or None,
        act=act or None,
        source=source or None,
        party=party or None,
        since=first,
        until=min((day for day in (last, as_of) if day is not None), default=None),
        order=order or "best",
        after=after or None,
    )
    values: dict[str, Any] = {"named_facets": named_facets, "month_facets": month_facets}
    values |= {"asked": asked, "tab": kind or "reports", "first": first, "last": last}
    nothing: dict[str, Any] = {"found": None, "hits": (), "claims": None, "known_party": None, "more": None}
    if not asked.words:
        return shown(request, "search.html", **values, **nothing, problem=None)
    try:
        with desk.record.asking() as connection:
            found = search(connection, asked, desk.record.aliases)
            more = wider(connection, asked, found)
            hits = hits_of(connection, found, whole=asked.kind == "statements")
    except UsageError as error:
        return shown(request, "search.html", 422, **values, **nothing, problem=str(error))
    party_name = next((name for key, name, _ in found.facets.parties if key == asked.party), asked.party)
    claims = claims_called(desk, asked.words, as_of, listed=kind == "claims")
    values |= {"found": found, "hits": hits, "claims": claims, "known_party": party_name, "more": more}
    return shown(request, "search.html", **values, problem=None)


def claims_called(desk: Desk, words: str, as_of: date | None, *, listed: bool) -> BoardPage:
    """The claims that have the words, none where no claim has; only how many, where they are not listed."""
    plain = " ".join(words.replace('"', " ").replace("*", " ").split())
    if not plain:
        return BoardPage((), 0)
    try:
        if listed:
            return desk.board.page(BoardView(words=plain, as_of=as_of, limit=CLAIMS_SHOWN))
        return BoardPage((), desk.board.count(plain, as_of))
    except ClaimNotFound:
        return BoardPage((), 0)


def named_facets(values: Counted) -> Counted:
    """Acts or kinds of source under the words that the pages use for them."""
    return tuple((value, named(value), count) for value, _, count in values)


def month_facets(values: Counted) -> Counted:
    """Years and months as they are read."""
    return tuple((value, day_words(value), count) for value, _, count in values)
