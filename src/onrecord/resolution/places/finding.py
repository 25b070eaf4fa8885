"""Which known names stand for places in a report: a linear model over the words beside them.

"Franklin" is a town and a man, "Reading" a town and a pastime, "Washington" stands in "the Washington Post". The signs
below say what stands before and after a name, what the reader took it for, how large the place is that bears the name,
and how the name is used elsewhere in the report. Their weights are learnt (`training/places`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.resolution.places.names import Name
from onrecord.resolution.places.surroundings import Surroundings
from onrecord.resolution.places.wording import (
    DIRECTIONS,
    LOCATIVE,
    ORGANISATIONS,
    PEOPLE,
    PREPOSITIONS,
    TITLES,
    UNIT_KINDS,
)

Signs = dict[str, float]
_PUNCTUATION = {",": "comma", ".": "stop", ";": "stop", ":": "colon", "(": "bracket", ")": "bracket", "-": "dash"}

_ORDINARY = ORGANISATIONS | TITLES | PEOPLE | DIRECTIONS | frozenset(UNIT_KINDS)


@dataclass(frozen=True, slots=True)
class Held:
    """What the gazetteer holds under a name: its largest population, the kinds of places, and whether officially."""

    population: int
    kinds: frozenset[str]
    sorts: frozenset[str]


def finding_signs(
    around: Surroundings, found: Sequence[Name], held: Sequence[Held], keys: Sequence[str]
) -> list[Signs]:
    """The signs of every name, in order; `keys` tell which names are written alike."""
    local = [_local(around, name, h) for name, h in zip(found, held, strict=True)]
    return [own | other for own, other in zip(local, _elsewhere(keys, local), strict=True)]


def _local(around: Surroundings, name: Name, held: Held) -> Signs:
    signs: Signs = {"always": 1.0}
    before, after = _before(around, name), _after(around, name)
    signs[f"before {before}"] = 1.0
    signs[f"after {after}"] = 1.0
    for reading in around.readings(name):
        signs[f"read {reading}"] = 1.0
    signs["population"] = math.log10(held.population + 1) / 8
    for kind in held.kinds:
        signs[f"kind {kind}"] = 1.0
    for sort in held.sorts:
        signs[f"sort {sort}"] = 1.0
    if around.is_silent:
        signs["reader silent"] = 1.0
    if name.first == name.last and name.span.text.lower() in _ORDINARY:
        signs["ordinary word"] = 1.0
    if name.last > name.first:
        signs["several words"] = 1.0
    if len(name.span.text) <= 3 and name.span.text.isupper():
        signs["short capitals"] = 1.0
    if name.first == 0:
        signs["opens sentence"] = 1.0
    if after.startswith("cap") and before.startswith("cap"):
        signs["amid capitals"] = 1.0
    return signs


def _before(around: Surroundings, name: Name) -> str:
    """The class of the word before a name."""
    word = around.word(name, -1)
    if word is None:
        return "nothing"
    lower = around.lower(name, -1)
    if word.is_capitalised and name.first > 1:
        return _capital(lower)
    if lower == "the":
        further = around.lower(name, -2)
        return "the, preposition" if further in LOCATIVE else "the"
    if lower in LOCATIVE:
        return "in"
    if lower in PREPOSITIONS:
        return lower if lower in {"of", "by", "for"} else "preposition"
    if lower in {"and", "or"}:
        return "and"
    if lower in DIRECTIONS:
        return "direction"
    if lower in UNIT_KINDS:
        return "unit"
    if lower in TITLES:
        return "title"
    return _PUNCTUATION.get(word.text, "word" if word.is_word else "mark")


def _after(around: Surroundings, name: Name) -> str:
    """The class of the word after a name."""
    if around.possessive(name):
        return "possessive"
    word = around.word(name, 1)
    if word is None:
        return "nothing"
    lower = around.lower(name, 1)
    if lower in UNIT_KINDS:
        return "cap unit" if word.is_capitalised else "unit"
    if word.is_capitalised:
        return _capital(lower)
    if lower in {"and", "or"}:
        return "and"
    if lower in PREPOSITIONS:
        return "preposition"
    if lower in PEOPLE:
        return "people"
    if lower in ORGANISATIONS:
        return "body"
    return _PUNCTUATION.get(word.text, "word" if word.is_word else "mark")


def _capital(lower: str) -> str:
    if lower in ORGANISATIONS:
        return "cap body"
    if lower in TITLES:
        return "cap title"
    if lower in DIRECTIONS:
        return "cap direction"
    return "cap preposition" if lower in PREPOSITIONS else "cap"


def _elsewhere(keys: Sequence[str], local: Sequence[Signs]) -> Iterable[Signs]:
    """What the other names written alike show: that one stands after "in", that one is read as a place or a person."""
    counts: dict[str, dict[str, int]] = {}
    told = [_telling(signs) for signs in local]
    for key, tells in zip(keys, told, strict=True):
        row = counts.setdefault(key, {})
        for tell in tells:
            row[tell] = row.get(tell, 0) + 1
    for key, tells in zip(keys, told, strict=True):
        yield {f"elsewhere {tell}": 1.0 for tell, n in counts[key].items() if n > (tell in tells)}


def _telling(signs: Mapping[str, float]) -> frozenset[str]:
    tells = set()
    if "before in" in signs:
        tells.add("in")
    if "read place=" in signs:
        tells.add("place")
    if any(s.startswith("read person") for s in signs):
        tells.add("person")
    if any(s.startswith("read body") for s in signs):
        tells.add("body")
    return frozenset(tells)
