"""A report printed all in capitals, as old wires are, in the case that its words most likely had.

The encoder learnt from texts with small letters, and names are told by their capitals. So a report without small letters
is read in likely case. Only case changes, letter by letter: every offset stays as it was. Weights come from
`training/recasing` (see the card beside them in `assets/`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from onrecord.encoding.sentences import sentence_ends
from onrecord.encoding.words import words

CASES = ("lower", "title", "upper")
"""What a word can be: `rebels`, `Colombia`, `FARC`."""
RARE = "?"
"""Stands for a neighbour that the weights do not know."""
_CAPITALS = 0.85
"""Share of its letters from which on a text counts as printed in capitals; headlines alone never reach it."""
_FEWEST = 40
"""Letters below which a text is too short to tell."""
_LONGEST_END = 4
_DATELINE = re.compile(r"[^.!?]{0,80}?(?:\d|\))[^.!?\w]{0,3}(?:--|[—–-])\s*(?:\[[^\]]*\]\s*)*")
"""`SAN SALVADOR, 3 JAN 90 -- [TEXT]`: the sentence begins after it."""


def is_in_capitals(text: str) -> bool:
    """Whether a text as a whole is printed in capitals, rather than a headline or a name in it."""
    small = sum(map(str.islower, text))
    large = sum(map(str.isupper, text))
    return small + large >= _FEWEST and large >= _CAPITALS * (small + large)


@lru_cache(maxsize=8)
def in_likely_case(text: str) -> str:
    """The text in the case that its words most likely had; of the same length, and itself where it has small letters."""
    return recased(text) if is_in_capitals(text) else text


def recased(text: str) -> str:
    """A text in likely case, whatever case it comes in; the first word of each sentence begins with a capital."""
    letters = list(text)
    for begin, end in _lines(text):
        places = words(text, begin, end)
        forms = [text[start:stop].lower() for start, stop in places]
        opens = _openings(text, begin, end)
        opening = False
        for at, (start, stop) in enumerate(places):
            opening = opening or any(n in opens for n in range(places[at - 1][1] if at else begin, start + 1))
            if any(letter.isalpha() for letter in forms[at]):
                letters[start:stop] = _written(text[start:stop], likeliest(signs(forms, at)), opening=opening)
                opening = False
    return "".join(letters)


def _openings(text: str, begin: int, end: int) -> set[int]:
    """The places of a line before which a sentence begins."""
    dateline = _DATELINE.match(text, begin, end)
    return {begin, *sentence_ends(text, begin, end), *([] if dateline is None else [dateline.end()])}


def _lines(text: str) -> list[tuple[int, int]]:
    found, begin = [], 0
    for line in text.split("\n"):
        found.append((begin, begin + len(line)))
        begin += len(line) + 1
    return found


def _written(word: str, case: str, *, opening: bool) -> list[str]:
    """The letters of a word in a case; one that opens a sentence has a capital at its head."""
    if case == "upper":
        return [_turned(letter, letter.upper()) for letter in word]
    small = [_turned(letter, letter.lower()) for letter in word]
    if case == "title" or opening:
        first = next(n for n, letter in enumerate(small) if letter.isalpha())
        small[first] = _turned(small[first], small[first].upper())
    return small


def _turned(letter: str, other: str) -> str:
    """A letter in the other case; one that has no single counterpart stays as it is."""
    return other if len(other) == 1 and other.casefold() == letter.casefold() else letter


def signs(forms: Sequence[str], at: int) -> list[str]:
    """What the case of a word is told by: itself, its end, its length, and the words beside it, in small letters."""
    form = forms[at]
    before = [_beside(forms[n]) if n >= 0 else "^" for n in (at - 2, at - 1)]
    after = [_beside(forms[n]) if n < len(forms) else "$" for n in (at + 1, at + 2)]
    bracketed = "b=" if before[1] in {"(", "["} and after[0] in {")", "]"} else "l="
    found = [
        f"w={form}",
        f"{bracketed}{min(len(form), 6)}",
        *(f"e={form[-size:]}" for size in range(2, _LONGEST_END + 1) if len(form) > size),
        f"p={before[1]}",
        f"n={after[0]}",
        f"pp={before[0]}",
        f"nn={after[1]}",
    ]
    if not any(letter in "aeiouy" for letter in form):
        found.append("v=")
    return found


def _beside(form: str) -> str:
    """A word as its neighbours see it: all numbers are alike."""
    return "0" if form.isdigit() else form


def likeliest(found: Sequence[str]) -> str:
    """The likeliest case of a word with these signs."""
    known = _weights()
    title = upper = 0
    for sign in found:
        weight = known.get(sign)
        if weight is None and sign[:2] in {"w=", "p=", "n="}:
            weight = known.get(sign[:2] + RARE)
        if weight is not None:
            title += weight[0]
            upper += weight[1]
    return CASES[max(range(3), key=(0, title, upper).__getitem__)]


@cache
def _weights() -> dict[str, tuple[int, int]]:
    """For each sign, how much it speaks for a capital at the head, and for capitals throughout (log odds × 20)."""
    rows = (files("onrecord.assets") / "recasing.tsv").read_text(encoding="utf-8").splitlines()
    parted = (row.split("\t") for row in rows)
    return {sign: (int(title), int(upper)) for sign, title, upper in parted}
