"""Floors under every measure: kept in `floors.json`, checked on every run, and only ever raised."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from evaluation.table import Measure

FLOORS = Path(__file__).parent / "floors.json"


OTHER_PROCESSOR = 0.5
"""What a score may differ by on another kind of processor, whose sums of fractions round otherwise, in points."""


def broken(found: Iterable[Measure], floors: dict[str, float], slack: float = 0.0) -> list[str]:
    """What fell below its floor by more than the slack, in words; empty when all hold.

    Measures without a floor break nothing.
    """
    return [
        f"{m.name}: {m.value} is {'below' if m.rising else 'above'} its floor of {floors[m.name]}"
        for m in found
        if m.name in floors and (m.value < floors[m.name] - slack if m.rising else m.value > floors[m.name] + slack)
    ]


def raised(found: Iterable[Measure], floors: dict[str, float]) -> dict[str, float]:
    """The floors with every better value taken over; none is lowered, none is lost."""
    better = dict(floors)
    for m in found:
        held = floors.get(m.name, m.value)
        better[m.name] = max(held, m.value) if m.rising else min(held, m.value)
    return dict(sorted(better.items()))


def load(path: Path = FLOORS) -> dict[str, float]:
    """The floors in force."""
    floors: dict[str, float] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return floors


def save(floors: dict[str, float], path: Path = FLOORS) -> None:
    """Writes the floors."""
    path.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
