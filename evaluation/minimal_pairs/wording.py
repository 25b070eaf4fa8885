"""Sentences from frames with slots, with the place of everything that was filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Span

_SLOT = re.compile(r"\{(\w+)\}")
_POSSESSIVE = {"it": "its", "they": "their", "he": "his", "she": "her"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence and where each slot's words stand in it, in order; a slot with a capital counts as the one without."""

    text: str
    places: Mapping[str, tuple[Span, ...]]

    @classmethod
    def of(cls, frame: str, slots: Mapping[str, str]) -> Draft:
        """The frame with its slots filled, those within what fills them too; a slot with a capital begins with one."""
        pieces: list[str] = []
        stretches = list(_filled(frame, slots, pieces))
        text = "".join(pieces)
        places: dict[str, tuple[Span, ...]] = {}
        for slot, start, end in sorted(stretches, key=lambda s: s[1]):
            places[slot] = (*places.get(slot, ()), Span.of(text, start, end))
        return cls(text, places)

    def span(self, words: str) -> Span:
        """The first place of some words; ValueError where they do not stand in the sentence."""
        start = self.text.index(words)
        return Span.of(self.text, start, start + len(words))


def _filled(frame: str, slots: Mapping[str, str], pieces: list[str]) -> Iterator[tuple[str, int, int]]:
    """Adds the filled frame to the pieces; yields each slot with the characters that its words take."""
    last = 0
    for match in _SLOT.finditer(frame):
        pieces.append(frame[last : match.start()])
        start, slot = sum(map(len, pieces)), match.group(1)
        filling = slots[slot.lower()]
        yield from _filled(filling[:1].upper() + filling[1:] if slot[0].isupper() else filling, slots, pieces)
        yield slot.lower(), start, sum(map(len, pieces))
        last = match.end()
    pieces.append(frame[last:])


def agreement(pronoun: str) -> dict[str, str]:
    """The words that agree with who acts: possessive and helping verbs."""
    several = pronoun == "they"
    return {
        "its": _POSSESSIVE[pronoun],
        "has": "have" if several else "has",
        "is": "are" if several else "is",
        "plans": "plan" if several else "plans",
    }


def conjugated(verb: Sequence[str], rest: str, pronoun: str) -> dict[str, str]:
    """The forms of a verb (base, third person, past, participle, -ing), each with what follows it.

    `s` is the present that agrees with the pronoun.
    """
    base, third, past, participle, present = verb
    forms = {
        "base": base,
        "s": base if pronoun == "they" else third,
        "past": past,
        "pp": participle,
        "ing": present,
    }
    return {slot: f"{word} {rest}" for slot, word in forms.items()}
