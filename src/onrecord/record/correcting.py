"""What a reviewer does to statements: accept, correct and reject them, be unsure, and take any of it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, cast, get_args

from sqlalchemy import Connection, select

from onrecord.errors import StatementNotFound, UsageError
from onrecord.model import Act, Certainty, SourceKind, SourceType, Stance
from onrecord.record.clock import clock_of
from onrecord.record.correctedactors import Voice
from onrecord.record.correctedstatement import ReadStatement, effects_of, read_statement
from onrecord.record.correctedvoice import voice_of
from onrecord.record.correctionoverlay import same_in_copies
from onrecord.record.corrections import (
    Corrected,
    Correction,
    CorrectionAction,
    correction_row,
    corrections_held,
    keep_correction,
    keep_withdrawal,
    last_words,
    word_in_force,
)
from onrecord.record.decisions import Reviewer
from onrecord.record.reports import report_called
from onrecord.record.schema import correction, statement
from onrecord.record.words import Aliases

_FEWEST_LETTERS = 4
_VALUES: dict[str, tuple[object, ...]] = {
    "act": get_args(Act),
    "certainty": get_args(Certainty),
    "source_kind": get_args(SourceKind),
    "source_type": (*get_args(SourceType), None),
}
CORRECTABLE = (*_VALUES, "speaker", "party", "stances")
"""What of a statement a reviewer can correct."""


def correct(
    connection: Connection, ident: str, wanted: Mapping[str, Any], reviewer: Reviewer, aliases: Aliases, *, anew: bool
) -> Correction:
    """Puts corrected values on record; `stances` are by link id. UsageError for what the contract does not know."""
    _check(wanted)
    read = read_statement(connection, ident)
    before = {} if anew else _in_force(connection, ident)
    if "speaker" in wanted:
        before.pop("party", None)  # it may have come with the speaker of before
    corrected, voice = _normal(connection, read, {**before, **wanted}, aliases)
    if not corrected and not before:
        raise UsageError("that is how the statement was read; accept it instead")
    return _keep(connection, read, "correct", corrected, voice, reviewer)


def say(
    connection: Connection, ident: str, action: CorrectionAction, reviewer: Reviewer, aliases: Aliases, *, anew: bool
) -> Correction:
    """Puts on record that a statement is accepted as it stands now, rejected, or that the reviewer is unsure."""
    read = read_statement(connection, ident)
    held = _in_force(connection, ident) if action == "accept" and not anew else {}
    corrected, voice = _normal(connection, read, held, aliases)
    return _keep(connection, read, action, corrected, voice, reviewer)


def withdraw_correction(connection: Connection, called: str, reviewer: Reviewer) -> list[Correction]:
    """Takes back a correction by its id, or the last word on a statement: the reviewer's own, else the one in force."""
    by_id = select(correction.c.statement_id).where(
        correction.c.correction_id == called, correction.c.withdraws.is_(None)
    )
    of_statement = connection.scalar(by_id)
    ident = of_statement or statement_called(connection, called)
    same = same_in_copies(connection, [ident])[ident]
    held = corrections_held(connection, statements=same)
    if of_statement is not None:
        live = [one for one in held if one.said.id == called and one.said.withdrawn_at is None]
    else:
        words = last_words(held)
        own = [one for one in words if one.said.user == reviewer.user.strip()]
        force = word_in_force(held)
        live = own or [one for one in (force, *reversed(words)) if one is not None][:1]
    if not live:
        raise UsageError("no reviewer has said that of the statement; there is nothing to withdraw")
    taken_back = [one.said for one in live]
    keep_withdrawal(connection, taken_back, reviewer.user.strip(), reviewer.note, reviewer.at)
    return taken_back


