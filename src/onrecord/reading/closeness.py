"""How far two words, and how alike two mentions are: the features that heads of the reader look at, as numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

PRONOUNS = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves we us our ours ourselves"
    " i me my mine myself you your yours who whom whose which that this these those".split()
)
_MALE, _FEMALE, _THINGS = (
    frozenset(w.split()) for w in ("he him his himself", "she her hers herself", "it its itself")
)
_MANY = frozenset("they them their theirs themselves we us our ours".split())
_FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
_LIGHT = frozenset("the a an of in for and 's ’s this that these those , -".split())
FEATURES = 22


def distance(offset: int) -> int:
    """Which of 24 classes a distance in words belongs to: 0 the same word, odd before, even after."""
    if offset == 0:
        return 0
    size = min(11, 1 + int(math.log2(abs(offset)) * 1.5))
    return 2 * size - (1 if offset < 0 else 0)


def sentences_apart(offset: int) -> int:
    """Which of 9 classes a distance in sentences belongs to, 4 being the same sentence."""
    return max(-4, min(4, offset)) + 4


@dataclass(frozen=True, slots=True)
class _Written:
    """How one mention is written; worked out once, since it is compared with many others."""

    words: tuple[str, ...]
    heavy: frozenset[str]
    names: frozenset[str]
    is_pronoun: bool
    initials: str
    joined: str


@lru_cache(maxsize=16_384)
def _written(mention: tuple[str, ...]) -> _Written:
    words = tuple(word.lower() for word in mention)
    return _Written(
        words,
        frozenset(words) - _LIGHT - PRONOUNS,
        frozenset(word.lower() for word in mention if word[:1].isupper()) - _LIGHT - PRONOUNS,
        len(words) == 1 and words[0] in PRONOUNS,
        initials(mention),
        "".join(mention).replace(".", "").lower(),
    )


def likeness(one: Sequence[str], other: Sequence[str], sentences: int, mentions: int) -> list[float]:
    """What the words of two mentions have in common; `one` stands `sentences` and `mentions` after `other`."""
    return [*_alike(tuple(one), tuple(other)), *_apart(sentences, mentions)]


@lru_cache(maxsize=4_096)
def _apart(sentences: int, mentions: int) -> tuple[float, ...]:
    """How far a mention stands behind another, the last four of the features."""
    return (
        float(sentences == 0),
        float(sentences == 1),
        min(1.0, sentences / 10),
        min(1.0, math.log1p(mentions) / 4),
    )


@lru_cache(maxsize=65_536)
def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, ...]:
    """What the words of two mentions have in common, wherever they stand: all features but the last four."""
    mine, yours = _written(one), _written(other)
    a, heavy_a, names_a, pronoun_a = mine.words, mine.heavy, mine.names, mine.is_pronoun
    b, heavy_b, names_b, pronoun_b = yours.words, yours.heavy, yours.names, yours.is_pronoun
    shared = heavy_a & heavy_b
    return (
        float(heavy_a == heavy_b and bool(heavy_a)),
        float(bool(shared)),
        len(shared) / max(1, min(len(heavy_a), len(heavy_b))),
        float(bool(names_a & names_b)),
        float(bool(names_a) and bool(names_b) and not names_a & names_b),
        float(bool(names_a) and names_a <= names_b),
        float(a[-1] == b[-1] and not pronoun_a),
        float(yours.initials == mine.joined and len(other) > 1),
        float(mine.initials == yours.joined and len(one) > 1),
        float(pronoun_a),
        float(pronoun_b),
        float(pronoun_a and pronoun_b and _kin(a[0], b[0])),
        float(pronoun_a and pronoun_b and not _kin(a[0], b[0])),
        float(pronoun_a and a[0] in _MALE),
        float(pronoun_a and a[0] in _FEMALE),
        float(pronoun_a and a[0] in _THINGS),
        float(pronoun_a and a[0] in _MANY),
        float(pronoun_a and a[0] in _FIRST),
    )


def initials(words: Sequence[str]) -> str:
    """The first letters of the capitalised words, small."""
    return "".join(w[0] for w in words if w[:1].isupper()).lower()


def _kin(one: str, other: str) -> bool:
    groups = (_MALE, _FEMALE, _THINGS, _MANY - _FIRST, _FIRST)
    return any(one in group and other in group for group in groups)
