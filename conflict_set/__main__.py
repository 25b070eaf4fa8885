"""Checks files of the conflict set: every line that is wrong, and how often each value occurs.

python -m conflict_set conflict_set/train/*.txt
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from conflict_set.passages import ACTS, CERTAINTIES, FORMS, SOURCE_KINDS, SOURCE_TYPES, Passage, parsed


def main(arguments: list[str]) -> int:
    """Prints problems and counts; 1 when there were problems."""
    found: list[Passage] = []
    problems: list[str] = []
    for name in arguments:
        more, wrong = parsed(Path(name))
        found += more
        problems += wrong
    print("\n".join(problems[:60]))
    sentences = sum(len(passage.sentences) for passage in found)
    statements = [statement for passage in found for statement in passage.statements]
    mentions = sum(len(actor.mentions) for passage in found for actor in passage.actors)
    print(
        f"{len(found)} passages, {sentences} sentences, {len(statements)} statements, {mentions} mentions, "
        f"{len(problems)} problems"
    )
    for label, values in (
        ("act", ACTS),
        ("certainty", CERTAINTIES),
        ("source_kind", SOURCE_KINDS),
        ("source_type", SOURCE_TYPES),
        ("form", FORMS),
    ):
        counts = Counter(str(getattr(s, label) or "-") for s in statements)
        where = Counter(v for p in found for v in {str(getattr(s, label) or "-") for s in p.statements})
        print(f"{label}: " + ", ".join(f"{v} {counts[v]} (in {where[v]} passages)" for v in values))
    print(
        f"nested: {sum(s.parent is not None for s in statements)}, without cue: {sum(not s.cue for s in statements)}"
    )
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
