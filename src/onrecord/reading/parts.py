"""Cues of a report, and for each cue which words are its source, its content, its time, place, hearer and medium."""

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

CUE_TAGS = ("O", "B", "I", "A")
PART_TAGS = ("O", "B-source", "I-source", "B-content", "I-content", "on", "at", "to", "by")
ROLES = ("source", "content", "on", "at", "to", "by")
_TAGS_OF = {
    role: (
        PART_TAGS.index(role if role in PART_TAGS else f"B-{role}"),
        PART_TAGS.index(role if role in PART_TAGS else f"I-{role}"),
    )
    for role in ROLES
}
REACH = 170
"""Words on each side of a cue within which its parts are looked for."""
Stretch = tuple[int, int]


@dataclass(frozen=True)
class Cue:
    """A cue as first and last word; `anchor` where no word is one, but a quotation stands without any."""

    first: int
    last: int
    anchor: bool
    sure: float
    """Mean log share of its tags."""


@dataclass(frozen=True)
class Parts:
    """One cue with the stretches of words that belong to it, in order, and how sure the tags are (mean log share)."""

    cue: Cue
    source: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    on: tuple[Stretch, ...]
    at: tuple[Stretch, ...]
    to: tuple[Stretch, ...]
    by: tuple[Stretch, ...]
    sure: float
    weakest: float


def cues(report: Encoded, weights: Weights) -> tuple[Cue, ...]:
    """The cues of a report in order."""
    if not len(report.places):
        return ()
    shares = log_shares(weights.linear("cue", report.vectors))
    shares[:, 0] += weights.measured["cue_threshold"][0]
    path = likeliest(shares[None], allowed_moves(("O", "B", "I", "A")))[0]
    found = []
    word = 0
    while word < len(path):
        last = word
        if path[word] == 1:
            while (
                last + 1 < len(path)
                and path[last + 1] in (1, 2)
                and report.sentence[last + 1] == report.sentence[word]
            ):
                last += 1
        if path[word] in (1, 3):
            sure = float(shares[range(word, last + 1), path[word : last + 1]].mean())
            first, end = _solid(report, word, last) or (word, last)
            found.append(Cue(first, end, bool(path[word] == 3), sure))
        word = last + 1
    return tuple(found)


def parts(report: Encoded, found: Sequence[Cue], weights: Weights) -> Iterator[Parts]:
    """The parts of each cue, in the cues' order."""
    import numpy as np

    if not found:
        return
    seen = _Seen.of(report, found, weights)
    moves = allowed_moves(PART_TAGS)
    for at in range(0, len(found), 24):
        group = found[at : at + 24]
        reaches = [_reach(report, cue) for cue in group]
        longest = max(end - begin for begin, end in reaches)
        scores = np.zeros((len(group), longest, len(PART_TAGS)), dtype=np.float32)
        scores[:, :, 0] = 50.0
        for row, (cue, (begin, end)) in enumerate(zip(group, reaches, strict=True)):
            scores[row, : end - begin] = seen.scores(at + row, cue, begin, end)
        shares = log_shares(scores)
        paths = likeliest(shares, moves)
        for row, (cue, (begin, end)) in enumerate(zip(group, reaches, strict=True)):
            yield _parts(report, cue, begin, paths[row, : end - begin].tolist(), shares[row])


def _reach(report: Encoded, cue: Cue) -> tuple[int, int]:
    return max(0, cue.first - REACH), min(len(report.places), cue.last + REACH + 1)


