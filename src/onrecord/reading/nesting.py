"""Sayings within sayings: which statement stands in the content of which, and what quotations go on with it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span, Statement
from onrecord.nearby import Nearby
from onrecord.reading.quotations import Quotation
from onrecord.reading.scene import Attribution
from onrecord.reading.segmentation import Sentence

_SAYINGS = frozenset("say tell deny confirm claim announce report acknowledge reject declare".split())
_SHORTEST_QUOTATION = 12


def without_weak_nesting(found: Sequence[Attribution]) -> list[Attribution]:
    """Leaves out attitudes inside another's content; a saying inside a saying stays."""
    contents = Nearby((c, a) for a in found for c in a.content)
    return [
        a
        for a in found
        if a.verb is None
        or a.verb.base in _SAYINGS
        or not any(_holds(o.content, a.cue) for o in contents.at(a.cue) if o.cue != a.cue)
    ]


def with_parents(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Gives each statement the innermost other one whose content holds its cue."""
    contents = Nearby((c, (number, s)) for number, s in enumerate(statements) for c in s.content)
    result = []
    for inner in statements:
        cue = inner.cue
        holding = [] if cue is None else [
            (sum(c.end - c.start for c in s.content), number, s.id)
            for number, s in contents.at(cue)
            if s.cue != cue and _holds(s.content, cue)
        ]  # fmt: skip
        result.append(replace(inner, parent=min(holding)[2] if holding else None))
    return tuple(result)


def _holds(content: Sequence[Span], cue: Span) -> bool:
    return any(c.contains(cue) for c in content)


def with_continuations(
    text: str, found: Sequence[Attribution], parts: Sequence[Sentence], marks: Sequence[Quotation]
) -> list[Attribution]:
    """Adds to a statement the quotations that go on after it without a cue of their own."""
    result = list(found)
    covered = Nearby((c, c) for a in found for c in a.content)
    openings = {s.span.start: s for s in parts}
    cues = [a.cue.end for a in result]
    for mark in marks:
        span = Span.of(text, mark.start, mark.end)
        opening = openings.get(mark.start)
        if opening is None or mark.end - mark.start < _SHORTEST_QUOTATION or covered.at(span):
            continue
        owner = _owner(result, bisect_right(cues, mark.start), parts, opening)
        if owner is not None:
            result[owner] = replace(result[owner], content=(*result[owner].content, span))
    return result


def _owner(found: Sequence[Attribution], before: int, parts: Sequence[Sentence], opening: Sentence) -> int | None:
    """The statement that a cue-less quotation continues: the last one of a verb before the sentence that it opens."""
    number = next((i for i in range(before - 1, -1, -1) if found[i].construction == "verb"), None)
    if number is None:
        return None
    last = found[number]
    distance = opening.paragraph - parts[last.sentence].paragraph
    quoted = any(c.text[:1] in "\"“'`" or c.text[-1:] in "\"”'" for c in last.content)
    return number if distance == 0 or (distance == 1 and quoted) else None
