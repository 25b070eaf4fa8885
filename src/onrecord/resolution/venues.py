"""Where people only meet: a place named for talks, or as their host, says nothing of whose army or government is meant.

"Officers of both sides held talks in the Bahraini capital Manama", "the accord that was signed in Lusaka".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import Span
from onrecord.nearby import Nearby
from onrecord.reading.reader import Found
from onrecord.resolution.hosts import is_host

_MEETING = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_MEET = re.compile(r"\b(?:met|meet|meeting|meetings|talks|negotiations|summit|parley|sat with)\b", re.IGNORECASE)
"""Words for meeting, which hold also where the reader marks no event."""
_REACH = 110
"""Characters behind a word for meeting within which a place is where that is done."""
_SENTENCE_ENDS = re.compile(r"[.!?]['\"”’)]*\s|\n")
_IN = re.compile(r"\b(?:in|at|to|from|near|outside|via)\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
_BEFORE = 40


@dataclass(frozen=True)
class Venues:
    """A report's text and what the reader found in it, asked for the places that are only where talks are held."""

    text: str
    found: Found

    def holds(self, words: Span) -> bool:
        """Whether a place or a country is named for no more than that somebody met there, or that it was the host."""
        if is_host(self.text, words):
            return True
        before = self.text[max(0, words.start - _BEFORE) : words.start]
        return bool(self._meetings.at(words)) and _IN.search(before) is not None

    @cached_property
    def _meetings(self) -> Nearby[Span]:
        marked = {words.event: words.place for words in self.found.event_words}
        meetings = [event for event in self.found.events if event.type in _MEETING]
        stretches = [self._behind(event.trigger.end) for event in meetings]
        stretches += [self._behind(match.end()) for match in _MEET.finditer(self.text)]
        stretches += [place for event in meetings for place in marked.get(event.id, ())]
        return Nearby((span, span) for span in stretches)

    def _behind(self, start: int) -> Span:
        """What follows a place of the text in its sentence."""
        end = min(len(self.text), start + _REACH)
        close = _SENTENCE_ENDS.search(self.text, start, end)
        return Span.of(self.text, start, end if close is None else close.start() + 1)
