"""Numbers that count neither people nor things: dates, ages, spans of time, distances, sums, per cent, ranks."""

from __future__ import annotations

import re

_NEAR = 24
"""Characters before and after a number that can tell what it is."""
_MONTH = r"(?:(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)[a-z]*|May|June?|July?)\.?"
_MEASURE_AFTER = re.compile(
    r"\s*(?:%|°|(?:st|nd|rd|th)\b)|(?:\s+|-)(?:per\s?cent|percent|percentage|cents?|dollars?|pounds?|euros?|rupees?|roubles?"
    r"|rubles?|shillings?|pesos?|francs?|dinars?|rials?|yuan|miles?|kilomet\w+|km|met(?:re|er)s?|yards?|feet|foot|inch\w*"
    r"|mm|hectares?|acres?|tons?|tonnes?|kilos?|kilogram\w*|kg|lit(?:re|er)s?|barrels?|megawatts?|degrees?|years?"
    r"|months?|weeks?|days?|nights?|hours?|hrs?|minutes?|seconds?|decades?|centur\w+|fortnights?|a\.?m\.?|p\.?m\.?|o.clock"
    r"|gmt|times|votes?|seats?|points?|pages?)\b",
    re.IGNORECASE,
)
_ORDINAL_AFTER = re.compile(
    r"(?:-|\s+and\s+)(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|\w+ieth)\b",
    re.IGNORECASE,
)
"""What makes a rank of the number before it ("twenty-first")."""
_DATE_AFTER = re.compile(rf"\s+(?:of\s+)?{_MONTH}(?!\w)")
_MEASURE_BEFORE = re.compile(
    r"(?:[$£€¥#]|\b(?:Rs|USD|EUR|Sh|Nos?|pp?|[Rr]esolution|[Aa]rticle|[Cc]hapter|[Ss]ection|[Pp]age|[Aa]ged?|[Rr]oute|[Hh]ighway)"
    r"\.?)\s*$"
)
_DATE_BEFORE = re.compile(rf"\b{_MONTH}\s*$")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Ll]ate|[Ee]arly|[Mm]id|[Yy]ear|[Ss]ummer|[Aa]utumn|[Ss]pring"
    rf"|[Ww]inter|{_MONTH})[\s-]*$"
)
_MAY_BE_YEAR_BEFORE = re.compile(r"\b(?:by|from|of|before|after)\s*$|[0-9],\s*$|^\s*$", re.IGNORECASE)


def measures(text: str, start: int, end: int) -> bool:
    """Whether the number from `start` to `end` of a text is a measure or a year by what stands beside it."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if _MEASURE_BEFORE.search(before) or _MEASURE_AFTER.match(after):
        return True
    if _YEAR.fullmatch(text[start:end]) and _YEAR_BEFORE.search(before):
        return True
    return _DATE_AFTER.match(after) is not None or _ORDINAL_AFTER.match(after) is not None


def may_date(text: str, start: int, end: int) -> bool:
    """Whether the number is a day or a year by what stands before it, if no noun follows it ("by 2011", "May 11")."""
    before, words = text[max(0, start - _NEAR) : start], text[start:end]
    day = len(words) <= 2 and words.isdigit() and _DATE_BEFORE.search(before) is not None
    return day or (_YEAR.fullmatch(words) is not None and _MAY_BE_YEAR_BEFORE.search(before) is not None)
