"""Which claim of a record answers which claim of a dossier's gold.

A claim of the record answers a claim of `gold.toml` only if all of these hold:

- its type is among `types`;
- every one of `parties` is one of its parties, each a different one, and it has no other. A party is the same if its key,
  its name or a name that the registry has for its key is, folded, one of the names that the gold gives. Unless they are
  equals (`mutual`), they stand in the same order, who acts first;
- its days overlap `from` to `to`. A claim that has no days of its own is taken to lie within the days on which it was
  reported, and those must overlap the days from `from` to the last `as_of`;
- its figure is `figure`, and it has none where the gold gives none.

Places are not compared.

One claim answers one gold claim at most: those with days of their own first, then the pairs whose days lie nearest, then
the claims that more reports speak to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import permutations

from evaluation.dossier_gold import GoldClaim
from onrecord.model import Claim, ClaimSummary
from onrecord.resolution.names import folded
from onrecord.resolution.registry import aliases_by_id


def matched(gold: Sequence[GoldClaim], held: Sequence[ClaimSummary]) -> dict[str, str]:
    """Which claim of the record answers which gold claim: its id by the gold's id."""
    registry = aliases_by_id()
    fits = sorted(
        (*_distance(wanted, one), -one.independent_reports, -one.reports, wanted.id, one.claim.id)
        for wanted in gold
        for one in held
        if _fits(wanted, one, registry)
    )
    chosen: dict[str, str] = {}
    for *_, wanted_id, claim_id in fits:
        if wanted_id not in chosen and claim_id not in chosen.values():
            chosen[wanted_id] = claim_id
    return chosen


def _fits(wanted: GoldClaim, one: ClaimSummary, registry: Mapping[str, Sequence[str]]) -> bool:
    claim = one.claim
    parties = [names_of(p.key, p.name, *registry.get(p.key, ())) for p in claim.parties]
    return (
        claim.type in wanted.types
        and _figure(claim) == wanted.figure
        and _same_parties(parties, wanted)
        and _overlap(wanted, one)
    )


def _same_parties(parties: Sequence[frozenset[str]], wanted: GoldClaim) -> bool:
    if wanted.mutual:
        return one_to_one(parties, wanted.parties)
    return len(parties) == len(wanted.parties) and all(map(frozenset.intersection, parties, wanted.parties))


def _overlap(wanted: GoldClaim, one: ClaimSummary) -> bool:
    first, last = _days(one)
    end = wanted.last if _has_days(one) else wanted.rows[-1].as_of
    return first is not None and last is not None and first <= end and wanted.first <= last


def _distance(wanted: GoldClaim, one: ClaimSummary) -> tuple[bool, int]:
    """Claims with days of their own come first; then by how far apart the two first and the two last days are."""
    first, last = _days(one)
    assert first is not None
    assert last is not None
    return not _has_days(one), abs((first - wanted.first).days) + abs((last - wanted.last).days)


def _days(one: ClaimSummary) -> tuple[date | None, date | None]:
    if _has_days(one):
        return _own(one.claim, "first"), _own(one.claim, "last")
    return one.first_reported, one.last_reported


def _has_days(one: ClaimSummary) -> bool:
    return _own(one.claim, "first") is not None and _own(one.claim, "last") is not None


def _own(claim: object, name: str) -> date | None:
    day = getattr(claim, name, None)
    return day if isinstance(day, date) else None


def _figure(claim: Claim) -> float | None:
    """The number that a claim is about, if it is about one: a bound of a range stands for it."""
    figure = claim.figure
    if figure is None:
        return None
    return next((n for n in (figure.about, figure.low, figure.high) if n is not None), None)


def names_of(*names: str) -> frozenset[str]:
    """Names as they are compared: folded."""
    return frozenset(folded(name) for name in names)


def one_to_one(found: Sequence[frozenset[str]], wanted: Sequence[frozenset[str]]) -> bool:
    """Whether the two can be paired so that each pair shares a name."""
    return len(found) == len(wanted) and any(
        all(one & other for one, other in zip(order, wanted, strict=True)) for order in permutations(found)
    )
