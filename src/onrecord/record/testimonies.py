"""What the record holds on claims: every linked statement with all that a standing needs to know of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, Select, select

from onrecord.contract import canonical
from onrecord.model import Party, Stance, Testimony
from onrecord.record.components import Component, components
from onrecord.record.correctionoverlay import NOTHING, Overlay
from onrecord.record.gathering import HeldClaim
from onrecord.record.heldclaims import HeldClaims, counted_links
from onrecord.record.heldlinks import HeldLink
from onrecord.record.relayed import with_relays_traced
from onrecord.record.reportsources import source_of
from onrecord.record.schema import statement
from onrecord.record.vantage import Vantage
from onrecord.record.withdrawals import withdrawal_days

_AT_ONCE = 400
_MANY = 5_000
"""Of so many statements and more it is quicker to read the whole table than to name them."""
_DECIDED = frozenset[Stance]({"affirms", "denies"})
_OUTER = statement.alias("outer_statement")
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
    statement.c.reported_in,
    statement.c.relayed_from,
    _OUTER.c.speaker_name.label("reporter"),
    _OUTER.c.source_text.label("reporter_words"),
)


def told_on(
    connection: Connection,
    held: HeldClaims,
    vantage: Vantage,
    withdrawn: Mapping[str, date] | None = None,
    speakers: Mapping[str, Component] | None = None,
) -> dict[str, list[Testimony]]:
    """The testimonies on some claims, by claim id; a rejected link gives none, and a statement one for each claim.

    `withdrawn` gives the day on which each report was withdrawn that was, and `speakers` the identity of each actor
    that speaks under a name; left out, they are what the record holds.
    """
    speaking = {one.claim.id: links_that_speak(one) for one in held.claims}
    rows = told_rows(connection, {link.statement for links in speaking.values() for link in links}, held.corrections)
    named = {row.speaker_actor for row in rows.values() if has_an_identity(row)}
    if speakers is None:
        speakers = components(connection, named, vantage.as_of, vantage.known_at, reasons=False)
    reports = {link.report for links in speaking.values() for link in links}
    days = withdrawal_days(connection, reports, vantage) if withdrawn is None else withdrawn
    source = source_of(connection, {row.statement_id: row.relayed_from for row in rows.values()}, reports)
    told = {
        claim: [
            testimony_from(
                link,
                row := rows[link.statement],
                held.origin_of[row.report_id],
                _speaker(row, speakers),
                days.get(link.report),
            )
            for link in links
        ]
        for claim, links in speaking.items()
    }
    return {claim: with_relays_traced(some, source) for claim, some in told.items()}


def links_that_speak(one: HeldClaim) -> list[HeldLink]:
    """The link by which each statement speaks to a claim: a decided stance before an open one, then the surer."""
    best: dict[str, HeldLink] = {}
    for link in counted_links(one.links):
        kept = best.get(link.statement)
        if kept is None or _strength(link) > _strength(kept):
            best[link.statement] = link
    return list(best.values())


def _strength(link: HeldLink) -> tuple[bool, bool, float, str]:
    return link.state == "confirmed", link.stance in _DECIDED, link.score, link.id


def told_rows(connection: Connection, idents: Iterable[str], corrections: Overlay) -> dict[str, Any]:
    """The rows of some statements as reviewers have them."""
    found = _as_read(connection, idents)
    return (
        found if corrections is NOTHING else {ident: _as_corrected(row, corrections) for ident, row in found.items()}
    )


def _as_corrected(row: Any, corrections: Overlay) -> Any:
    """A row as reviewers have it, and whoever passes the statement on, too."""
    own, outer = corrections.row(row), corrections.corrects(row.reported_in or "", "speaker_name")
    return SimpleNamespace(**{**_columns(own), "reporter": outer["speaker_name"]}) if outer else own


def _columns(row: Any) -> Mapping[str, Any]:
    columns: Mapping[str, Any] = vars(row) if isinstance(row, SimpleNamespace) else row._mapping
    return columns


def _as_read(connection: Connection, idents: Iterable[str]) -> dict[str, Any]:
    wanted = sorted(set(idents))
    query: Select[Any] = select(*_TOLD).outerjoin(_OUTER, _OUTER.c.statement_id == statement.c.reported_in)
    if len(wanted) >= _MANY:
        kept = set(wanted)
        return {row.statement_id: row for row in connection.execute(query).all() if row.statement_id in kept}
    found: dict[str, Any] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        some = query.where(statement.c.statement_id.in_(wanted[at : at + _AT_ONCE]))
        found |= {row.statement_id: row for row in connection.execute(some).all()}
    return found


def has_an_identity(row: Any) -> bool:
    """Whether a person speaks who is named: the same man is one speaker in every spelling of his name."""
    return row.source_kind == "named" and row.speaker_actor is not None


def _speaker(row: Any, speakers: Mapping[str, Component]) -> str:
    """What tells the speaker in every report: the identity of a named one, or the words for any other."""
    component = speakers.get(row.speaker_actor) if has_an_identity(row) else None
    return row.speaker_key if component is None else identity_key(component.id)


def identity_key(ident: str) -> str:
    """The key of a speaker who is known by his identity."""
    return canonical(["identity", ident])


def testimony_from(link: HeldLink, row: Any, origin: str, speaker_key: str, withdrawn: date | None) -> Testimony:
    """The testimony of a link and the row of its statement, given what these do not hold."""
    party = None if row.party_key is None else Party(row.party_key, row.party_name, row.party_part_of)
    return Testimony(
        statement=row.statement_id,
        report=row.report_id,
        origin=origin,
        stance=link.stance,
        source_kind=row.source_kind,
        speaker_key=speaker_key,
        speaker_name=row.speaker_name,
        speaks_for_party=row.speaks_for_party,
        party=party,
        published=row.published,
        said_first=row.said_first,
        said_precision=row.said_precision,
        reported_by=row.reporter or row.reporter_words,
        reported_in=row.reported_in,
        withdrawn=withdrawn,
    )
