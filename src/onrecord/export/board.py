"""The claims of a snapshot one after another, in the order of the board, with where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.export.snapshot import Snapshot
from onrecord.model import ClaimSummary, Site, Standing, Testimony
from onrecord.record.board import most_reported, summary
from onrecord.record.gathering import HeldClaim
from onrecord.record.heldclaims import counted_links
from onrecord.record.moments import seen, standing_still
from onrecord.record.questions.heard import Heard
from onrecord.record.questions.positions import ClaimPosition, positions_on
from onrecord.record.standing import standing


@dataclass(frozen=True, slots=True)
class ClaimOnBoard:
    """A claim with its links, the statements on it that are seen, those that count, and where it stands."""

    held: HeldClaim
    summary: ClaimSummary
    told: Sequence[Testimony]
    counting: Sequence[Testimony]
    standing: Standing

    @property
    def site(self) -> Site | None:
        """The place of the claim with its coordinates, as the links that name it have it."""
        named = (link.occasion.site for link in counted_links(self.held.links))
        sites = {site.key: site for site in named if site is not None and site.name == self.held.claim.place}
        return sites[min(sites)] if sites else None

    @property
    def positions(self) -> Sequence[ClaimPosition]:
        """Where each party stands, as `record.positions` has it."""
        heard = Heard(self.held.claim, tuple(self.told), tuple(self.counting), {}, self.standing, {})
        return positions_on([heard])

    @property
    def party_ids(self) -> dict[str, str]:
        """The keys of the parties by the names under which positions list them."""
        own = {party.name: party.key for party in self.held.claim.parties}
        others = {t.party.name: t.party.key for t in self.told if t.party is not None}
        return others | own


def board(snapshot: Snapshot, doing: str = "claims") -> Iterator[ClaimOnBoard]:
    """Every claim that a report had made by then, the most reported first."""
    lines = [
        (summary(one, snapshot.told[one.claim.id], snapshot.vantage), one)
        for one in snapshot.claims.claims
        if snapshot.told[one.claim.id]
    ]
    lines.sort(key=lambda line: most_reported(line[0]))
    return snapshot.follow((_on_board(snapshot, line, held) for line, held in lines if line.reports), doing)


def _on_board(snapshot: Snapshot, line: ClaimSummary, held: HeldClaim) -> ClaimOnBoard:
    as_of = snapshot.vantage.as_of
    told = seen(snapshot.told[held.claim.id], as_of)
    return ClaimOnBoard(held, line, told, standing_still(told, as_of), standing(held.claim, told, as_of))
