"""Statements as a list of news shows them: who does what, the stance to the claim, where printed, and what it moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from onrecord.desk import Desk
from onrecord.desk.claimsheard import standings_of
from onrecord.errors import ClaimNotFound
from onrecord.model import Act, SourceKind, Standing, StandingName
from onrecord.record.correctionoverlay import overlay
from onrecord.record.schema import report, statement
from onrecord.record.vantage import Vantage
from onrecord.web.pages.bearings import Bearing, bearings

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with its bearing on a claim, None where it speaks to none.

    `before` and `after` are the standing of the claim around it, equal where it changed nothing, None without a claim.
    """

    bearing: Bearing | None
    act: Act
    cue: str | None
    source_kind: SourceKind
    speaker: str | None
    party: str | None
    title: str | None
    outlet: str | None
    before: StandingName | None = None
    after: StandingName | None = None


Asked = tuple[str, str | None]
"""A statement, and the claim that it is shown for, if for one."""


def told(desk: Desk, connection: Connection, asked: Iterable[Asked]) -> Mapping[Asked, Told]:
    """Some statements, each for a claim or for the one that it speaks to most surely, as reviewers left them."""
    wanted = set(asked)
    speaking = bearings(connection, {ident for ident, _ in wanted}, Vantage(), desk.board)
    rows = _rows(connection, sorted({ident for ident, _ in wanted}))
    corrections = overlay(connection, reports={row.report_id for row in rows.values()})
    chosen = {one: _bearing(speaking.get(one[0], ()), one[1]) for one in wanted if one[0] in rows}
    stands = _standings(desk, {bearing.claim for bearing in chosen.values() if bearing is not None})
    found = {}
    for one, bearing in chosen.items():
        row = corrections.row(rows[one[0]])
        before, after = _moved(None if bearing is None else stands.get(bearing.claim), one[0])
        found[one] = Told(
            bearing=bearing,
            act=row.act,
            cue=row.cue_text,
            source_kind=row.source_kind,
            speaker=row.speaker_name or row.source_text,
            party=row.party_name,
            title=row.title,
            outlet=row.outlet,
            before=before,
            after=after,
        )
    return found


def _rows(connection: Connection, idents: list[str]) -> dict[str, Any]:
    query = select(statement, report.c.title, report.c.outlet).join_from(
        statement, report, report.c.report_id == statement.c.report_id
    )
    found: dict[str, Any] = {}
    for at in range(0, len(idents), _AT_ONCE):
        some = query.where(statement.c.statement_id.in_(idents[at : at + _AT_ONCE]))
        found |= {row.statement_id: row for row in connection.execute(some)}
    return found


def _bearing(some: tuple[Bearing, ...], claim: str | None) -> Bearing | None:
    """The bearing on a claim; the first where none is asked for, or where the claim has another id by now."""
    return next((one for one in some if one.claim == claim), some[0] if some else None)


def _standings(desk: Desk, claims: set[str]) -> dict[str, Standing]:
    found = {}
    for ident in sorted(claims):
        try:
            found[ident] = standings_of(desk.record, desk.board, [ident])[0]
        except ClaimNotFound:
            continue
    return found


def _moved(stands: Standing | None, ident: str) -> tuple[StandingName | None, StandingName | None]:
    if stands is None:
        return None, None
    change = next((one for one in reversed(stands.changes) if one.because == ident), None)
    return (stands.standing, stands.standing) if change is None else (change.before, change.after)
