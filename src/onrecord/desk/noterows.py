"""Notes as rows of the record, and back again, with the replies to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from onrecord.desk import subjects
from onrecord.desk.subjects import Subject
from onrecord.errors import NotOnDesk, UsageError
from onrecord.record.lots import in_lots
from onrecord.record.schema import note as note_table

MOST_CHARACTERS = 10_000
"""The longest note."""
MOST_DEEP = 20
"""How far replies to replies go."""
_GONE = note_table.alias("gone")


@dataclass(frozen=True, slots=True)
class Note:
    """A note: what it is on, by whom and when; `text` is None once it is withdrawn.

    `quoted` are the characters of the report that it stands on. `thread` is the id of the note under which all replies
    stand, which is its own if it is no reply. `replies` are filled where threads are asked for, the oldest first.
    """

    id: str
    subject: Subject
    quoted: str | None
    report: str | None
    thread: str
    user: str
    text: str | None
    written_at: str
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    replies: tuple[Note, ...] = ()


def notes_since(connection: Connection, clock: str) -> list[Note]:
    """The notes that were written after a time and not withdrawn, the oldest first."""
    return [note for note in notes_where(connection, note_table.c.recorded_at > clock) if note.withdrawn_at is None]


def notes_of_threads(connection: Connection, threads: Iterable[str]) -> dict[str, list[Note]]:
    """All notes of some threads, by thread, the oldest first."""
    found: dict[str, list[Note]] = defaultdict(list)
    for some in in_lots(threads):
        for note in notes_where(connection, note_table.c.thread_id.in_(some)):
            found[note.thread].append(note)
    return found


def body_of(text: str) -> str:
    """The text of a note as it is kept; UsageError for none or too much."""
    body = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not body:
        raise UsageError("a note needs some text")
    if len(body) > MOST_CHARACTERS:
        raise UsageError(f"a note has at most {MOST_CHARACTERS:,} characters, and this one has {len(body):,}")
    return body


def placed(connection: Connection, subject: Subject) -> dict[str, Any]:
    """The columns that say what a note is on, once it is sure that it is there."""
    row: dict[str, Any] = {"subject_kind": subject.kind, "subject_id": subject.id, "thread_id": None}
    row |= {"report_id": None, "start": None, "end": None, "quoted": None}
    if (subject.start is None) != (subject.end is None) or (subject.start is not None and subject.kind != "report"):
        raise UsageError("a stretch of a report has a start and an end, and nothing else has")
    if subject.kind == "report":
        text = subjects.text_of_report(connection, subject.id)
        row["report_id"] = subject.id
        if subject.start is not None and subject.end is not None:
            if not 0 <= subject.start < subject.end <= len(text):
                raise UsageError(f"the report has no characters {subject.start} to {subject.end}; it has {len(text)}")
            row |= {"start": subject.start, "end": subject.end, "quoted": text[subject.start : subject.end]}
    elif subject.kind == "statement":
        row["report_id"] = subjects.report_of_statement(connection, subject.id)
    elif subject.kind == "claim":
        subjects.claim_with_id(connection, subject.id)
    elif subject.kind == "actor":
        subjects.actor_with_id(connection, subject.id)
    elif subject.kind == "note":
        above = one_note(connection, subject.id)
        _refuse_too_deep(connection, above)
        row |= {"thread_id": above.thread, "report_id": above.report}
    else:
        raise UsageError(
            f"a note stands on a report, a statement, a claim, an actor or a note, not on {subject.kind!r}"
        )
    return row


def _refuse_too_deep(connection: Connection, above: Note) -> None:
    thread = {note.id: note for note in notes_where(connection, note_table.c.thread_id == above.thread)}
    depth = 1
    while above.subject.kind == "note":
        above, depth = thread[above.subject.id], depth + 1
    if depth > MOST_DEEP:
        raise UsageError(f"replies go {MOST_DEEP} deep at most; reply to a note further up")


def withdrawal_of(note: Note) -> dict[str, Any]:
    """The row that withdraws a note, but for who and when."""
    return {
        "thread_id": note.thread,
        "subject_kind": note.subject.kind,
        "subject_id": note.subject.id,
        "report_id": note.report,
        "start": note.subject.start,
        "end": note.subject.end,
        "quoted": None,
        "body": None,
        "withdraws": note.id,
    }


def held_notes() -> Select[Any]:
    """A query for notes, each with who withdrew it and when, if anybody did."""
    ended = _GONE.c.recorded_at.label("gone_at"), _GONE.c.user_name.label("gone_by")
    return select(note_table, *ended).outerjoin(_GONE, _GONE.c.withdraws == note_table.c.note_id)


def notes_where(connection: Connection, where: ColumnElement[bool]) -> list[Note]:
    """Some notes, the oldest first, without their replies."""
    query = held_notes().where(where, note_table.c.withdraws.is_(None))
    rows = connection.execute(query.order_by(note_table.c.recorded_at, note_table.c.note_id)).all()
    return list(map(note_from, rows))


def one_note(connection: Connection, ident: str) -> Note:
    """The note with this id; NotOnDesk for none."""
    found = notes_where(connection, note_table.c.note_id == ident)
    if not found:
        raise NotOnDesk(f"there is no note with the id {ident!r}")
    return found[0]


def threads_of(connection: Connection, opening: Iterable[Note]) -> list[Note]:
    """All notes of the threads that some notes stand in."""
    return [
        note for notes in notes_of_threads(connection, [note.thread for note in opening]).values() for note in notes
    ]


def replies_among(notes: Iterable[Note]) -> dict[str, list[Note]]:
    """The replies to each note."""
    found: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        if note.subject.kind == "note":
            found[note.subject.id].append(note)
    return found


def with_replies(note: Note, replies: Mapping[str, Sequence[Note]]) -> Note:
    """The note with the replies to it, and those to them."""
    return replace(note, replies=tuple(with_replies(reply, replies) for reply in replies.get(note.id, ())))


def note_from(row: Any) -> Note:
    """The note of a row."""
    withdrawn = row.gone_at is not None
    return Note(
        id=row.note_id,
        subject=Subject(row.subject_kind, row.subject_id, row.start, row.end),
        quoted=row.quoted,
        report=row.report_id,
        thread=row.thread_id,
        user=row.user_name,
        text=None if withdrawn else row.body,
        written_at=row.recorded_at,
        withdrawn_at=row.gone_at,
        withdrawn_by=row.gone_by,
    )
