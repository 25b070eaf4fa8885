"""Which claims some statements speak to as of a day, what each does to them, and what a reviewer made of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.desk.board import Board
from onrecord.model import LinkState, Stance
from onrecord.record.gathering import HeldClaim
from onrecord.record.heldclaims import held_claims
from onrecord.record.schema import link
from onrecord.record.vantage import Vantage

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Bearing:
    """A statement's bearing on a claim: how sure the link is (0 to 1), and its state; `reviewer` where one decided."""

    claim: str
    gloss: str
    type: str
    stance: Stance
    score: float
    state: LinkState
    reviewer: str | None = None

    @property
    def counts(self) -> bool:
        """Whether it counts for the standing of the claim."""
        return self.state != "rejected"


def bearings(
    connection: Connection, statements: Iterable[str], vantage: Vantage, board: Board | None = None
) -> Mapping[str, tuple[Bearing, ...]]:
    """The claims that each of some statements speaks to, those that count first; statements without one are left out.

    With a board they come from memory, where they are the same.
    """
    wanted = set(statements)
    held_ready = None if board is None or vantage.known_at is not None else board.claims_with(wanted, vantage.as_of)
    found: dict[str, dict[tuple[str, Stance], Bearing]] = defaultdict(dict)
    for one in _claims(connection, wanted, vantage) if held_ready is None else held_ready:
        for held in one.links:
            if held.statement in wanted:
                reviewer = None if held.decision is None else held.decision.user
                bearing = Bearing(
                    one.claim.id, one.claim.gloss, one.claim.type, held.stance, held.score, held.state, reviewer
                )
                kept = found[held.statement].get((bearing.claim, bearing.stance))
                if kept is None or _rank(bearing) < _rank(kept):
                    found[held.statement][bearing.claim, bearing.stance] = bearing
    return {ident: tuple(sorted(some.values(), key=_rank)) for ident, some in found.items()}


def _claims(connection: Connection, statements: set[str], vantage: Vantage) -> Sequence[HeldClaim]:
    matters = _matters(connection, statements)
    return held_claims(connection, matters, vantage).claims if matters else ()


def _matters(connection: Connection, statements: set[str]) -> set[str]:
    found: set[str] = set()
    ordered = sorted(statements)
    for at in range(0, len(ordered), _AT_ONCE):
        some = ordered[at : at + _AT_ONCE]
        found |= set(connection.scalars(select(link.c.matter_id).where(link.c.statement_id.in_(some))))
    return found


def _rank(one: Bearing) -> tuple[bool, float, str, str]:
    return not one.counts, -one.score, one.gloss, one.claim
