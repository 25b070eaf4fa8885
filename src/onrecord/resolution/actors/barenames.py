"""A person's bare name out of the words that a reader took for it: `Ohio Gov. John Kasich (R)` is John Kasich."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"\s*[(\[{].*", re.DOTALL)
_TURNED_AWAY = frozenset(
    "of for to over from in on at with against and by about than as who through after before".split()
)
_OFFICES = frozenset(
    "gov governor sen senator senators rep representative representatives gen general col colonel maj major capt captain"
    " lt president vice minister secretary ambassador chairman chairwoman spokesman spokeswoman mayor premier chancellor"
    " king prince commander director speaker justice judge congressman congresswoman candidate nominee democrat"
    " republican then".split()
)


def bare_name(written: str, particles: frozenset[str]) -> str:
    """The name without what stands around it, brackets, descriptions and offices before it, "of Vermont" behind it.

    `particles` are small words that belong to names ("al", "bin", "de"). Words that show no name by their capitals come
    back as they are.
    """
    words = _BRACKET.sub("", written).partition(",")[0].split() or written.split()
    if not any(_is_capitalised(word) for word in words) or len(words) < 2:
        return " ".join(words)
    words = _before_turning(words)
    lower = [n for n, word in enumerate(words[:-1]) if _describes(word, particles)]
    if lower:
        words = words[lower[-1] + 1 :]
    held = [n for n, word in enumerate(words[:-1]) if _plain(word) in _OFFICES]
    return " ".join(words[_start_of_run(held) :] if held else words)


def _start_of_run(places: list[int]) -> int:
    """Where the last run of places that follow each other begins."""
    start = places[-1]
    while start - 1 in places:
        start -= 1
    return start


def _before_turning(words: list[str]) -> list[str]:
    """The words before "of", "for", "against" …, or those behind it when no name stands before."""
    for place, word in enumerate(words):
        if word in _TURNED_AWAY and place:
            before = words[:place]
            named = any(_is_capitalised(w) and _plain(w) not in _OFFICES for w in before)
            return before if named else words[place + 1 :] or before
    return words


def _describes(word: str, particles: frozenset[str]) -> bool:
    if not word[:1].islower() or _plain(word) in particles or word.startswith(("d’", "d'")):
        return False
    return "-" not in word or (word.islower() and word.partition("-")[0] not in particles)


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() or (len(word) > 1 and not word[0].isalpha() and word[1].isupper())


def _plain(word: str) -> str:
    return word.lower().rstrip(".,:;").removeprefix("ex-").removeprefix("then-").removeprefix("vice-")
