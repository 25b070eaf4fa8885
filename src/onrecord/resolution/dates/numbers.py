"""Numbers in words and figures."""

from __future__ import annotations

import re

from onrecord.reading.timewords.lexicon import CARDINALS, ORDINALS

_OPEN = frozenset("several few many some".split())


def number_of(words: str) -> float | None:
    """The number that words say ("twenty-five", "a couple of", "2.5"); None for "several"; an empty text is one."""
    parts = [word for word in re.split(r"[\s–—-]+", words.lower()) if word]
    if _OPEN & set(parts):
        return None
    if "half" in parts and "and" not in parts:
        return 0.5
    total = 0.0
    for word in parts:
        if word in {"hundred", "thousand"}:
            total = max(total, 1) * CARDINALS[word]
        elif word in CARDINALS:
            total += CARDINALS[word]
        elif re.fullmatch(r"\d{1,6}(?:\.\d{1,4})?", word):
            total += float(word)
        elif word == "half":
            total += 0.5
    return total or 1.0


def ordinal_of(words: str) -> int:
    """The number of an ordinal ("20th", "twenty-first")."""
    figures = re.match(r"\d{1,3}", words)
    if figures:
        return int(figures.group())
    return sum(ORDINALS.get(part, CARDINALS.get(part, 0)) for part in re.split(r"[\s–—-]+", words.lower()))


def written(number: float) -> str:
    """A number as TIMEX3 has it: without decimals where it has none."""
    return str(int(number)) if number == int(number) else f"{number:g}"
