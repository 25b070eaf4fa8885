"""What there is to judge on the claims of some matters, gathered from the record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sqlalchemy import JSON, Connection, cast, func, select, type_coerce

from onrecord.model import Party
from onrecord.record.components import Component, components
from onrecord.record.heldclaims import HeldClaims, held_claims
from onrecord.record.schema import link, statement
from onrecord.record.testimonies import told_on
from onrecord.record.vantage import EVERYTHING
from onrecord.review.weighing import Weighed, weighed

_AT_ONCE = 400
Speakers = Mapping[str, Component]


def weighed_on(connection: Connection, matters: Collection[str], speakers: Speakers | None = None) -> list[Weighed]:
    """What there is to judge on the claims of some matters, with whatever reviewers joined to them.

    `speakers` are all of the record, where they were looked up beforehand.
    """
    held = held_claims(connection, matters, EVERYTHING)
    told = told_on(connection, held, EVERYTHING, speakers=speakers)
    confidence = _confidences(connection, held)
    wanted = set(matters)
    # Each statement has a party of its own, and tens of thousands of equal ones would stay in memory.
    parties: dict[Party | None, Party | None] = {}
    return [
        replace(item, party=parties.setdefault(item.party, item.party))
        for one in held.claims
        if one.claim.matter in wanted
        for item in weighed(one, told[one.claim.id], confidence)
    ]


def all_speakers(connection: Connection) -> Speakers:
    """The identity of everybody who speaks under his name. It costs as much for all as for some, who are one net."""
    named = select(statement.c.speaker_actor).where(
        statement.c.source_kind == "named", statement.c.speaker_actor.is_not(None)
    )
    found = components(connection, set(connection.scalars(named)), reasons=False)
    return {key: Component(one.id, (), ()) for key, one in found.items()}


def least_certain_first(connection: Connection, matters: Iterable[str]) -> list[str]:
    """Some matters, those with the least certain links first."""
    wanted = set(matters)
    if not wanted:
        return []
    least = select(link.c.matter_id, func.min(link.c.score)).group_by(link.c.matter_id)
    scores = {ident: score for ident, score in connection.execute(least) if ident in wanted}
    return sorted(scores, key=lambda ident: (scores[ident], ident))


def parties_of(items: Iterable[Weighed]) -> dict[str, Party]:
    """The parties for which statements were made, by key."""
    return {one.party.key: one.party for one in items if one.party is not None}


def _confidences(connection: Connection, held: HeldClaims) -> dict[str, float]:
    """How sure the reader was of each statement that speaks to some claims, 0 to 1."""
    column = statement.c.payload
    payload = type_coerce(column, JSON) if connection.dialect.name == "sqlite" else cast(column, JSON)
    wanted = sorted({link.statement for one in held.claims for link in one.links})
    found: dict[str, float] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        query = select(statement.c.statement_id, payload["confidence"].as_float())
        rows = connection.execute(query.where(statement.c.statement_id.in_(wanted[at : at + _AT_ONCE])))
        found |= {ident: value for ident, value in rows if value is not None}
    return found
