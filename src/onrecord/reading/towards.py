"""What every word of a report is to some anchor, a cue or a trigger: tags as the likeliest whole sequence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.encoding.weights import Weights
from onrecord.reading.closeness import distance, sentences_apart
from onrecord.reading.encoded import Encoded
from onrecord.reading.sequences import allowed_moves, likeliest, log_shares

if TYPE_CHECKING:
    import numpy as np

REACH = 170
"""Words on each side of an anchor within which what belongs to it is looked for, and at most can be."""
_AT_ONCE = 24
Stretch = tuple[int, int]
"""First and last word, both included."""


def towards(
    report: Encoded, anchors: Sequence[Stretch], weights: Weights, head: str, tags: Sequence[str], reach: int = REACH
) -> Iterator[tuple[int, list[int], np.ndarray]]:
    """For each anchor the first word looked at, the tags of the words from there on, and the log shares of all tags.

    `head` names the weights that judge, `tags` what they choose among, `reach` how many words on each side are looked at.
    """
    import numpy as np

    if not anchors:
        return
    seen = _Seen.of(report, anchors, weights, head)
    moves = allowed_moves(tags)
    for at in range(0, len(anchors), _AT_ONCE):
        group = anchors[at : at + _AT_ONCE]
        reaches = [(max(0, first - reach), min(len(report.places), last + reach + 1)) for first, last in group]
        longest = max(end - begin for begin, end in reaches)
        scores = np.zeros((len(group), longest, len(tags)), dtype=np.float32)
        scores[:, :, 0] = 50.0
        for row, (anchor, (begin, end)) in enumerate(zip(group, reaches, strict=True)):
            scores[row, : end - begin] = seen.scores(at + row, anchor, begin, end)
        shares = log_shares(scores)
        paths = likeliest(shares, moves)
        for row, (begin, end) in enumerate(reaches):
            yield begin, paths[row, : end - begin].tolist(), shares[row]


@dataclass(frozen=True)
class _Seen:
    """What all anchors are judged by, worked out once: words, anchors, and how far they stand apart."""

    weights: Weights
    head: str
    towards: np.ndarray
    by: np.ndarray
    anchors: np.ndarray
    anchors_by: np.ndarray
    sentence: np.ndarray
    far: np.ndarray
    """Class of distance of every offset from -REACH to REACH."""

    @classmethod
    def of(cls, report: Encoded, found: Sequence[Stretch], weights: Weights, head: str) -> _Seen:
        import numpy as np

        states = np.stack([report.vectors[first : last + 1].mean(0) for first, last in found])
        return cls(
            weights,
            head,
            weights.linear(f"{head}.word", report.vectors),
            weights.linear(f"{head}.word_by", report.vectors),
            weights.linear(f"{head}.cue", states),
            weights.linear(f"{head}.cue_by", states),
            np.array(report.sentence),
            np.array([distance(offset) for offset in range(-REACH, REACH + 1)]),
        )

    def scores(self, number: int, anchor: Stretch, begin: int, end: int) -> np.ndarray:
        """Words × tags, for the words from `begin` up to `end`."""
        import numpy as np

        words = np.arange(begin, end)
        offsets = np.minimum(words - anchor[0], 0) + np.maximum(words - anchor[1], 0)
        apart = np.clip(self.sentence[begin:end] - self.sentence[anchor[0]], -4, 4) + sentences_apart(0)
        mixed = self.by[begin:end] * self.anchors_by[number]
        mixed += self.towards[begin:end]
        mixed += self.anchors[number]
        mixed += self.weights.arrays[f"{self.head}.distance.weight"][self.far[offsets + REACH]]
        mixed += self.weights.arrays[f"{self.head}.sentence.weight"][apart]
        middle = np.maximum(self.weights.linear(f"{self.head}.middle", np.maximum(mixed, 0, out=mixed)), 0)
        return self.weights.linear(f"{self.head}.tags", middle)
