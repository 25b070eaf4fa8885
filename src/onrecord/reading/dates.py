"""Words of time in a report, as spans, found by a closed grammar; their days are worked out in resolution."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.model import Span
from onrecord.reading.segmentation import Sentence
from onrecord.reading.timewords import Phrase, parse, phrases
from onrecord.reading.timewords.neighbours import is_time

_NO_MOMENT = frozenset("lasting duration long every weekdays frequency per nights now recent soon".split())
_JOINED = re.compile(r"\s*(?:[-–—‒]|to|until|till|through|and)\s*", re.IGNORECASE)
"""Words that make two days the ends of a stretch."""
_RANGED = frozenset(
    "day_month month_day month year weekday iso numeric season decade century quarter nth clock feast".split()
)
_BEFORE = 24
"""Characters before an expression that can tell what it is."""


def date_spans(text: str, parts: Iterable[Sentence]) -> tuple[Span, ...]:
    """Every expression of time in the report, in order; "may" and "march" as verbs are none.

    The two ends of a stretch ("from March to June", "1914–1918") are one expression.
    """
    found: list[Span] = []
    for sentence in parts:
        start, end = sentence.span.start, sentence.span.end
        kept = (phrase for phrase in phrases(text, start, end) if is_time(phrase, text, start, end))
        found.extend(Span.of(text, *place) for place in _joined(text, start, kept))
    return tuple(found)


def lasts(time: Span) -> bool:
    """Whether words mean no moment: a stretch ("over the past three years"), times that come again, just "now"."""
    phrase = parse(time.text)
    return phrase is not None and (phrase.rule in _NO_MOMENT or phrase["which"] in {"every", "each"})


def _joined(text: str, start: int, kept: Iterable[Phrase]) -> Iterator[tuple[int, int]]:
    """The places of expressions, the ends of one stretch taken together."""
    held: Phrase | None = None
    for phrase in kept:
        if held is not None and _are_ends(text, start, held, phrase):
            yield held.start, phrase.end
            held = None
            continue
        if held is not None:
            yield held.start, held.end
        held = phrase
    if held is not None:
        yield held.start, held.end


def _are_ends(text: str, start: int, one: Phrase, other: Phrase) -> bool:
    """Whether two expressions are the ends of one stretch, by the words before, between and after."""
    if one.rule not in _RANGED or other.rule not in _RANGED or other.start - one.end > _BEFORE:
        return False
    link = text[one.end : other.start]
    if not _JOINED.fullmatch(link):
        return False
    word = link.strip().lower()
    before = text[max(start, one.start - _BEFORE) : one.start].rstrip().lower().removesuffix(" the")
    if word == "and":
        return before.endswith("between")
    return not word.isalpha() or before.endswith(("from", "between", "(")) or one.rule == other.rule != "clock"
