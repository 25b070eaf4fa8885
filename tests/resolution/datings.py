"""Time expressions of a short report, found and valued, for tests."""

from __future__ import annotations

from datetime import date

from onrecord.model import Article, DateExpression
from onrecord.reading.dates import date_spans
from onrecord.reading.segmentation import sentences
from onrecord.resolution.dates import dated_all

SATURDAY = date(2011, 12, 10)
SUNDAY = date(2011, 12, 11)


def dates(text: str, published: date | None, url: str | None = None) -> tuple[DateExpression, ...]:
    """The expressions of a report in order, with their values."""
    article = Article("r1", text, url=url, published=published)
    return dated_all(article, [DateExpression(span) for span in date_spans(text, sentences(article))])


def row(found: DateExpression) -> tuple[str | None, ...]:
    """An expression as words."""
    first, last = (None if day is None else day.isoformat() for day in (found.first, found.last))
    return found.span.text, found.value, first, last, found.precision, found.modifier
