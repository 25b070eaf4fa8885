"""The standing of a claim over time as a picture: a lane for each party, with marks for its statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model import Party, SourceKind, Stance, StandingName, Testimony
from onrecord.record.ledger import ON_RECORD
from onrecord.record.moments import first_day, iso_day, last_day, moment
from onrecord.record.questions.brief.wording import capital, listed, speaker_for
from onrecord.record.questions.heard import Heard
from onrecord.record.questions.timeline import told
from onrecord.web.claim.axis import Axis, Tick
from onrecord.web.claim.bodies import bodies_of, party_names
from onrecord.web.claim.stances import stances_of
from onrecord.web.filters import day_words
from onrecord.web.wording import named

_STEP, _APART, _NUMBER = 1.6, 1.9, 1.0
_LABEL, _ROW, _FOOT = 20, 19, 9
_TOP = 34
_MOST_LANES = 12
_UNKNOWN = "party unknown"
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
class Cornered:
    """Statements of one party, of one stance and likewise sourced, that have no day; `statement` is the first."""

    party: str
    stance: Stance
    sourced: SourceKind
    number: int
    statement: str


@dataclass(frozen=True, slots=True)
class Lane:
    """What a party said, and where it stood meanwhile; heights are in pixels.

    `aside` says what its name does not: that it is no party to the claim, or for which one it speaks.
    """

    party: str
    aside: str
    y: int
    height: int
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A claim over time: its standing at the top, a lane for each party below, and the axis.

    `now` is where the day lies as of which one looks, None for all that is on record. `corner` are the statements of
    which nobody knows when they were made; `in_the_end` is the standing in which what has no day leaves the claim, None
    where it changes nothing. `hearsay` is how many statements no lane shows, since they count for nothing.
    """

    ticks: tuple[Tick, ...]
    standings: tuple[Band, ...]
    lanes: tuple[Lane, ...]
    height: int
    now: float | None
    hearsay: int
    corner: tuple[Cornered, ...]
    in_the_end: StandingName | None
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
    names = {**party_names(one), "": _UNKNOWN}
    order, above = _lanes(one, drawn, names), bodies_of(one.claim, one.counting)
    lanes: list[Lane] = []
    y = _TOP
    stances = _stances(one, axis, as_of)
    for party in order[:_MOST_LANES]:
        said = [t for t in drawn if _key(t) == party]
        lane = _lane(one, axis, names[party], _aside(one, party, order, above), said, y, stances.get(party, ()))
        lanes.append(lane)
        y += lane.height
    return Picture(
        ticks=axis.ticks(),
        standings=_standings(one, axis, as_of),
        lanes=tuple(lanes),
        height=y + 26,
        now=None if as_of is None else axis.at(as_of),
        hearsay=sum(t.source_kind not in _DRAWN for t in one.testimonies),
        corner=_corner([t for t, _ in told(one) if t.statement in counting], names),
        in_the_end=next((c.after for c in reversed(one.standing.changes) if c.date is None), None),
        folded=len(order) - len(lanes),
    )


def _axis(testimonies: Sequence[Testimony], as_of: date | None, until: Iterable[date]) -> Axis | None:
    drawn = [t for t in testimonies if t.source_kind in _DRAWN]
    days = [day for t in drawn if (day := first_day(t)) is not None]
    published = [*until, *(t.published for t in testimonies if t.published is not None)]
    return Axis.over(published, days, None if as_of is None or not published else min(as_of, max(published)))


def _key(testimony: Testimony) -> str:
    """The key of the party for which somebody speaks, empty where no report tells one."""
    return "" if testimony.party is None else testimony.party.key


def _lanes(one: Heard, drawn: Iterable[Testimony], names: Mapping[str, str]) -> list[str]:
    """The parties with a lane: those to the claim, though they be silent, then others as often as they speak."""
    own = [party.key for party in one.claim.parties]
    spoken = Counter(_key(t) for t in drawn)
    others = sorted(set(spoken) - set(own), key=lambda key: (not key, -spoken[key], names[key], key))
    return [*own, *others]


def _aside(one: Heard, party: str, lanes: Sequence[str], above: Mapping[str, Party]) -> str:
    if party in above:
        return f"speaks for {above[party].name}"
    if party not in {own.key for own in one.claim.parties}:
        return "" if not party else "no party to it"
    if any(_key(t) == party for t in one.counting if t.source_kind in _DRAWN):
        return ""
    names = party_names(one)
    through = [names[branch] for branch in lanes if branch in above and above[branch].key == party]
    return f"through {listed(through)}" if through else "has not spoken"


def _corner(said: Iterable[Testimony], names: Mapping[str, str]) -> tuple[Cornered, ...]:
    alike: dict[tuple[str, Stance, SourceKind], list[str]] = {}
    for told_ in said:
        if told_.source_kind in _DRAWN and last_day(told_) is None:
            alike.setdefault((_key(told_), told_.stance, _alike(told_.source_kind)), []).append(told_.statement)
    return tuple(
        Cornered(names[party], stance, sourced, len(some), some[0])
        for (party, stance, sourced), some in alike.items()
    )


def _lane(
    one: Heard, axis: Axis, party: str, aside: str, said: Sequence[Testimony], y: int, bands: Sequence[Band]
) -> Lane:
    rows: list[float] = []
    marks: list[Mark] = []
    for some in _groups(axis, said):
        x = axis.at(last_day(some[0]) or axis.first)
        row = next((n for n, last in enumerate(rows) if x - last >= _APART), len(rows))
        rows[row : row + 1] = [x + (_NUMBER if len(some) > 1 else 0)]
        marks.append(_mark(one, axis, some, y + _LABEL + 8 + _ROW * row))
    height = _LABEL + _ROW * max(1, len(rows)) + _FOOT
    return Lane(party, aside, y, height, tuple(bands), tuple(marks))


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
    more = f" and {len(some) - 1:,} more" if len(some) > 1 else ""
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
    """The stretches between the changes of standing, up to the day as of which one looks.

    They are of days of publication: what has no day makes no band.
    """
    end = axis.last if as_of is None else min(as_of, axis.last)
    found: dict[date, StandingName] = {}
    for change in one.standing.changes:
        if change.date is not None:
            found[date.fromisoformat(change.date)] = change.after
    return _bands(axis, sorted(found.items()), end, len(one.claim.parties))


def _stances(one: Heard, axis: Axis, as_of: date | None) -> dict[str, tuple[Band, ...]]:
    end = axis.last if as_of is None else min(as_of, axis.last)
    return {party: _bands(axis, steps, end) for party, steps in stances_of(one.claim, one.testimonies).items()}


def _bands(axis: Axis, steps: Sequence[tuple[date, str]], end: date, parties: int = 2) -> tuple[Band, ...]:
    bands = []
    for number, (opens, value) in enumerate(steps):
        closes = steps[number + 1][0] if number + 1 < len(steps) else end
        x, right = axis.at(opens), axis.at(closes) if number + 1 < len(steps) or closes < axis.last else 100.0
        words = f"{named(value, parties)} from {day_words(opens)}" + (
            f" to {day_words(closes)}" if number + 1 < len(steps) else " on"
        )
        bands.append(Band(x, round(max(0.3, right - x), 2), value, words))
    return tuple(bands)
