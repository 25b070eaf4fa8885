"""The matrix of claims and parties: who affirms and who denies each, how that is sourced, and since when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.model import Claim, PartyStance, Position, SourceKind, SpeakerPosition, StandingName, Testimony
from onrecord.record.moments import counted, iso_day, known_first
from onrecord.record.positions import UNIDENTIFIED
from onrecord.record.questions.heard import Heard, precision_of
from onrecord.tables import Table

_FIRMEST: tuple[SourceKind, ...] = ("named", "role", "collective", "document", "anonymous")


@dataclass(frozen=True, slots=True)
class ClaimPosition:
    """One cell of the matrix: where a party stands on a claim.

    `to_the_claim` tells a party to the claim from an outsider. `sourced` is the firmest way in which the speakers that
    make the stance are named: `named` before `role`, `collective`, `document` and `anonymous`. A party for which only
    anonymous sources spoke has a cell of its own kind, `anonymous`, which counts for nothing in `standing`'s positions.
    `since` is an ISO date as precise as `since_precision` says.
    """

    claim: str
    gloss: str
    type: str
    standing: StandingName
    party: str
    to_the_claim: bool
    stance: PartyStance
    divided: bool
    sourced: SourceKind
    since: str | None
    since_precision: str | None
    speakers: tuple[str, ...]
    statements: tuple[str, ...]


def positions_on(held: Iterable[Heard]) -> Table[ClaimPosition]:
    """Every party's position on each claim, the claims in their order."""
    cells: list[ClaimPosition] = []
    for one in held:
        spoken = {position.party for position in one.standing.positions}
        cells += _on_record(one.claim, one.standing.standing, one.standing.positions)
        cells += _anonymous(one.claim, one.standing.standing, one.counting, spoken)
    return Table(cells, ClaimPosition)


def _on_record(claim: Claim, standing: StandingName, held: Iterable[Position]) -> Iterator[ClaimPosition]:
    """A cell for each party; speakers of no known party, each of whom stands alone, keep a cell each."""
    own = {party.name for party in claim.parties}
    for position in held:
        yield ClaimPosition(
            claim=claim.id,
            gloss=claim.gloss,
            type=claim.type,
            standing=standing,
            party=position.party,
            to_the_claim=position.party in own,
            stance=position.stance,
            divided=position.stance == "divided",
            sourced=_sourced(position),
            since=position.since,
            since_precision=precision_of(position.since),
            speakers=tuple(speaker.name for speaker in position.speakers if speaker.name is not None),
            statements=tuple(statement for speaker in position.speakers for statement in speaker.statements),
        )


def _sourced(position: Position) -> SourceKind:
    """The firmest kind among the speakers who hold the stance; among all where the party is divided."""

    def holds(speaker: SpeakerPosition) -> bool:
        return position.stance == "divided" or speaker.stance == position.stance

    kinds = {speaker.source_kind for speaker in position.speakers if holds(speaker)}
    kinds = kinds or {speaker.source_kind for speaker in position.speakers}
    return min(kinds, key=_FIRMEST.index)


def _anonymous(
    claim: Claim, standing: StandingName, told: Iterable[Testimony], spoken: set[str]
) -> Iterator[ClaimPosition]:
    """A cell for each party for which nobody spoke on record and anonymous sources affirmed, in order of time."""
    affirmed: dict[str, list[Testimony]] = defaultdict(list)
    for one in told:
        if one.source_kind == "anonymous" and one.stance == "affirms":
            affirmed[_named(claim, one)].append(one)
    own = {party.name for party in claim.parties}
    for party, some in affirmed.items():
        if party in spoken and party != UNIDENTIFIED:
            continue
        since = iso_day(known_first(counted(some)))
        yield ClaimPosition(
            claim=claim.id,
            gloss=claim.gloss,
            type=claim.type,
            standing=standing,
            party=party,
            to_the_claim=party in own,
            stance="affirms",
            divided=False,
            sourced="anonymous",
            since=since,
            since_precision=precision_of(since),
            speakers=(),
            statements=tuple(t.statement for t in some),
        )


def _named(claim: Claim, testimony: Testimony) -> str:
    if testimony.party is None:
        return UNIDENTIFIED
    key = testimony.party.key
    return next((party.name for party in claim.parties if party.key == key), testimony.party.name)
