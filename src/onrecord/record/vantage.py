"""From when a record is looked at: what was published by then, and what it held by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from onrecord.errors import UsageError


@dataclass(frozen=True, slots=True)
class Vantage:
    """Two times to look from: only reports published by `as_of`, only rows recorded by `known_at`; all for None.

    `known_at` has a time zone. Reports without a date are seen only when `as_of` is None.
    """

    as_of: date | None = None
    known_at: datetime | None = None

    def __post_init__(self) -> None:
        """UsageError for what is no day or no time with a zone."""
        if self.as_of is not None and type(self.as_of) is not date:
            raise UsageError(f"as_of is {self.as_of!r}; give a day: date(2012, 12, 31)")
        if self.known_at is not None and getattr(self.known_at, "tzinfo", None) is None:
            raise UsageError(f"known_at is {self.known_at!r}; give a time with its zone: datetime.now(UTC)")


EVERYTHING = Vantage()
