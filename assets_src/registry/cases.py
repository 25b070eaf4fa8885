"""Names that a source writes in capitals, as a newspaper would write them."""

from __future__ import annotations

import re

_SMALL = frozenset(
    "of the and for in on to de la le les el al del des du da das do dos di y et ul e i un une".split()
)
_ACRONYM = re.compile(r"^[A-Z0-9.]{2,6}$")
_VOWEL = re.compile(r"[AEIOUY]")


def written(name: str) -> str:
    """ "LORD'S RESISTANCE ARMY" as "Lord's Resistance Army"; a lone short word stays in capitals, as an acronym."""
    name = " ".join(name.replace("_", " ").split())
    if name.upper() != name:
        return name
    split = name.split(" ")
    if len(split) == 1 and _ACRONYM.match(name):
        return name
    return " ".join(_word(word, at) for at, word in enumerate(split))


def _word(word: str, at: int) -> str:
    bare = word.strip("().,'’")
    if word.lower() in _SMALL and at:
        return word.lower()
    if _ACRONYM.match(bare) and not _VOWEL.search(bare):
        return word
    return "-".join(_part(part) for part in word.split("-"))


def _part(part: str) -> str:
    lead = len(part) - len(part.lstrip("('’"))
    return part[: lead + 1] + part[lead + 1 :].lower()
