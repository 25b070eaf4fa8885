"""How alike two words of names sound, whatever spelling brought them into Latin letters.

A word is cut into sounds (`kh`, `sh` and `ee` are one each), and two words are laid side by side at the least cost:
nothing for doubled letters, little for what transliterations confuse (q and k, kh and h, e and i, ou and u), much for
what tells names apart (a and i in Jamal and Jamil). The costs were set by hand and checked against the aliases of the
United Nations' consolidated list; `weights.py` says with what result.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ALIKE = 0.87
"""From this likeness on, two words are spellings of one word."""
_STROKES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ß": "ss"}
)
_APOSTROPHES = re.compile("['’‘ʼʻʿʾ`´]")
_NOT_LETTERS = re.compile(r"[^\w]+|_+")
_DOUBLED = re.compile(r"(.)\1+")

# Spellings that no rule below brings together, of names that many bear.
_COMMON_SPELLINGS = (
    (re.compile(r"m[aou]c?h[ae]m+[aeiou]+[dt]"), "muhamad"),
    (re.compile(r"sa(?:id|eed|yeed|ied|yid)"), "said"),
    (re.compile(r"y[ou]+s+[euoi]+[fp]h?"), "yusuf"),
    (re.compile(r"r[ae]hm[ae]ne?"), "rahman"),
    (re.compile(r"oth?man|usman|osman|uthman|ousmane"), "usman"),
    (re.compile(r"(?:g|q|kh?|gh)[aeu](?:d+h?|th+|zz)a+f[iy]"), "gadafi"),
)
_SOUNDS = tuple(
    (re.compile(written), sound)
    for written, sound in (
        ("shch|sch|sh", "S"),
        ("tch|ch", "C"),
        ("dzh|dj|j", "J"),
        ("kh", "X"),
        ("gh", "G"),
        ("th", "T"),
        ("dh", "D"),
        ("zh", "Z"),
        ("ph", "f"),
        ("ck", "k"),
        ("qu(?=[aei])", "q"),
        ("c(?=[ei])", "s"),
        ("c", "k"),
        ("x", "ks"),
        ("oo|ou|uu", "u"),
        ("ee|iy|yy|ij|yi|ii", "i"),
        ("ai|ay|ei|ey|ae", "E"),
        ("(?<=[^aeiouE])y", "i"),
    )
)
_VOWELS = frozenset("aeiouE")
_VOWEL_COSTS = {
    "ae": 0.2, "ei": 0.2, "ou": 0.15, "Ee": 0.2, "Ei": 0.25, "Ea": 0.4, "ao": 0.4, "eo": 0.5, "eu": 0.6, "io": 0.9,
}  # fmt: skip
_CONSONANT_COSTS = {
    "kq": 0.1, "Gg": 0.1, "gq": 0.2, "Gq": 0.2, "gk": 0.4, "Gk": 0.4, "Xk": 0.2, "Xh": 0.2, "Xq": 0.3, "GX": 0.4,
    "sz": 0.3, "Ts": 0.2, "Tt": 0.1, "Dz": 0.2, "Dd": 0.1, "Zz": 0.3, "JZ": 0.2, "Jg": 0.3, "Jy": 0.3, "vw": 0.1,
    "fv": 0.3, "bp": 0.5, "CS": 0.2, "CJ": 0.2, "Ss": 0.5, "dt": 0.4, "bv": 0.5, "dz": 0.5, "mn": 0.5, "lr": 0.5,
}  # fmt: skip
_UNLIKE = 1.5
_SKELETON = str.maketrans(
    {"G": "k", "g": "k", "q": "k", "X": "k", "T": "s", "z": "s", "D": "s", "Z": "J", "C": "S", "v": "", "w": "",
     "y": "", "h": "", "f": "f"}
)  # fmt: skip


def letters(text: str) -> str:
    """The words of a name in lower case and plain Latin letters, apostrophes left out, one space between words."""
    apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text))
    plain = "".join(c for c in apart if not unicodedata.combining(c)).casefold().translate(_STROKES)
    return " ".join(_NOT_LETTERS.sub(" ", plain).split())


@lru_cache(maxsize=32_768)
def sounds(word: str) -> str:
    """The sounds of a word in plain letters, one character each; capitals stand for what is written with two."""
    for common, form in _COMMON_SPELLINGS:
        if common.fullmatch(word):
            word = form
            break
    for written, sound in _SOUNDS:
        word = written.sub(sound, word)
    word = _DOUBLED.sub(r"\1", word)
    return word[:-1] if len(word) > 2 and word[-1] == "h" and word[-2] in _VOWELS else word


@lru_cache(maxsize=65_536)
def word_likeness(one: str, other: str) -> float:
    """How alike two words in plain letters sound: 1 for the same, 0 for nothing in common."""
    if one == other:
        return 1.0
    left, right = sounds(one), sounds(other)
    longest = max(len(left), len(right))
    if not longest or abs(len(left) - len(right)) > 1 + longest // 3:
        return 0.0
    return max(0.0, 1.0 - _distance(left, right) / longest)


@lru_cache(maxsize=32_768)
def skeletons(word: str) -> tuple[str, ...]:
    """The consonants of a word, merged as transliterations merge them: keys under which its spellings meet.

    A word with `kh` has a second key without it, since others write h.
    """
    heard = sounds(word)
    forms = {heard, heard.replace("X", "")} if "X" in heard else {heard}
    kept = {_bones(form) for form in forms}
    return tuple(sorted(k for k in kept if k)) or (heard[:1],)


def _bones(heard: str) -> str:
    bare = "".join(c for c in heard if c not in _VOWELS).translate(_SKELETON)
    first = heard[:1] if heard[:1] in _VOWELS and len(bare) < 2 else ""
    return first + _DOUBLED.sub(r"\1", bare)


def _distance(left: str, right: str) -> float:
    """The least cost of turning one word's sounds into the other's."""
    row = [0.0]
    for place in range(len(right)):
        row.append(row[-1] + _left_out(right, place))
    for i, sound in enumerate(left):
        above, row = row, [row[0] + _left_out(left, i)]
        for j, against in enumerate(right):
            row.append(
                min(
                    above[j] + _instead(sound, against),
                    above[j + 1] + _left_out(left, i),
                    row[j] + _left_out(right, j),
                )
            )
    return row[-1]


@lru_cache(maxsize=4_096)
def _instead(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if {one, other} <= {"w", "u", "o"}:
        return 0.3
    vowels = (one in _VOWELS) + (other in _VOWELS)
    pair = "".join(sorted((one, other)))
    if vowels == 2:
        return _VOWEL_COSTS.get(pair, 1.0)
    return _UNLIKE if vowels == 1 else _CONSONANT_COSTS.get(pair, _UNLIKE)


def _left_out(word: str, place: int) -> float:
    """What it costs that one word has a sound which the other lacks."""
    sound = word[place]
    if sound in _VOWELS:
        return 0.4 if place else 0.8
    if sound == "h":
        return 0.6 if place else 0.8
    if sound == "y":
        return 0.3
    return 0.5 if sound in "wn" and (place == 0) == (sound == "n") else 1.0
