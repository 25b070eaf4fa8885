"""Cues of a report, and for each cue which words are its source, its content, its time, place, hearer and medium."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reading.closeness import distance, sentences_apart
from onrecord.reading.encoding import Encoded
from onrecord.reading.sequences import allowed_moves, likeliest, log_shares
from onrecord.reading.weights import Weights

if TYPE_CHECKING:
    import numpy as np

CUE_TAGS = ("O", "B", "I", "A")
PART_TAGS = ("O", "B-source", "I-source", "B-content", "I-content", "on", "at", "to", "by")
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
            found.append(Cue(word, last, bool(path[word] == 3), sure))
        word = last + 1
    return tuple(found)


def parts(report: Encoded, found: Sequence[Cue], weights: Weights) -> Iterator[Parts]:
    """The parts of each cue, in the cues' order."""
    import numpy as np

    if not found:
        return
    towards = weights.linear("parts.word", report.vectors)
    by = weights.linear("parts.word_by", report.vectors)
    moves = allowed_moves(PART_TAGS)
    for at in range(0, len(found), 24):
        group = found[at : at + 24]
        reaches = [_reach(report, cue) for cue in group]
        longest = max(end - begin for begin, end in reaches)
        scores = np.zeros((len(group), longest, len(PART_TAGS)), dtype=np.float32)
        scores[:, :, 0] = 50.0
        for row, (cue, (begin, end)) in enumerate(zip(group, reaches, strict=True)):
            scores[row, : end - begin] = _scores(report, cue, begin, end, towards, by, weights)
        shares = log_shares(scores)
        paths = likeliest(shares, moves)
        for row, (cue, (begin, end)) in enumerate(zip(group, reaches, strict=True)):
            yield _parts(report, cue, begin, paths[row, : end - begin], shares[row])


def _reach(report: Encoded, cue: Cue) -> tuple[int, int]:
    return max(0, cue.first - REACH), min(len(report.places), cue.last + REACH + 1)


def _scores(
    report: Encoded, cue: Cue, begin: int, end: int, towards: np.ndarray, by: np.ndarray, weights: Weights
) -> np.ndarray:
    import numpy as np

    state = report.vectors[cue.first : cue.last + 1].mean(0, keepdims=True)
    here = report.sentence[cue.first]
    far = [distance(min(w - cue.first, 0) + max(w - cue.last, 0)) for w in range(begin, end)]
    apart = [sentences_apart(report.sentence[w] - here) for w in range(begin, end)]
    mixed = (
        towards[begin:end]
        + weights.linear("parts.cue", state)
        + by[begin:end] * weights.linear("parts.cue_by", state)
        + weights.arrays["parts.distance.weight"][far]
        + weights.arrays["parts.sentence.weight"][apart]
    )
    middle = np.maximum(weights.linear("parts.middle", np.maximum(mixed, 0)), 0)
    return weights.linear("parts.tags", middle)


def _parts(report: Encoded, cue: Cue, begin: int, path: np.ndarray, shares: np.ndarray) -> Parts:
    chosen = shares[range(len(path)), path]
    marked = [w for w in range(len(path)) if path[w]]
    stretches = {
        role: tuple(_stretches(report, path, begin, role)) for role in ("source", "content", "on", "at", "to", "by")
    }
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


def _stretches(report: Encoded, path: np.ndarray, begin: int, role: str) -> list[Stretch]:
    """The stretches of one role: punctuation at their edges left out, gaps of punctuation alone closed."""
    if role in ("source", "content"):
        first, rest = PART_TAGS.index(f"B-{role}"), PART_TAGS.index(f"I-{role}")
    else:
        first = rest = PART_TAGS.index(role)
    found: list[Stretch] = []
    word = 0
    while word < len(path):
        if path[word] not in (first, rest):
            word += 1
            continue
        last = word
        while last + 1 < len(path) and path[last + 1] == rest and not report.opens(begin + last + 1):
            last += 1
        found.append((begin + word, begin + last))
        word = last + 1
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
