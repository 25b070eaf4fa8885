"""What changed since a day, asked of the claims only of which something was published, or taken back, since then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, or_, select

from onrecord.record import Record
from onrecord.record.copyrows import copies_of
from onrecord.record.heldclaims import HeldClaims, held_claims
from onrecord.record.moments import seen
from onrecord.record.questions.changes import ClaimChange, changes_since
from onrecord.record.questions.heard import heard_on
from onrecord.record.reports import sayings
from onrecord.record.schema import link, withdrawal
from onrecord.record.testimonies import told_on
from onrecord.record.vantage import Vantage

_AT_ONCE = 400


def changed_since(record: Record, since: date, vantage: Vantage) -> Sequence[ClaimChange]:
    """What `Record.changes` gives for all claims; of a large record it looks at a small part."""
    with record.asking() as connection:
        matters = _touched(connection, since)
        if not matters:
            return ()
        held = held_claims(connection, matters, vantage)
        return _changes(connection, held, since, vantage)


def _touched(connection: Connection, since: date) -> set[str]:
    late = or_(withdrawal.c.published >= since, withdrawal.c.published.is_(None))
    taken_back = set(connection.scalars(select(withdrawal.c.report_id).where(late)))
    # What an agency takes back falls in every paper that printed it.
    taken_back |= {copy.report for copies in copies_of(connection, taken_back).values() for copy in copies}
    found = set(connection.scalars(select(link.c.matter_id).where(link.c.published >= since).distinct()))
    ordered = sorted(taken_back)
    for at in range(0, len(ordered), _AT_ONCE):
        query = select(link.c.matter_id).where(link.c.report_id.in_(ordered[at : at + _AT_ONCE]))
        found |= set(connection.scalars(query.distinct()))
    return found


def _changes(connection: Connection, held: HeldClaims, since: date, vantage: Vantage) -> Sequence[ClaimChange]:
    told = told_on(connection, held, vantage)
    visible = [(one.claim, seen(told[one.claim.id], vantage.as_of)) for one in held.claims]
    spoken = sorted({testimony.statement for _, some in visible for testimony in some})
    words = sayings(connection, spoken, vantage.known_at)
    return changes_since((heard_on(claim, some, words, vantage) for claim, some in visible if some), since)
