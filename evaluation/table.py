"""One measured number, as it stands in the table of results."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One number: its name, what it says, its value, and whether more is better."""

    name: str
    meaning: str
    value: float
    rising: bool = True


def percent(share: float) -> float:
    """A share of 0 to 1 as per cent, to one place."""
    return round(100 * share, 1)
