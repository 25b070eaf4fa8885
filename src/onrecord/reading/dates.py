"""Words of time in a report, as spans; their days are worked out in resolution."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.model import Span
from onrecord.reading.segmentation import Sentence

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|a few)"
_UNIT = r"(?:day|week|month|year|decade)"

DATE_PATTERN = re.compile(
    rf"""\b(?:
    (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
  | (?P<full>(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?
      |\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH})(?:,?\s+\d{{4}})?)(?!\d)
  | (?P<month>{_MONTH},?\s+\d{{4}}
      |(?:(?<=[Ii]n\s)|(?<=[Ll]ast\s)|(?<=[Ss]ince\s)|(?<=[Uu]ntil\s)|(?<=[Dd]uring\s))(?:{"|".join(MONTHS)}))
  | (?P<duration>(?i:the\s+(?:last|past)\s+(?:{_NUMBER}\s+)?{_UNIT}s?))
  | (?P<relative>(?i:(?:last|this|next)\s+(?:week|month|year|decade|{"|".join(WEEKDAYS)})))
  | (?P<ago>(?i:{_NUMBER}\s+{_UNIT}s?\s+(?:ago|earlier)))
  | (?P<after>(?i:{_NUMBER}\s+{_UNIT}s?\s+after)(?=\s+(?:he|she|it|they|(?:the|a|an)\s+\w+)\s+(?:was\s+|had\s+)?\w+ed\b))
  | (?P<day>(?i:today|yesterday|tomorrow|tonight))
  | (?P<weekday>(?:{"|".join(WEEKDAYS)}))
  | (?P<year>(?:(?<=[Ii]n\s)|(?<=[Ss]ince\s)|(?<=[Uu]ntil\s)|(?<=[Dd]uring\s)|(?<=late\s)|(?<=early\s)|(?<=mid-))
      (?:1[89]|20)\d{{2}})
    )\b""",
    re.VERBOSE,
)


def date_spans(text: str, parts: Iterable[Sentence]) -> tuple[Span, ...]:
    """Every expression of time in the report, in order; "may" and "march" as verbs are none."""
    return tuple(
        Span.of(text, *match.span())
        for sentence in parts
        for match in DATE_PATTERN.finditer(text, sentence.span.start, sentence.span.end)
    )


def lasts(time: Span) -> bool:
    """Whether words mean a stretch of time rather than a moment ("over the past three years")."""
    match = DATE_PATTERN.fullmatch(time.text)
    return match is not None and match.lastgroup == "duration"
