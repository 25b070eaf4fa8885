"""Folding of names and words, so that one name written in several ways compares as one.

Folding never decides that two people are one: a folded name is only ever compared inside one party.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APART = re.compile(r"[^\w]+|_+")
_DOUBLED = re.compile(r"(\w)\1+")
_HONORIFIC = re.compile(
    "admiral|ambassador|brig|brigadier|capt|captain|col|colonel|commander|dr|gen|general|haji|hajji|king|lieutenant"
    "|lord|lt|maj|major|marshal|maulana|maulvi|mawlawi|minister|mr|mrs|ms|mufti|mullah?|president|prince|prof|professor"
    "|qari|secretary|senator|shaikh|sheikh?|sir|ustad"
)
_SMALL_WORD = re.compile("an?|and|any|at|between|by|for|from|in|of|on|one|or|some|that|the|their|to|with")
# Two names whose vowels no rule below brings together, and which half the region's people bear.
_COMMON_NAMES = (
    (re.compile(r"m[aou]h[ae]m[aeiou]+[dt]"), "muhamad"),
    (re.compile(r"r[ae]hm[ae]n"), "rahman"),
)
_SPELLINGS = tuple(
    (re.compile(written), folded)
    for written, folded in (
        ("kh|q|ck", "k"),
        ("gh", "g"),
        ("dh", "d"),
        ("ou|oo|o", "u"),
        ("ei|ai|ey|ay|ee|ie|e|y", "i"),
        ("w", "v"),
        ("h$", ""),
    )
)


def folded(text: str) -> str:
    """The words of a text in lower case, without accents or punctuation, one space between them."""
    apart = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in apart if not unicodedata.combining(c))
    return " ".join(_APART.sub(" ", plain.casefold()).split())


def folded_name(name: str) -> str:
    """One form for the spellings of a person's name: `Maulvi Faqir Mohammed` and `Faqir Muhammad` come out alike.

    Leading titles go, and so do the spaces, since `Ehsan Ullah` and `Ehsanullah` are one name.
    """
    return "".join(name_words(name))


@lru_cache(maxsize=16_384)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a person's name in that one form, leading titles left out, so that surnames can be compared."""
    words = folded(name).split()
    while len(words) > 1 and _HONORIFIC.fullmatch(words[0]):
        words = words[1:]
    return tuple(_respelt(word) for word in words)


def telling_words(text: str) -> tuple[str, ...]:
    """The words by which an unnamed source is told from another, sorted, articles and prepositions left out."""
    return tuple(sorted({word for word in folded(text).split() if not _SMALL_WORD.fullmatch(word)}))


def _respelt(word: str) -> str:
    word = _DOUBLED.sub(r"\1", word)
    for common, form in _COMMON_NAMES:
        if common.fullmatch(word):
            return form
    for written, form in _SPELLINGS:
        word = written.sub(form, word)
    return _DOUBLED.sub(r"\1", word)
