"""What several reports tell of one: each party and each office once, with the days between which it was told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.resolution.actors.profiles import Profile
from onrecord.resolution.actors.tenure import OfficeTold


@dataclass(frozen=True, slots=True)
class PartyTold:
    """A party that reports give somebody, by key and name, and the days of publication of the first and the last."""

    key: str
    name: str
    first: date | None
    last: date | None
    reports: int


@dataclass(frozen=True, slots=True)
class RoleTold:
    """An office that reports give somebody.

    `hedged` and `former` are true when every report, or the last one, says so. `first` and `last` are the days of
    publication between which it was told, `since` and `until` the days that the texts give.
    """

    role: str
    of: str | None
    of_name: str | None
    hedged: bool
    former: bool
    first: date | None
    last: date | None
    since: date | None
    until: date | None
    reports: tuple[str, ...]


def parties_told(profiles: Sequence[Profile]) -> tuple[PartyTold, ...]:
    """The parties that profiles give, each once with when it was told; the most reported first."""
    told: dict[str, list[Profile]] = defaultdict(list)
    for one in profiles:
        if one.party is not None:
            told[one.party].append(one)
    rows = []
    for key, some in told.items():
        days = [one.first for one in some if one.first is not None]
        name = commonest(one.party_name for one in some if one.party_name is not None) or key.removeprefix("name:")
        rows.append(PartyTold(key, name, min(days, default=None), max(days, default=None), len(some)))
    return tuple(sorted(rows, key=lambda row: (-row.reports, row.key)))


def roles_told(told: Iterable[tuple[OfficeTold, str]]) -> tuple[RoleTold, ...]:
    """Offices as different reports give them, each once with when it was told; the latest first."""
    same: dict[tuple[str, str | None], list[tuple[OfficeTold, str]]] = defaultdict(list)
    for office, report in told:
        same[office.words, office.body].append((office, report))
    rows = [_role_told(some) for some in same.values()]
    return tuple(sorted(rows, key=lambda r: (-(r.last or date.min).toordinal(), r.role, r.of or "")))


def _role_told(some: Sequence[tuple[OfficeTold, str]]) -> RoleTold:
    offices = [office for office, _ in some]
    days = [o.told for o in offices if o.told is not None]
    latest = max(offices, key=lambda o: (o.told or date.min, o.former))
    return RoleTold(
        role=commonest(o.role for o in offices) or "",
        of=offices[0].body,
        of_name=commonest(o.body_name for o in offices if o.body_name is not None),
        hedged=all(o.hedged for o in offices),
        former=latest.former,
        first=min(days, default=None),
        last=max(days, default=None),
        since=min((o.since for o in offices if o.since is not None), default=None),
        until=max((o.until for o in offices if o.until is not None), default=None),
        reports=tuple(dict.fromkeys(report for _, report in some)),
    )


def commonest(values: Iterable[Any]) -> Any:
    """The most frequent value, the first in order among equals; None for none."""
    counts = Counter(values)
    first: Callable[[Any], tuple[int, str]] = lambda value: (-counts[value], str(value))  # noqa: E731
    return min(counts, key=first, default=None)
