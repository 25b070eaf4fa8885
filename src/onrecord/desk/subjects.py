"""What notes are written on and what people follow, and the other ids by which the record knows the same thing.

The id of a claim is that of its first link, and that of an identity the first of its members; either may come to stand
for a thing that another id stood for before, when an older report is added. So a thing is looked for by all its ids.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from onrecord.errors import ClaimNotFound, NotOnDesk, PersonNotFound, ReportNotFound
from onrecord.linking.glosses import figure_gloss
from onrecord.record.components import components
from onrecord.record.gathering import HeldClaim
from onrecord.record.heldclaims import held_claims
from onrecord.record.linkrows import figure_from
from onrecord.record.schema import decision, link, matter, profile, report, statement
from onrecord.record.vantage import EVERYTHING, Vantage

SubjectKind = Literal["report", "statement", "claim", "actor", "note"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a note is on: by kind and id; of a report also from which character to which."""

    kind: SubjectKind
    id: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An identity as notes and follows need it: the name of one of its actors, and all keys and actors of reports."""

    id: str
    name: str
    ids: tuple[str, ...]


def claim_with_id(connection: Connection, ident: str, vantage: Vantage = EVERYTHING) -> HeldClaim:
    """The claim that this is the id of, or of a link of; ClaimNotFound for neither."""
    held = connection.execute(select(link.c.matter_id).where(link.c.link_id == ident)).scalar()
    if held is not None:
        found = held_claims(connection, [held], vantage).holding([ident])
        if found:
            return next((one for one in found if one.claim.id == ident), found[0])
    raise ClaimNotFound(f"no claim of this record has the id {ident!r}; see: onrecord claims")


def gloss_of_claim(connection: Connection, ident: str) -> str:
    """What a claim is called, from one of its links; ClaimNotFound for none."""
    row = connection.execute(
        select(link.c.unit, link.c.low, link.c.high, link.c.about, matter.c.gloss)
        .join_from(link, matter, matter.c.matter_id == link.c.matter_id)
        .where(link.c.link_id == ident)
    ).first()
    if row is None:
        raise ClaimNotFound(f"no claim of this record has the id {ident!r}; see: onrecord claims")
    figure = figure_from(row)
    return str(row.gloss) if figure is None else figure_gloss(figure, row.gloss)


def matters_of_claim(connection: Connection, ident: str) -> frozenset[str] | None:
    """The matter of a claim; None where reviewers have moved or joined anything, so that it may have several."""
    if connection.execute(select(decision.c.decision_id).where(decision.c.to_matter.is_not(None)).limit(1)).first():
        return None
    return frozenset(connection.scalars(select(link.c.matter_id).where(link.c.link_id == ident)))


def name_of_actor(connection: Connection, ident: str) -> str:
    """A name of the actor with this id; PersonNotFound for none."""
    row = None
    for column in (profile.c.actor_id, profile.c.known_as):
        row = row or connection.execute(select(profile.c.name).where(column == ident).limit(1)).first()
    if row is None:
        raise PersonNotFound(f"nobody on record has the id {ident!r}; see: onrecord actors")
    return str(row.name)


def ids_of_claim(one: HeldClaim) -> list[str]:
    """The ids that lead to a claim."""
    return [link.id for link in one.links]


def actor_with_id(connection: Connection, ident: str) -> Actor:
    """The identity that this is the id of, or of a member of; PersonNotFound for neither."""
    query = select(profile.c.actor_id, profile.c.known_as)
    row = connection.execute(query.where(profile.c.actor_id == ident).limit(1)).first()
    row = row or connection.execute(query.where(profile.c.known_as == ident).limit(1)).first()
    if row is None:
        raise PersonNotFound(f"nobody on record has the id {ident!r}; see: onrecord actors")
    key = row.known_as or row.actor_id
    component = components(connection, [key], reasons=False)[key]
    rows = _profiles(connection, component.members)
    name = max(sorted({one.name for one in rows}), key=lambda name: (len(name.split()), len(name)), default=ident)
    return Actor(component.id, name, tuple(sorted({component.id, *component.members, *(r.actor_id for r in rows)})))


def name_of_party(connection: Connection, key: str) -> str:
    """The name of the party with this key; PersonNotFound where the record has nobody speak for it."""
    query = select(statement.c.party_name).where(statement.c.party_key == key).limit(1)
    name = connection.execute(query).scalar()
    if name is None:
        raise PersonNotFound(f"nobody on record speaks for a party with the key {key!r}; see: onrecord actors")
    return str(name)


def text_of_report(connection: Connection, ident: str) -> str:
    """The text of the report with this id; ReportNotFound for none."""
    text = connection.execute(select(report.c.text).where(report.c.report_id == ident)).scalar()
    if text is None:
        raise ReportNotFound(f"no report of this record has the id {ident!r}; see: onrecord reports")
    return str(text)


def report_of_statement(connection: Connection, ident: str) -> str:
    """The report in which the statement with this id stands; NotOnDesk for none."""
    found = connection.execute(select(statement.c.report_id).where(statement.c.statement_id == ident)).scalar()
    if found is None:
        raise NotOnDesk(f"no statement of this record has the id {ident!r}; see: onrecord show")
    return str(found)


def same_ids(connection: Connection, kind: str, ident: str) -> list[str]:
    """Every id under which a claim or an actor may have been noted or followed; of other kinds the id alone."""
    try:
        if kind == "claim":
            return sorted({ident, *ids_of_claim(claim_with_id(connection, ident))})
        if kind == "actor":
            return sorted({ident, *actor_with_id(connection, ident).ids})
    except (ClaimNotFound, PersonNotFound):
        # What a reviewer has since taken apart may be gone; what was written on it is still there under its id.
        return [ident]
    return [ident]


def _profiles(connection: Connection, members: Iterable[str]) -> list[Any]:
    held = list(members)
    columns = profile.c.actor_id, profile.c.name
    rows: dict[str, Any] = {}
    for column in (profile.c.actor_id, profile.c.known_as):
        for at in range(0, len(held), 400):
            query = select(*columns).where(column.in_(held[at : at + 400]))
            rows |= {row.actor_id: row for row in connection.execute(query)}
    return [rows[key] for key in sorted(rows)]
