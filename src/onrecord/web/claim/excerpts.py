"""Statements in the words of their reports, with some of what stands before and after, source, cue and content marked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from sqlalchemy import Connection, select

from onrecord.record.schema import report, statement

Part = Literal["around", "source", "cue", "content"]
_AT_ONCE = 400
_AROUND = 180
_FARTHEST = 400
_LONGEST = 1_600
_SENTENCE_ENDS = tuple('.!?…\n"”’)')
_ENDS = re.compile(r"[.!?…][\"'”’)]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a report's text in parts, in order; the last two tell whether a sentence is cut at either end."""

    parts: tuple[tuple[Part, str], ...]
    opens_amid: bool
    ends_amid: bool


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int


def excerpts(connection: Connection, statements: Sequence[str]) -> dict[str, Excerpt]:
    """Each statement in its context, by statement id; ids that no report has are left out."""
    columns = (statement.c.statement_id, statement.c.payload, report.c.text)
    query = select(*columns, report.c.payload.label("about")).join_from(statement, report)
    found: dict[str, Excerpt] = {}
    for at in range(0, len(statements), _AT_ONCE):
        some = statements[at : at + _AT_ONCE]
        for row in connection.execute(query.where(statement.c.statement_id.in_(some))):
            furniture = _spans(json.loads(row.about)["furniture"])
            found[row.statement_id] = excerpt(row.text, json.loads(row.payload), furniture)
    return found


def excerpt(text: str, noun: dict[str, Any], furniture: Sequence[_Span] = ()) -> Excerpt:
    """The statement `noun` of the contract in its context, as far as that is report and not furniture."""
    marked = {"content": _spans(noun["content"]), "source": _spans([noun["source"]]), "cue": _spans([noun["cue"]])}
    near = _near(marked)
    first, last = min(span.start for span in near), max(span.end for span in near)
    start = max([_opening(text, first), *(f.end for f in furniture if f.end <= first)])
    end = min([_closing(text, last), start + _LONGEST, *(f.start for f in furniture if f.start >= last)])
    painted: list[Part] = ["around"] * (end - start)
    kinds: tuple[Part, ...] = ("content", "source", "cue")
    for kind in kinds:
        for span in marked[kind]:
            for place in range(max(span.start, start), min(span.end, end)):
                painted[place - start] = kind
    amid = not text[:start].rstrip(" ").endswith(_SENTENCE_ENDS) and start not in {f.end for f in furniture}
    ends_amid = not text[start:end].rstrip().endswith(_SENTENCE_ENDS) and end < len(text.rstrip())
    return Excerpt(tuple(_parts(text[start:end], painted)), amid and bool(text[:start].strip()), ends_amid)


def _spans(values: Iterable[dict[str, Any] | None]) -> list[_Span]:
    return [_Span(one["start"], one["end"]) for one in values if one is not None and one["start"] < one["end"]]


def _near(marked: dict[str, list[_Span]]) -> list[_Span]:
    """The spans that stand close together: a source named far away is left out of the stretch."""
    near = [*marked["content"][:1], *marked["cue"]] or marked["source"]
    for span in sorted([*marked["content"][1:], *marked["source"]], key=lambda s: s.start):
        if any(abs(span.start - other.end) < _FARTHEST or abs(other.start - span.end) < _FARTHEST for other in near):
            near.append(span)
    return near or [_Span(0, 0)]


def _opening(text: str, start: int) -> int:
    """Where the sentence begins, or a word not too far before."""
    before = text[max(0, start - _AROUND) : start]
    ends = list(_ENDS.finditer(before))
    if ends:
        return start - len(before) + ends[-1].end()
    if start <= _AROUND:
        return start - len(before)
    return start - len(before) + before.find(" ") + 1


def _closing(text: str, end: int) -> int:
    """Where the sentence ends, or a word not too far after."""
    after = text[end : end + _AROUND]
    found = _ENDS.search(after)
    if found:
        return end + found.end()
    return end + (len(after) if end + _AROUND >= len(text) else max(0, after.rfind(" ")))


def _parts(text: str, painted: Sequence[Part]) -> Iterator[tuple[Part, str]]:
    at = 0
    for kind, some in groupby(painted):
        length = len(list(some))
        yield kind, text[at : at + length]
        at += length
