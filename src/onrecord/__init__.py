"""Who is on record saying, confirming or denying what, from news about war and peace talks.

`Record.open(path)` opens a record and answers questions; `display(reading)` shows a report in a notebook. Both are loaded
when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.notebook import display
    from onrecord.record import Record

__all__ = ["Record", "display"]
__version__ = "0.1.0"


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])


def __getattr__(name: str) -> Any:
    if name == "Record":
        from onrecord.record import Record

        return Record
    if name == "display":
        from onrecord.notebook import display

        return display
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
