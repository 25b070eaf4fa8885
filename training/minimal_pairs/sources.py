"""Names and descriptions of those who speak: spokesmen and office-holders, nameless officials, people who live there."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from training.minimal_pairs.cast import Cast, Speaker
from training.minimal_pairs.grammar import with_article
from training.minimal_pairs.sourcewords import (
    AROUND,
    AT_A_HEADLINE,
    NUMBERS,
    OFFICERS,
    OFFICES,
    RESIDENTS,
    SPEAKS_FOR,
    TITLES,
    UNNAMED,
)

_LETTERS = "ORSTUVWXYZ"
_ONE = ("a ", "an ", "one ", "another ")
_IN_OFFICE = re.compile(r"\b(?:commander|adviser|mediator|envoy)\b")
"""One person who is known by an office, though not by a name."""


class Sources:
    """Gives every speaker of a passage a letter and words, a shorter form or a pronoun when he speaks again."""

    def __init__(self, chance: random.Random, cast: Cast, name: Callable[[str], str]) -> None:
        self.chance, self.cast, self.name = chance, cast, name
        self.persons: dict[str, str] = {}
        self.letters = list(_LETTERS)
        self.last = ("A", cast.bodies["A"].pronoun)

    def forget(self) -> None:
        """After a headline everybody is named anew."""
        self.persons.clear()

    def words(self, slot: str) -> str:
        """The source of statement n for a slot such as "spokesman 1", "C spokesman 2", "named 1", "officials 1", "he 1".

        "nameless" are officials without "who asked not to be named"; "he" takes up whoever was brought in last.
        """
        *body, kind, number = slot.split(" ")
        if kind == "he":
            letter, pronoun = self.last
            return f"<s{number}:<@{letter}:{pronoun}>>"
        key = body[0] if body else "A"
        if kind in ("spokesman", "named"):
            return self._spokesman(key, number, named=kind == "named" or self.chance.random() < 0.5)
        if kind == "sources":
            letter = self._nameless("people", None, "official")
            return f"<s{number}:<@{letter}:{self.chance.choice(AT_A_HEADLINE)}>>"
        if kind == "residents":
            return self._described(key, number, *self.chance.choice(RESIDENTS))
        return self._officials(key, number, unnamed=kind == "officials")

    def _spokesman(self, key: str, number: str, *, named: bool) -> str:
        letter = "P" if key == "A" else "Q"
        if letter in self.persons:
            return f"<s{number}:<@{letter}:{self.persons[letter]}>>"
        body = self.cast.bodies[key]
        office = self.chance.choice(OFFICES[body.part])
        self.cast.speakers[letter] = Speaker("person", key, "named" if named else "role", body.source_type)
        self.last = (letter, "she" if office.endswith("woman") else self.chance.choice(("he", "he", "he", "she")))
        shorter = f"the {office.rsplit(' ', 1)[-1]}"
        name = self.cast.person() if named else ""
        self.persons[letter] = name.rsplit(" ", 1)[-1] if named and self.chance.random() < 0.5 else shorter
        words = self._named(letter, key, office, name) if named else self._by_office(letter, key, office)
        return f"<s{number}:{words}>" + ("," if words.count("<@" + letter) > 1 else "")

    def _by_office(self, letter: str, key: str, office: str) -> str:
        role = f"<r {letter} {key}:{office}>"
        choices = [f"the {self._before(key)} {role}", f"{self._possessive(key)} {role}"]
        if office in SPEAKS_FOR:
            choices += [f"{with_article(role)} for {self.name(key)}"] * 2
        return f"<@{letter}:{self.chance.choice(choices)}>"

    def _named(self, letter: str, key: str, office: str, name: str) -> str:
        role = f"<r {letter} {key}:{office}>"
        title = self.chance.choice(TITLES.get(self.cast.bodies[key].part, TITLES["other"]))
        full = f"{title} {name}" if self.chance.random() < 0.3 else name
        after = (
            f"{with_article(role)} for {self.name(key)}"
            if office in SPEAKS_FOR
            else f"the {self._before(key)} {role}"
        )
        return self.chance.choice(
            (
                f"<@{letter}:{full}>, <@{letter}:{after}>",
                f"<@{letter}:{full}>, <@{letter}:{self._possessive(key)} {role}>",
                f"<@{letter}:the {self._before(key)} {role}>, <@{letter}:{full}>",
                f"<@{letter}:{self._possessive(key)} {role}>, <@{letter}:{full}>",
                f"<@{letter}:{self._before(key)} {role} {name}>",
                f"<@{letter}:{self._before(key)} {role} {name}>",
            )
        )

    def _before(self, key: str) -> str:
        """What stands before an office: "army", "Chadian"; a minister's ministry is no body of the passage."""
        body = self.cast.bodies[key]
        return body.attribute if body.kind == "person" else f"<@{key}:{body.attribute}>"

    def _possessive(self, key: str) -> str:
        name = self.name(key)
        return name + ("'" if name.endswith("s>") else "'s")

    def _officials(self, key: str, number: str, *, unnamed: bool) -> str:
        body = self.cast.bodies[key]
        if self.chance.random() < 0.5:
            words, source_type = self.chance.choice(AROUND)
            source_type = source_type or body.source_type
        else:
            words, source_type = self.chance.choice(OFFICERS.get(body.part, OFFICERS["other"])), body.source_type
        told = self._described(key, number, words, source_type)
        return told + self.chance.choice(UNNAMED) if unnamed and self.chance.random() < 0.2 else told

    def _described(self, key: str, number: str, words: str, source_type: str) -> str:
        of = key if "{attribute}" in words or "{body}" in words else None
        single = words.startswith(_ONE)
        letter = self._nameless("person" if single else "people", of, source_type)
        if single and _IN_OFFICE.search(words):
            self.cast.speakers[letter].source_kind = "role"
        self.last = (letter, self.chance.choice(("he", "she")) if single else "they")
        words = words.replace("{attribute}", self._before(key))
        words = words.replace("{n}", f"<num:{self.chance.choice(NUMBERS)}>")
        if "{body}" in words:
            words = words.replace("{body}", self.name(key))
        return f"<s{number}:<@{letter}:{words}>>"

    def _nameless(self, kind: str, of: str | None, source_type: str) -> str:
        letter = self.letters.pop(0)
        self.cast.speakers[letter] = Speaker(kind, of, "anonymous", source_type)
        return letter
