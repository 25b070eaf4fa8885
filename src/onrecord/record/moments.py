"""When a testimony was given, which testimonies are seen as of a date, and which of them count.

A testimony's time is when it was said, or when the report was published if the report does not say. A time known only
to the month may be any day of it: it stands in order at the last, so that "last month" never comes before a day that
is known, and it overrides nothing that may have been said after it. A report that is published without a date is seen
only when no date is asked for; it comes first in order, so that what it says never overrides what is dated.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from onrecord.model import Precision, Testimony

Moment = tuple[date, date, str]
NEVER: Moment = (date.min, date.min, "")
_LATEST: dict[Precision, int] = {"week": 6, "season": 91, "year": 364}
_NO_TIME = frozenset[Precision | None]({"duration", "decade"})


def said_on(testimony: Testimony) -> date | None:
    """The day, or the first day of the week, month or year, that the report gives for the saying.

    A span of years ("over the last decade") is no time of saying, and a day after publication is a misreading.
    """
    said, published = testimony.said_first, testimony.published
    if said is None or testimony.said_precision in _NO_TIME:
        return None
    return None if published is not None and said > published else said


def first_day(testimony: Testimony) -> date | None:
    """The first day on which it may have been said; when the report was published, if that is all that is known."""
    said = said_on(testimony)
    return testimony.published if said is None else said


def last_day(testimony: Testimony) -> date | None:
    """The last day on which it may have been said, which is never after publication."""
    said = said_on(testimony)
    if said is None:
        return testimony.published
    end = said + timedelta(days=_LATEST.get(testimony.said_precision or "day", 0))
    if testimony.said_precision == "month":
        end = said.replace(day=monthrange(said.year, said.month)[1])
    return min(end, testimony.published or end)


def moment(testimony: Testimony) -> Moment:
    """Orders testimonies: by time, then by publication, then by statement id; without any date first."""
    published = testimony.published or date.min
    day = published if testimony.said_first is None else last_day(testimony) or date.min
    return day, published, testimony.statement


def known_first(testimonies: Iterable[Testimony]) -> Testimony:
    """The first of testimonies in order of their time; one whose time nobody knows only where no other is."""
    return min(testimonies, key=lambda testimony: (last_day(testimony) is None, moment(testimony)))


def iso_day(testimony: Testimony) -> str | None:
    """Its time as an ISO 8601 date, as precise as it is known: `2011-12-10`, `2011-W49`, `2011-11`, `2011`."""
    day = first_day(testimony)
    if day is None:
        return None
    precision = None if said_on(testimony) is None else testimony.said_precision
    if precision == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    return day.isoformat()[: {"month": 7, "season": 4, "year": 4}.get(precision or "day", 10)]


def seen(testimonies: Iterable[Testimony], as_of: date | None) -> list[Testimony]:
    """The testimonies published on or before a date, in order of their time; all of them for None."""
    visible = (t for t in testimonies if as_of is None or (t.published is not None and t.published <= as_of))
    return sorted(visible, key=moment)


def standing_still(testimonies: Iterable[Testimony], as_of: date | None) -> list[Testimony]:
    """The testimonies in reports that had not been withdrawn by a date; for None, in those that never were."""
    return [t for t in testimonies if t.withdrawn is None or (as_of is not None and t.withdrawn > as_of)]


def counted(testimonies: Iterable[Testimony]) -> list[Testimony]:
    """The testimonies that count, in order: of equal ones in copies of one report, the first that was published.

    Equal are those of the same speaker, party and stance.
    """
    kept: dict[tuple[str, str, str | None, str], Testimony] = {}
    for testimony in testimonies:
        party = None if testimony.party is None else testimony.party.key
        key = testimony.origin, testimony.speaker_key, party, testimony.stance
        held = kept.get(key)
        if held is None or _precedence(testimony) < _precedence(held):
            kept[key] = testimony
    return sorted(kept.values(), key=moment)


def _precedence(testimony: Testimony) -> tuple[date, bool, Moment]:
    return testimony.published or date.max, testimony.report != testimony.origin, moment(testimony)
