"""Which matters a record has to be asked about again: those that new rows bear on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from onrecord.record.correctionoverlay import matters_touched
from onrecord.record.lots import in_lots
from onrecord.record.origins import origins
from onrecord.record.schema import actor, decision, judgement, link, profile, report, statement, withdrawal


@dataclass(frozen=True, slots=True)
class Seen:
    """The ids of the rows that were taken in, of each table whose rows make a difference. Rows are only ever added."""

    reports: frozenset[str] = frozenset()
    decisions: frozenset[str] = frozenset()
    judgements: frozenset[str] = frozenset()
    corrections: frozenset[str] = frozenset()


def changed(connection: Connection, seen: Seen) -> tuple[Seen, set[str]]:
    """What a record holds now, and the matters that rows bear on which were not seen.

    Where there are none it costs a count for each table.
    """
    corrections, touched = matters_touched(connection, seen.corrections)
    reports = _now(connection, report.c.report_id, seen.reports)
    decisions = _now(connection, decision.c.decision_id, seen.decisions)
    judgements = _now(connection, judgement.c.judgement_id, seen.judgements)
    now = Seen(reports, decisions, judgements, corrections)
    if not seen.reports:
        return now, set(connection.scalars(select(link.c.matter_id).distinct()))
    return now, {
        *touched,
        *matters_of_reports(connection, _with_kin(connection, reports - seen.reports)),
        *_matters_decided_on(connection, decisions - seen.decisions),
        *_matters_of_people(connection, judgements - seen.judgements),
    }


def matters_of_reports(connection: Connection, reports: Collection[str]) -> set[str]:
    """The matters that statements of some reports bear on."""
    found: set[str] = set()
    for some in in_lots(reports):
        found |= set(connection.scalars(_matters().where(statement.c.report_id.in_(some))))
    return found


def _now(connection: Connection, column: ColumnElement[str], seen: frozenset[str]) -> frozenset[str]:
    count = connection.scalar(select(func.count(column)))
    return seen if count == len(seen) else frozenset(connection.scalars(select(column)))


def _matters() -> Any:
    return (
        select(link.c.matter_id)
        .distinct()
        .join_from(statement, link, link.c.statement_id == statement.c.statement_id)
    )


def _with_kin(connection: Connection, reports: Collection[str]) -> set[str]:
    """Some reports with those that are copies of them, and those that they take back or that take them back."""
    found = set(origins(connection, reports, None))
    for some in in_lots(found):
        either = or_(withdrawal.c.report_id.in_(some), withdrawal.c.notice_report.in_(some))
        found |= set(connection.scalars(select(withdrawal.c.report_id).where(either)))
    return found


def _matters_decided_on(connection: Connection, decisions: Collection[str]) -> set[str]:
    found: set[str | None] = set()
    for some in in_lots(decisions):
        query = select(decision.c.matter_id, decision.c.to_matter).where(decision.c.decision_id.in_(some))
        found |= {ident for row in connection.execute(query) for ident in row}
    return {ident for ident in found if ident is not None}


def _matters_of_people(connection: Connection, judgements: Collection[str]) -> set[str]:
    """The matters on which those spoke who were judged to be one or two."""
    keys: set[str] = set()
    for some in in_lots(judgements):
        query = select(judgement.c.left_key, judgement.c.right_key).where(judgement.c.judgement_id.in_(some))
        keys |= {key for row in connection.execute(query) for key in row}
    members = set(keys)
    for some in in_lots(keys):
        members |= set(connection.scalars(select(profile.c.actor_id).where(profile.c.known_as.in_(some))))
    found: set[str] = set()
    for some in in_lots(members):
        spoken = _matters().join(actor, actor.c.report_id == statement.c.report_id)
        found |= set(
            connection.scalars(
                spoken.where(actor.c.actor_id.in_(some), statement.c.speaker_actor == actor.c.actor_id)
            )
        )
    return found
