"""Where and when an event is by the words behind it, close by or by grammar, where the reader marks none for it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import DateExpression, Event, Place, Span, Statement
from onrecord.nearby import Nearby
from onrecord.reading.reader import Relations

_NEAR = 60
"""Characters after a trigger."""
_FAR = 200
"""Characters after a trigger within which grammar may tie a day to it."""
_LONGEST_CLIMB = 3
_RELATIVE_CLAUSE = "acl:relcl"
"""What such a clause tells of somebody has a day of its own: "talks with rebels who attacked in October"."""
_CLAUSE_ENDS = re.compile(r"[.!?;:]\s|[\n\"“”«»]|\bwhom\b")
"""What ends the words on an event; "whom" opens what was done to somebody else, or at another time."""


def reach(text: str, event: Event, statements: Mapping[str, Statement]) -> Span:
    """The words behind a trigger that may still tell of the event: to the end of its sentence or of what is quoted.

    Who says it, and the words for saying it, end them too: "the attack, he told reporters in Baku".
    """
    start = event.trigger.end
    end = min(len(text), start + _NEAR)
    statement = statements.get(event.statement or "")
    said = () if statement is None else (statement.source, statement.cue)
    for limit in (*said, _ended(text, start, end)):
        if limit is not None and start <= limit.start < end:
            end = limit.start
    return Span.of(text, start, end)


def _ended(text: str, start: int, end: int) -> Span | None:
    match = _CLAUSE_ENDS.search(text, start, end)
    return None if match is None else Span.of(text, *match.span())


def place_behind(words: Span, here: Nearby[tuple[int, Place]]) -> str | None:
    """The first place named in some words; a country only where the reader marks it."""
    near = [(start, p.id) for start, p in here.at(words) if start >= words.start and p.kind != "country"]
    return min(near)[1] if near else None


def day_behind(words: Span, free: Nearby[DateExpression]) -> DateExpression | None:
    """The first day named in some words, if nothing was said on it."""
    near = [day for day in free.at(words) if day.span.start >= words.start]
    return min(near, key=lambda day: day.span.start) if near else None


@dataclass(frozen=True)
class Tied:
    """The days of a report that grammar ties to what happened: "captured 300 soldiers near the border in August"."""

    grammar: Relations | None
    free: Nearby[DateExpression]

    @cached_property
    def _starts(self) -> list[int]:
        return [] if self.grammar is None else [word.start for word in self.grammar.words]

    def day(self, event: Event) -> DateExpression | None:
        """The first day behind a trigger that hangs from it, if nothing was said on it; None where none does."""
        trigger = event.trigger
        if self.grammar is None or not self._starts:
            return None
        words = self._word(trigger.start), self._word(trigger.end - 1)
        behind = Span(trigger.end, trigger.end + _FAR, "")
        near = sorted(self.free.at(behind), key=lambda day: day.span.start)
        heads = self.grammar.heads
        near = [
            day for day in near if day.span.start >= trigger.end and not self._in_another_clause(words[1], day.span)
        ]
        return next((day for day in near if self._hangs(day.span, words, heads)), None)

    def _in_another_clause(self, trigger: int, day: Span) -> bool:
        """Whether "whom" stands between a trigger and a day: "freed the men whom they had taken in May"."""
        between = () if self.grammar is None else self.grammar.words[trigger + 1 : self._word(day.start)]
        return any(word.text == "whom" for word in between)

    def _word(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def _hangs(self, day: Span, words: tuple[int, int], heads: Sequence[int]) -> bool:
        above = self._word(day.end - 1)
        relations = () if self.grammar is None else self.grammar.relations
        for _ in range(_LONGEST_CLIMB):
            if relations[above].startswith(_RELATIVE_CLAUSE):
                return False
            above = heads[above]
            if words[0] <= above <= words[1]:
                return True
        return False
