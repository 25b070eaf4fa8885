"""By what the versions of one report find each other among a million: runs of four words, and a few of their hashes.

Whether two reports that have hashes in common are versions of one, `versions` tells.

The signature is the winnowing of Schleimer, Wilkerson and Aiken (SIGMOD 2003): the least hash of every window of
eight shingles. Two reports that have eleven words in a row in common always share a signature hash, however long
either is, at about a fifth of the rows that all shingles would take.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import Article

WORDS_A_SHINGLE = 4
WINDOW = 8
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Shingles:
    """The four-word runs of one report in their order, as signed 64-bit hashes that are the same on every machine."""

    ordered: tuple[int, ...]

    @cached_property
    def hashes(self) -> frozenset[int]:
        """The shingles as a set."""
        return frozenset(self.ordered)

    @cached_property
    def signature(self) -> frozenset[int]:
        """The few hashes by which copies find each other without comparing every pair of reports."""
        ordered = self.ordered
        windows = range(max(1, len(ordered) - WINDOW + 1))
        return frozenset(min(ordered[i : i + WINDOW]) for i in windows if ordered)


def shingled(article: Article) -> Shingles:
    """The shingles of a report, its furniture left out; of fewer than four words, all of them as one shingle."""
    words = _words(article)
    if not words:
        return Shingles(())
    starts = range(max(1, len(words) - WORDS_A_SHINGLE + 1))
    return Shingles(tuple(_hash(" ".join(words[i : i + WORDS_A_SHINGLE])) for i in starts))


def shingles(article: Article) -> frozenset[int]:
    """The set of a report's shingles, furniture left out."""
    return shingled(article).hashes


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """The share (0 to 1) of the smaller set that stands in the larger."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _words(article: Article) -> list[str]:
    kept, at = [], 0
    for furniture in sorted(article.furniture, key=lambda f: f.start):
        kept.append(article.text[at : furniture.start])
        at = max(at, furniture.end)
    kept.append(article.text[at:])
    return _WORD.findall(unicodedata.normalize("NFKC", " ".join(kept)).lower())


def _hash(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=8).digest(), "big", signed=True)