def corrections_made(
    connection: Connection, called: str | None, report: str | None, known_at: datetime | None
) -> list[Correction]:
    """What was said of a statement and of the same one in copies, or of a report's statements, or of all."""
    wanted: set[str] | None = None
    if called is not None:
        ident = statement_called(connection, called)
        wanted = set(same_in_copies(connection, [ident])[ident])
    if report is not None:
        found = report_called(connection, report)
        of_report = set(connection.scalars(select(statement.c.statement_id).where(statement.c.report_id == found)))
        wanted = of_report if wanted is None else wanted & of_report
    return [one.said for one in corrections_held(connection, known_at, statements=wanted)]


def statement_called(connection: Connection, ident: str) -> str:
    """The id of the statement with this id, or of the only one whose id begins so; StatementNotFound for none."""
    found = connection.scalars(select(statement.c.statement_id).where(statement.c.statement_id == ident)).all()
    if not found and len(ident) >= _FEWEST_LETTERS and set(ident) <= set("0123456789abcdef"):
        begins = (statement.c.statement_id >= ident, statement.c.statement_id < ident + "g")
        found = connection.scalars(select(statement.c.statement_id).where(*begins).limit(5)).all()
    if len(found) == 1:
        return str(found[0])
    if not found:
        raise StatementNotFound(f"no statement of this record has the id {ident!r}; see: onrecord links CLAIM")
    raise StatementNotFound(f"several statements begin with {ident!r}; give more of one: {', '.join(sorted(found))}")


def _check(wanted: Mapping[str, Any]) -> None:
    if not wanted:
        raise UsageError(f"say what is to be corrected: any of {', '.join(CORRECTABLE)}")
    for name, value in wanted.items():
        if name not in CORRECTABLE:
            raise UsageError(f"{name!r} of a statement cannot be corrected; give any of {', '.join(CORRECTABLE)}")
        if name in _VALUES:
            _one_of(name.replace("_", " "), value, _VALUES[name])
    for stance in wanted.get("stances", {}).values():
        _one_of("stance", stance, get_args(Stance))


def _one_of(what: str, value: object, known: Sequence[object]) -> None:
    if not isinstance(value, str | None) or value not in known:
        listed = ", ".join("null" if one is None else str(one) for one in known)
        raise UsageError(f"{value!r} is no {what}; give one of: {listed}")


def _in_force(connection: Connection, ident: str) -> dict[str, Any]:
    """The values that hold for a statement now, those of the stances left out that are of a copy's links."""
    held = word_in_force(corrections_held(connection, statements=same_in_copies(connection, [ident])[ident]))
    if held is None:
        return {}
    told = dict(held.corrected)
    if held.said.statement != ident:
        told.pop("stances", None)
    return told


def _normal(
    connection: Connection, read: ReadStatement, wanted: Mapping[str, Any], aliases: Aliases
) -> tuple[Corrected, Voice]:
    """The values that differ from what was read, and the voice."""
    kept, voice = voice_of(connection, read, wanted, aliases)
    told = read.statement
    plain = {name: wanted[name] for name in _VALUES if name in wanted and wanted[name] != getattr(told, name)}
    stances = {"stances": dict(wanted["stances"])} if wanted.get("stances") else {}
    return cast("Corrected", {**kept, **plain, **stances}), voice


def _keep(
    connection: Connection,
    read: ReadStatement,
    action: CorrectionAction,
    corrected: Corrected,
    voice: Voice,
    reviewer: Reviewer,
) -> Correction:
    effects = effects_of(connection, read, corrected, voice)
    at = _after_what_was_said(connection, read.ident, reviewer.at)
    row = correction_row(read.ident, read.report, action, corrected, reviewer.user.strip(), reviewer.note, at)
    return keep_correction(connection, row, effects).said


def _after_what_was_said(connection: Connection, ident: str, at: datetime) -> datetime:
    """The time of a word, a microsecond later for each that has this time already: of two the later one is the last."""
    held = corrections_held(connection, statements=same_in_copies(connection, [ident])[ident])
    taken = {one.said.recorded_at for one in held}
    while clock_of(at) in taken:
        at += timedelta(microseconds=1)
    return at
