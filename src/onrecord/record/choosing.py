"""Which of several claims that have the words is meant: the one that most independent reports speak to."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, bindparam, select

from onrecord.record.gathering import HeldClaim
from onrecord.record.heldclaims import HeldClaims, counted_links
from onrecord.record.schema import statement
from onrecord.record.testimonies import told_on
from onrecord.record.vantage import Vantage

Rank = tuple[int, int, bool, int, str, str]
_AT_ONCE = 400
_RELAYED = (
    select(statement.c.statement_id)
    .where(statement.c.statement_id.in_(bindparam("some", expanding=True)), statement.c.relayed_from.is_not(None))
    .limit(1)
)


def chosen(connection: Connection, held: HeldClaims, vantage: Vantage) -> HeldClaim:
    """The claim that most independent reports speak to; of equals the event before its figures, and the latest.

    What a report only passes on from another outlet is no report of its own, as in `standing`. That is traced for the
    claims that may come first and for no others, since tracing can only find fewer independent reports.
    """
    return first_of(held, lambda one: _traced(connection, held, one, vantage))


def first_of(held: HeldClaims, traced: Callable[[HeldClaim], Rank]) -> HeldClaim:
    """That claim, where `traced` gives the rank of one with what is passed on traced."""
    first, *others = sorted(held.claims, key=held.rank)
    if not others:
        return first
    best, best_rank = first, traced(first)
    for one in others:
        if best_rank <= held.rank(one):
            break
        rank = traced(one)
        if rank < best_rank:
            best, best_rank = one, rank
    return best


def _traced(connection: Connection, held: HeldClaims, one: HeldClaim, vantage: Vantage) -> Rank:
    """The rank of a claim with statements that are passed on traced to where they come from."""
    rank = held.rank(one)
    idents = sorted({link.statement for link in counted_links(one.links)})
    batches = (idents[at : at + _AT_ONCE] for at in range(0, len(idents), _AT_ONCE))
    if not any(connection.execute(_RELAYED, {"some": some}).first() for some in batches):
        return rank
    told = told_on(connection, held.only([one]), vantage)[one.claim.id]
    return (-len({testimony.origin for testimony in told}), *rank[1:])
