"""Days that words of time mean, seen from the day of publication.

A weekday is the last such day up to the publication day, that day included; "the last year" is a duration that ends on
the day; "last month" the calendar month before. Without a publication date, words that need one keep a null value.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from onrecord.model import DateExpression
from onrecord.reading.dates import DATE_PATTERN, MONTHS, WEEKDAYS

_NUMBERS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_NUMBERS |= {"a": 1, "an": 1}
_UNIT_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "Y"}


def dated(expression: DateExpression, published: date | None) -> DateExpression:
    """The expression with value, first and last day and precision, as far as they can be known."""
    words = expression.span.text
    match = DATE_PATTERN.fullmatch(words) or _in_context(words) or _before_clause(words)
    kind = match.lastgroup if match else None
    if match is None or kind is None:
        return expression
    try:
        return _DATERS[kind](expression, match.group().lower(), published)
    except (ValueError, OverflowError):
        return expression


def _in_context(words: str) -> re.Match[str] | None:
    """Months and years are found only after a preposition; alone they match with one put before them."""
    return DATE_PATTERN.search(f"in {words}", 3)


def _before_clause(words: str) -> re.Match[str] | None:
    """ "A week after" dates the clause that follows it: "a week after it denied" is a week before publication."""
    return DATE_PATTERN.match(f"{words} it ended", 0) if words.lower().endswith(" after") else None


def _day(expression: DateExpression, day: date) -> DateExpression:
    return replace(expression, value=day.isoformat(), first=day, last=day, precision="day")


def _month(expression: DateExpression, year: int, month: int) -> DateExpression:
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return replace(expression, value=f"{year:04}-{month:02}", first=first, last=last, precision="month")


def _year(expression: DateExpression, year: int) -> DateExpression:
    return replace(expression, value=f"{year:04}", first=date(year, 1, 1), last=date(year, 12, 31), precision="year")


def _iso(expression: DateExpression, words: str, _published: date | None) -> DateExpression:
    return _day(expression, date.fromisoformat(words))


def _month_number(words: str) -> int:
    return next(n for n, m in enumerate(MONTHS, 1) if re.search(rf"\b{m[:3].lower()}", words))


def _full(expression: DateExpression, words: str, published: date | None) -> DateExpression:
    month, day = _month_number(words), int(re.findall(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", words)[0])
    stated = re.search(r"\d{4}", words)
    if stated:
        return _day(expression, date(int(stated.group()), month, day))
    if published is None:
        return expression
    # A day without a year is the one nearest to publication; 29 February is not a day of every year.
    candidates = []
    for year in (published.year - 1, published.year, published.year + 1):
        with suppress(ValueError):
            candidates.append(date(year, month, day))
    nearest = min(candidates, key=lambda d: abs((d - published).days), default=None)
    return expression if nearest is None else _day(expression, nearest)


def _named_month(expression: DateExpression, words: str, published: date | None) -> DateExpression:
    month = _month_number(words)
    stated = re.search(r"\d{4}", words)
    if stated:
        return _month(expression, int(stated.group()), month)
    if published is None:
        return expression
    return _month(expression, published.year - (month > published.month), month)


def _duration(expression: DateExpression, words: str, published: date | None) -> DateExpression:
    unit = next(u for u in _UNIT_LETTERS if u in words)
    number = _number(words) if re.search(r"(?:last|past)\s+\w+\s+\w", words) else 1
    if number is None:
        return expression
    number *= 10 if unit == "decade" else 1
    value = f"P{number}{_UNIT_LETTERS[unit]}"
    first = _back(published, number, unit) if published else None
    return replace(expression, value=value, first=first, last=published, precision="duration")


def _number(words: str) -> int | None:
    found = [_NUMBERS[w] for w in words.split() if w in _NUMBERS] + [int(d) for d in re.findall(r"\d+", words)]
    return found[0] if found else None


def _back(day: date, number: int, unit: str) -> date:
    if unit in {"day", "week"}:
        return day - timedelta(days=number * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 - number * (1 if unit == "month" else 12)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _relative(expression: DateExpression, words: str, published: date | None) -> DateExpression:
    if published is None:
        return expression
    which, _, unit = words.partition(" ")
    shift = {"last": -1, "this": 0, "next": 1}[which]
    unit = unit.strip()
    if unit == "year":
        return _year(expression, published.year + shift)
    if unit == "month":
        months = published.year * 12 + published.month - 1 + shift
        return _month(expression, months // 12, months % 12 + 1)
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=shift)
        value = f"{monday.isocalendar().year:04}-W{monday.isocalendar().week:02}"
        return replace(expression, value=value, first=monday, last=monday + timedelta(days=6), precision="week")
    if unit == "decade":
        return expression
    return _weekday_from(expression, unit, published, shift)


def _weekday_from(expression: DateExpression, weekday: str, published: date, shift: int) -> DateExpression:
    back = (published.weekday() - [d.lower() for d in WEEKDAYS].index(weekday)) % 7
    if shift > 0:
        return _day(expression, published + timedelta(days=7 - back))
    return _day(expression, published - timedelta(days=back or (7 if shift < 0 else 0)))


def _weekday(expression: DateExpression, words: str, published: date | None) -> DateExpression:
    return expression if published is None else _weekday_from(expression, words, published, 0)


def _ago(expression: DateExpression, words: str, published: date | None) -> DateExpression:
    number, unit = _number(words), next(u for u in _UNIT_LETTERS if u in words)
    if published is None or number is None:
        return expression
    day = _back(published, number * (10 if unit == "decade" else 1), unit)
    if unit in {"year", "decade"}:
        return _year(expression, day.year)
    return _month(expression, day.year, day.month) if unit == "month" else _day(expression, day)


def _named_day(expression: DateExpression, words: str, published: date | None) -> DateExpression:
    if published is None:
        return expression
    return _day(expression, published + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(words, 0)))


def _stated_year(expression: DateExpression, words: str, _published: date | None) -> DateExpression:
    return _year(expression, int(words))


_DATERS = {
    "iso": _iso,
    "full": _full,
    "month": _named_month,
    "duration": _duration,
    "relative": _relative,
    "ago": _ago,
    "after": _ago,
    "day": _named_day,
    "weekday": _weekday,
    "year": _stated_year,
}
