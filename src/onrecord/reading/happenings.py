"""Events as the encoder's heads see them: triggers, who and what stands round each, and the shares of every value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.encoding.weights import Weights
from onrecord.reading.encoded import Encoded
from onrecord.reading.parts import stretches_of
from onrecord.reading.sequences import allowed_moves, edges, likeliest, log_shares
from onrecord.reading.towards import Stretch, towards

if TYPE_CHECKING:
    import numpy as np

TRIGGER_TAGS = ("O", "B", "I")
SIDE_TAGS = ("O", "B-actor", "I-actor", "B-recipient", "I-recipient", "place", "time", "B-number", "I-number")
SIDES_REACH = 60
"""Words on each side of a trigger within which those who take part are looked for: two sentences or so."""
SIDES = ("actor", "recipient", "place", "time", "number")
VALUES = ("event_type", "event_mode", "event_status")
_TAGS_OF = {side: edges(SIDE_TAGS, side) for side in SIDES}


@dataclass(frozen=True)
class Trigger:
    """The words that name an event, and the share (0 to 1) that a trigger stands there."""

    first: int
    last: int
    sure: float


def triggers(report: Encoded, weights: Weights) -> tuple[Trigger, ...]:
    """The triggers of a report in order."""
    import numpy as np

    if not len(report.places):
        return ()
    shares = log_shares(weights.linear("trigger", report.vectors))
    none = np.exp(shares[:, 0])
    shares[:, 0] += weights.measured["trigger_threshold"][0]
    path = likeliest(shares[None], allowed_moves(TRIGGER_TAGS))[0]
    found = []
    for first in (w for w in range(len(path)) if path[w] == 1):
        last = first
        while last + 1 < len(path) and path[last + 1] == 2 and report.sentence[last + 1] == report.sentence[first]:
            last += 1
        found.append(Trigger(first, last, round(float(1 - none[first : last + 1].mean()), 4)))
    return tuple(t for t in found if any(report.solid[t.first : t.last + 1]))


def sides(report: Encoded, found: Sequence[Trigger], weights: Weights) -> list[dict[str, tuple[Stretch, ...]]]:
    """What belongs to each trigger: stretches of words by side (actor, recipient, place, time, number)."""
    anchors = [(trigger.first, trigger.last) for trigger in found]
    return [
        {side: tuple(stretches_of(report, path, begin, _TAGS_OF[side])) for side in SIDES}
        for begin, path, _ in towards(report, anchors, weights, "sides", SIDE_TAGS, SIDES_REACH)
    ]


def judged(
    report: Encoded, weights: Weights, rows: Sequence[tuple[Trigger, Sequence[Stretch]]]
) -> list[dict[str, Mapping[str, float]]]:
    """For each trigger, with the cue of the statement it stands in (or none): the share of every value, by name."""
    import numpy as np

    if not rows:
        return []
    pooled = np.stack([_pooled(report, weights, trigger, cue) for trigger, cue in rows])
    state = np.maximum(weights.linear("happenings.first", pooled), 0)
    shares = {name: np.exp(log_shares(weights.linear(f"happenings.scores.{name}", state))) for name in VALUES}
    return [
        {name: dict(zip(weights.labels[name], map(float, shares[name][row]), strict=True)) for name in VALUES}
        for row in range(len(rows))
    ]


def _pooled(report: Encoded, weights: Weights, trigger: Trigger, cue: Sequence[Stretch]) -> np.ndarray:
    """Mean and first of the trigger, mean of the cue, what of the sentence matters to the trigger (twice), a flag."""
    import numpy as np

    vectors = report.vectors
    named = vectors[trigger.first : trigger.last + 1].mean(0)
    begin, end = report.bounds[report.sentence[trigger.first]]
    around = vectors[begin:end]
    asked = weights.linear("happenings.asked", named).reshape(-1, len(named))
    shares = np.exp(log_shares(asked @ around.T / np.float32(len(named) ** 0.5)))
    words = sorted({w for first, last in cue for w in range(first, last + 1)})
    said = vectors[words].mean(0) if words else np.zeros_like(named)
    matters = (shares @ around).ravel()
    return np.concatenate(
        [named, vectors[trigger.first], said, matters, np.array([float(bool(words))], dtype=np.float32)]
    )
