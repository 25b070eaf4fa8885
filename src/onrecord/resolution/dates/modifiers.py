"""What words around a time expression add: "early" and "late", "last" and "next", the part and the hour of a day."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.timewords import Phrase
from onrecord.reading.timewords.lexicon import PARTS_OF_DAY
from onrecord.resolution.dates.points import (
    Meaning,
)

_MODIFIERS = (
    (re.compile(r"\b(?:early|earlier|beginning|start|opening|first|very first|turn)\b"), "START"),
    (re.compile(r"\b(?:mid|middle)\b"), "MID"),
    (re.compile(r"\b(?:late|later|latter|end|close|last|second|final)\b"), "END"),
    (re.compile(r"\bbefore\b"), "BEFORE"),
    (re.compile(r"\bafter\b"), "AFTER"),
    (re.compile(r"\b(?:ca?|circa|around|about)\b"), "APPROX"),
)
STEPS = {
    **dict.fromkeys("last past previous preceding prior".split(), -1),
    **dict.fromkeys("next following coming ensuing subsequent upcoming".split(), 1),
}


def modifier_of(words: str) -> str | None:
    """TIMEX3's modifier for "early", "the end of" and their like."""
    return next((name for pattern, name in _MODIFIERS if words and pattern.search(words)), None)


def step_of(words: str) -> int:
    """How many units on: "last" is -1, "following" is 1, "this" and "same" are 0."""
    return next((STEPS[word] for word in words.split() if word in STEPS), 0)


def part_of(words: str) -> str | None:
    """TIMEX3's letters for a part of the day: MO, AF, EV, NI."""
    if "overnight" in words:
        return "NI"
    return next((PARTS_OF_DAY[w] for w in re.findall(r"[a-z]+", words) if w in PARTS_OF_DAY), None)


def clock_of(words: str) -> str | None:
    """The time of day in 24 hours: "5 p.m." is 17:00; None for a time that there is not."""
    if words in {"noon", "midnight"}:
        return "12:00" if words == "noon" else "00:00"
    figures = re.match(r"(\d{1,2})(?:\s*:\s*(\d\d))?", words)
    if not figures:
        return None
    hour, minute = int(figures[1]), int(figures[2] or 0)
    meridiem = re.search(r"\b([ap])\s*\.?\s*m", words) or re.search(r"([ap])\.?m", words)
    if meridiem:
        hour = hour % 12 + (12 if meridiem[1] == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 25 and minute < 60 else None


def timed(meaning: Meaning, phrase: Phrase) -> Meaning:
    """The day with the time or part of it that the phrase gives."""
    suffix = clock_of(phrase["time"]) if phrase["time"] else part_of(phrase["part"])
    if meaning.value is None or suffix is None:
        return meaning
    words = phrase["part"]
    modifier = "START" if "early" in words else "END" if "late" in words else meaning.modifier
    return replace(meaning, value=f"{meaning.value}T{suffix}", modifier=modifier)
