"""How alike the names of two groups are: a group's name is its words, and one word more is another group.

`Tehrik-e-Taliban Pakistan` and `Tehreek-i-Taliban Pakistan` are one name; `Popular Front for Renewal` and `Popular Front
for Liberation` are two, as are a movement and its northern wing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import prod

from onrecord.resolution.actors.likeness import NameLikeness
from onrecord.resolution.actors.transliteration import letters, word_likeness

_ALIKE = 0.9
_NEARLY = 0.78
_SMALL = frozenset(
    "the of for and a an in to al el ul ut i e de del la las los y et du des le les und der die".split()
)
_KINDS = frozenset(
    "group movement organisation organization front army party forces force militia network council union alliance"
    " brigade brigades battalion league committee congress command coalition rebels rebel fighters guerrillas".split()
)
"""Words for what kind of group it is: half of all names have one, so that agreeing on it tells little."""
_COMMON_WORDS = frozenset(
    "people peoples popular national liberation democratic revolutionary islamic united patriotic resistance freedom"
    " justice unity defence defense state god salvation republic".split()
)
_SHARES = {**dict.fromkeys(_KINDS, 0.2), **dict.fromkeys(_COMMON_WORDS, 0.08)}
_RARE = 0.004
_ACRONYM = re.compile(r"\(?([A-Z][A-Z-]{1,9}[A-Z])\)?")


def group_likeness(one: str, other: str) -> NameLikeness:
    """How alike the names of two groups are; an acronym fits the words that it abbreviates."""
    return _likeness(one, other) if one <= other else _likeness(other, one)


@lru_cache(maxsize=32_768)
def _likeness(one: str, other: str) -> NameLikeness:
    left, right = group_words(one), group_words(other)
    if not left or not right:
        return NameLikeness(0.0, "none", "a name without letters")
    if _abbreviates(one, right) or _abbreviates(other, left):
        return NameLikeness(0.7, "initials", f"“{one}” and “{other}” are a name and its first letters", 0.002)
    if left == right:
        return NameLikeness(1.0, "same", f"both are named “{one}”", _chance(left))
    unmatched = list(right)
    scores: list[float] = []
    for word in left:
        best = max(((word_likeness(word, r), r) for r in unmatched), default=(0.0, ""))
        if best[0] < _NEARLY:
            break
        unmatched.remove(best[1])
        scores.append(best[0])
    if len(scores) == len(left) == len(right) and sum(scores) / len(scores) >= _ALIKE:
        score = round(0.97 * sum(scores) / len(scores), 4)
        return NameLikeness(score, "spelling", f"“{one}” and “{other}” are spellings of one name", _chance(left))
    if set(left) & set(right) or scores:
        return NameLikeness(0.15, "conflict", f"“{one}” and “{other}” share words and differ in the rest")
    return NameLikeness(0.0, "none", f"“{one}” and “{other}” have no word in common")


@lru_cache(maxsize=32_768)
def group_words(name: str) -> tuple[str, ...]:
    """The telling words of a group's name in plain letters and in order, a bracketed acronym left out."""
    bare = re.sub(r"\([A-Z-]{2,10}\)", " ", name)
    words = letters(bare).split()
    return tuple(word for word in words if word not in _SMALL) or tuple(words)


def acronym(words: tuple[str, ...]) -> str:
    """The first letters of a name's words."""
    return "".join(word[0] for word in words)


def _abbreviates(short: str, words: tuple[str, ...]) -> bool:
    found = _ACRONYM.fullmatch(short.strip())
    return found is not None and len(words) > 2 and found[1].replace("-", "").lower() == acronym(words)


def _chance(words: tuple[str, ...]) -> float:
    return prod(_SHARES.get(word, _RARE) for word in words)
