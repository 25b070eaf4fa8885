"""The board: claims against parties, as of any day."""

from __future__ import annotations

from typing import Annotated, get_args

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.desk import Desk
from onrecord.desk.board import BoardPage, BoardView, Counted, Sort
from onrecord.errors import ClaimNotFound, UsageError
from onrecord.web.asked import AsOf, TheDesk, day_asked
from onrecord.web.claim.aside import bodies_on, unknown_speakers
from onrecord.web.matrix import Columns, matrix
from onrecord.web.rendering import READY, shown
from onrecord.web.wording import named

router = APIRouter()
LINES = 50
"""Claims on one page of the board."""
_ORDERS: dict[Sort, str] = {
    "reported": "most reported",
    "latest": "latest report",
    "moved": "latest move",
}
_STANDINGS = (
    "disputed",
    "confirmed-by-both",
    "claimed-by-one-side",
    "claimed-by-third-party",
    "claimed-anonymously",
    "denied",
    "unreported",
)
_MOST_CHOICES = 60
_Field = Annotated[str, Query(max_length=400)]


@router.get("/")
def claims_page(
    request: Request,
    desk: TheDesk,
    as_of: AsOf,
    q: _Field = "",
    party: _Field = "",
    place: _Field = "",
    type: _Field = "",  # noqa: A002 - the name in the address is the contract's
    standing: _Field = "",
    since: _Field = "",
    sort: _Field = "",
    columns: _Field = "",
    after: _Field = "",
) -> HTMLResponse:
    """The board of claims as of a day, narrowed and sorted as the address says."""
    view = BoardView(
        words=q.strip() or None,
        party=party or None,
        place=place or None,
        type=type or None,
        standing=_standing(standing),
        as_of=as_of,
        since=day_asked(since, "since"),
        sort=_order(sort),
        limit=LINES,
        after=after or None,
    )
    if desk.board.progress < READY:
        return shown(request, "claims/waiting.html", progress=desk.board.progress)
    page, unknown = _page(desk, view)
    return shown(
        request,
        "claims.html",
        view=view,
        page=page,
        matrix=matrix(page.lines, _columns(columns), bodies_on(desk, page.lines, as_of)),
        unknown_speakers=unknown_speakers(desk, page.lines),
        columns=columns,
        unknown=unknown,
        orders=_ORDERS,
        choices=_choices(page, view),
        chosen=_chosen(page, view),
    )


def _page(desk: Desk, view: BoardView) -> tuple[BoardPage, str | None]:
    """The page, and why it is empty if no claim has the words at all."""
    try:
        return desk.board.page(view), None
    except ClaimNotFound as nothing:
        return BoardPage((), 0), str(nothing)


def _order(sort: str) -> Sort:
    for order in get_args(Sort):
        if sort == order:
            return order  # type: ignore[no-any-return]
    if sort:
        raise UsageError(f"sort: {sort[:40]!r} is no order; give one of {', '.join(get_args(Sort))}")
    return "reported"


def _columns(columns: str) -> Columns | None:
    for kind in get_args(Columns):
        if columns == kind:
            return kind  # type: ignore[no-any-return]
    if columns:
        raise UsageError(f"columns: {columns[:40]!r} is not known; give one of {', '.join(get_args(Columns))}")
    return None


def _standing(standing: str) -> str | None:
    if standing and standing not in _STANDINGS:
        raise UsageError(f"standing: {standing[:40]!r} is no standing; give one of {', '.join(_STANDINGS)}")
    return standing or None


def _choices(page: BoardPage, view: BoardView) -> dict[str, list[tuple[str, str, int]]]:
    """What each list of the form offers: value, words and how many claims there would be."""
    facets = page.facets
    return {
        "type": _offered(facets.types, view.type),
        "standing": sorted(_offered(facets.standings, view.standing), key=lambda one: _STANDINGS.index(one[0])),
        "party": _offered(facets.parties, view.party),
        "place": _offered(facets.places, view.place),
    }


def _offered(counted: tuple[Counted, ...], chosen: str | None) -> list[tuple[str, str, int]]:
    """The most frequent values, and the chosen one wherever it stands."""
    some = [one for n, one in enumerate(counted) if n < _MOST_CHOICES or one.value == chosen]
    offered = [(one.value, named(one.name), one.claims) for one in some]
    if chosen is not None and all(value != chosen for value, _, _ in offered):
        offered.append((chosen, named(chosen), 0))
    return offered


def _chosen(page: BoardPage, view: BoardView) -> list[tuple[str, str]]:
    """What narrows the board, field and words, to be taken out again."""
    given = {"q": view.words, "party": view.party, "place": view.place, "type": view.type, "standing": view.standing}
    names = {(field, value): words for field, offered in _choices(page, view).items() for value, words, _ in offered}
    return [(field, names.get((field, value), value)) for field, value in given.items() if value is not None]
