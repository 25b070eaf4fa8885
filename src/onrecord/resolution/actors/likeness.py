"""How alike two names are, and in which way: other spellings, a shorter form, a surname alone, or two different people.

The score says how well the names fit, not whether two people are one: that takes more than a name (`linking.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from math import prod
from typing import Literal

from onrecord.resolution.actors.commonness import share_of_people
from onrecord.resolution.actors.names import MUHAMMAD, OPTIONAL, PersonalName, personal_name
from onrecord.resolution.actors.transliteration import ALIKE, sounds, word_likeness

Shape = Literal["same", "spelling", "order", "shorter", "initials", "surname", "given", "conflict", "none"]
"""In which way two names agree, from letter by letter to not at all; `conflict`: a shared word beside different ones."""

_BASE: dict[Shape, float] = {
    "same": 1.0, "spelling": 0.97, "order": 0.93, "shorter": 0.85, "initials": 0.7, "surname": 0.5, "given": 0.35,
    "conflict": 0.15, "none": 0.0,
}  # fmt: skip
_SAME_RUN_TOGETHER = 0.95
_PREFIXED = 0.95
_PREFIX = re.compile(r"^(?:abd|[ae]l)(?=[^aeiou]\w\w\w)")
_RELATIVES = 6.0
"""How much likelier a surname alone is shared by two people of one conflict than by two people at large: kin."""
_INITIAL = 0.15
"""Share of people whose name begins with the same letter."""


@dataclass(frozen=True, slots=True)
class NameLikeness:
    """How two names agree.

    `score` runs from 0 to 1, `words` say why for a reader, `chance` is the share of people whom the agreeing words would
    fit by chance alone.
    """

    score: float
    shape: Shape
    words: str
    chance: float = 1.0


@lru_cache(maxsize=65_536)
def name_likeness(one: str, other: str) -> NameLikeness:
    """How alike the names of two people are, transliteration, titles, initials and order of words allowed for."""
    left, right = personal_name(one), personal_name(other)
    if left.suffix and right.suffix and left.suffix != right.suffix:
        return _conflict(f"“{one}” and “{other}” bear different generations of one name")
    if _same_words(left, right):
        return _found("same", 1.0, left.full, f"both are named {_shown(one, other)}")
    pairs = _paired(left.words, right.words)
    run_together = _run_together(left, right)
    if run_together is not None and len(pairs) < min(len(left.words), len(right.words)):
        return run_together
    return _judged(left, right, pairs)


@dataclass(frozen=True, slots=True)
class _Pair:
    left: int
    right: int
    score: float


def _paired(left: tuple[str, ...], right: tuple[str, ...]) -> list[_Pair]:
    """The words of two names that are spellings of each other, each used once, the best and the best placed first."""
    possible = [
        (-score, abs((i - len(left)) - (j - len(right))), abs(i - j), i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if (score := _words_alike(a, b)) >= ALIKE
    ]
    taken: list[_Pair] = []
    for negative, _, _, i, j in sorted(possible):
        if all(p.left != i and p.right != j for p in taken):
            taken.append(_Pair(i, j, -negative))
    return sorted(taken, key=lambda p: p.left)


@lru_cache(maxsize=65_536)
def _words_alike(one: str, other: str) -> float:
    if len(one) == 1 or len(other) == 1:
        return 0.9 if one[0] == other[0] else 0.0
    found = word_likeness(one, other)
    if found < ALIKE and min(len(one), len(other)) > 3:
        bare = word_likeness(_PREFIX.sub("", one), _PREFIX.sub("", other))
        found = _PREFIXED * bare if bare > ALIKE else found
    return found


def _judged(left: PersonalName, right: PersonalName, pairs: list[_Pair]) -> NameLikeness:
    one, other = left.written, right.written
    if not pairs:
        return NameLikeness(0.0, "none", f"“{one}” and “{other}” have no word in common")
    alone_left = [i for i in range(len(left.words)) if all(p.left != i for p in pairs)]
    alone_right = [j for j in range(len(right.words)) if all(p.right != j for p in pairs)]
    lone_initial = any(len(left.words[i]) == 1 for i in alone_left) or any(
        len(right.words[j]) == 1 for j in alone_right
    )
    if left.initials and right.initials and lone_initial:
        return _conflict(f"“{one}” and “{other}” have different initials")
    words = tuple(w for p in pairs if len(w := left.words[p.left]) > 1 and len(right.words[p.right]) > 1)
    score = sum(p.score for p in pairs) / len(pairs)
    if not words:
        return NameLikeness(0.0, "none", f"“{one}” and “{other}” share no more than initials")
    if len(words) < 2:
        differ = bool(alone_left) and bool(alone_right)
    else:
        differ = _has_telling(left, alone_left) and _has_telling(right, alone_right)
    if differ:
        return _conflict(f"“{one}” and “{other}” share “{' '.join(words)}” and differ in the rest")
    if not alone_left and not alone_right:
        return _all_words_agree(left, right, pairs, words, score)
    longer, shorter = (left, right) if len(alone_left) >= len(alone_right) else (right, left)
    return _shorter(
        longer, shorter, pairs if longer is left else [_Pair(p.right, p.left, p.score) for p in pairs], score
    )


def _shorter(longer: PersonalName, shorter: PersonalName, pairs: list[_Pair], score: float) -> NameLikeness:
    """One name has words that the other lacks.

    What is left out behind is a second surname or a home; a given name left out in front may be the son's, who bears his
    father's whole name behind his own, so that no more than the last word counts.
    """
    words = tuple(longer.words[p.left] for p in sorted(pairs, key=lambda p: p.left) if len(longer.words[p.left]) > 1)
    one, other = f"“{shorter.written}”", f"“{longer.written}”"
    begins = any(p.left == 0 for p in pairs) or not _has_telling(longer, [0])
    ordered = [p.right for p in sorted(pairs, key=lambda p: p.left)] == sorted(p.right for p in pairs)
    if len(words) > 1 and begins and ordered:
        return _found("shorter", score, words, f"{one} is a shorter form of {other}")
    if _words_alike(longer.full[-1], words[-1]) >= ALIKE and ordered:
        return _found("surname", score, words[-1:], f"{one} is the last name of {other}")
    return _found("given", score, words[:1], f"{one} is one of the names of {other}")


def _all_words_agree(
    left: PersonalName, right: PersonalName, pairs: list[_Pair], words: tuple[str, ...], score: float
) -> NameLikeness:
    one, other = left.written, right.written
    if len(words) < len(pairs):
        initials = len(pairs) - len(words)
        why = f"“{one}” and “{other}” agree as far as their initials tell"
        return replace(_found("initials", score, words, why), chance=_chance(words) * _INITIAL**initials)
    if [p.right for p in pairs] != sorted(p.right for p in pairs):
        return _found("order", score, words, f"“{one}” and “{other}” are the same words in another order")
    if len(words) == 1 and len(words[0]) == 1:
        return NameLikeness(0.0, "none", "one letter is no name")
    return _found("spelling", score, words, f"“{one}” and “{other}” are spellings of one name")


def _has_telling(name: PersonalName, places: list[int]) -> bool:
    """Whether any of these words tells people apart: reports leave out "Sayyid", and "Mohammad" behind another word."""
    heard = ((place, sounds(name.words[place])) for place in places)
    return any(sound not in OPTIONAL and not (sound == MUHAMMAD and place) for place, sound in heard)


def _run_together(left: PersonalName, right: PersonalName) -> NameLikeness | None:
    """The same letters cut into words in another way: `Khaled Meshaal` as `Khaledmeshaal`, `Myint Swe` as `Myintswe`."""
    if len(left.words) == len(right.words) or left.initials or right.initials:
        return None
    score = word_likeness("".join(left.words), "".join(right.words))
    if score < _SAME_RUN_TOGETHER:
        return None
    longer = max(left.words, right.words, key=len)
    return _found("spelling", score, longer, f"“{left.written}” and “{right.written}” are spellings of one name")


def _same_words(left: PersonalName, right: PersonalName) -> bool:
    return left.words == right.words and bool(left.full)


def _found(shape: Shape, score: float, words: tuple[str, ...], why: str) -> NameLikeness:
    return NameLikeness(round(_BASE[shape] * score, 4), shape, why, _chance(words))


def _chance(words: tuple[str, ...]) -> float:
    chance = prod(share_of_people(word) for word in words)
    return min(1.0, chance * _RELATIVES) if len(words) == 1 else chance


def _conflict(why: str) -> NameLikeness:
    return NameLikeness(_BASE["conflict"], "conflict", why)


def _shown(one: str, other: str) -> str:
    return f"“{one}”" if one == other else f"“{one}” or “{other}”"
