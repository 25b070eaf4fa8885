"""Notes that people leave on the record, and what others reply; plain text, shown with its author and time.

A note stands on a stretch of a report, on a statement, a claim, an actor, or on another note. Nothing is rewritten: who
thinks better of a note withdraws it, its text is no longer shown, and that it was there and who withdrew it stays.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from onrecord.contract import content_id
from onrecord.desk import subjects
from onrecord.desk.noterows import (
    MOST_CHARACTERS,
    Note,
    body_of,
    held_notes,
    note_from,
    notes_where,
    one_note,
    placed,
    replies_among,
    threads_of,
    with_replies,
    withdrawal_of,
)
from onrecord.desk.rows import Row, add_row, user_called
from onrecord.desk.subjects import Subject, SubjectKind
from onrecord.errors import CursorUnknown, NotAllowed
from onrecord.record import Record
from onrecord.record.clock import clock_of
from onrecord.record.lots import in_lots
from onrecord.record.schema import note as note_table
from onrecord.record.schema import statement

__all__ = ["MOST_CHARACTERS", "Note", "NotePage", "Notes", "Subject", "SubjectKind"]


@dataclass(frozen=True, slots=True)
class NotePage:
    """Some notes, the newest first, and the cursor for those that come after."""

    notes: tuple[Note, ...]
    next: str | None


class Notes:
    """The notes of a record."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def write(self, subject: Subject, text: str, user: str, at: datetime) -> Note:
        """Leaves a note; UsageError for no text, too much of it, or a stretch that is not in the report.

        The same text by the same person on the same thing at the same moment is one note.
        """
        row: Row = {"user_name": user_called(user), "body": body_of(text), "withdraws": None}
        row["recorded_at"] = clock_of(at)
        with self._record.changing() as connection:
            row |= placed(connection, subject)
            row["note_id"] = content_id({"note": row})
            row["thread_id"] = row["thread_id"] or row["note_id"]
            add_row(connection, note_table, row)
            return one_note(connection, row["note_id"])

    def withdraw(self, note: str, user: str, at: datetime, *, anybodys: bool = False) -> Note:
        """Withdraws a note of one's own, or of anybody's where that is allowed; once is enough."""
        with self._record.changing() as connection:
            held = one_note(connection, note)
            if held.user != user_called(user) and not anybodys:
                raise NotAllowed(f"the note is by {held.user}; only they can withdraw it")
            if held.withdrawn_at is None:
                row = withdrawal_of(held) | {"user_name": user_called(user), "recorded_at": clock_of(at)}
                add_row(connection, note_table, row)
            return one_note(connection, note)

    def note(self, ident: str) -> Note:
        """The note with this id and the replies to it; NotOnDesk for none."""
        with self._record.asking() as connection:
            held = one_note(connection, ident)
            thread = notes_where(connection, note_table.c.thread_id == held.thread)
        return with_replies(held, replies_among(thread))

    def on(self, subject: Subject) -> tuple[Note, ...]:
        """The notes on something with the replies to them.

        On a report they are all that stand on it and on its statements, in the order of the text; else by time.
        """
        with self._record.asking() as connection:
            opening = notes_where(connection, and_(_on(connection, subject), note_table.c.subject_kind != "note"))
            held = threads_of(connection, opening)
            places = _places(connection, opening) if subject.kind == "report" else {}
        replies = replies_among(held)
        opening.sort(key=lambda note: (places.get(note.id, 0), note.written_at, note.id))
        return tuple(with_replies(note, replies) for note in opening)

    def newest(
        self,
        *,
        user: str | None = None,
        kind: SubjectKind | None = None,
        limit: int = 50,
        after: str | None = None,
    ) -> NotePage:
        """The newest notes, of one person or on one kind of thing if asked; `after` is the `next` of the page before."""
        wanted: list[ColumnElement[bool]] = [note_table.c.withdraws.is_(None)]
        if user is not None:
            wanted.append(note_table.c.user_name == user)
        if kind is not None:
            wanted.append(note_table.c.subject_kind == kind)
        if after is not None:
            wanted.append(_before(after))
        order = note_table.c.recorded_at.desc(), note_table.c.note_id.desc()
        with self._record.asking() as connection:
            rows = connection.execute(held_notes().where(*wanted).order_by(*order).limit(limit + 1)).all()
        notes = tuple(map(note_from, rows[:limit]))
        more = len(rows) > limit and bool(notes)
        return NotePage(notes, f"{notes[-1].written_at} {notes[-1].id}" if more else None)

    def counts(self, kind: SubjectKind, idents: Iterable[str] | None = None) -> dict[str, int]:
        """How many notes that were not withdrawn stand on each thing of a kind, replies included.

        They are counted by the id that was written on; a claim may have been written on under the id of any link of it.
        A report has those on its statements too.
        """
        opening, gone = note_table.alias("opening"), note_table.alias("gone")
        subject = opening.c.report_id if kind == "report" else opening.c.subject_id
        query = (
            select(subject, func.count())
            .select_from(note_table)
            .join(opening, opening.c.note_id == note_table.c.thread_id)
            .outerjoin(gone, gone.c.withdraws == note_table.c.note_id)
            .where(note_table.c.withdraws.is_(None), gone.c.note_id.is_(None))
            .group_by(subject)
        )
        query = query.where(subject.is_not(None) if kind == "report" else opening.c.subject_kind == kind)
        found: Counter[str] = Counter()
        with self._record.asking() as connection:
            lots: Iterable[Sequence[str] | None] = [None] if idents is None else in_lots(idents)
            for some in lots:
                asked = query if some is None else query.where(subject.in_(some))
                found.update({row[0]: row[1] for row in connection.execute(asked)})
        return dict(sorted(found.items()))


def _on(connection: Connection, subject: Subject) -> ColumnElement[bool]:
    if subject.kind == "report":
        return note_table.c.report_id == subject.id
    idents = subjects.same_ids(connection, subject.kind, subject.id)
    return and_(note_table.c.subject_kind == subject.kind, note_table.c.subject_id.in_(idents))


def _places(connection: Connection, notes: Iterable[Note]) -> dict[str, int]:
    """How far down the report each note stands: by its characters, or by the first ones of its statement."""
    held = list(notes)
    found = {note.id: note.subject.start or 0 for note in held}
    on: dict[str, list[str]] = defaultdict(list)
    for note in held:
        if note.subject.kind == "statement":
            on[note.subject.id].append(note.id)
    for some in in_lots(on):
        query = select(statement.c.statement_id, statement.c.payload).where(statement.c.statement_id.in_(some))
        for row in connection.execute(query):
            first = min(span["start"] for span in json.loads(row.payload)["content"])
            found |= dict.fromkeys(on[row.statement_id], first)
    return found


def _before(cursor: str) -> ColumnElement[bool]:
    clock, _, ident = cursor.partition(" ")
    if not ident:
        raise CursorUnknown(f"{cursor!r} is no cursor of notes; take the one that the page before gives")
    columns = note_table.c
    return or_(columns.recorded_at < clock, and_(columns.recorded_at == clock, columns.note_id < ident))
