"""What the board said of the claims of a matter, day by day, while its reports came out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from onrecord.desk.board.entries import Entry, entry_of
from onrecord.desk.board.holdings import Holdings
from onrecord.desk.board.timelines import UNDATED, day_of
from onrecord.desk.board.unfolding import Unfolding
from onrecord.model import Matter
from onrecord.record.decisions import Decision
from onrecord.record.gathering import HeldClaim, gather
from onrecord.record.heldlinks import HeldLink
from onrecord.record.vantage import Vantage

OPEN = UNDATED + 1
"""The end of what still holds."""


@dataclass(slots=True)
class Version:
    """A claim as it stood on the board from one day on, until the day before `end`.

    Whatever changes on it makes another version, so that all that is shown of one can be kept with it.
    """

    held: HeldClaim
    entry: Entry
    begin: int
    end: int = OPEN

    def holds(self, day: int) -> bool:
        """Whether the board said so as of a day."""
        return self.begin <= day < self.end


@dataclass(slots=True)
class Bundle:
    """Matters whose claims are gathered together: one, a family, or what reviewers joined; with what they decided."""

    matters: dict[str, Matter]
    decisions: tuple[Decision, ...] = ()

    @property
    def id(self) -> str:
        """The first of its matters."""
        return min(self.matters)

    @property
    def is_decided(self) -> bool:
        """Whether reviewers had a say in which claims there are."""
        return bool(self.decisions)


def claims_as_of(bundle: Bundle, holdings: Holdings, day: int) -> list[HeldClaim]:
    """The claims of a bundle as of a day."""
    links = [link for link in holdings.links_on(bundle.matters) if day_of(link.published) <= day]
    return gather(bundle.matters, links, holdings.origin_of(links, day), bundle.decisions)


def versions_as_of(bundle: Bundle, holdings: Holdings, day: int, begin: int) -> list[Version]:
    """The lines of a bundle as of one day, worked out for this day alone; nothing may have changed from `begin` on."""
    made = (_version(one, holdings, day, begin) for one in claims_as_of(bundle, holdings, day))
    return [version for version in made if version is not None]


def history(bundle: Bundle, holdings: Holdings, before: Sequence[Version] = (), since: int = 0) -> list[Version]:
    """Every version of the claims of a bundle; of those that held `before`, what lies before a day is kept."""
    links = holdings.links_on(bundle.matters)
    told: dict[int, list[HeldLink]] = defaultdict(list)
    for link in links:
        told[day_of(link.published)].append(link)
    turns = holdings.turns(links)
    kept = [_until(version, since) for version in before if version.begin < since]
    live = {version.held.claim.id: version for version in kept if version.end == OPEN}
    days = sorted(day for day in told.keys() | turns.keys() if day >= since)
    changes = _once(bundle, holdings, days) if bundle.is_decided else _one_by_one(bundle, holdings, told, turns, days)
    for day, claims, gone in changes:
        _take(day, claims, gone, holdings, live, kept, anew=day in turns)
    return kept


_Changes = Iterator[tuple[int, Iterable[HeldClaim], Set[str] | None]]
"""Of each day the claims that may have changed, and the ids of those that went; None for all that are not given."""


def _once(bundle: Bundle, holdings: Holdings, days: Iterable[int]) -> _Changes:
    """All claims of a bundle of each day, gathered anew: what reviewers decide may change any of them."""
    return ((day, claims_as_of(bundle, holdings, day), None) for day in days)


def _one_by_one(
    bundle: Bundle,
    holdings: Holdings,
    told: Mapping[int, Sequence[HeldLink]],
    turns: Mapping[int, None],
    days: Sequence[int],
) -> _Changes:
    """The claims of a family that change on each day; on a day on which reports become copies all are made anew."""
    unfolding: Unfolding | None = None
    for day in days:
        if unfolding is None or day in turns:
            unfolding = Unfolding(bundle.matters)
            some = [link for when, published in told.items() if when <= day for link in published]
            unfolding.take(some, holdings.origin_of(some, day))
            yield day, unfolding.claims(), None
        else:
            yield day, *unfolding.take(told[day], holdings.origin_of(told[day], day))


def _take(
    day: int,
    claims: Iterable[HeldClaim],
    gone: Set[str] | None,
    holdings: Holdings,
    live: dict[str, Version],
    kept: list[Version],
    *,
    anew: bool,
) -> None:
    """Takes a day in: closes versions that no longer hold, and opens those that do from now on."""
    given = set()
    for one in claims:
        ident = one.claim.id
        given.add(ident)
        held = live.get(ident)
        if held is not None and not anew and held.held == one:
            continue
        version = _version(one, holdings, day, day)
        if held is not None:
            held.end = day
            del live[ident]
        if version is not None:
            live[ident] = version
            kept.append(version)
    for ident in sorted(live.keys() - given if gone is None else gone & live.keys()):
        live.pop(ident).end = day


def _version(one: HeldClaim, holdings: Holdings, day: int, begin: int) -> Version | None:
    as_of = Vantage(None if day == UNDATED else date.fromordinal(day))
    entry = entry_of(one, holdings.testimonies(one, day), as_of)
    return None if entry is None else Version(one, entry, begin)


def _until(version: Version, day: int) -> Version:
    """A version as it was before anything of a day was known."""
    return Version(version.held, version.entry, version.begin, OPEN if version.end >= day else version.end)


def days_of(links: Iterable[HeldLink]) -> list[int]:
    """The days on which some links were published."""
    return sorted({day_of(link.published) for link in links})
