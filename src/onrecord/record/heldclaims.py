"""The claims of a record as they stand together at a time: gathered anew for every question, from rows alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from onrecord.record.correctionoverlay import NOTHING, Overlay, overlay
from onrecord.record.decisions import Decision, decisions_on
from onrecord.record.familyrows import with_families
from onrecord.record.gathering import HeldClaim, gather
from onrecord.record.heldlinks import HeldLink, links_of, matters_held
from onrecord.record.origins import origins
from onrecord.record.vantage import Vantage


@dataclass(frozen=True, slots=True)
class HeldClaims:
    """Claims seen from one time, the origin of every report that speaks to them, and what reviewers say of statements."""

    claims: tuple[HeldClaim, ...]
    origin_of: Mapping[str, str]
    corrections: Overlay = NOTHING

    def holding(self, links: Iterable[str]) -> list[HeldClaim]:
        """The claims that have one of these links."""
        wanted = set(links)
        return [one for one in self.claims if any(link.id in wanted for link in one.links)]

    def only(self, claims: Sequence[HeldClaim]) -> HeldClaims:
        """Some of the claims."""
        return replace(self, claims=tuple(claims))

    def rank(self, one: HeldClaim) -> tuple[int, int, bool, int, str, str]:
        """Sorts claims: by reports that are no copies of each other, the event before its figures, the latest first.

        What reports pass on from one another is not traced (`choosing.py` does that).
        """
        counted = counted_links(one.links)
        origin_of = self.origin_of
        latest = max((link.published.toordinal() for link in counted if link.published is not None), default=0)
        independent, reports = {origin_of[link.report] for link in counted}, {link.report for link in counted}
        return (
            -len(independent),
            -len(reports),
            one.claim.figure is not None,
            -latest,
            one.claim.gloss,
            one.claim.id,
        )


def held_claims(
    connection: Connection, matters: Iterable[str] | None, vantage: Vantage, *, undecided: bool = False
) -> HeldClaims:
    """The claims on some matters (on all, for None), with whatever reviewers have joined to them or moved from them.

    Those of their families are among them (`linking/families.py`).

    `undecided` gives them as they were without reviewers.
    """
    wanted = None if matters is None else with_families(connection, matters)
    decisions = [] if undecided else _decisions(connection, wanted, vantage)
    read = links_of(connection, wanted, vantage.as_of, vantage.known_at)
    reports = None if wanted is None else {link.report for link in read}
    corrections = NOTHING if undecided else overlay(connection, vantage.known_at, reports)
    links = corrections.links(read)
    held = matters_held(connection, None if wanted is None else sorted(wanted))
    origin_of = origins(connection, {link.report for link in links}, vantage.as_of, vantage.known_at)
    return HeldClaims(tuple(gather(held, links, origin_of, decisions)), origin_of, corrections)


def _decisions(connection: Connection, wanted: set[str] | None, vantage: Vantage) -> list[Decision]:
    """The decisions on these matters, and on those that they lead to, which are added to the matters wanted."""
    if wanted is None:
        return decisions_on(connection, None, vantage.known_at)
    found: dict[str, Decision] = {}
    reached = set(wanted)
    while reached:
        some = decisions_on(connection, reached, vantage.known_at)
        found |= {decision.id: decision for decision in some}
        named = {m for d in some for m in (d.matter, d.to_matter) if m is not None} - wanted
        reached = with_families(connection, named) - wanted if named else set()
        wanted |= reached
    return list(found.values())


def counted_links(links: Iterable[HeldLink]) -> list[HeldLink]:
    """The links that count: those that no reviewer has rejected."""
    return [link for link in links if link.state != "rejected"]
