"""Checks files of marked events: every line that is wrong, and how often each type and status occurs.

python -m conflict_set.events conflict_set/events/train/*.txt
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from conflict_set.events.marks import STATUSES, GoldEvent, parsed
from conflict_set.passages import all_passages
from onrecord.reading.ontology import MODES

HERE = Path(__file__).parents[1]


def main(arguments: list[str]) -> int:
    """Prints problems and counts; 1 when there were problems."""
    passages = {p.id: p for part in ("train", "held_out") for p in all_passages(HERE / part)}
    found: dict[str, list[GoldEvent]] = {}
    problems: list[str] = []
    for name in arguments:
        more, wrong = parsed(Path(name), passages)
        found |= more
        problems += wrong
    print("\n".join(problems[:60]))
    events = [event for some in found.values() for event in some]
    print(f"{len(found)} passages, {len(events)} events, {len(problems)} problems")
    types, statuses = Counter(e.type for e in events), Counter(e.status for e in events)
    print("types: " + ", ".join(f"{name} {types[name]}" for name in MODES))
    print("statuses: " + ", ".join(f"{name} {statuses[name]}" for name in STATUSES))
    told, sided = sum(bool(e.statements) for e in events), sum(bool(e.actors and e.recipients) for e in events)
    counted = sum(bool(e.quantities) for e in events)
    print(f"within a statement {told}, with two sides {sided}, with a number {counted}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
