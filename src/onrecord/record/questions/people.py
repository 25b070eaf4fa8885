"""Everything on record by somebody, and what others say of him; where words may mean several, who they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from onrecord.errors import PersonNotFound
from onrecord.model import Claim, Stance
from onrecord.record.heldclaims import held_claims
from onrecord.record.identities import Identity
from onrecord.record.questions.saidby import PersonStatement, Told, listed, rows_about, rows_made_by
from onrecord.record.schema import link
from onrecord.record.testimonies import told_on
from onrecord.record.vantage import Vantage
from onrecord.tables import Table

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Who:
    """Who somebody is, and all that is on record by him and of him.

    `person` is the one whom the words mean: names, parties and offices over time, and who he may be besides. It is None
    where several go by these words; `candidates` are then all of them, and each can be asked for by its id. Nobody is
    chosen, and no two are joined, on a name alone.
    """

    asked: str
    person: Identity | None
    candidates: tuple[Identity, ...]
    statements: Table[PersonStatement]
    said_of: Table[PersonStatement]


def who_is(connection: Connection, asked: str, found: Sequence[Identity], vantage: Vantage) -> Who:
    """Who is meant of those whom the record knows by some words or an id; PersonNotFound where it knows nobody.

    People come before bodies: a body is meant only where no person has the words in a name.
    """
    exact = [one for one in found if asked in {one.id, *one.members}]
    meant = exact or [one for one in found if one.kind == "person"] or list(found)
    if not meant:
        raise PersonNotFound(f"nobody on record goes by {asked!r}; see everybody with: onrecord actors")
    if len(meant) > 1:
        nothing = Table[PersonStatement]((), PersonStatement)
        return Who(asked, None, tuple(meant), nothing, nothing)
    (one,) = meant
    party = one.known_as if one.kind != "person" else None
    made = rows_made_by(connection, one.members, party, vantage)
    own = {row.statement_id for row in made}
    about = [row for row in rows_about(connection, one.members, vantage) if row.statement_id not in own]
    claims = _claims(connection, [*made, *about], vantage)
    statements, said_of = (listed(connection, rows, claims, vantage) for rows in (made, about))
    return Who(asked, one, (), Table(statements, PersonStatement), Table(said_of, PersonStatement))


def _claims(connection: Connection, rows: Iterable[Any], vantage: Vantage) -> Told:
    """The claims that the statements of some rows speak to as of then, by statement id, in order of gloss."""
    wanted = sorted({row.statement_id for row in rows})
    matters: set[str] = set()
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        matters |= set(connection.scalars(select(link.c.matter_id).where(link.c.statement_id.in_(some))))
    held = held_claims(connection, matters, vantage)
    told = told_on(connection, held, vantage)
    found: dict[str, list[tuple[Claim, Stance]]] = defaultdict(list)
    for one in sorted(held.claims, key=lambda one: (one.claim.gloss, one.claim.id)):
        for testimony in told[one.claim.id]:
            found[testimony.statement].append((one.claim, testimony.stance))
    return found
