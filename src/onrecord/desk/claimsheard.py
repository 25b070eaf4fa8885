"""What was said on one claim and where it stands, from the board where that holds it, and from the record otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.desk.board import Board
from onrecord.model import Standing
from onrecord.record import Record
from onrecord.record.board import link_counts
from onrecord.record.gathering import HeldClaim
from onrecord.record.moments import seen
from onrecord.record.questions.heard import Heard, heard_best, heard_on
from onrecord.record.reports import sayings
from onrecord.record.standing import standing
from onrecord.record.vantage import Vantage


@dataclass(frozen=True, slots=True)
class ClaimHeard:
    """A claim with its links, rejected ones included, and with every statement on it."""

    held: HeldClaim
    heard: Heard


def claim_heard(record: Record, board: Board, claim: str, as_of: date | None = None) -> ClaimHeard:
    """The claim with an id, or with words, as `Record.claim` finds it; ClaimNotFound where there is none."""
    vantage = Vantage(as_of)
    ready = board.told([claim], as_of).get(claim)
    if ready is None:
        with record.asking() as connection:
            one = heard_best(connection, claim, vantage, record.aliases)
        return ClaimHeard(record.claim(one.claim.id, as_of), one)
    told = seen(ready.testimonies, as_of)
    with record.asking() as connection:
        words = sayings(connection, sorted({testimony.statement for testimony in told}))
    return ClaimHeard(ready.held, heard_on(ready.held.claim, told, words, vantage))


def links_ever(record: Record, board: Board, claim: str) -> HeldClaim:
    """The claim with an id as of no day, with all its links."""
    ready = board.told([claim]).get(claim)
    return record.claim(claim) if ready is None else ready.held


def standings_of(record: Record, board: Board, claims: Sequence[str], as_of: date | None = None) -> list[Standing]:
    """Where some claims stand, as `Record.standing` says; ClaimNotFound for an id that no claim has."""
    ready, found = board.told(claims, as_of), []
    for ident in claims:
        one = ready.get(ident)
        if one is None:
            found.append(record.standing(ident, as_of))
        else:
            own = standing(one.held.claim, one.testimonies, as_of)
            found.append(replace(own, links=link_counts(one.held)))
    return found
