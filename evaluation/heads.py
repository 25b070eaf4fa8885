"""Which mention of a reading a gold mention is: the one with the same head word.

"The commander of the army" and "the army" share their end and most of their letters, yet are two; "Colonel Vukadin" and
"Vukadin" are one. The head of a noun phrase is the word before its first comma, preposition or relative clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from conflict_set.passages import Stretch

from onrecord.model import Actor, Mention, Span
from onrecord.reading.closeness import PRONOUNS

_HEAD_ENDS = re.compile(
    r",|\s\(|\s(?:of|for|in|at|on|from|with|to|by|near|off|outside|inside|behind|between|who|which|that|whose)\s"
)
_SENTENCE_START = re.compile(r"(?:^|[\n.?!:;]\s*|[\"“‘']\s*)$")


def holder(text: str, stretch: Stretch, actors: Iterable[Actor]) -> Actor | None:
    """The actor of a reading that has a gold mention; the one that shares most of it if several have."""
    near = [
        (_overlap(stretch, m.span), -n, actor)
        for n, actor in enumerate(actors)
        for m in actor.mentions
        if _same_head(text, stretch, m.span)
    ]
    return max(near, key=lambda row: row[:2])[2] if near else None


def shares_a_mention(text: str, stretches: Iterable[Stretch], mentions: Iterable[Mention]) -> bool:
    """Whether a gold mention and one of a reading have the same head word."""
    spans = [m.span for m in mentions]
    return any(_same_head(text, stretch, span) for stretch in stretches for span in spans)


def form_of(text: str, stretch: Stretch) -> str:
    """Whether a gold mention is a name, a description or a pronoun: by its words, and by capitals in its head word.

    The capital of a word that opens a sentence says nothing where the text has the word in small letters too.
    """
    start, end = stretch
    if text[start:end].lower() in PRONOUNS:
        return "pronoun"
    before = text[start : _head(text, start, end)].split()
    if not any(c.isupper() for c in before[-1]):
        return "description"
    opens = len(before) == 1 and _SENTENCE_START.search(text[max(0, start - 3) : start])
    small = opens and re.search(rf"\b{re.escape(before[0].lower())}\b", text)
    return "description" if small else "name"


def _overlap(one: Stretch, other: Span) -> float:
    shared = min(one[1], other.end) - max(one[0], other.start)
    return shared / (max(one[1], other.end) - min(one[0], other.start))


def _same_head(text: str, one: Stretch, other: Span) -> bool:
    """Whether each of two mentions has the other's head word."""
    first, second = _head(text, *one), _head(text, other.start, other.end)
    return other.start < first <= other.end and one[0] < second <= one[1]


def _head(text: str, start: int, end: int) -> int:
    """Where the head word of a noun phrase ends."""
    match = _HEAD_ENDS.search(text, start, end)
    head = match.start() if match is not None and match.start() > start else end
    return head - 2 if text[head - 2 : head] in {"'s", "’s"} else head
