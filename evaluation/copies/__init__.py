"""Copies: pairs of composed reports of one origin and of two, and 30 cases written by hand; who is told from whom.

python -m evaluation.copies            the scores by kind
python -m evaluation.copies --fit      the weights of the likelihood, fitted anew on the tuning part
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from evaluation.copies.drafts import Part
from evaluation.copies.hardcases import hard_cases
from evaluation.copies.pairs import Pair, pairs
from onrecord.linking.versions import kinship, version_of

EACH = 250
"""Pairs of each kind: 12 kinds of one origin and 8 of two make 3,000 and 2,000 pairs."""


@dataclass
class CopyScores:
    """Pairs asked and right, by kind; `false` are pairs of two origins that were taken for one."""

    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    one_origin: int = 0
    found: int = 0
    false: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of pairs of one origin that were found."""
        return self.found / self.one_origin if self.one_origin else 0.0

    @property
    def precision(self) -> float:
        """The share of pairs taken for one origin that are."""
        taken = self.found + self.false
        return self.found / taken if taken else 0.0

    def count(self, pair: Pair, one: bool) -> None:
        """Takes in the answer for a pair."""
        self.asked[pair.kind] += 1
        self.right[pair.kind] += one == pair.same
        self.one_origin += pair.same
        self.found += pair.same and one
        self.false += one and not pair.same
        if one != pair.same:
            self.misses.append(f"{pair.kind}: {pair.one.title} / {pair.other.title}")


def copy_scores(part: Part = "measure", each: int = EACH) -> CopyScores:
    """The scores on the generated pairs of a part."""
    return scored(pairs(part, each))


def hard_case_scores() -> CopyScores:
    """The scores on the cases written by hand."""
    return scored(hard_cases())


def scored(some: Iterable[Pair]) -> CopyScores:
    """The scores on some pairs."""
    found = CopyScores()
    for pair in some:
        found.count(pair, kinship(version_of(pair.one), version_of(pair.other)) is not None)
    return found
