"""The words of some reports and of their statements as numbers, behind one another, to be searched all at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.desk.search.vocabulary import Numbers, Vocabulary
from onrecord.record.search.query import Term
from onrecord.record.search.tokens import words_of

Truths = npt.NDArray[np.bool_]
_BETWEEN = -1
"""Stands between two texts, so that no phrase reaches from one into the other."""
Voice = tuple[str | None, str | None, str | None, str | None, str]
"""Of a statement the name of its speaker, the words for its source, the key and the name of its party, and its act."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of texts by number; `starts` has the place at which each text begins, and the end."""

    words: Numbers
    starts: Numbers

    def __len__(self) -> int:
        return len(self.starts) - 1

    def times(self, term: Term, vocabulary: Vocabulary) -> Numbers:
        """How often a term stands in each text."""
        last = len(term.words) - 1
        length = max(0, len(self.words) - last)
        standing: Truths = np.ones(length, np.bool_)
        for place, word in enumerate(term.words):
            first, after = vocabulary.numbers(word, begins=term.begins and place == last)
            some = self.words[place : place + length]
            here = some == first if after == first + 1 else (some >= first) & (some < after)
            standing &= here
        places = np.flatnonzero(standing)
        of = np.searchsorted(self.starts, places, side="right") - 1
        return np.bincount(of, minlength=len(self)).astype(np.int32)


@dataclass(frozen=True, slots=True)
class Segment:
    """Some reports, with their words and those of their statements; `report_of` has the report of each statement."""

    reports: Sequence[str]
    published: Numbers
    texts: Texts
    statements: Sequence[str]
    report_of: Numbers
    voice: Numbers
    said: Texts
    vocabulary: Vocabulary

    def __len__(self) -> int:
        return len(self.reports)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement before it is made part of a segment: of which report (by place), by whom, and its parts in words."""

    ident: str
    report: int
    voice: int
    parts: Sequence[str]


def segment_of(
    reports: Sequence[str], published: Sequence[int], texts: Iterable[str], told: Sequence[Told]
) -> Segment:
    """A segment of reports with their texts, in the order of their ids."""
    spoken: dict[str, int] = {}
    words, starts = _numbered(([text] for text in texts), spoken)
    said, begins = _numbered((one.parts for one in told), spoken)
    vocabulary = Vocabulary.of(spoken)
    ordered = np.array([spoken[word] for word in sorted(spoken, key=_letters)], np.int32)
    place = np.empty(len(spoken) + 1, np.int32)
    place[ordered] = np.arange(len(spoken), dtype=np.int32)
    # What stands between texts is the last of all, and stays what it is.
    place[_BETWEEN] = _BETWEEN
    return Segment(
        reports,
        np.array(published, np.int32),
        Texts(place[words], starts),
        [one.ident for one in told],
        np.array([one.report for one in told], np.int32),
        np.array([one.voice for one in told], np.int32),
        Texts(place[said], begins),
        vocabulary,
    )


def _numbered(texts: Iterable[Sequence[str]], spoken: dict[str, int]) -> tuple[Numbers, Numbers]:
    """The words of texts, each of some parts, as numbers in the order of meeting; and where each text begins."""
    pieces: list[npt.NDArray[Any]] = []
    starts, length = [0], 0
    for parts in texts:
        found: list[int] = []
        for part in parts:
            found += [spoken.setdefault(word, len(spoken)) for word in words_of(part)]
            found.append(_BETWEEN)
        pieces.append(np.array(found, np.int32))
        length += len(found)
        starts.append(length)
    return np.concatenate(pieces) if pieces else np.zeros(0, np.int32), np.array(starts, np.int32)


def _letters(word: str) -> bytes:
    return word.encode("utf-8", "surrogatepass")
