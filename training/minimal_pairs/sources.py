"""Names and descriptions of those who speak: spokesmen, nameless officials, people who live there."""

from __future__ import annotations

import random
from collections.abc import Callable

from training.minimal_pairs.cast import Cast, Speaker

_OFFICERS = {
    "army": ("{n} {attribute} officers", "a senior {attribute} officer", "{n} generals close to the high command"),
    "group": ("{n} {attribute} commanders", "a senior {attribute} commander", "{attribute} fighters"),
    "civic": ("{n} members of {body}", "a member of {body}", "{attribute} members"),
    "other": ("{n} {attribute} officials", "a senior {attribute} official", "{attribute} officials"),
}
_AROUND = (
    ("a source close to {body}", "official"),
    ("diplomats in {town}", "official"),
    ("a Western diplomat", "official"),
    ("{n} people with knowledge of the matter", "other"),
)
_RESIDENTS = (
    ("residents of {town}", "witness"),
    ("a shopkeeper in {town}", "witness"),
    ("a bus driver", "witness"),
    ("{n} teachers from {town}", "witness"),
    ("aid workers in {town}", "other"),
)
_NUMBERS = ("two", "three", "several", "four")
_LETTERS = "ORSTUVWX"


class Sources:
    """Gives every speaker of a passage a letter and words, a shorter form when he speaks again."""

    def __init__(self, chance: random.Random, cast: Cast, name: Callable[[str], str]) -> None:
        self.chance, self.cast, self.name = chance, cast, name
        self.persons: dict[str, str] = {}
        self.letters = list(_LETTERS)

    def forget(self) -> None:
        """After a headline everybody is named anew."""
        self.persons.clear()

    def words(self, slot: str) -> str:
        """The source of statement n for a slot such as "spokesman 1", "C spokesman 2", "named 1", "officials 1"."""
        *body, kind, number = slot.split(" ")
        if kind in ("spokesman", "named"):
            key = body[0] if body else "A"
            return self._spokesman(key, number, named=kind == "named" or self.chance.random() < 0.5)
        if kind == "sources":
            letter = self._nameless("people", None, "official")
            return f"<s{number}:<@{letter}:{self.chance.choice(('officials', 'diplomats', 'sources'))}>>"
        return self._residents(number) if kind == "residents" else self._officials(number)

    def _spokesman(self, key: str, number: str, *, named: bool) -> str:
        letter = "P" if key == "A" else "Q"
        if letter in self.persons:
            return f"<s{number}:<@{letter}:{self.persons[letter]}>>"
        body = self.cast.bodies[key]
        role = f"<r {letter} {key}:spokesman>"
        self.cast.speakers[letter] = Speaker("person", key, "named" if named else "role", body.source_type)
        plain = body.kind == "person"
        before = body.attribute if plain else f"<@{key}:{body.attribute}>"
        if not named:
            self.persons[letter] = "the spokesman"
            words = self.chance.choice((f"a {role} for {self.name(key)}", f"the {before} {role}"))
            return f"<s{number}:<@{letter}:{words}>>"
        name = self.cast.person()
        self.persons[letter] = name.rsplit(" ", 1)[-1] if self.chance.random() < 0.5 else "the spokesman"
        style = self.chance.randrange(3)
        if style == 0:
            return f"<s{number}:<@{letter}:{name}>, <@{letter}:a {role} for {self.name(key)}>>,"
        if style == 1:
            return f"<s{number}:<@{letter}:the {before} {role}>, <@{letter}:{name}>>,"
        return f"<s{number}:<@{letter}:{before} {role} {name}>>"

    def _officials(self, number: str) -> str:
        body = self.cast.bodies["A"]
        if self.chance.random() < 0.4:
            words, source_type = self.chance.choice(_AROUND)
            source_type = body.source_type if "{body}" in words else source_type
        else:
            words, source_type = self.chance.choice(_OFFICERS.get(body.part, _OFFICERS["other"])), body.source_type
        return self._described(number, words, source_type)

    def _residents(self, number: str) -> str:
        return self._described(number, *self.chance.choice(_RESIDENTS))

    def _described(self, number: str, words: str, source_type: str) -> str:
        body = self.cast.bodies["A"]
        of = "A" if "{attribute}" in words or "{body}" in words else None
        single = words.startswith("a ")
        letter = self._nameless("person" if single else "people", of, source_type)
        plain = body.kind == "person"
        words = words.replace("{attribute}", body.attribute if plain else f"<@A:{body.attribute}>")
        words = words.replace("{n}", f"<num:{self.chance.choice(_NUMBERS)}>")
        if "{body}" in words:
            words = words.replace("{body}", self.name("A"))
        return f"<s{number}:<@{letter}:{words}>>"

    def _nameless(self, kind: str, of: str | None, source_type: str) -> str:
        letter = self.letters.pop(0)
        self.cast.speakers[letter] = Speaker(kind, of, "anonymous", source_type)
        return letter
