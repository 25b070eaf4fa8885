"""The clock of recording as the tables hold it."""

from __future__ import annotations

from datetime import UTC, datetime


def clock_of(recorded_at: datetime) -> str:
    """A time of recording in UTC, so that the order of the text is the order of time; ValueError without a time zone."""
    if recorded_at.tzinfo is None:
        raise ValueError("a time of recording needs a time zone: datetime.now(UTC)")
    return recorded_at.astimezone(UTC).isoformat(timespec="microseconds")
