"""The standing of a claim over time as a picture: a lane for each party, with marks for its statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model import SourceKind, Stance, StandingName, Testimony
from onrecord.record.ledger import ON_RECORD
from onrecord.record.moments import first_day, iso_day, last_day, moment
from onrecord.record.positions import UNIDENTIFIED
from onrecord.record.questions.brief.wording import capital, counted, speaker_for
from onrecord.record.questions.heard import Heard
from onrecord.record.questions.timeline import told
from onrecord.web.claim.axis import Axis, Tick
from onrecord.web.claim.stances import stances_of
from onrecord.web.filters import day_words
from onrecord.web.wording import named

_STEP, _APART, _NUMBER = 1.6, 1.9, 1.0
_LABEL, _ROW, _FOOT = 20, 19, 9
_TOP = 34
_MOST_LANES = 12
_DRAWN = ON_RECORD | {"anonymous"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Statements of one party, of one stance and likewise sourced, made about the same time; `statement` is the first.

    `x` is where they lie, in hundredths; `opens` where the first day lies on which it may have been said, if that is not
    known to the day. `early` are those said before the axis begins.
    """

    x: float
    y: int
    stance: Stance
    sourced: SourceKind
    number: int
    statement: str
    words: str
    opens: float | None = None
    early: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of time with one standing, or one stance of a party."""

    x: float
    width: float
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Lane:
    """What a party said, and where it stood meanwhile; heights are in pixels."""

    party: str
    to_the_claim: bool
    y: int
    height: int
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A claim over time: its standing at the top, a lane for each party below, and the axis.

    `now` is where the day lies as of which one looks, None for all that is on record. `aside` is how many statements no
    lane shows, since they count for nothing or nobody knows when they were made.
    """

    ticks: tuple[Tick, ...]
    standings: tuple[Band, ...]
    lanes: tuple[Lane, ...]
    height: int
    now: float | None
    hearsay: int
    undated: int
    folded: int


def picture_of(one: Heard, as_of: date | None, until: Iterable[date] = ()) -> Picture | None:
    """The picture of a claim as of a day; None where nothing on it has a day.

    `until` are the days of all reports on it: the axis spans them, so that it stays while the day moves.
    """
    axis, counting = _axis(one.testimonies, as_of, until), {t.statement for t in one.counting}
    dated = [t for t, _ in told(one) if t.source_kind in _DRAWN and last_day(t) is not None]
    drawn = [t for t in dated if t.statement in counting]
    if axis is None:
        return None
    order = _lanes(one, drawn)
    lanes: list[Lane] = []
    y = _TOP
    stances = _stances(one, axis, as_of)
    for party in order[:_MOST_LANES]:
        lane = _lane(one, axis, party, [t for t in drawn if _party(one, t) == party], y, stances.get(party, ()))
        lanes.append(lane)
        y += lane.height
    return Picture(
        ticks=axis.ticks(),
        standings=_standings(one, axis, as_of),
        lanes=tuple(lanes),
        height=y + 26,
        now=None if as_of is None else axis.at(as_of),
        hearsay=sum(t.source_kind not in _DRAWN for t in one.testimonies),
        undated=sum(last_day(t) is None for t in one.testimonies if t.source_kind in _DRAWN),
        folded=len(order) - len(lanes),
    )


def _axis(testimonies: Sequence[Testimony], as_of: date | None, until: Iterable[date]) -> Axis | None:
    drawn = [t for t in testimonies if t.source_kind in _DRAWN]
    days = [day for t in drawn if (day := first_day(t)) is not None]
    published = [*until, *(t.published for t in testimonies if t.published is not None)]
    return Axis.over(published, days, None if as_of is None or not published else min(as_of, max(published)))


def _party(one: Heard, testimony: Testimony) -> str:
    if testimony.party is None:
        return UNIDENTIFIED
    key = testimony.party.key
    return next((p.name for p in one.claim.parties if p.key == key), testimony.party.name)


