"""How much two spellings of a place's name differ."""

from __future__ import annotations

_CHEAP = 0.4
_VOWELS = frozenset("aeiouyhw")
_LIMIT_SHORT, _LIMIT_LONG = 1.0, 2.0
_LONG = 8


def allowance(name: str) -> float:
    """How many letters may differ in a name of this length before it is another name: one, or two from eight letters."""
    return _LIMIT_LONG if len(name) >= _LONG else _LIMIT_SHORT


def consonants(name: str) -> int:
    """Which consonants of a to z a name has, a bit for each: names that differ in many cannot be alike."""
    bits = 0
    for letter in name:
        if letter not in _VOWELS and "a" <= letter <= "z":
            bits |= 1 << (ord(letter) - ord("a"))
    return bits


def difference(one: str, other: str, limit: float) -> float:
    """The letters to be put in, left out or changed to make one name of the other; a vowel counts 0.4.

    Levenshtein's distance with weights; anything above the limit comes back as infinite.
    """
    row = [0.0]
    for letter in other:
        row.append(row[-1] + _weight(letter))
    for mine in one:
        before, row = row, [row[0] + _weight(mine)]
        for column, theirs in enumerate(other, 1):
            row.append(
                min(
                    before[column - 1] + _change(mine, theirs),
                    before[column] + _weight(mine),
                    row[-1] + _weight(theirs),
                )
            )
        if min(row) > limit:
            return float("inf")
    return row[-1] if row[-1] <= limit else float("inf")


def _weight(letter: str) -> float:
    return _CHEAP if letter in _VOWELS or letter == " " else 1.0


def _change(mine: str, theirs: str) -> float:
    if mine == theirs:
        return 0.0
    return _CHEAP if mine in _VOWELS and theirs in _VOWELS else 1.0
