"""Where sentences end, by punctuation and capitals; abbreviations and initials end none."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s|$)")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt brig adm gov sen rep rev hon st jr sr vs no nos etc inc corp co ltd "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun approx dept est fig "
    "messrs pres supt cpl pvt cmdr".split()
)
_OPENS_SENTENCE = re.compile(r"\s+(?:[\"“‘'«(\[—–-]+\s*)?[A-Z0-9À-ÞА-Я]")


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """The places between `start` and `end` where a sentence ends and another follows."""
    for match in _END.finditer(text, start, end):
        if match.end() < end and _OPENS_SENTENCE.match(text, match.end()) and not _abbreviates(text, match):
            yield match.end()


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of a stretch without the white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _abbreviates(text: str, match: re.Match[str]) -> bool:
    """Whether the full stop ends an abbreviation or an initial rather than a sentence."""
    if match.group() != ".":
        return False
    before = re.search(r"[\w.]+$", text[max(0, match.start() - 20) : match.start()])
    if before is None:
        return False
    word = before.group().lower()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or bool(re.fullmatch(r"(\w\.)+\w", word))
