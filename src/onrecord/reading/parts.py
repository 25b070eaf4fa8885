"""Cues of a report, and for each cue which words are its source, its content, its time, place, hearer and medium."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.encoding.weights import Weights
from onrecord.reading.encoded import Encoded
from onrecord.reading.sequences import allowed_moves, edges, likeliest, log_shares
from onrecord.reading.towards import towards

if TYPE_CHECKING:
    import numpy as np

CUE_TAGS = ("O", "B", "I", "A")
PART_TAGS = ("O", "B-source", "I-source", "B-content", "I-content", "on", "at", "to", "by")
ROLES = ("source", "content", "on", "at", "to", "by")
_TAGS_OF = {role: edges(PART_TAGS, role) for role in ROLES}
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
    path = likeliest(shares[None], allowed_moves(CUE_TAGS))[0]
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
    anchors = [(cue.first, cue.last) for cue in found]
    for cue, (begin, path, shares) in zip(found, towards(report, anchors, weights, "parts", PART_TAGS), strict=True):
        yield _parts(report, cue, begin, path, shares)


def _parts(report: Encoded, cue: Cue, begin: int, path: Sequence[int], shares: np.ndarray) -> Parts:
    chosen = shares[range(len(path)), path]
    marked = [word for word, tag in enumerate(path) if tag]
    stretches = {role: tuple(stretches_of(report, path, begin, _TAGS_OF[role])) for role in ROLES}
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


def stretches_of(report: Encoded, path: Sequence[int], begin: int, tags: tuple[int, int]) -> list[Stretch]:
    """The stretches of one role: punctuation at their edges left out, gaps of punctuation alone closed.

    `path` are the tags of the words from `begin` on, `tags` the role's tags of a first word and of those after it.
    """
    first, rest = tags
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
