"""The numbers of a text with their ranges and hedges: "30 to 50", "at least 12", "some 3,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.reading.numerals import SCALES, Figure, cardinal_at, next_figure

_RANGE = re.compile(
    r"\s*(?:-|–|—|\bto\b|\band\b|,?\s*(?:or|and)?\s*\b(?:perhaps|maybe|possibly|or|if\s+not)\b)"
    r"\s*(?:(?:as\s+many\s+as|up\s+to|even|perhaps|maybe|possibly)\s+)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+(?:an?\s+estimated\s+|about\s+|some\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
"""What makes a change of two numbers ("rose from 12 to 15"), of which neither is the end of a range."""
_LEAST = (
    r"at\s+(?:the\s+very\s+)?least|(?:no|not)\s+(?:fewer|less)\s+than|more\s+than|over|upwards?\s+of|in\s+excess\s+of"
    r"|above|beyond|exceeding|a\s+minimum\s+of"
)
_MOST = (
    r"at\s+(?:the\s+very\s+)?most|(?:no|not)\s+more\s+than|up\s+to|as\s+(?:many|much)\s+as|(?:fewer|less)\s+than"
    r"|under|below|near|nearly|almost|close\s+to|not\s+quite|a\s+maximum\s+of"
)
_ABOUT = (
    r"about|around|some|roughly|approximately|approx\.|an\s+estimated|estimated|perhaps|possibly|maybe|circa|nearer"
    r"|something\s+like|in\s+the\s+region\s+of|close\s+on"
)
_BEFORE = re.compile(
    r"\b(?:(?:well|just|far|slightly|a\s+little)\s+)?"
    rf"(?:(?P<least>{_LEAST})|(?P<most>{_MOST})|(?P<about>{_ABOUT}))\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?:(?P<least>(?:or|and)\s+more(?!\s+than)|at\s+least)|(?P<most>or\s+(?:fewer|less)|at\s+most)|(?P<about>or\s+so))\b"
    r"|(?P<plus>\+)",
    re.IGNORECASE,
)
_LONGEST_HEDGE = 30
_PREPOSITIONS = frozenset("about around over under above below beyond near close".split())
"""Hedges that are as often prepositions: "talks over 20 hostages", "near two villages"."""


def figures(text: str, since: int = 0) -> Iterator[Figure]:
    """The numbers of a text with their hedges, from left to right, none within another, whatever they count.

    Words that are as often prepositions count as hedges only from `since` on.
    """
    free = 0
    while (found := next_figure(text, free)) is not None:
        figure = _hedged(text, _ranged(text, found), free, since)
        yield figure
        free = figure.end


def _ranged(text: str, first: Figure) -> Figure:
    """The figure with the one that ends its range ("30 to 50", "two or three"), itself where none does."""
    link = _RANGE.match(text, first.end)
    last = None if link is None else cardinal_at(text, link.end())
    if link is None or last is None or last.value is None or first.low is None:
        return first
    before = text[max(0, first.start - _LONGEST_HEDGE) : first.start]
    opening = _BETWEEN.search(before)
    if _FROM.search(before) or (opening is None and link[0].strip().lower() == "and"):
        return first
    low = _at_scale(first.low, last.value, text[last.start : last.end])
    if low >= last.value:
        return first
    start = first.start if opening is None else first.start - len(before) + opening.start()
    return Figure(start, last.end, None, low, last.value)


def _at_scale(low: float, high: float, words: str) -> float:
    """The lower end of a range: in "2 to 3 million" it takes the scale of the upper one."""
    scale = SCALES.get(re.split(r"[\s-]+", words.lower())[-1], 1)
    return low * scale if low < high / scale else low


def _hedged(text: str, figure: Figure, free: int, since: int) -> Figure:
    """The figure widened by the hedges right beside it, with the bounds that they leave; none begins before `free`."""
    while found := _BEFORE.search(text[max(free, figure.start - _LONGEST_HEDGE) : figure.start]):
        start = figure.start - len(found.string) + found.start()
        if start < since and found[0].split()[0].lower() in _PREPOSITIONS:
            break
        figure = replace(_bounded(figure, found.lastgroup), start=start)
    following = _AFTER.match(text, figure.end)
    return figure if following is None else replace(_bounded(figure, following.lastgroup), end=following.end())


def _bounded(figure: Figure, hedge: str | None) -> Figure:
    """The figure with the bounds that a hedge leaves: one of the two, or none of a single value that is about right."""
    if hedge == "about":
        return figure if figure.value is None else replace(figure, low=None, high=None)
    if hedge == "most":
        return replace(figure, low=None, high=figure.high if figure.high is not None else figure.value)
    return replace(figure, low=figure.low if figure.low is not None else figure.value, high=None)
