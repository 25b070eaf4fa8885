"""Who holds an office as of a date, as reports tell it; two who are said to hold it at once both stand, as contested."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, select

from onrecord.record.components import components
from onrecord.record.schema import office, profile, report
from onrecord.resolution.actors.tenure import held_by_one, plain_office
from onrecord.resolution.names import folded, telling_words

GRACE = timedelta(days=30)
"""For so long after a report says it somebody counts as holding an office when the next report names another."""
_AT_ONCE = 400
_BESIDE = frozenset("deputy vice assistant acting former ex".split())


@dataclass(frozen=True, slots=True)
class OfficeSaying:
    """The words of one report that give somebody the office, or say that it is past."""

    report: str
    role: str
    hedged: bool
    former: bool
    told: date | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """Somebody who holds an office as of a date.

    `hedged` is true when no report says it outright. `first` and `last` are the days of publication between which
    reports say it, `since` and `until` the days that their texts give. `contested` is true when another is said to hold
    the same office, which has one holder, at the same time; nobody here decides between them.
    """

    identity: str
    name: str
    role: str
    of: str | None
    of_name: str | None
    hedged: bool
    first: date | None
    last: date | None
    since: date | None
    until: date | None
    contested: bool
    sayings: tuple[OfficeSaying, ...]


def office_holders(
    connection: Connection, role: str, bodies: Iterable[str] | None, as_of: date | None = None
) -> list[OfficeHolder]:
    """Those whom reports published by a date give the office, by the last report; without those said to have left it.

    `bodies` are the keys of the parties whose office it may be; None for any. A holder is followed by the next one when
    the office has one holder and the other is first named for it more than `GRACE` after the last report that says it of
    the first.
    """
    rows = _told(connection, role, None if bodies is None else set(bodies), as_of)
    members = components(connection, {row.known_as or row.actor_id for row in rows}, as_of)
    by_holder: dict[tuple[str | None, str], list[Any]] = defaultdict(list)
    for row in rows:
        component = members.get(row.known_as or row.actor_id)
        if component is not None:
            by_holder[row.body, component.id].append(row)
    holding = [(who, some) for (_, who), some in by_holder.items() if _still_holds(some, as_of)]
    texts = _texts(connection, (row.report_id for _, some in holding for row in some))
    holders = [_holder(some, who, texts) for who, some in holding]
    standing = [h for h in holders if not _followed(h, holders)]
    marked = [replace(h, contested=_contested(h, standing)) for h in standing]
    return sorted(marked, key=lambda h: (-(h.last or date.min).toordinal(), h.name, h.identity))


def bodies_called(connection: Connection, words: str, aliases: Mapping[str, Iterable[str]]) -> set[str]:
    """The keys of the parties that have an office in the record and this key, this name, or this other name."""
    wanted = folded(words)
    asked = set(telling_words(words))
    found = set()
    query = select(office.c.body, office.c.body_name).where(office.c.body.is_not(None)).distinct()
    for row in connection.execute(query):
        called = {folded(name) for name in (row.body_name or "", *aliases.get(row.body, ()))}
        if row.body == words or wanted in called or any(asked and asked <= set(name.split()) for name in called):
            found.add(row.body)
    return found


def _told(connection: Connection, role: str, bodies: set[str] | None, as_of: date | None) -> list[Any]:
    query = select(office, profile.c.known_as, profile.c.name).join_from(
        office, profile, office.c.actor_id == profile.c.actor_id
    )
    if bodies is not None:
        query = query.where(office.c.body.in_(sorted(bodies)))
    if as_of is not None:
        query = query.where(office.c.told <= as_of)
    wanted = plain_office(role)
    rows = [row for row in connection.execute(query) if _is_office(row.words, wanted)]
    return sorted(rows, key=lambda row: (row.told or date.min, row.office_id))


def _texts(connection: Connection, reports: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    ordered = sorted(set(reports))
    for at in range(0, len(ordered), _AT_ONCE):
        query = select(report.c.report_id, report.c.text).where(report.c.report_id.in_(ordered[at : at + _AT_ONCE]))
        found |= {row.report_id: row.text for row in connection.execute(query)}
    return found


def _is_office(words: str, wanted: str) -> bool:
    """`deputy chief` is asked for and found in `deputy chief of staff`, but `chief` is not found in `deputy chief`."""
    if words == wanted:
        return True
    held, asked = words.split(), wanted.split()
    return bool(asked) and set(asked) <= set(held) and not (set(held) - set(asked)) & _BESIDE


def _still_holds(rows: Sequence[Any], as_of: date | None) -> bool:
    """Whether the last that was told is that the office is held, and no text says that it had ended by then."""
    held = [row for row in rows if not row.former]
    if not held:
        return False
    left = max((row.told or date.min for row in rows if row.former), default=None)
    if left is not None and left >= (held[-1].told or date.min):
        return False
    until = held[-1].until
    return until is None or (as_of is not None and as_of <= until)


def _holder(rows: Sequence[Any], identity: str, texts: Mapping[str, str]) -> OfficeHolder:
    held = [row for row in rows if not row.former]
    days = [row.told for row in held if row.told is not None]
    fullest = max((row.name for row in rows), key=lambda name: (len(name.split()), len(name), name))
    return OfficeHolder(
        identity=identity,
        name=fullest,
        role=held[-1].role,
        of=held[-1].body,
        of_name=held[-1].body_name,
        hedged=all(row.hedged for row in held),
        first=min(days, default=None),
        last=max(days, default=None),
        since=min((row.since for row in held if row.since is not None), default=None),
        until=max((row.until for row in held if row.until is not None), default=None),
        contested=False,
        sayings=tuple(_saying(row, texts[row.report_id]) for row in rows),
    )


def _saying(row: Any, text: str) -> OfficeSaying:
    words = text[row.start : row.end]
    return OfficeSaying(row.report_id, row.role, row.hedged, row.former, row.told, row.start, row.end, words)


def _followed(holder: OfficeHolder, holders: Iterable[OfficeHolder]) -> bool:
    """Whether another was named for an office of one after the last report that named this one."""
    if not held_by_one(holder.role) or holder.last is None:
        return False
    later = (h.first for h in holders if h.of == holder.of and h.identity != holder.identity)
    return any(first is not None and first > holder.last + GRACE for first in later)


def _contested(holder: OfficeHolder, standing: Iterable[OfficeHolder]) -> bool:
    others = (h for h in standing if h.of == holder.of and h.identity != holder.identity)
    return held_by_one(holder.role) and any(plain_office(h.role) == plain_office(holder.role) for h in others)
