"""Somebody as his page shows him: who he is and on whose evidence, where he stands, and what his ties are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from onrecord.desk import Desk
from onrecord.desk.board import BoardView
from onrecord.desk.cast import Cast, Known
from onrecord.errors import PersonNotFound, UsageError
from onrecord.model import PartyStance, SourceKind, StandingName
from onrecord.record.identities import Identity, identities, key_of
from onrecord.record.judgements import Judgement
from onrecord.record.offices import OfficeHolder
from onrecord.record.questions.saidby import PersonStatement
from onrecord.record.schema import profile, report
from onrecord.record.tellings import RoleTold
from onrecord.record.vantage import Vantage
from onrecord.resolution.actors import registry
from onrecord.resolution.actors.entries import Entry
from onrecord.web.pages.bearings import Bearing

MOST_POSITIONS = 60
MOST_JUDGED = 12
"""Judgements shown, the reviewers' and then the surest ones first."""
_MOST_MEMBERS = 400
_OFFICES_ASKED = 3


@dataclass(frozen=True, slots=True)
class HeldPosition:
    """Where he stands on a claim: a body as the board has it, a person by the last thing he said on it."""

    claim: str
    gloss: str
    stance: PartyStance
    sourced: SourceKind
    since: str | None
    standing: StandingName | None
    statements: int


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a report is printed; what evidence leads to."""

    id: str
    outlet: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class ActorView:
    """Who somebody is.

    `entry` is the registry's, for a body that it knows; `identity` what reports together tell of him, with judgements and
    reasons, for everybody but bodies that the registry alone makes one. `rivals` are others who are said to hold an
    office of his. `reports` are those that the roles rest on. `named` tells how and where each actor
    that `judged` speaks of is named.
    """

    known: Known
    entry: Entry | None
    other_names: tuple[str, ...]
    identity: Identity | None
    judged: tuple[Judgement, ...]
    named: Mapping[str, tuple[str, Printed | None]]
    rivals: Mapping[tuple[str, str | None], tuple[OfficeHolder, ...]]
    reports: Mapping[str, Printed]


def known_as_of(connection: Connection, cast: Cast, ident: str, as_of: date | None) -> Known | None:
    """The identity with this id, or with a member whose id is this or begins so; None if nobody spoke of it by then.

    PersonNotFound where the record has no such actor.
    """
    everybody = cast.as_of(as_of)
    found = everybody.find(ident)
    if found is not None:
        return found
    try:
        return everybody.find(key_of(connection, ident))
    except UsageError as error:
        raise PersonNotFound(f"nobody on record has the id {ident[:80]!r}; see everybody under Actors") from error


def actor_view(desk: Desk, connection: Connection, one: Known, vantage: Vantage) -> ActorView:
    """Everything about who somebody is, as of a day."""
    wanted = one.kind == "person" or len(one.keys) > 1 or one.reviewed
    found = identities(connection, "", vantage.as_of, vantage.known_at, [one.keys[0]]) if wanted else []
    identity = found[0] if found and len(found[0].members) <= _MOST_MEMBERS else None
    entry = None if one.known_as is None else registry.entry(one.known_as)
    roles = () if identity is None else identity.roles
    judged = () if identity is None else tuple(sorted(identity.links, key=_surest))
    return ActorView(
        known=one,
        entry=entry,
        other_names=() if one.known_as is None else registry.aliases_of(one.known_as),
        identity=identity,
        judged=judged,
        named=_named(connection, {key for one in judged[:MOST_JUDGED] for key in (one.left, one.right)}),
        rivals={(role.role, role.of): _rivals(desk, role, one, vantage) for role in roles[:_OFFICES_ASKED]},
        reports=_printed(connection, sorted({r for role in roles for r in role.reports})),
    )


def positions_held(
    desk: Desk,
    one: Known,
    said: Sequence[PersonStatement],
    claims: Mapping[str, Sequence[Bearing]],
    as_of: date | None,
) -> tuple[HeldPosition, ...]:
    """Where somebody stands on claims: a body by the board, a person by what he said last on each."""
    return _own_words(said, claims) if one.kind == "person" else _on_board(desk, one, as_of)


def _own_words(said: Sequence[PersonStatement], claims: Mapping[str, Sequence[Bearing]]) -> tuple[HeldPosition, ...]:
    """One position for each claim that the statements, the latest first, speak to."""
    found: dict[str, HeldPosition] = {}
    for one in said:
        for bearing in claims.get(one.statement, ()):
            held = found.get(bearing.claim)
            if not bearing.counts:
                continue
            if held is None:
                found[bearing.claim] = HeldPosition(
                    bearing.claim, bearing.gloss, bearing.stance, one.source_kind, one.date, None, 1
                )
            else:
                since = one.date or held.since if held.stance == bearing.stance else held.since
                found[bearing.claim] = HeldPosition(
                    held.claim, held.gloss, held.stance, held.sourced, since, None, held.statements + 1
                )
    return tuple(sorted(found.values(), key=lambda p: (-p.statements, p.gloss, p.claim)))


def _on_board(desk: Desk, one: Known, as_of: date | None) -> tuple[HeldPosition, ...]:
    page = desk.board.page(BoardView(party=one.id, as_of=as_of, limit=MOST_POSITIONS))
    name = next((column.name for column in page.parties if column.key == one.id), one.name)
    return tuple(
        HeldPosition(
            cell.claim, cell.gloss, cell.stance, cell.sourced, cell.since, cell.standing, len(cell.statements)
        )
        for line in page.lines
        for cell in line.cells
        if cell.party == name
    )


def _surest(one: Judgement) -> tuple[bool, float, str]:
    return not one.reviewed, -(one.score or 0.0), one.id


def _rivals(desk: Desk, role: RoleTold, one: Known, vantage: Vantage) -> tuple[OfficeHolder, ...]:
    """Others who are said to hold the office at the same time."""
    if role.former or role.of is None:
        return ()
    holders = desk.record.office_holders(role.role, role.of, vantage.as_of)
    return tuple(holder for holder in holders if holder.contested and holder.identity not in {one.id, *one.keys})


def _named(connection: Connection, keys: set[str]) -> dict[str, tuple[str, Printed | None]]:
    """The name of each actor of a report, and the report; a body of the registry is printed nowhere."""
    found: dict[str, tuple[str, Printed | None]] = {}
    columns = profile.c.actor_id, profile.c.name, report.c.report_id, report.c.outlet, report.c.published
    query = select(*columns).join_from(profile, report).where(profile.c.actor_id.in_(sorted(keys)))
    for row in connection.execute(query):
        found[row.actor_id] = row.name, Printed(row.report_id, row.outlet, row.published)
    for key in keys - found.keys():
        entry = registry.entry(key)
        found[key] = key if entry is None else entry.name, None
    return found


def _printed(connection: Connection, idents: Sequence[str]) -> dict[str, Printed]:
    columns = report.c.report_id, report.c.outlet, report.c.published
    query = select(*columns).where(report.c.report_id.in_(idents))
    return {row.report_id: Printed(*row) for row in connection.execute(query)}
