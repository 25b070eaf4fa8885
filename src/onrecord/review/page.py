"""One page of the queue: what to look at next, with the words of the report and all that speaks for and against."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from onrecord.linking.glosses import figure_gloss
from onrecord.model import Act, Certainty, SourceKind, SourceType, Span, Stance, StandingName
from onrecord.record.correctionoverlay import overlay
from onrecord.record.linkrows import figure_from, occasion_from
from onrecord.record.payload import with_text
from onrecord.record.schema import link, matter, report, statement
from onrecord.record.search.hits import Searched
from onrecord.review.reviewed import Reviewed, Said, place_of
from onrecord.review.weighing import ItemKind, Weighed

_AROUND = 320
_LONGEST = 1200


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A link or a statement to judge: does the statement speak to the claim, or was it read right?

    `id` names the link or the statement, and `place` where it stands in the queue, to go on after it. `sure` is how
    sure onrecord is of it (0 to 1), `priority` orders the queue and `reason` says why it comes up. Values are as
    reviewers have them now. `context` is a stretch of the report around the statement; it and `source`, `cue` and
    `content` count characters of the report's text. `evidence` says what the link rests on, `said` what other reviewers
    said, and `copies` are the ids of the same statement in copies of the report.
    """

    kind: ItemKind
    id: str
    place: str
    sure: float
    priority: float
    reason: str
    statement: str
    report: str
    outlet: str | None
    title: str | None
    published: date | None
    link: str
    claim: str
    gloss: str
    standing: StandingName
    stance: Stance
    act: Act
    certainty: Certainty
    source_kind: SourceKind
    source_type: SourceType | None
    speaker: str | None
    party: str | None
    context: Span
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    evidence: tuple[str, ...]
    said: tuple[Said, ...]
    copies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The next things to judge, most pressing first; `next` is where the page after begins, None at the end.

    `left` is how many there are to judge from here on, those of this page among them.
    """

    items: tuple[ReviewItem, ...]
    left: int
    next: str | None


def items_of(
    connection: Connection, some: Sequence[tuple[Weighed, str, float]], said: Reviewed, user: str | None
) -> tuple[ReviewItem, ...]:
    """The items of a page; each is given with its reason and its priority."""
    statements = _rows(connection, _STATEMENTS, statement.c.statement_id, {one.statement for one, _, _ in some})
    links = _rows(connection, _LINKS, link.c.link_id, {one.link for one, _, _ in some})
    corrections = overlay(connection, reports={one.report for one, _, _ in some})
    made = []
    for one, reason, priority in some:
        read, linked = statements[one.statement], links[one.link]
        row = corrections.row(read)
        words = with_text(json.loads(read.payload), read.text)
        source, cue = (_span(words[name]) for name in ("source", "cue"))
        content = tuple(span for data in words["content"] if (span := _span(data)) is not None)
        force = corrections.in_force.get(one.statement)
        corrected = {} if force is None else force.corrected
        made.append(
            ReviewItem(
                kind=one.kind,
                id=one.ident,
                place=cursor_of(priority, place_of(one.kind, one.ident)),
                sure=one.sure,
                priority=priority,
                reason=reason,
                statement=one.statement,
                report=one.report,
                outlet=read.outlet,
                title=read.title,
                published=read.published,
                link=one.link,
                claim=one.claim,
                gloss=linked.gloss if (figure := figure_from(linked)) is None else figure_gloss(figure, linked.gloss),
                standing=one.standing,
                stance=corrections.stance(linked),
                act=row.act,
                certainty=row.certainty,
                source_kind=row.source_kind,
                source_type=corrected.get("source_type", words["source_type"]),
                speaker=row.speaker_name,
                party=row.party_name,
                context=_context(read, [span for span in (source, cue, *content) if span is not None]),
                source=source,
                cue=cue,
                content=content,
                evidence=tuple(_evidence(row, linked)),
                said=tuple(told for told in _said(said, one) if told.user != user),
                copies=one.copies,
            )
        )
    return tuple(made)


def cursor_of(priority: float, place: str) -> str:
    """Where something stands in the queue, as a text to go on after it."""
    return f"{priority:.6f}:{place}"


_STATEMENTS = select(
    statement, report.c.outlet, report.c.title, report.c.text, report.c.payload.label("page")
).join_from(statement, report, report.c.report_id == statement.c.report_id)
_LINKS = select(link, matter.c.gloss, matter.c.type).join_from(link, matter, matter.c.matter_id == link.c.matter_id)


def _rows(connection: Connection, query: Any, column: Any, idents: Iterable[str]) -> Mapping[str, Any]:
    rows = connection.execute(query.where(column.in_(sorted(idents)))).all()
    return {getattr(row, column.name): row for row in rows}


def _span(data: Mapping[str, Any] | None) -> Span | None:
    return None if data is None else Span(data["start"], data["end"], data["text"])


def _said(said: Reviewed, one: Weighed) -> tuple[Said, ...]:
    """What was said of the thing itself, and of the statement where it is a link's."""
    own = said.of(one.kind, one.ident)
    return own if one.kind == "statement" else (*own, *said.of("statement", one.statement))


def _context(row: Any, spans: Sequence[Span]) -> Span:
    """A stretch of the report around some words, within their paragraph, from word to word."""
    text = row.text
    first = min((span.start for span in spans), default=0)
    last = min(max((span.end for span in spans), default=0), first + _LONGEST)
    furniture = tuple((f["start"], f["end"]) for f in json.loads(row.page)["furniture"])
    searched = Searched(text, row.title, furniture)
    above, below = searched.stretch(first)[0], searched.stretch(max(first, last - 1))[1]
    start, end = max(above, first - _AROUND), min(max(below, last), last + _AROUND)
    while above < start < first and not text[start - 1].isspace():
        start += 1
    while last < end < len(text) and not text[end].isspace():
        end -= 1
    return Span.of(text, start, end)


def _evidence(read: Any, linked: Any) -> Iterable[str]:
    """What the link rests on, a sentence each; `read` is the statement as reviewers have it."""
    occasion = occasion_from(linked)
    yield f"what happens, who takes part, when and where were compared; the link is {100 * linked.score:.0f} % sure"
    if read.act and read.certainty:
        yield f"its stance follows from the act ({read.act}), how certain it is ({read.certainty}) and the event told of"
    if occasion.first is not None and occasion.last is not None:
        days = (
            occasion.first.isoformat() if occasion.first == occasion.last else f"{occasion.first} to {occasion.last}"
        )
        yield f"the report has it on {days}"
    if occasion.site is not None:
        yield f"the report has it at {occasion.site.name}"
    if occasion.background:
        yield "it is told of something earlier that is not the news"
    if read.reported_in is not None:
        yield "somebody else passes it on within the report"
