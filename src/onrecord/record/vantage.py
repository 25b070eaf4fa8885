"""From when a record is looked at: what was published by then, and what it held by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Vantage:
    """Two times to look from: only reports published by `as_of`, only rows recorded by `known_at`; all for None.

    `known_at` has a time zone. Reports without a date are seen only when `as_of` is None.
    """

    as_of: date | None = None
    known_at: datetime | None = None


EVERYTHING = Vantage()
