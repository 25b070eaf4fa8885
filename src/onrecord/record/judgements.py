"""Judgements on pairs of actors: the same, different, or unsure; made by onrecord or a reviewer, changed, withdrawn.

They follow the judgement edges of OpenSanctions' nomenklatura: a pair, a judgement, a score, a user and two times. Here a
row is never touched again. A later judgement of a reviewer on the same pair takes the place of the earlier ones, and a
withdrawal is a row that points to the one withdrawn; `deleted_at` is read off it. So the record can also say what was
judged at any earlier time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from sqlalchemy import Connection, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from onrecord.contract import canonical, content_id
from onrecord.errors import UsageError
from onrecord.model import Evidence
from onrecord.record.clock import clock_of
from onrecord.record.lots import in_lots
from onrecord.record.newidentities import ONRECORD
from onrecord.record.schema import judgement as judgement_table

JudgementName = Literal["same", "different", "unsure"]
_WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody judged of two actors, by their ids or ids of the registry; `deleted_at` once it was withdrawn."""

    id: str
    left: str
    right: str
    judgement: JudgementName
    score: float | None
    user: str
    note: str | None
    evidence: tuple[Evidence, ...]
    created_at: str
    deleted_at: str | None = None

    @property
    def reviewed(self) -> bool:
        """Whether a person made it."""
        return self.user != ONRECORD

    def other(self, key: str) -> str:
        """The other side of the pair."""
        return self.right if self.left == key else self.left


def judgements_touching(
    connection: Connection, keys: Iterable[str], recorded_by: datetime | None = None, *, reasons: bool = True
) -> list[Judgement]:
    """Every judgement on the actors with these keys, withdrawn ones included, in the order in which they were made.

    Without `reasons` their evidence, which is most of what there is to read, is left out.
    """
    rows: dict[str, Any] = {}
    columns = [c for c in judgement_table.c if reasons or c is not judgement_table.c.evidence]
    for some in in_lots(keys):
        touching = or_(judgement_table.c.left_key.in_(some), judgement_table.c.right_key.in_(some))
        query = select(*columns).where(touching)
        if recorded_by is not None:
            query = query.where(judgement_table.c.recorded_at <= clock_of(recorded_by))
        rows |= {row.judgement_id: row for row in connection.execute(query).all()}
    withdrawn = {row.withdraws: row.recorded_at for row in rows.values() if row.withdraws is not None}
    made = [
        _judgement(row, withdrawn.get(row.judgement_id), reasons=reasons)
        for row in rows.values()
        if row.withdraws is None
    ]
    return sorted(made, key=lambda j: (j.created_at, j.id))


def in_force(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """The judgement that holds for each pair: a reviewer's last one, or else the record's own."""
    holding: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.reviewed, j.created_at, j.id)):
        if judgement.deleted_at is None:
            holding[judgement.left, judgement.right] = judgement
    return holding


def judge(
    connection: Connection,
    pair: tuple[str, str],
    judgement: JudgementName,
    user: str,
    recorded_at: datetime,
    note: str | None = None,
) -> Judgement:
    """Puts a reviewer's judgement on record; UsageError where the reviewer, the pair or the judgement makes no sense."""
    left, right = _checked(pair, user)
    if judgement not in get_args(JudgementName):
        raise UsageError(f"{judgement!r} is no judgement; give one of: {', '.join(get_args(JudgementName))}")
    row = {
        "left_key": left,
        "right_key": right,
        "judgement": judgement,
        "score": None,
        "evidence": canonical([]),
        "user_name": user.strip(),
        "note": note,
        "withdraws": None,
        "recorded_at": clock_of(recorded_at),
    }
    _add(connection, [row])
    return _judgement_of(row)


def withdraw(
    connection: Connection, pair: tuple[str, str], user: str, recorded_at: datetime, note: str | None = None
) -> list[Judgement]:
    """Withdraws what reviewers judged of a pair, so that the record's own judgement holds; UsageError if nothing."""
    left, right = _checked(pair, user)
    now = clock_of(recorded_at)
    live = [
        j
        for j in judgements_touching(connection, [left])
        if (j.left, j.right) == (left, right) and j.reviewed and j.deleted_at is None
    ]
    if not live:
        raise UsageError(f"no reviewer has judged {left} and {right}; there is nothing to withdraw")
    closing = {"judgement": _WITHDRAWN, "score": None, "evidence": canonical([]), "note": note, "recorded_at": now}
    pair_of = {"left_key": left, "right_key": right, "user_name": user.strip()}
    _add(connection, [pair_of | closing | {"withdraws": j.id} for j in live])
    return live


def _checked(pair: tuple[str, str], user: str) -> tuple[str, str]:
    if not user.strip() or user.strip() == ONRECORD:
        raise UsageError(f"a judgement needs the name of a reviewer, not {user!r}")
    left, right = sorted(pair)
    if left == right:
        raise UsageError("both are the same actor already; name two")
    return left, right


def _add(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    identified = [row | {"judgement_id": content_id(row)} for row in rows]
    connection.execute(dialect.insert(judgement_table).on_conflict_do_nothing(), identified)


def _judgement_of(row: dict[str, Any]) -> Judgement:
    return Judgement(
        content_id(row), row["left_key"], row["right_key"], row["judgement"], None, row["user_name"], row["note"], (),
        row["recorded_at"],
    )  # fmt: skip


def _judgement(row: Any, deleted_at: str | None, *, reasons: bool) -> Judgement:
    return Judgement(
        id=row.judgement_id,
        left=row.left_key,
        right=row.right_key,
        judgement=row.judgement,
        score=row.score,
        user=row.user_name,
        note=row.note,
        evidence=tuple(Evidence(**e) for e in json.loads(row.evidence)) if reasons else (),
        created_at=row.recorded_at,
        deleted_at=deleted_at,
    )
