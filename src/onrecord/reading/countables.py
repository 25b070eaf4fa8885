"""What a number of an event may count, and the words that tell it: nouns, and words for what was done to people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.assets import table
from onrecord.reading.wordlists import pattern

UNITS = (
    *("killed", "wounded", "captured", "displaced", "released", "abducted", "missing", "arrested", "surrendered"),
    *("troops", "aircraft", "vehicles", "weapons", "buildings", "people", "prisoners"),
)
"""What a number of an event may count: people by what was done to them or by who they are, and things."""
THINGS = frozenset({"aircraft", "vehicles", "weapons", "buildings"})


@dataclass(frozen=True, slots=True)
class Deed:
    """Words for what was done, where they stand, and the unit in which those are counted to whom it was done."""

    unit: str
    start: int
    end: int


def noun(word: str) -> str | None:
    """What a noun in small letters is counted as, by its last part ("fighter-bombers"); None where it is not known."""
    return _nouns().get(word) or _nouns().get(word.rpartition("-")[2])


def deeds(text: str) -> Iterator[Deed]:
    """The words of a text that say what was done to people, from left to right."""
    return (Deed(found.lastgroup or "", *found.span()) for found in _deeds().finditer(text))


def taken_as(trigger: str, kind: str, who: str | None) -> str | None:
    """How people count whom somebody "seized", "took" or "held": arrested by those in power, or abducted, or captured.

    `kind` is the event's type: COERCE is an arrest; in an ASSAULT troops are captured, others abducted. None else.
    """
    if kind not in {"ASSAULT", "COERCE"} or not _taken().search(trigger):
        return None
    if kind == "COERCE":
        return "arrested"
    return "captured" if who == "troops" else "abducted"


@cache
def _nouns() -> Mapping[str, str]:
    known = table("countables")["nouns"]
    return {form: unit for unit, words in known.items() for word in words for form in (word, f"{word}s")}


@cache
def _deeds() -> re.Pattern[str]:
    known = table("countables")["deeds"]
    return re.compile("|".join(f"(?P<{unit}>{pattern(words)})" for unit, words in known.items()), re.IGNORECASE)


@cache
def _taken() -> re.Pattern[str]:
    return re.compile(pattern(table("countables")["taken"]["words"]), re.IGNORECASE)
