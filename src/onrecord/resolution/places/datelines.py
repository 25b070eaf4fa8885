"""Where and when a report says that it was written: "KHAR, Pakistan, Dec 10 (AP) -", "By our correspondent in Kabul"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.model import Article, DateExpression, Span
from onrecord.reading.segmentation import paragraphs

_MONTHS = "January February March April May June July August September October November December".split()
_LOOKED_AT = 5
"""Paragraphs at the start of a report in which a dateline may stand."""
_LONGEST = 160
"""Characters that a dateline may have."""
_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
_DAY = rf"(?P<date>(?i:{_MONTH})\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+(?i:{_MONTH})(?:,?\s+\d{{4}})?)"
_CAPITALS = (
    r"[A-ZÀ-ÞŠŽČĆŁŞİ][A-ZÀ-ÞŠŽČĆŁŞİ.'’-]+(?:[ -](?:(?i:de|del|el|al|la)\s)?[A-ZÀ-ÞŠŽČĆŁŞİ][A-ZÀ-ÞŠŽČĆŁŞİ.'’-]*){0,4}"
)
_NAME = r"[A-ZÀ-ÞŠŽČĆŁŞİ][\w.'’-]*(?:[ -](?:(?:de|del|el|al|la|of|the|and)\s)?[A-ZÀ-ÞŠŽČĆŁŞİ][\w.'’-]*){0,4}"
_AGENCY = r"\(\s*[A-Z][\w./&; -]{1,40}\)"
_DASH = r"(?:--|[-–—:])"
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<place>{_CAPITALS}(?:,\s*{_NAME}){{0,2}}?)(?:,?\s+{_DAY})?,?\s*(?:{_AGENCY}\s*{_DASH}|{_AGENCY}(?=\s+[A-Z“\"])|\s{_DASH}|:)\s",
        rf"(?P<place>{_NAME}(?:,\s*{_NAME}){{0,2}}?)(?:,?\s+{_DAY})?,?\s*(?:{_AGENCY}\s*{_DASH}|(?<=\d)\s*{_DASH})\s",
        rf"{_AGENCY}\s*{_DASH}?\s*(?P<place>{_CAPITALS}(?:,\s*{_NAME}){{0,2}}?)(?:,?\s+{_DAY})?\s*(?:{_DASH}\s|\s(?=[A-Z“\"]))",
        rf"{_AGENCY}\s*{_DASH}?\s*(?P<place>{_CAPITALS})\s",
        rf"(?:By|From)\s+[^\n.]{{3,80}}?,?\s+in\s+(?P<place>{_NAME}(?:,\s*{_NAME})?)\s*$",
    )
)
_NUMBERS = {name[:3].lower(): number for number, name in enumerate(_MONTHS, 1)}


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a dateline: all of them, those for the place, and those for the day."""

    span: Span
    place: Span
    day: DateExpression | None
    disagrees: bool


def written(article: Article) -> Written | None:
    """The dateline or the by-line's place at the start of a report; None where there is none.

    `disagrees` is true where its day and month are further than a day from the day of publication.
    """
    for start, end in _beginnings(article):
        head = article.text[start : min(end, start + _LONGEST)]
        for form in _FORMS:
            match = form.match(head)
            if match is not None and _is_place(match["place"]):
                return _written(article, start, match)
    return None


def _beginnings(article: Article) -> Iterator[tuple[int, int]]:
    for number, (start, end) in enumerate(paragraphs(article)):
        if number >= _LOOKED_AT:
            return
        yield start, end


def _is_place(words: str) -> bool:
    """Whether words can be a place's name rather than an agency's or a heading's ("UPDATE:")."""
    return len(words) > 2 and words.rstrip(":").upper() not in _HEADINGS


_HEADINGS = frozenset(
    "UPDATE UPDATED BREAKING ANALYSIS EXCLUSIVE OPINION EDITORIAL NEWS LIVE WATCH VIDEO PHOTO PHOTOS CORRECTION NOTE"
    " ALERT URGENT FACTBOX EXPLAINER TIMELINE PROFILE INTERVIEW COMMENT REPORT SUMMARY".split()
)


def _written(article: Article, start: int, match: re.Match[str]) -> Written:
    def span(group: str | int) -> Span:
        return Span.of(article.text, start + match.start(group), start + match.end(group))

    whole = span(0)
    stripped = Span.of(article.text, whole.start, whole.start + len(whole.text.rstrip()))
    has_day = "date" in match.re.groupindex and match["date"] is not None
    day = DateExpression(span("date")) if has_day else None
    return Written(stripped, span("place"), day, day is not None and _disagrees(day.span.text, article.published))


def _disagrees(words: str, published: date | None) -> bool:
    month = re.search(r"[A-Za-z]{3}", words)
    day = re.search(r"\b\d{1,2}\b", words)
    year = re.search(r"\b\d{4}\b", words)
    if published is None or month is None or day is None:
        return False
    number = _NUMBERS[month.group().lower()]
    years = (int(year.group()),) if year else (published.year - 1, published.year, published.year + 1)
    return not any(_near(y, number, int(day.group()), published) for y in years)


def _near(year: int, month: int, day: int, published: date) -> bool:
    try:
        return abs((date(year, month, day) - published).days) <= 1
    except ValueError:
        return False
