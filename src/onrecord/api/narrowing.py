"""Statements and events over the whole record: which are asked for, and what a row of each says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from onrecord.model import Act, Certainty, EventStatus, Form, Precision, SourceKind
from onrecord.record.schema import event, report, statement
from onrecord.record.search.tokens import words_of


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement of the record, as reviewers left it.

    `id` names it in every record that read the report in the same way, `local` is its id within the reading. `words` is
    what is said, `said_from` to `said_to` the days on one of which it was said, where the report tells.
    """

    id: str
    report: str
    local: str
    published: date | None
    outlet: str | None
    title: str | None
    speaker: str | None
    source: str | None
    source_kind: SourceKind
    party: str | None
    act: Act
    certainty: Certainty
    form: Form
    cue: str | None
    words: str
    said_from: date | None
    said_to: date | None
    said_precision: Precision | None


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event that a report tells of.

    `local` is its id within the reading, `trigger` the word of the text that names it; `first` to `last` are the days
    that the report gives.
    """

    id: str
    report: str
    local: str
    published: date | None
    outlet: str | None
    title: str | None
    statement: str | None
    type: str
    mode: str | None
    cameo: str | None
    status: EventStatus
    trigger: str
    first: date | None
    last: date | None
    precision: Precision | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which statements or events are asked for; everything for None. `since` and `until` are days of publication."""

    report: str | None = None
    since: date | None = None
    until: date | None = None
    speaker: str | None = None
    party: str | None = None
    act: Act | None = None
    source_kind: SourceKind | None = None
    type: str | None = None
    status: EventStatus | None = None

    def of_reports(self) -> list[ColumnElement[bool]]:
        """What the report of a row has to be."""
        wanted: list[ColumnElement[bool]] = []
        if self.report is not None:
            wanted.append(report.c.report_id == self.report)
        if self.since is not None:
            wanted.append(report.c.published >= self.since)
        if self.until is not None:
            wanted.append(report.c.published <= self.until)
        return wanted

    @property
    def is_dated(self) -> bool:
        """Whether only dated reports can meet it."""
        return self.since is not None or self.until is not None

    @property
    def is_rare(self) -> bool:
        """Whether many statements may have to be looked at before one meets it."""
        return (self.speaker, self.party, self.act, self.source_kind) != (None, None, None, None)

    def is_met(self, row: Any) -> bool:
        """Whether a statement, as reviewers left it, is one that is asked for."""
        return (
            self.act in {None, row.act}
            and self.source_kind in {None, row.source_kind}
            and (self.speaker is None or _called(self.speaker, row.speaker_name or row.source_text))
            and (self.party is None or self.party == row.party_key or _called(self.party, row.party_name))
        )


def statement_query(_: Narrowing) -> Select[Any]:
    """The rows of statements with what is needed of their reports; who meets the rest is told row by row."""
    columns = [column for column in statement.c if column is not statement.c.payload]
    return select(*columns, report.c.outlet, report.c.title).join_from(report, statement)


def event_query(wanted: Narrowing) -> Select[Any]:
    """The rows of events of a type and a status with what is needed of their reports."""
    query = select(event, report.c.outlet, report.c.title, report.c.published, report.c.text).join_from(report, event)
    if wanted.type is not None:
        query = query.where(event.c.type == wanted.type)
    return query if wanted.status is None else query.where(event.c.status == wanted.status)


def statement_line(row: Any) -> StatementLine:
    """A row of the record as it is answered."""
    return StatementLine(
        id=row.statement_id,
        report=row.report_id,
        local=row.local_id,
        published=row.published,
        outlet=row.outlet,
        title=row.title,
        speaker=row.speaker_name,
        source=row.source_text,
        source_kind=row.source_kind,
        party=row.party_name,
        act=row.act,
        certainty=row.certainty,
        form=row.form,
        cue=row.cue_text,
        words=row.content_text,
        said_from=row.said_first,
        said_to=row.said_last,
        said_precision=row.said_precision,
    )


def event_line(row: Any) -> EventLine:
    """A row of the record as it is answered."""
    noun = json.loads(row.payload)
    days, trigger = noun["date"] or {}, noun["trigger"]
    return EventLine(
        id=row.event_id,
        report=row.report_id,
        local=row.local_id,
        published=row.published,
        outlet=row.outlet,
        title=row.title,
        statement=row.statement_id,
        type=row.type,
        mode=noun["mode"],
        cameo=noun["cameo"],
        status=row.status,
        trigger=row.text[trigger["start"] : trigger["end"]],
        first=_day(days.get("from")),
        last=_day(days.get("to")),
        precision=days.get("precision"),
        confidence=noun["confidence"],
    )


def _called(asked: str, name: str | None) -> bool:
    """Whether a name has every word asked for, or words that begin so."""
    held = words_of(name or "")
    return all(any(word.startswith(one) for word in held) for one in words_of(asked))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
