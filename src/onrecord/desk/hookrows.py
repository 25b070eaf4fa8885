"""Webhooks and the calls that were made, as rows of the record."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, exists, or_, select

from onrecord.desk.findings import Finding, finding_from, held_findings
from onrecord.desk.rows import Row, add_row, one_with_id
from onrecord.errors import NotOnDesk
from onrecord.record.clock import clock_of
from onrecord.record.schema import delivery as delivery_table
from onrecord.record.schema import finding as finding_table
from onrecord.record.schema import hook as hook_table

WAITS = tuple(timedelta(minutes=n) for n in (1, 5, 30, 120, 480, 1_440))
"""How long to wait after each call that failed; after the last one it is not tried again."""
GONE = 410
"""The answer of a receiver that wants no more calls."""
_MOST = 100


@dataclass(frozen=True, slots=True)
class Hook:
    """An address that is called with what a saved question finds."""

    id: str
    watch: str
    url: str
    user: str
    made_at: str
    removed_at: str | None = None
    removed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One call: which finding, the how-manieth attempt, and how it ended; `next_at` is when it is tried again."""

    id: str
    hook: str
    finding: str
    attempt: int
    status: int | None
    error: str | None
    delivered: bool
    at: str
    next_at: str | None


@dataclass(frozen=True, slots=True)
class Due:
    """A finding that is to be sent, as which attempt."""

    finding: Finding
    attempt: int


def hooks_held(connection: Connection) -> list[Hook]:
    """Every webhook, those given up too, the oldest first."""
    gone = hook_table.alias("gone")
    ended = gone.c.recorded_at.label("gone_at"), gone.c.user_name.label("gone_by")
    query = select(hook_table, *ended).outerjoin(gone, gone.c.withdraws == hook_table.c.hook_id)
    order = hook_table.c.recorded_at, hook_table.c.hook_id
    return [
        Hook(row.hook_id, row.watch_id, row.url, row.user_name, row.recorded_at, row.gone_at, row.gone_by)
        for row in connection.execute(query.where(hook_table.c.withdraws.is_(None)).order_by(*order))
    ]


def one_hook(connection: Connection, ident: str) -> Hook:
    """The webhook with this id, or the only one whose id begins so; NotOnDesk for none."""
    held = {hook.id: hook for hook in hooks_held(connection)}
    found = one_with_id(list(held), ident)
    if found is None:
        raise NotOnDesk(f"no webhook has the id {ident!r}, or it alone; see: onrecord watch list")
    return held[found]


def secret_of(connection: Connection, hook: str) -> str:
    """The secret with which the calls of a webhook are signed."""
    return str(connection.execute(select(hook_table.c.secret).where(hook_table.c.hook_id == hook)).scalar_one())


def deliveries_of(connection: Connection, hook: str, limit: int) -> list[Delivery]:
    """The last calls of a webhook, the newest first."""
    order = delivery_table.c.recorded_at.desc(), delivery_table.c.attempt.desc(), delivery_table.c.delivery_id
    query = select(delivery_table).where(delivery_table.c.hook_id == hook).order_by(*order).limit(limit)
    return [_delivery(row) for row in connection.execute(query)]


def due_of(connection: Connection, hook: Hook, at: datetime) -> list[Due]:
    """What is to be sent to a webhook now, in the order of finding; nothing while it waits after a call that failed."""
    now, tried = clock_of(at), _tried(connection, hook)
    waiting = [one.next_at for some in tried.values() for one in some[-1:] if one.next_at is not None]
    if any(moment > now for moment in waiting):
        return []
    done = exists().where(
        delivery_table.c.hook_id == hook.id,
        delivery_table.c.finding_id == finding_table.c.finding_id,
        or_(delivery_table.c.delivered, delivery_table.c.next_at.is_(None)),
    )
    found = finding_table.c
    wanted = and_(found.watch_id == hook.watch, found.recorded_at >= hook.made_at, found.already.is_(False), ~done)
    order = found.recorded_at, found.published, found.finding_id
    rows = connection.execute(held_findings().where(wanted).order_by(*order).limit(_MOST)).all()
    return [Due(finding_from(row), len(tried.get(row.finding_id, ())) + 1) for row in rows]


def keep_delivery(
    connection: Connection, hook: Hook, due: Due, status: int | None, error: str | None, at: datetime, *, taken: bool
) -> Delivery:
    """Puts on record how a call ended, and when it is tried again."""
    last = taken or status == GONE or due.attempt > len(WAITS)
    row: Row = {
        "hook_id": hook.id,
        "finding_id": due.finding.id,
        "attempt": due.attempt,
        "status": status,
        "error": error,
        "delivered": taken,
        "next_at": None if last else clock_of(at + WAITS[due.attempt - 1]),
        "recorded_at": clock_of(at),
    }
    ident = add_row(connection, delivery_table, row)
    return _delivery(connection.execute(select(delivery_table).where(delivery_table.c.delivery_id == ident)).one())


def _tried(connection: Connection, hook: Hook) -> dict[str, list[Delivery]]:
    """The calls of what was neither taken nor given up yet, by finding."""
    over = select(delivery_table.c.finding_id).where(
        delivery_table.c.hook_id == hook.id, or_(delivery_table.c.delivered, delivery_table.c.next_at.is_(None))
    )
    query = select(delivery_table).where(
        delivery_table.c.hook_id == hook.id, delivery_table.c.finding_id.not_in(over)
    )
    found: dict[str, list[Delivery]] = defaultdict(list)
    for row in connection.execute(query.order_by(delivery_table.c.attempt)):
        found[row.finding_id].append(_delivery(row))
    return found


def _delivery(row: Any) -> Delivery:
    return Delivery(
        id=row.delivery_id,
        hook=row.hook_id,
        finding=row.finding_id,
        attempt=row.attempt,
        status=row.status,
        error=row.error,
        delivered=row.delivered,
        at=row.recorded_at,
        next_at=row.next_at,
    )
