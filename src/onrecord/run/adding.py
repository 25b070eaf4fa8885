"""Reports read into a record, each whole in one transaction, so that a killed run is taken up where it stopped."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO

from onrecord.errors import UsageError
from onrecord.model import Stated
from onrecord.reading import Reader
from onrecord.record import Added, Record
from onrecord.run.reading import Unread, articles, read_article


@dataclass(frozen=True, slots=True)
class Kept:
    """A report that the record now holds, where it came from, and whether it was new."""

    origin: str
    title: str | None
    added: Added


def add_reports(
    record: Record, paths: Iterable[str], stated: Stated, reader: Reader, stdin: BinaryIO | None = None
) -> Iterator[Kept | Unread]:
    """Adds every report behind the paths to the record, in order; one already held is not read again."""
    for found in articles(paths, stated, stdin):
        if isinstance(found, Unread):
            yield found
            continue
        origin, page = found
        report_id = record.report_id_of(page)
        if record.has(report_id):
            yield Kept(origin, page.title, Added(report_id, new=False))
            continue
        reading = read_article(origin, page, reader)
        yield (
            reading
            if isinstance(reading, Unread)
            else Kept(origin, page.title, record.add(reading, recording_time()))
        )


def recording_time() -> datetime:
    """Now, or the moment that SOURCE_DATE_EPOCH names (seconds since 1970), for records that must come out the same."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if not fixed:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH is {fixed!r}; set it to seconds since 1970, or to nothing") from error
