"""Reports read into a record, each whole in one transaction, so that a killed run is taken up where it stopped."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, partial
from itertools import chain, islice
from typing import BinaryIO

from onrecord.errors import UsageError
from onrecord.intake import reports
from onrecord.model import Article, Reading, Stated
from onrecord.page import OpenedPage, RepeatedLines
from onrecord.reading import Reader
from onrecord.record import Added, Record
from onrecord.run.reading import FEW, Unread, ahead, article_of, lost, pages, read_article
from onrecord.run.workers import Task, side_by_side


@dataclass(frozen=True, slots=True)
class Kept:
    """A report that the record now holds, where it came from, whether it was new, and its day of publication."""

    origin: str
    title: str | None
    added: Added
    published: date | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """What a report says, with where it came from."""

    origin: str
    reading: Reading


def add_reports(
    record: Record,
    paths: Iterable[str],
    stated: Stated,
    reader: Reader,
    stdin: BinaryIO | None = None,
    processes: int = 1,
) -> Iterator[Kept | Unread]:
    """Adds every report behind the paths to the record, in order; one already held is not read again.

    With several `processes`, more than a handful of reports are read side by side, as `read_reports` does it; the
    record is the same.
    """
    incoming = pages(reports(paths, stated, stdin))
    first = list(islice(incoming, FEW + 1 if processes > 1 else 0))
    found: Iterator[_Read | Kept | Unread]
    if len(first) > FEW:
        place = str(record.place)
        found = side_by_side(
            (
                Task(partial(_read_unless_held, *p, reader, place), partial(lost, p[0]))
                for p in chain(first, incoming)
            ),
            processes,
        )
    else:
        made = ahead(partial(article_of, *page) for page in chain(first, incoming))
        found = (_read(article, reader, record) for article in made)
    for one in found:
        if isinstance(one, _Read):
            added = record.add(one.reading, recording_time())
            yield Kept(one.origin, one.reading.article.title, added, one.reading.article.published)
        else:
            yield one


def _read_unless_held(
    page: OpenedPage | Unread, repeated: RepeatedLines | None, reader: Reader, place: str
) -> _Read | Kept | Unread:
    """What the article on a page says, in another process, unless the record at a place holds it."""
    return _read(article_of(page, repeated), reader, _record_at(place))


@cache
def _record_at(place: str) -> Record:
    return Record.open(place)


def _read(found: tuple[str, Article] | Unread, reader: Reader, record: Record) -> _Read | Kept | Unread:
    if isinstance(found, Unread):
        return found
    origin, page = found
    report_id = record.report_id_of(page)
    if record.has(report_id):
        return Kept(origin, page.title, Added(report_id, new=False), page.published)
    reading = read_article(origin, page, reader)
    return reading if isinstance(reading, Unread) else _Read(origin, reading)


def recording_time() -> datetime:
    """Now, or the moment that SOURCE_DATE_EPOCH names (seconds since 1970), for records that must come out the same."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if not fixed:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH is {fixed!r}; set it to seconds since 1970, or to nothing") from error
