"""Which names name their body by themselves, and which are words that many bodies or none may be meant by."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.resolution.actors.entries import alias_tokens
from onrecord.resolution.actors.states import country_words

_GENERIC = frozenset(
    "national people peoples popular democratic democracy islamic muslim christian revolutionary revolution liberation "
    "liberated free freedom united unity union front party movement army forces force armed republic republican council "
    "committee congress coalition alliance organization group groups brigade brigades battalion resistance socialist "
    "communist labor workers worker justice development progress progressive patriotic independence independent new "
    "the of for and wa in a salvation defense self guard guards militia rebels rebel faction military royal royalists "
    "presidential government opposition supreme court assembly parliament police ministry security service services "
    "state civil society community association federation league institute center international general central "
    "committee action youth students student women farmers order jihad holy struggle fighters soldiers warriors god "
    "first second third northern southern eastern western north south east west black red white green".split()
)
_SHORTEST = 5


_LONG_FORM = re.compile(
    r"(?:the )?(?:[\w']+ )?(?:republic|state|kingdom|union|government) of (?:the )?(.+)", re.IGNORECASE
)


def _is_state(name: str) -> bool:
    """Whether a name is the long form of a state's: "Republic of Armenia" was an armed actor once, and is a state."""
    match = _LONG_FORM.fullmatch(name)
    return match is not None and match[1] in country_words()


@dataclass(frozen=True)
class Words:
    """Words that are no sure names: those of ordinary English, and those of persons' names and places."""

    english: frozenset[str]
    personal: frozenset[str]

    @classmethod
    def of(cls, vocabulary: Path, personal: Iterable[str]) -> Words:
        """From the vocabulary of the reader's encoder (whole words, lower case) and the words of persons' names."""
        pieces = json.loads(vocabulary.read_text(encoding="utf-8"))["model"]["vocab"]
        return cls(frozenset(p for p in pieces if p.isalpha()), frozenset(personal))

    def is_weak(self, name: str, kind: str, source: str) -> bool:
        """Whether a name needs something beside it to name a body of this kind.

        One word is sure only when it is an acronym of three letters or more, or no word of English and of no person's
        or place's name; several words are sure unless all of them are the common coin of such names.
        """
        tokens = alias_tokens(name)
        if _is_state(name):
            return True
        if len(tokens) > 1:
            return all(token in _GENERIC for token in tokens)
        if not tokens or kind == "people" or source == "phoenix":
            return True
        token = tokens[0]
        ordinary = token in self.english or token in self.personal or token in _GENERIC
        is_acronym = name.upper() == name and any(c.isalpha() for c in name)
        return ordinary or len(token) < (3 if is_acronym else _SHORTEST)
