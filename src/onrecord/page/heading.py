"""What stands around a report that was flattened: headline, byline and a stated day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

_LONGEST_HEADLINE = 28
_BYLINE = re.compile(
    r"^(?:by|from|words by|reported by)\s+((?:[A-ZÀ-Þ][\w.’'-]+|and|&|de|del|van|von|bin"
    r"|al)(?:[\s,]+(?:[A-ZÀ-Þ][\w.’'-]+|and|&|de|del|van|von|bin|al)){0,7})",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"^(?:(?:first\s+)?(?:published|posted|updated|last updated|date)(?:\s+(?:on|at))?\s*:?\s*)?(?:(?:mon|tues"
    r"|wednes|thurs|fri|satur|sun)day,?\s+)?(?P<day>"
    r"\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})"
    r"(?:[\s,|·•-]+(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?)?\.?$",
    re.IGNORECASE,
)
_FORMATS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")


def headline_of(lines: Sequence[str]) -> str | None:
    """The first line of a report if it is a headline: short, followed by text, and no sentence with a full stop."""
    if len(lines) < 2:
        return None
    first = lines[0].strip()
    words = first.split()
    if (
        not 2 <= len(words) <= _LONGEST_HEADLINE
        or first[-1] in ".,;:"
        or (first[0] in "\"“'(" and first[-1] not in "\"”')")
    ):
        return None
    return first if len(lines[1].split()) > len(words) or len(lines) > 2 else None


def byline_of(lines: Sequence[str]) -> str | None:
    """Who signs the report, from a line such as "By Jane Doe in Kabul" among the lines set aside."""
    for line in lines:
        match = _BYLINE.match(line.strip())
        if match is not None and len(line.split()) <= 14 and match.group(1)[0].isupper():
            return re.split(r"\s*,\s*|\s+in\s+", match.group(1))[0].strip()
    return None


def stated_day(lines: Sequence[str]) -> date | None:
    """The day of publication that a line of its own states ("Published: 10 December 2011"); None if lines disagree."""
    days = {day for line in lines if (day := _day(line.strip())) is not None}
    return days.pop() if len(days) == 1 else None


def _day(line: str) -> date | None:
    match = _LABELLED.match(line)
    if match is None:
        return None
    words = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|[.,]", "", match.group("day").replace("Sept ", "Sep "))
    for form in _FORMATS:
        try:
            return datetime.strptime(" ".join(words.split()), form).date()
        except ValueError:
            continue
    return None