def _lanes(one: Heard, drawn: Iterable[Testimony]) -> list[str]:
    """The parties with a lane: those to the claim, though they be silent, then others as often as they speak."""
    own = [party.name for party in one.claim.parties]
    spoken = Counter(_party(one, t) for t in drawn)
    others = sorted(set(spoken) - set(own), key=lambda p: (p == UNIDENTIFIED, -spoken[p], p))
    return [*own, *others]


def _lane(one: Heard, axis: Axis, party: str, said: Sequence[Testimony], y: int, bands: Sequence[Band]) -> Lane:
    rows: list[float] = []
    marks: list[Mark] = []
    for some in _groups(axis, said):
        x = axis.at(last_day(some[0]) or axis.first)
        row = next((n for n, last in enumerate(rows) if x - last >= _APART), len(rows))
        rows[row : row + 1] = [x + (_NUMBER if len(some) > 1 else 0)]
        marks.append(_mark(one, axis, some, y + _LABEL + 8 + _ROW * row))
    height = _LABEL + _ROW * max(1, len(rows)) + _FOOT
    own = party in {p.name for p in one.claim.parties}
    return Lane(party, own, y, height, tuple(bands), tuple(marks))


def _groups(axis: Axis, said: Iterable[Testimony]) -> list[list[Testimony]]:
    """Statements that one mark can stand for: alike in stance and source, and close together on the axis."""
    groups: list[list[Testimony]] = []
    last: dict[tuple[Stance, SourceKind], tuple[float, list[Testimony]]] = {}
    for testimony in sorted(said, key=moment):
        x, kind = axis.at(last_day(testimony) or axis.first), (testimony.stance, _alike(testimony.source_kind))
        opened = last.get(kind)
        if opened is None or x - opened[0] > _STEP:
            opened = last[kind] = (x, [])
            groups.append(opened[1])
        opened[1].append(testimony)
    return groups


def _alike(kind: SourceKind) -> SourceKind:
    """Kinds that are drawn alike go into one mark."""
    return kind if kind in {"named", "anonymous"} else "role"


def _mark(one: Heard, axis: Axis, some: Sequence[Testimony], y: int) -> Mark:
    first, day = some[0], last_day(some[0]) or axis.first
    opens = first_day(first)
    more = f" and {counted(len(some) - 1)} more" if len(some) > 1 else ""
    words = f"{capital(speaker_for(one, first))} {named(first.stance)}{more}, {day_words(iso_day(first))}"
    vague = opens is not None and opens < day and opens >= axis.first
    return Mark(
        x=axis.at(day),
        y=y,
        stance=first.stance,
        sourced=_alike(first.source_kind),
        number=len(some),
        statement=first.statement,
        words=words,
        opens=axis.at(opens) if vague and opens is not None else None,
        early=day < axis.first,
    )


def _standings(one: Heard, axis: Axis, as_of: date | None) -> tuple[Band, ...]:
    """The stretches between the changes of standing, up to the day as of which one looks."""
    end = axis.last if as_of is None else min(as_of, axis.last)
    found: list[tuple[date, StandingName]] = [
        (axis.first if change.date is None else date.fromisoformat(change.date), change.after)
        for change in one.standing.changes
    ]
    return _bands(axis, found, end)


def _stances(one: Heard, axis: Axis, as_of: date | None) -> dict[str, tuple[Band, ...]]:
    end = axis.last if as_of is None else min(as_of, axis.last)
    return {party: _bands(axis, steps, end) for party, steps in stances_of(one.claim, one.testimonies).items()}


def _bands(axis: Axis, steps: Sequence[tuple[date, str]], end: date) -> tuple[Band, ...]:
    bands = []
    for number, (opens, value) in enumerate(steps):
        closes = steps[number + 1][0] if number + 1 < len(steps) else end
        x, right = axis.at(opens), axis.at(closes) if number + 1 < len(steps) or closes < axis.last else 100.0
        words = f"{named(value)} from {day_words(opens)}" + (
            f" to {day_words(closes)}" if number + 1 < len(steps) else " on"
        )
        bands.append(Band(x, round(max(0.3, right - x), 2), value, words))
    return tuple(bands)
