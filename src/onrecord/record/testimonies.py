"""What the record holds on claims: every linked statement with all that a standing needs to know of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from onrecord.contract import canonical
from onrecord.model import Claim, Party, Testimony
from onrecord.record.components import Component, components
from onrecord.record.origins import origins
from onrecord.record.rows import claim_from
from onrecord.record.schema import claim, link, statement

_TOLD = (
    statement.c.statement_id,
    statement.c.report_id,
    statement.c.source_kind,
    statement.c.speaker_key,
    statement.c.speaker_actor,
    statement.c.speaker_name,
    statement.c.speaks_for_party,
    statement.c.party_key,
    statement.c.party_name,
    statement.c.party_part_of,
    statement.c.published,
    statement.c.said_first,
    statement.c.said_precision,
)


def claims_held(connection: Connection, claim_id: str | None = None) -> list[Claim]:
    """Every claim of the record, or the one with this id, by gloss."""
    query = select(claim).order_by(claim.c.gloss, claim.c.claim_id)
    if claim_id is not None:
        query = query.where(claim.c.claim_id == claim_id)
    return [claim_from(row) for row in connection.execute(query)]


def told_on_claims(
    connection: Connection, as_of: date | None, claim_ids: Sequence[str] | None = None
) -> dict[str, list[Testimony]]:
    """The testimonies on some claims (all, for None) that were published by a date, by claim."""
    query = select(link.c.claim_id, link.c.stance, *_TOLD).join_from(link, statement)
    if claim_ids is not None:
        query = query.where(link.c.claim_id.in_(claim_ids))
    if as_of is not None:
        query = query.where(statement.c.published <= as_of)
    rows = connection.execute(query).all()
    origin_of = origins(connection, {row.report_id for row in rows}, as_of)
    speakers = components(connection, {row.speaker_actor for row in rows if _has_an_identity(row)}, as_of)
    found: dict[str, list[Testimony]] = defaultdict(list)
    for row in rows:
        found[row.claim_id].append(_testimony(row, origin_of[row.report_id], _speaker(row, speakers)))
    return found


def _has_an_identity(row: Any) -> bool:
    """Whether a person speaks who is named: the same man is one speaker in every spelling of his name."""
    return row.source_kind == "named" and row.speaker_actor is not None


def _speaker(row: Any, speakers: Mapping[str, Component]) -> str:
    """What tells the speaker in every report: the identity of a named one, or the words for any other."""
    component = speakers.get(row.speaker_actor) if _has_an_identity(row) else None
    return row.speaker_key if component is None else canonical(["identity", component.id])


def _testimony(row: Any, origin: str, speaker: str) -> Testimony:
    party = None if row.party_key is None else Party(row.party_key, row.party_name, row.party_part_of)
    return Testimony(
        statement=row.statement_id,
        report=row.report_id,
        origin=origin,
        stance=row.stance,
        source_kind=row.source_kind,
        speaker_key=speaker,
        speaker_name=row.speaker_name,
        speaks_for_party=row.speaks_for_party,
        party=party,
        published=row.published,
        said_first=row.said_first,
        said_precision=row.said_precision,
    )
