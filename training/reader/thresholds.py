"""How triggers fare at each threshold and least confidence: `python -m training.reader.thresholds`.

On the passages of the conflict set whose events are kept to choose settings with. What is chosen stands in `export.py`
(`trigger_threshold`) and in `onrecord.reading.events` (`LEAST_SURE`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import cast

from conflict_set.events.marks import all_events, is_kept_to_choose
from conflict_set.passages import all_passages

from onrecord.encoding.weights import weights
from onrecord.model import Article
from onrecord.reading import EncoderReader, events

CONFLICT_SET = Path(__file__).parents[2] / "conflict_set"
THRESHOLDS = (0.0, -0.5, -1.0, -1.5)
LEAST = (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
Row = tuple[float, bool, bool]
"""Confidence of a trigger that was read, whether it is one that is marked, and whether its type is right too."""


def main() -> None:
    """Prints precision, recall and F1 of triggers, and F1 with type, for every pair of settings."""
    measured = cast("dict[str, Sequence[float]]", weights().measured)
    events.LEAST_SURE = 0.0
    for threshold in THRESHOLDS:
        measured["trigger_threshold"] = [threshold]
        marked, rows = 0, list[Row]()
        for gold, read in _passages():
            marked += gold
            rows += read
        for least in LEAST:
            print(f"threshold {threshold:+.1f}, least confidence {least:.2f}: {_scores(rows, marked, least)}")


def _passages() -> Iterator[tuple[int, list[Row]]]:
    """For each passage how many triggers are marked, and what was read."""
    every, reader = all_events(CONFLICT_SET, "train"), EncoderReader()
    for passage in all_passages(CONFLICT_SET / "train"):
        if passage.id in every and is_kept_to_choose(passage.id):
            day = date.fromisoformat(passage.facts["published"])
            read = {e.trigger: e for e in reader.read(Article(passage.id, passage.text, published=day)).events}
            gold = {event.trigger: event.type for event in every[passage.id]}
            rows = []
            for trigger, event in read.items():
                hit = [kind for (start, end), kind in gold.items() if start < trigger.end and trigger.start < end]
                rows.append((event.confidence, bool(hit), event.type in hit))
            yield len(gold), rows


def _scores(rows: list[Row], marked: int, least: float) -> str:
    kept = [row for row in rows if row[0] >= least]
    right, typed = sum(row[1] for row in kept), sum(row[2] for row in kept)
    both = len(kept) + marked
    return (
        f"precision {right / max(1, len(kept)):.3f}, recall {right / marked:.3f}, "
        f"F1 {2 * right / both:.3f}, with type {2 * typed / both:.3f}"
    )


if __name__ == "__main__":
    main()