@dataclass(frozen=True)
class _Seen:
    """What the parts of all cues are judged by, worked out once: words, cues, and how far they stand apart."""

    weights: Weights
    towards: np.ndarray
    by: np.ndarray
    cues: np.ndarray
    cues_by: np.ndarray
    sentence: np.ndarray
    far: np.ndarray
    """Class of distance of every offset from -REACH to REACH."""

    @classmethod
    def of(cls, report: Encoded, found: Sequence[Cue], weights: Weights) -> _Seen:
        import numpy as np

        states = np.stack([report.vectors[cue.first : cue.last + 1].mean(0) for cue in found])
        return cls(
            weights,
            weights.linear("parts.word", report.vectors),
            weights.linear("parts.word_by", report.vectors),
            weights.linear("parts.cue", states),
            weights.linear("parts.cue_by", states),
            np.array(report.sentence),
            np.array([distance(offset) for offset in range(-REACH, REACH + 1)]),
        )

    def scores(self, number: int, cue: Cue, begin: int, end: int) -> np.ndarray:
        """Words × tags, for the words from `begin` up to `end`."""
        import numpy as np

        words = np.arange(begin, end)
        offsets = np.minimum(words - cue.first, 0) + np.maximum(words - cue.last, 0)
        apart = np.clip(self.sentence[begin:end] - self.sentence[cue.first], -4, 4) + sentences_apart(0)
        mixed = self.by[begin:end] * self.cues_by[number]
        mixed += self.towards[begin:end]
        mixed += self.cues[number]
        mixed += self.weights.arrays["parts.distance.weight"][self.far[offsets + REACH]]
        mixed += self.weights.arrays["parts.sentence.weight"][apart]
        middle = np.maximum(self.weights.linear("parts.middle", np.maximum(mixed, 0, out=mixed)), 0)
        return self.weights.linear("parts.tags", middle)


def _parts(report: Encoded, cue: Cue, begin: int, path: Sequence[int], shares: np.ndarray) -> Parts:
    chosen = shares[range(len(path)), path]
    marked = [word for word, tag in enumerate(path) if tag]
    stretches = {role: tuple(_stretches(report, path, begin, role)) for role in ROLES}
    stretches["source"] = _surest(stretches["source"], begin, chosen)
    return Parts(
        cue,
        **stretches,
        sure=float(chosen[marked].mean()) if marked else -3.0,
        weakest=float(chosen.min()),
    )


def _surest(sources: Sequence[Stretch], begin: int, chosen: np.ndarray) -> tuple[Stretch, ...]:
    """The one stretch whose tags are surest: sources that are several stand together, joined by "and"."""

    def sure(stretch: Stretch) -> tuple[float, int]:
        first, last = stretch[0] - begin, stretch[1] - begin
        return float(chosen[first : last + 1].mean()), -first

    return (max(sources, key=sure),) if sources else ()


def _stretches(report: Encoded, path: Sequence[int], begin: int, role: str) -> list[Stretch]:
    """The stretches of one role: punctuation at their edges left out, gaps of punctuation alone closed."""
    first, rest = _TAGS_OF[role]
    found: list[Stretch] = []
    last = -1
    for word, tag in enumerate(path):
        if word <= last or (tag != first and tag != rest):
            continue
        last = word
        while last + 1 < len(path) and path[last + 1] == rest and not report.opens(begin + last + 1):
            last += 1
        found.append((begin + word, begin + last))
    return closed(report, [s for s in (_solid(report, *stretch) for stretch in found) if s is not None])


def _solid(report: Encoded, first: int, last: int) -> Stretch | None:
    while first <= last and not report.solid[first]:
        first += 1
    while last >= first and not report.solid[last]:
        last -= 1
    return (first, last) if first <= last else None


def closed(report: Encoded, stretches: Sequence[Stretch]) -> list[Stretch]:
    """Stretches of one role parted by punctuation alone, as one; never over a paragraph's border or furniture."""
    found: list[Stretch] = []
    for stretch in stretches:
        gap = range(found[-1][1] + 1, stretch[0] + 1) if found else range(0)
        if gap and not any(report.opens(w) for w in gap) and not any(report.solid[w] for w in gap[:-1]):
            found[-1] = (found[-1][0], stretch[1])
        else:
            found.append(stretch)
    return found
