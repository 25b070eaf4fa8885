"""Pages made of templates: everything is escaped, and a name that a template does not know is an error."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from sqlalchemy import func, select

import onrecord
from onrecord.desk import Desk
from onrecord.desk.access import COOKIE, FORM_FIELD, Asker
from onrecord.desk.follows import FollowKind, Follows
from onrecord.desk.notes import Notes, Subject
from onrecord.record.schema import report
from onrecord.web.asked import addresses_of
from onrecord.web.dayline import DayLine, day_line
from onrecord.web.filters import FILTERS, harmless
from onrecord.web.navigation import ways

READY = 0.4
"""The share of the board that is worked out when it can be shown as it is now."""


@cache
def templates() -> Environment:
    """The templates of the desk."""
    made = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(FILTERS)
    made.globals["version"] = onrecord.__version__
    return made


def shown(request: Request, template: str, /, status: int = 200, **values: Any) -> HTMLResponse:
    """A page: the template with these values, and with what every page needs.

    Every page has `to` (addresses), `as_of`, `desk`, `called` (the record's name), `asker` (who looks, None for nobody),
    `ways`, `there` (the paths of all pages), `line` (the days of the record) and `csrf()`, the hidden field that each
    form with POST must have; `notes_on(kind, id)` gives the notes on a thing, `followed(kind, id)` whether whoever looks
    follows it.
    """
    return HTMLResponse(templates().get_template(template).render(common(request) | values), status)


def common(request: Request) -> dict[str, Any]:
    """What every page has besides its own values."""
    desk: Desk = request.app.state.desk
    to = addresses_of(request)
    asker: Asker | None = getattr(request.state, "asker", None)
    known = asker is not None and (asker.name is not None or bool(asker.scopes))
    return {
        "to": to,
        "as_of": to.as_of,
        "desk": desk,
        "called": desk.name if known else "who is",
        "asker": asker,
        "ways": ways(request.app.state.paths) if known else (),
        "there": request.app.state.paths,
        "line": line_of(desk, to.as_of) if known else None,
        "csrf": lambda: csrf_field(request),
        "notes_on": lambda kind, ident: Notes(desk.record).on(Subject(kind, ident)),
        "followed": lambda kind, ident: _is_followed(request, desk, kind, ident),
    }


def line_of(desk: Desk, as_of: date | None) -> DayLine | None:
    """The line of days, with what was added meanwhile; None while the board is still being read."""
    if desk.board.progress < READY:
        return None
    with desk.record.asking() as connection:
        undated = connection.scalar(select(func.count()).select_from(report).where(report.c.published.is_(None)))
    return day_line(desk.board.days, as_of, undated or 0)


def _is_followed(request: Request, desk: Desk, kind: FollowKind, ident: str) -> bool:
    asker = getattr(request.state, "asker", None)
    return asker is not None and asker.name is not None and Follows(desk.record).holds(asker.name, kind, ident)


def csrf_field(request: Request) -> Markup:
    """The hidden field that proves that a form came from one of these pages."""
    desk: Desk = request.app.state.desk
    token = desk.access.form_token(request.cookies.get(COOKIE))
    return Markup('<input type="hidden" name="{}" value="{}">').format(FORM_FIELD, token)
