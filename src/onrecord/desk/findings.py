"""What saved questions find: rows with the statement and the report that they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Select, func, literal, select

from onrecord.desk.watchquestions import WatchKind
from onrecord.model import SourceKind, StandingName
from onrecord.record.schema import finding, report, statement

UNDATED = date.min
day_found = func.coalesce(finding.c.published, literal(UNDATED, Date))
"""The day of publication; of what has none the first of all days, so that it comes last."""


@dataclass(frozen=True, slots=True)
class Found:
    """An answer of the record; `claims` and `statements` are all ids under which the same may have been found before."""

    what: WatchKind
    claim: str | None = None
    gloss: str | None = None
    before: StandingName | None = None
    after: StandingName | None = None
    statement: str | None = None
    report: str | None = None
    published: date | None = None
    detail: str | None = None
    claims: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a saved question found, and on which statement of which report it rests.

    `before` and `after` are the standing of the claim, where that is what changed; `detail` says of a correction what was
    done. `already` is true of what the record held before the question was asked. `claim` leads to the claim as long as
    there is one; `gloss` is what it was called when it was found.
    """

    id: str
    watch: str
    what: WatchKind
    claim: str | None
    gloss: str | None
    before: StandingName | None
    after: StandingName | None
    statement: str | None
    report: str | None
    published: date | None
    detail: str | None
    already: bool
    found_at: str
    speaker: str | None = None
    source: str | None = None
    source_kind: SourceKind | None = None
    party: str | None = None
    words: str | None = None
    outlet: str | None = None
    title: str | None = None

    @property
    def said(self) -> str:
        """What was found, in a line."""
        who = self.speaker or self.source or "somebody"
        if self.what == "first-named-confirmation":
            return f"{who} confirms: {self.gloss}"
        if self.what == "any-denial":
            return f"{who} denies: {self.gloss or self.words}"
        if self.what == "standing-changed":
            return f"{self.before} → {self.after}: {self.gloss}"
        if self.what == "new-claim":
            return f"new: {self.gloss}"
        if self.what == "correction":
            return f"{self.detail}: {self.title or self.outlet or self.report}"
        return f"{who}: {self.words}"


def held_findings() -> Select[Any]:
    """A query for findings with the words they rest on."""
    words = ("speaker_name", "source_text", "source_kind", "party_name", "content_text")
    return (
        select(finding, *(statement.c[name] for name in words), report.c.outlet, report.c.title)
        .outerjoin(statement, statement.c.statement_id == finding.c.statement_id)
        .outerjoin(report, report.c.report_id == finding.c.report_id)
    )


def finding_from(row: Any) -> Finding:
    """The finding of a row."""
    return Finding(
        id=row.finding_id,
        watch=row.watch_id,
        what=row.what,
        claim=row.claim_id,
        gloss=row.gloss,
        before=row.before,
        after=row.after,
        statement=row.statement_id,
        report=row.report_id,
        published=row.published,
        detail=row.detail,
        already=row.already,
        found_at=row.recorded_at,
        speaker=row.speaker_name,
        source=row.source_text,
        source_kind=row.source_kind,
        party=row.party_name,
        words=row.content_text,
        outlet=row.outlet,
        title=row.title,
    )
