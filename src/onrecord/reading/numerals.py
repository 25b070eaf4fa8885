"""Numbers as English writes them, in figures and in words, and what each is worth."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_CARDINALS = {word: number for number, word in enumerate(_ONES + _TEENS, 1)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_PAIRS = {"both": 2, "couple": 2, "pair": 2, "single": 1}
SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "dozen": 12, "score": 20}
SCALES |= {"mn": 10**6, "bn": 10**9, "lakh": 10**5, "crore": 10**7}
"""Words that multiply the number before them."""
_FEW = {"several": 3, "few": 2, "handful": 2}
"""The least that a word for a small number can mean: several are more than two, a few more than one."""
_MANY = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6}
_PARTS = "half third quarter fifth tenth thirds quarters fifths tenths".split()


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


_GAP = r"[\s-]{1,3}"
_DIGITS = (
    r"(?:(?<![\w,./:$€£#])(?<![A-Za-z]-)"
    r"(?:[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:[ \u00a0\u2009\u202f][0-9]{3})+)|[0-9]{1,12})(?:\.[0-9]{1,3})?"
    r"(?![\w:/]|[.,][0-9]))"
)
"""Figures with thousands apart and decimals, not those in names (MiG-29), of money, of the clock or in fractions."""
_SMALL = rf"(?:\b(?:{_any(_TENS)}(?:{_GAP}{_any(_ONES)})?|{_any(_TEENS + _ONES)})\b)"
_PLAIN = rf"(?:{_DIGITS}|{_SMALL})"
_SCALE = rf"(?:{_GAP}{_any(SCALES)}\b)"
_SCALED = rf"{_PLAIN}(?:\s+and\s+a\s+half)?{_SCALE}|\b(?:half{_GAP}an?|an?(?:{_GAP}half)?|half){_SCALE}"
_QUARTERS = rf"\b(?:(?:three|a|the|one){_GAP})?quarters?{_GAP}of{_GAP}a{_SCALE}"
_BARE = rf"(?<![0-9]\s)(?<![0-9]-)\b(?:hundred|thousand|million){_SCALE}?\b"
_TWO_OR_ONE = rf"\ba\s+couple\s+of{_SCALE}|\b(?:a\s+(?:couple|pair|single)|both)\b"
_CARDINAL = (
    rf"(?:{_SCALED}|{_QUARTERS}){_SCALE}?(?:,?\s+(?:and\s+)?{_SMALL}{_SCALE}*)*|{_PLAIN}|{_TWO_OR_ONE}|{_BARE}"
)
_NONE = rf"\b(?:no{_GAP}one|nobody|none|zero|not\s+(?:one|a\s+single)|no(?!\s+(?:fewer|less|more)\s+than))\b"
_SHARE = (
    rf"\b(?:(?:an?|the|{_any(_ONES)}){_GAP})?{_any(_PARTS)}\b"
    r"(?=\s+of\s+(?!a\s+(?:million|billion)\b)|\s+(?:the|its|their|his)\b)"
    rf"|\b(?:a\s+)?half\b(?!{_GAP}(?:an?{_GAP})?{_any(SCALES)}\b)|\b{_any(_ONES)}{_GAP}(?:thirds|fifths|tenths)\b"
    rf"|{_PLAIN}\s+(?:\w+\s+)?(?:in|of)\s+every\s+{_PLAIN}"
)
_PLURAL = (
    rf"\b(?:(?:many|several|a\s+few){_GAP})?{_any(_MANY)}(?:{_GAP}of{_GAP}{_any(_MANY)})*\b"
    rf"|\bby\s+the\s+{_any(SCALES)}\b"
)
_SEVERAL = rf"\b(?:several|a\s+few|few|a\s+handful){_SCALE}*(?:\s+of\s+{_any(_MANY)})?\b"
_AMOUNT = re.compile(
    rf"(?P<none>{_NONE})|(?P<share>{_SHARE})|(?P<some>{_PLURAL}|{_SEVERAL})|(?P<cardinal>{_CARDINAL})", re.IGNORECASE
)
_WORD = re.compile(r"[0-9][0-9.,\s]*|[a-z]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a text: where it stands, the figure that is said, and the bounds that are said.

    "12" has 12 thrice; "at least 12" the value 12, the bound 12 below and none above; "30 to 50" no value and both
    bounds; "about 12" the value alone, for how near it comes is not said; "dozens" only the least that they can be, 24;
    a share ("half of them") none at all.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None


@lru_cache(maxsize=1024)
def next_figure(text: str, since: int) -> Figure | None:
    """The first number of a text from `since` on, without hedges; None where there is none."""
    found = _AMOUNT.search(text, since)
    return None if found is None else _figure(found)


def cardinal_at(text: str, start: int) -> Figure | None:
    """The number that begins at `start`, unless it is a word such as "dozens" or "none"."""
    found = _AMOUNT.match(text, start)
    return _figure(found) if found is not None and found["cardinal"] else None


def _figure(found: re.Match[str]) -> Figure:
    start, end = found.span()
    words = found[0].lower()
    if found["none"]:
        return Figure(start, end, 0, 0, 0)
    if found["share"]:
        return Figure(start, end, None, None, None)
    if found["some"]:
        return Figure(start, end, None, _least(words), None)
    value = _cardinal(words)
    return Figure(start, end, value, value, value)


def _least(words: str) -> float:
    """The least that a plural or a word for a few can mean: two of the smallest, or three of several."""
    parts = re.findall(r"[a-z]+", words)
    least = next((_FEW[part] for part in parts if part in _FEW), 2)
    for part in parts:
        least *= _MANY.get(part) or SCALES.get(part) or 1
    return least


def _cardinal(words: str) -> float:
    """The value of digits and number words: each scale multiplies what stands before it, and thousands are added up."""
    whole, current = 0.0, 0.0
    parts = [part.strip() for part in _WORD.findall(words)]
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        if part[0].isdigit():
            current += float(re.sub(r"[,\s]", "", part).rstrip("."))
        elif part in SCALES:
            current = (current or 1) * SCALES[part]
            if SCALES[part] >= 1000:
                whole, current = whole + current, 0.0
        elif part in {"a", "an"}:
            current += 0 if current or following == "half" else 1
        elif part == "half":
            current += 0.5
        elif part in {"quarter", "quarters"}:
            current = (current or 1) / 4
        elif part in _PAIRS:
            current = _PAIRS[part]
        else:
            current += _CARDINALS.get(part, 0)
    value = whole + current
    return int(value) if value.is_integer() else value
