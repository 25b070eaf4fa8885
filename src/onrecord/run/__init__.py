"""Whole runs over many reports: from paths to readings, and from readings into a record.

Adding is loaded when it is first used, so that reading alone needs nothing of the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.run.reading import Unread, read_reports

if TYPE_CHECKING:
    from onrecord.run.adding import Kept, add_reports

__all__ = ["Kept", "Unread", "add_reports", "read_reports"]


def __getattr__(name: str) -> Any:
    if name in {"Kept", "add_reports"}:
        from onrecord.run import adding

        return getattr(adding, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
