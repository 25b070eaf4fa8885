"""All time expressions of a report valued in the order of the text, each in the sight that those before it leave."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from onrecord.model import Article, DateExpression
from onrecord.resolution.dates.points import NOTHING, Meaning, Point
from onrecord.resolution.dates.sight import Seen, Sight
from onrecord.resolution.dates.stretches import LONGEST, parsed, point_of, stretch
from onrecord.resolution.dates.telling import is_history, reads_day_first
from onrecord.resolution.dates.valuers import VALUERS

_FAR_YEAR = re.compile(r",?\s\d{5,}(?!\s+[a-z])")
"""A year that is none, which leaves the day before it without a value ("10 December 20011")."""
_YEAR_TOLD = re.compile(
    r"(?:^|[\n.:;]|\b(?:in|by|during|throughout|of|late|early|mid|around|and|,))[\s-]*(?:the\s+)?$", re.IGNORECASE
)
"""Words before a year that is told of, rather than one that names something."""


def dated(expression: DateExpression, published: date | None) -> DateExpression:
    """One expression by itself, with value, first and last day and precision, as far as they can be known."""
    words = expression.span.text
    return _valued(expression, Sight(words, 0, len(words), published)).of(expression)


def dated_all(article: Article, expressions: Sequence[DateExpression]) -> tuple[DateExpression, ...]:
    """The expressions of a report in the order given (that of the text) with value, first and last day, and basis.

    Dates without a year and words like "the next day" are counted from the last date that the text has told, where it is
    a history or where they can mean nothing else; all others from the day of publication. `basis` says which.
    """
    phrases = [parsed(e.span.text) for e in expressions]
    sight = Sight(
        article.text,
        0,
        0,
        article.published,
        is_history(phrases, article.published),
        day_first=reads_day_first([e.span.text for e in expressions], article.url, article.published),
    )
    found = []
    for expression in expressions:
        sight = sight.at(expression.span.start, expression.span.end)
        meaning = _valued(expression, sight)
        found.append(meaning.of(expression))
        sight = _having_read(sight, expression, meaning)
    return tuple(found)


def _valued(expression: DateExpression, sight: Sight) -> Meaning:
    words = expression.span.text
    phrase = parsed(words)
    try:
        if (
            phrase is not None
            and _FAR_YEAR.match(sight.text, sight.end)
            and "month" in phrase
            and "year" not in phrase
        ):
            return NOTHING
        if phrase is not None:
            return VALUERS[phrase.rule](phrase, sight)
        return stretch(words, sight) if len(words) <= LONGEST else NOTHING
    except (ValueError, OverflowError):
        return NOTHING


def _points(meaning: Meaning) -> Iterator[Point]:
    for part in re.split(r"[/,]", meaning.value or ""):
        point = point_of(part)
        if point is not None:
            yield point


def _having_read(sight: Sight, expression: DateExpression, meaning: Meaning) -> Sight:
    """The sight after an expression: dates that it gave are those that later words are counted from.

    Of a stretch of years only the first is taken over; a year that only names something ("the 1967 war", "(1998)",
    "since 1953") is none to count from once the text has one.
    """
    points = list(_points(meaning))
    if points and points[0].month is None and points[0].season is None:
        aside = _YEAR_TOLD.search(sight.text[max(0, sight.start - 24) : sight.start]) is None
        points = [] if aside and sight.seen is not None else points[:1]
    for point in points:
        seen = Seen(point, expression.span.start)
        sight = replace(sight, seen=seen, day=seen if point.day else sight.day)
    return sight
