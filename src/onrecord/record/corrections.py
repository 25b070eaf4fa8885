"""What reviewers say of statements: accepted, corrected, rejected, or unsure; made, changed and withdrawn as rows.

A row is never touched again, and a withdrawal is a row that points to the one withdrawn; so the record can also say what
was held by any earlier time. Each row is whole: it keeps all values that hold with it, those of the row before it among
them, so that a second reviewer's word never loses what the first one mended.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypedDict

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from onrecord.contract import canonical, content_id
from onrecord.model import Act, Certainty, SourceKind, SourceType, Stance
from onrecord.record.clock import clock_of
from onrecord.record.schema import correction as correction_table

CorrectionAction = Literal["accept", "correct", "reject", "unsure"]
_WITHDRAW = "withdraw"
_NOTHING = {"speaker": "nobody named", "party": "no party", "source_type": "not told"}
Row = dict[str, Any]


class Corrected(TypedDict, total=False):
    """The values that a reviewer holds for right, by name; what is not there is as it was read.

    `speaker` is the id of an actor of a report, None for a speaker whom nobody names; `party` a party's key, None for
    one who speaks for no party; `stances` are by the id of the link.
    """

    act: Act
    certainty: Certainty
    source_kind: SourceKind
    source_type: SourceType | None
    speaker: str | None
    party: str | None
    stances: dict[str, Stance]


@dataclass(frozen=True, slots=True)
class CorrectedValue:
    """One value as it was read and as the reviewer has it; speakers and parties by name. `text` says both."""

    field: str
    before: str | None
    after: str | None
    text: str

    @classmethod
    def of(cls, field: str, before: str | None, after: str | None, what: str | None = None) -> CorrectedValue:
        """A value with its text: `act: asserts → denies`; `what` takes the place of the field's name in it."""
        nothing = _NOTHING.get(field, "none")
        name = what or field.replace("_", " ")
        return cls(field, before, after, f"{name}: {before or nothing} → {after or nothing}")


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reviewer said of a statement; `withdrawn_at` once that was withdrawn, which the record keeps beside it.

    `values` are all that differ from what was read, with what was taken over from an earlier reviewer.
    """

    id: str
    statement: str
    report: str
    action: CorrectionAction
    values: tuple[CorrectedValue, ...]
    user: str
    note: str | None
    recorded_at: str
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None


@dataclass(frozen=True, slots=True)
class HeldCorrection:
    """A correction with the values that it holds, and what they make of the statement's row and of links."""

    said: Correction
    corrected: Corrected
    effects: Mapping[str, Any]


def corrections_held(
    connection: Connection,
    known_at: datetime | None = None,
    *,
    statements: Iterable[str] | None = None,
    reports: Iterable[str] | None = None,
) -> list[HeldCorrection]:
    """What was said by then of some statements, or of those of some reports, or of all; withdrawn rows included.

    It is in the order of saying.
    """
    query = select(correction_table)
    if known_at is not None:
        query = query.where(correction_table.c.recorded_at <= clock_of(known_at))
    if statements is not None:
        query = query.where(correction_table.c.statement_id.in_(sorted(statements)))
    if reports is not None:
        query = query.where(correction_table.c.report_id.in_(sorted(reports)))
    rows = connection.execute(query).all()
    taken_back = {row.withdraws: row for row in rows if row.withdraws is not None}
    held = [_held(row, taken_back.get(row.correction_id)) for row in rows if row.withdraws is None]
    return sorted(held, key=lambda one: (one.said.recorded_at, one.said.id))


def word_in_force(said: Iterable[HeldCorrection]) -> HeldCorrection | None:
    """Of all that was said of one statement, what holds: the last word of each reviewer, and of those the latest.

    Who is unsure decides nothing: then what another reviewer said holds, or else the statement as it was read.
    """
    deciding = [one for one in last_words(said) if one.said.action != "unsure"]
    return deciding[-1] if deciding else None


def last_words(said: Iterable[HeldCorrection]) -> list[HeldCorrection]:
    """The last word of each reviewer that was not withdrawn, in the order of saying."""
    last: dict[str, HeldCorrection] = {}
    for one in sorted(said, key=lambda one: (one.said.recorded_at, one.said.id)):
        if one.said.withdrawn_at is None:
            last.pop(one.said.user, None)
            last[one.said.user] = one
    return list(last.values())


def keep_correction(connection: Connection, row: Row, effects: Mapping[str, Any]) -> HeldCorrection:
    """Puts on record what a reviewer says; `row` has all columns but the id and the effects."""
    ident = content_id(row)
    whole = row | {"correction_id": ident, "effects": canonical(effects)}
    _add(connection, [whole])
    said = Correction(
        ident, row["statement_id"], row["report_id"], row["action"], _values(effects), row["user_name"], row["note"],
        row["recorded_at"],
    )  # fmt: skip
    return HeldCorrection(said, json.loads(row["corrected"]), effects)


def keep_withdrawal(
    connection: Connection, withdrawn: Sequence[Correction], user: str, note: str | None, at: datetime
) -> None:
    """Takes corrections back, each with a row that points to it."""
    rows = [
        correction_row(one.statement, one.report, _WITHDRAW, {}, user, note, at) | {"withdraws": one.id}
        for one in withdrawn
    ]
    _add(connection, [row | {"correction_id": content_id(row), "effects": canonical({})} for row in rows])


def correction_row(
    statement: str, report: str, action: str, corrected: Corrected, user: str, note: str | None, at: datetime
) -> Row:
    """A row without its id and its effects."""
    return {
        "statement_id": statement,
        "report_id": report,
        "action": action,
        "corrected": canonical(corrected),
        "user_name": user,
        "note": note,
        "withdraws": None,
        "recorded_at": clock_of(at),
    }


def _add(connection: Connection, rows: Sequence[Row]) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(correction_table).on_conflict_do_nothing(), rows)


def _held(row: Any, taken_back: Any) -> HeldCorrection:
    effects = json.loads(row.effects)
    said = Correction(
        id=row.correction_id,
        statement=row.statement_id,
        report=row.report_id,
        action=row.action,
        values=_values(effects),
        user=row.user_name,
        note=row.note,
        recorded_at=row.recorded_at,
        withdrawn_at=None if taken_back is None else taken_back.recorded_at,
        withdrawn_by=None if taken_back is None else taken_back.user_name,
    )
    return HeldCorrection(said, json.loads(row.corrected), effects)


def _values(effects: Mapping[str, Any]) -> tuple[CorrectedValue, ...]:
    return tuple(CorrectedValue(**value) for value in effects.get("values", ()))
