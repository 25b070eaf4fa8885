"""The links of a record as they are read: which statement bears on which matter, on what occasion, in which state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from onrecord.linking.glosses import figure_words
from onrecord.model import Figure, LinkState, Matter, Occasion, Stance
from onrecord.record.clock import clock_of
from onrecord.record.corrections import Correction
from onrecord.record.decisions import Decision
from onrecord.record.linkrows import figure_from, matter_from, occasion_from, site_from
from onrecord.record.lots import in_lots
from onrecord.record.schema import link, matter

_FEWEST_LETTERS = 4
_COLUMNS = [
    link.c[name]
    for name in (
        *("link_id", "statement_id", "matter_id", "report_id", "ordinal", "published", "stance", "score"),
        *("first_day", "last_day", "precision", "background", "ahead", "site", "unit", "low", "high", "about"),
    )
]


@dataclass(frozen=True, slots=True)
class HeldLink:
    """A statement's bearing on a claim: suggested by onrecord, or confirmed or rejected by a reviewer's `decision`.

    `correction` is what a reviewer said of the statement itself, if anything is in force; where that rejects it, all its
    links are rejected. `stance_given` is true where a reviewer named the stance.
    """

    id: str
    statement: str
    report: str
    matter: str
    ordinal: int
    published: date | None
    stance: Stance
    score: float
    occasion: Occasion
    figure: Figure | None
    state: LinkState = "suggested"
    decision: Decision | None = None
    moved: Decision | None = None
    correction: Correction | None = None
    stance_given: bool = False


def matters_held(
    connection: Connection, idents: Iterable[str] | None = None, known_at: datetime | None = None
) -> dict[str, Matter]:
    """The matters of the record, or some of them, by id; with `known_at` those that it had recorded by then."""
    query = select(matter)
    if known_at is not None:
        query = query.where(matter.c.recorded_at <= clock_of(known_at))
    if idents is None:
        return {row.matter_id: matter_from(row) for row in connection.execute(query).all()}
    found: dict[str, Matter] = {}
    for some in in_lots(idents):
        rows = connection.execute(query.where(matter.c.matter_id.in_(some)))
        found |= {row.matter_id: matter_from(row) for row in rows}
    return found


@dataclass(slots=True)
class Told:
    """What links tell of all occasions of a matter: words for their places and figures, the first and the last day."""

    words: set[str] = field(default_factory=set)
    first: date | None = None
    last: date | None = None


def told_of_matters(connection: Connection, known_at: datetime | None = None) -> dict[str, Told]:
    """What the links of each matter tell that its gloss does not."""
    columns = [link.c[name] for name in ("matter_id", "site", "unit", "low", "high", "about")]
    days = func.min(link.c.first_day).label("first_day"), func.max(link.c.last_day).label("last_day")
    found: dict[str, Told] = defaultdict(Told)
    for row in connection.execute(_seen(select(*columns, *days), None, known_at).group_by(*columns)):
        told, site, figure = found[row.matter_id], site_from(row), figure_from(row)
        told.words |= {words for words in (site and site.name, figure and figure_words(figure)) if words}
        told.first = min((d for d in (told.first, row.first_day) if d is not None), default=None)
        told.last = max((d for d in (told.last, row.last_day) if d is not None), default=None)
    return found


def links_of(
    connection: Connection,
    matters: Iterable[str] | None,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> list[HeldLink]:
    """The links of some matters (of all, for None) in reports that were published and recorded by then."""
    query = _seen(select(*_COLUMNS), as_of, known_at)
    if matters is None:
        return [_held(row) for row in connection.execute(query).all()]
    found: list[HeldLink] = []
    for some in in_lots(matters):
        found += [_held(row) for row in connection.execute(query.where(link.c.matter_id.in_(some))).all()]
    return found


def link_ids_of(connection: Connection, matters: Iterable[str]) -> dict[str, str]:
    """The ids of all links of some matters, each with its statement."""
    query = select(link.c.link_id, link.c.statement_id)
    rows = (row for some in in_lots(matters) for row in connection.execute(query.where(link.c.matter_id.in_(some))))
    return {row.link_id: row.statement_id for row in rows}


def links_with_ids(connection: Connection, idents: Iterable[str]) -> list[HeldLink]:
    """The links with these ids; ids that no link has are left out."""
    query = select(*_COLUMNS)
    batches = (connection.execute(query.where(link.c.link_id.in_(some))) for some in in_lots(idents))
    return [_held(row) for rows in batches for row in rows]


def links_called(connection: Connection, ident: str, known_at: datetime | None = None) -> list[tuple[str, str]]:
    """The links with this id, or else with ids that begin so, each with its matter; a few of them where many do."""
    query = _seen(select(link.c.link_id, link.c.matter_id), None, known_at).order_by(link.c.link_id)
    rows = connection.execute(query.where(link.c.link_id == ident)).all()
    if not rows and len(ident) >= _FEWEST_LETTERS and set(ident) <= set("0123456789abcdef"):
        begins = (link.c.link_id >= ident, link.c.link_id < ident + "g")
        rows = connection.execute(query.where(*begins).limit(50)).all()
    return [(row.link_id, row.matter_id) for row in rows]


def _seen(query: Select[Any], as_of: date | None, known_at: datetime | None) -> Select[Any]:
    if as_of is not None:
        query = query.where(link.c.published <= as_of)
    if known_at is not None:
        query = query.where(link.c.recorded_at <= clock_of(known_at))
    return query


def _held(row: Any) -> HeldLink:
    return HeldLink(
        row.link_id,
        row.statement_id,
        row.report_id,
        row.matter_id,
        row.ordinal,
        row.published,
        row.stance,
        row.score,
        occasion_from(row),
        figure_from(row),
    )
