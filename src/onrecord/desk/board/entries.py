"""A claim on the board before it is shown: its line, and by what it is found, counted and sorted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model import ClaimSummary, Party, Site, Testimony
from onrecord.record.board import link_counts
from onrecord.record.gathering import HeldClaim
from onrecord.record.ledger import ON_RECORD, changes
from onrecord.record.moments import seen, standing_still
from onrecord.record.vantage import Vantage


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim as of a day.

    `speaking` are the parties for which somebody spoke so that the claim has a cell of theirs, `told_on` the last day on
    which something was published on it or taken back, `moved_on` the last day on which its standing changed.
    """

    summary: ClaimSummary
    speaking: tuple[Party, ...]
    sites: tuple[Site, ...]
    told_on: date | None
    moved_on: date | None

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties to the claim, and those that speak on it."""
        return tuple(dict.fromkeys((*self.summary.claim.parties, *self.speaking)))


def entry_of(one: HeldClaim, told: Sequence[Testimony], vantage: Vantage) -> Entry | None:
    """The entry of a claim with its testimonies; None where no report that stands makes it, and it has no line."""
    heard = standing_still(told, vantage.as_of)
    if not heard:
        return None
    moves = changes(one.claim, seen(told, vantage.as_of), vantage.as_of)
    moved = [change.date for change in moves if change.date is not None]
    published = [t.published for t in heard if t.published is not None]
    days = [t.published for t in told] + [t.withdrawn for t in told if t.withdrawn != date.max]
    return Entry(
        summary=ClaimSummary(
            claim=one.claim,
            # The changes lead from `unreported` to where the claim stands.
            standing=moves[-1].after if moves else "unreported",
            reports=len({t.report for t in heard}),
            independent_reports=len({t.origin for t in heard}),
            first_reported=min(published, default=None),
            last_reported=max(published, default=None),
            links=link_counts(one),
        ),
        speaking=_speaking(heard),
        sites=_sites(one),
        told_on=max((day for day in days if day is not None), default=None),
        moved_on=date.fromisoformat(moved[-1]) if moved else None,
    )


def _speaking(counting: Sequence[Testimony]) -> tuple[Party, ...]:
    found = {
        t.party
        for t in counting
        if t.party is not None
        and (t.source_kind in ON_RECORD or (t.source_kind, t.stance) == ("anonymous", "affirms"))
    }
    return tuple(sorted(found, key=lambda party: (party.key, party.name, party.part_of or "")))


def _sites(one: HeldClaim) -> tuple[Site, ...]:
    sites = {link.occasion.site.key: link.occasion.site for link in one.links if link.occasion.site is not None}
    return tuple(sites[key] for key in sorted(sites))
