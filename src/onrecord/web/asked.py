"""What the address of a page asks for: the day as of which one looks, and the rest of its query."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Annotated

from fastapi import Depends, Query, Request

from onrecord.desk import Desk
from onrecord.errors import UsageError
from onrecord.intake import EARLIEST, LATEST
from onrecord.web.addresses import Addresses

_LONGEST, _MOST = 2_000, 40
"""What a page carries on of the address that asked for it: so many values of so many characters."""


def day_asked(text: str, name: str = "as_of") -> date | None:
    """A day of the query, None where the field is empty; UsageError for what is no day."""
    if not text.strip():
        return None
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"{name}: {text[:40]!r} is not a day; write it as YYYY-MM-DD, e.g. 2011-12-10") from None
    if not EARLIEST <= day <= LATEST:
        raise UsageError(f"{name}: {day} is no day a report can have been published; give one from {EARLIEST} on")
    return day


def as_of_asked(as_of: Annotated[str, Query(max_length=40)] = "") -> date | None:
    """The day as of which the page is shown."""
    return day_asked(as_of)


def addresses_of(request: Request) -> Addresses:
    """Addresses as seen from the page that is asked for; a day that is none is left out."""
    given = ((name, value) for name, value in request.query_params.multi_items() if 0 < len(value) <= _LONGEST)
    asked = tuple(islice(given, _MOST))
    try:
        as_of = day_asked(request.query_params.get("as_of", ""))
    except UsageError:
        as_of, asked = None, tuple(pair for pair in asked if pair[0] != "as_of")
    return Addresses(request.url.path, asked, as_of)


def desk_of(request: Request) -> Desk:
    """The desk that this server shows."""
    desk: Desk = request.app.state.desk
    return desk


AsOf = Annotated[date | None, Depends(as_of_asked)]
"""A parameter of a page: the day as of which it is shown."""
TheDesk = Annotated[Desk, Depends(desk_of)]
"""A parameter of a page: the desk."""
