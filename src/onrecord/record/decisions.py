"""What reviewers decide of links and claims: confirmed, rejected, moved, joined; made, changed and withdrawn as rows.

A row is never touched again. A later decision on the same thing takes the place of the earlier ones, and a withdrawal is
a row that points to the one withdrawn; so the record can also say what was decided by any earlier time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from onrecord.contract import content_id
from onrecord.errors import UsageError
from onrecord.record.clock import clock_of
from onrecord.record.newidentities import ONRECORD
from onrecord.record.schema import decision as decision_table

Action = Literal["confirm", "reject", "move", "join"]
_WITHDRAW = "withdraw"
_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided; `withdrawn_at` once it was withdrawn, which the record keeps beside it.

    `link` is the link that is confirmed, rejected or moved, or one of the claim that is joined to another; `to_link` is
    one of the claim that it goes to. A link that is moved to itself stands alone.
    """

    id: str
    action: Action
    link: str
    matter: str
    to_link: str | None
    to_matter: str | None
    user: str
    note: str | None
    decided_at: str
    withdrawn_at: str | None = None

    @property
    def subject(self) -> tuple[str, ...]:
        """What it decides; the last decision in force on a subject holds."""
        if self.action == "join":
            return ("join", *sorted((self.link, self.to_link or self.link)))
        return "move" if self.action == "move" else "state", self.link


def decisions_on(
    connection: Connection, matters: Iterable[str] | None, known_at: datetime | None = None
) -> list[Decision]:
    """Every decision that concerns links of some matters (of any, for None), withdrawn ones included, in order."""
    query = select(decision_table)
    if known_at is not None:
        query = query.where(decision_table.c.recorded_at <= clock_of(known_at))
    rows: dict[str, Any] = {}
    for some in _batches(matters):
        concerned = query
        if some is not None:
            concerned = query.where(or_(decision_table.c.matter_id.in_(some), decision_table.c.to_matter.in_(some)))
        rows |= {row.decision_id: row for row in connection.execute(concerned)}
    withdrawn = {row.withdraws: row.recorded_at for row in rows.values() if row.withdraws is not None}
    made = [_decision(row, withdrawn.get(row.decision_id)) for row in rows.values() if row.withdraws is None]
    return sorted(made, key=lambda d: (d.decided_at, d.id))


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """The decision that holds on each subject, in the order of deciding."""
    holding: dict[tuple[str, ...], Decision] = {}
    for decision in sorted(decisions, key=lambda d: (d.decided_at, d.id)):
        if decision.withdrawn_at is None:
            holding.pop(decision.subject, None)
            holding[decision.subject] = decision
    return list(holding.values())


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who decides, when, and why; UsageError without a name."""

    user: str
    at: datetime
    note: str | None = None

    def __post_init__(self) -> None:
        if not self.user.strip() or self.user.strip() == ONRECORD:
            raise UsageError(f"a decision needs the name of a reviewer, not {self.user!r}")


def decide(
    connection: Connection,
    action: Action,
    pairs: Sequence[tuple[tuple[str, str], tuple[str, str] | None]],
    reviewer: Reviewer,
) -> list[Decision]:
    """Puts decisions on record; each pair is a link and what it goes to, with their matters."""
    made = []
    for (link, matter), to in pairs:
        to_link, to_matter = to or (None, None)
        row = _row(action, link, matter, to_link, to_matter, reviewer)
        made.append(Decision(content_id(row), action, link, matter, to_link, to_matter, *_who(reviewer)))
        _add(connection, row)
    return made


def withdraw_decisions(connection: Connection, decisions: Sequence[Decision], reviewer: Reviewer) -> list[Decision]:
    """Withdraws decisions, so that what held before holds again; UsageError where there is none to withdraw."""
    live = [d for d in decisions if d.withdrawn_at is None]
    if not live:
        raise UsageError("no reviewer has decided that; there is nothing to withdraw")
    for d in live:
        _add(connection, _row(_WITHDRAW, d.link, d.matter, d.to_link, d.to_matter, reviewer) | {"withdraws": d.id})
    return live


def _who(reviewer: Reviewer) -> tuple[str, str | None, str]:
    return reviewer.user.strip(), reviewer.note, clock_of(reviewer.at)


def _row(
    action: str, link: str, matter: str, to_link: str | None, to_matter: str | None, reviewer: Reviewer
) -> dict[str, Any]:
    user, note, at = _who(reviewer)
    return {
        "action": action,
        "link_id": link,
        "matter_id": matter,
        "to_link": to_link,
        "to_matter": to_matter,
        "user_name": user,
        "note": note,
        "withdraws": None,
        "recorded_at": at,
    }


def _add(connection: Connection, row: dict[str, Any]) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    identified = row | {"decision_id": content_id(row)}
    connection.execute(dialect.insert(decision_table).on_conflict_do_nothing(), identified)


def _decision(row: Any, withdrawn_at: str | None) -> Decision:
    return Decision(
        id=row.decision_id,
        action=row.action,
        link=row.link_id,
        matter=row.matter_id,
        to_link=row.to_link,
        to_matter=row.to_matter,
        user=row.user_name,
        note=row.note,
        decided_at=row.recorded_at,
        withdrawn_at=withdrawn_at,
    )


def _batches(matters: Iterable[str] | None) -> list[list[str] | None]:
    if matters is None:
        return [None]
    ordered = sorted(set(matters))
    return [ordered[at : at + _AT_ONCE] for at in range(0, len(ordered), _AT_ONCE)]
