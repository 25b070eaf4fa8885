"""Saved questions: put to the record again whenever something comes in, each answer kept once.

Nobody has to be there when it happens: feeds and webhooks tell of what was found. A run that is killed has lost nothing,
since the next one begins where the last that ended had got to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from onrecord.desk import subjects
from onrecord.desk.answers import Answers
from onrecord.desk.findings import UNDATED, Finding, day_found, finding_from, held_findings
from onrecord.desk.freshness import Fresh, Mark, fresh_since, mark_now
from onrecord.desk.rows import Row, add_row, user_called
from onrecord.desk.watchquestions import WATCH_KINDS, Question, WatchKind, question_row
from onrecord.desk.watchrows import (
    Known,
    Watch,
    finding_row,
    held_watches,
    last_mark,
    marked_old,
    one_watch,
    runs_of,
)
from onrecord.errors import CursorUnknown, NotAllowed, UsageError
from onrecord.record import Record
from onrecord.record.clock import clock_of
from onrecord.record.lots import in_lots
from onrecord.record.schema import finding as finding_table
from onrecord.record.schema import watch as watch_table
from onrecord.record.schema import watch_run

__all__ = ["WATCH_KINDS", "Finding", "FindingPage", "Question", "Watch", "WatchKind", "Watches"]

_MOST_IN_NAME = 1_000


@dataclass(frozen=True, slots=True)
class FindingPage:
    """Some findings, the last found first, and of those the last published; with the cursor for those that come after."""

    findings: tuple[Finding, ...]
    next: str | None


class Watches:
    """The saved questions of a record."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def add(self, question: Question, user: str, at: datetime, name: str | None = None) -> Watch:
        """Saves a question; the same one by the same person at the same moment is one. It is not put yet: see `run`."""
        asked = question.checked()
        row: Row = {
            "name": _name(name or asked.said),
            "question": question_row(asked),
            "user_name": user_called(user),
            "withdraws": None,
            "recorded_at": clock_of(at),
        }
        with self._record.changing() as connection:
            if asked.claim is not None:
                subjects.claim_with_id(connection, asked.claim)
            if asked.actor is not None:
                subjects.actor_with_id(connection, asked.actor)
            return one_watch(connection, add_row(connection, watch_table, row))

    def remove(self, watch: str, user: str, at: datetime, *, anybodys: bool = False) -> Watch:
        """Gives up a question of one's own, or anybody's where that is allowed; what it found stays."""
        with self._record.changing() as connection:
            held = one_watch(connection, watch)
            who = user_called(user)
            if held.user != who and not anybodys:
                raise NotAllowed(f"the question was saved by {held.user}; only they can give it up")
            if held.removed_at is None:
                row = {"name": held.name, "question": question_row(held.question), "user_name": who}
                add_row(connection, watch_table, row | {"withdraws": held.id, "recorded_at": clock_of(at)})
            return one_watch(connection, held.id)

    def watch(self, ident: str) -> Watch:
        """The question with this id, or the only one whose id begins so; NotOnDesk for none."""
        with self._record.asking() as connection:
            return one_watch(connection, ident)

    def all(self, user: str | None = None, *, removed: bool = False) -> tuple[Watch, ...]:
        """The questions of one person or of everybody, the oldest first; those given up too, if wanted."""
        with self._record.asking() as connection:
            held = held_watches(connection)
        return tuple(w for w in held if (user is None or w.user == user) and (removed or w.removed_at is None))

    def run(self, at: datetime, watch: str | None = None, *, whole: bool = False) -> tuple[Finding, ...]:
        """Puts every question, or one, to what came in since it was last put; what is found for the first time.

        `whole` puts it to the whole record again: what onrecord itself joins of speakers in old reports is found only so.
        """
        asked = self.all() if watch is None else (self.watch(watch),)
        with self._record.asking() as connection:
            mark, answers = mark_now(connection), Answers(connection, self._record.aliases)
            since: dict[Mark | None, Fresh] = {}
            due = []
            for one in asked:
                last = last_mark(connection, one.id)
                if last == mark and not whole:
                    continue
                start = None if whole else last
                if start not in since:
                    since[start] = fresh_since(connection, start)
                found = [] if since[start].nothing else answers.to(one.question, since[start])
                known = Known(connection, one.id)
                rows = [finding_row(one, answer, at) for answer in found if not known.has(answer)]
                due.append((one, rows if last is not None else marked_old(connection, one, rows)))
        return tuple(found for one, rows in due for found in self._keep(one, rows, mark, at))

    def findings(
        self,
        watch: str | None = None,
        *,
        user: str | None = None,
        limit: int = 100,
        after: str | None = None,
    ) -> FindingPage:
        """What was found, by one question or by all of a person's; `after` is the `next` of the page before."""
        with self._record.asking() as connection:
            wanted: list[ColumnElement[bool]] = [] if after is None else [_after(after)]
            if watch is not None:
                wanted.append(finding_table.c.watch_id == one_watch(connection, watch).id)
            if user is not None:
                own = select(watch_table.c.watch_id).where(watch_table.c.user_name == user)
                wanted.append(finding_table.c.watch_id.in_(own))
            order = finding_table.c.recorded_at.desc(), day_found.desc(), finding_table.c.finding_id.desc()
            rows = connection.execute(held_findings().where(*wanted).order_by(*order).limit(limit + 1)).all()
        found = tuple(map(finding_from, rows[:limit]))
        more = len(rows) > limit and bool(found)
        return FindingPage(found, _cursor(found[-1]) if more else None)

    def _keep(self, watch: Watch, rows: Sequence[Row], mark: Mark, at: datetime) -> list[Finding]:
        """Puts on record what was found and how far that goes, both or neither."""
        with self._record.changing() as connection:
            idents = [row["finding_id"] for row in rows]
            held = set(_idents_held(connection, idents))
            for row in rows:
                add_row(connection, finding_table, row)
            run = {"watch_id": watch.id, "number": runs_of(connection, watch.id), "until": mark.until}
            add_row(connection, watch_run, run | {"held": mark.held, "recorded_at": clock_of(at)})
            new = sorted(set(idents) - held)
            query = held_findings()
            found = [
                finding_from(row)
                for some in in_lots(new)
                for row in connection.execute(query.where(finding_table.c.finding_id.in_(some)))
            ]
        return sorted(found, key=lambda one: (one.published or date.max, one.id))


def _name(name: str) -> str:
    plain = " ".join(name.split())
    if not plain or len(plain) > _MOST_IN_NAME or not plain.isprintable():
        raise UsageError(f"a question has a name of at most {_MOST_IN_NAME} characters that can be seen")
    return plain


def _idents_held(connection: Connection, idents: Sequence[str]) -> list[str]:
    found: list[str] = []
    for some in in_lots(idents):
        query = select(finding_table.c.finding_id).where(finding_table.c.finding_id.in_(some))
        found += connection.scalars(query)
    return found


def _cursor(one: Finding) -> str:
    return f"{one.found_at} {(one.published or UNDATED).isoformat()} {one.id}"


def _after(cursor: str) -> ColumnElement[bool]:
    try:
        clock, day, ident = cursor.split(" ")
        published = date.fromisoformat(day)
    except ValueError as error:
        raise CursorUnknown(
            f"{cursor!r} is no cursor of findings; take the one that the page before gives"
        ) from error
    found = finding_table.c
    return or_(
        found.recorded_at < clock,
        and_(found.recorded_at == clock, day_found < published),
        and_(found.recorded_at == clock, day_found == published, found.finding_id < ident),
    )
