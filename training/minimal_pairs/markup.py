"""Sentences with tags in them, taken apart into words and spans; and references as the conflict set writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tagged stretch of a sentence: the tag's words ("c1", "@A", "i CONSULT/- possible A B") and where it stands."""

    tag: str
    start: int
    end: int

    @property
    def head(self) -> str:
        """The first word of the tag."""
        return self.tag.split(" ", 1)[0]

    def holds(self, other: Tagged) -> bool:
        """Whether the other stretch lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def distance(self, other: Tagged) -> int:
        """Characters between both stretches; 0 where they touch or overlap."""
        return max(0, other.start - self.end, self.start - other.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is read, with its tagged stretches in order of their beginning."""

    text: str
    tags: tuple[Tagged, ...]

    def all(self, head: str) -> list[Tagged]:
        """Every stretch whose tag begins with this word."""
        return [tagged for tagged in self.tags if tagged.head == head]

    def nearest(self, head: str, other: Tagged) -> Tagged | None:
        """The stretch with this tag that stands closest to another one."""
        return min(self.all(head), key=lambda tagged: (tagged.distance(other), tagged.start), default=None)

    def reference(self, number: int, tagged: Tagged) -> str:
        """`number:words`, with `#2` and so on where the words stand more than once."""
        words = self.text[tagged.start : tagged.end]
        left, right = r"(?<!\w)" if words[0].isalnum() else "", r"(?!\w)" if words[-1].isalnum() else ""
        starts = [hit.start() for hit in re.finditer(left + re.escape(words) + right, self.text)]
        which = f"#{starts.index(tagged.start) + 1}" if len(starts) > 1 else ""
        return f"{number}:{words}{which}"


def parsed(marked: str) -> Sentence:
    """Takes `<tag:words>` apart, however deep; the first letter becomes a capital.

    ValueError tells of a tag that is not closed.
    """
    text = ""
    begun: list[tuple[str, int]] = []
    found: list[Tagged] = []
    at = 0
    while at < len(marked):
        if marked[at] == "<":
            colon = marked.index(":", at)
            begun.append((marked[at + 1 : colon], len(text)))
            at = colon
        elif marked[at] == ">":
            tag, start = begun.pop()
            found.append(Tagged(tag, start, len(text)))
        else:
            text += marked[at]
        at += 1
    if begun:
        raise ValueError(f"a tag is not closed in {marked!r}")
    return _capital(Sentence(text, tuple(sorted(found, key=lambda tagged: (tagged.start, -tagged.end, tagged.tag)))))


def _capital(sentence: Sentence) -> Sentence:
    first = next((at for at, character in enumerate(sentence.text) if character.isalnum()), 0)
    text = sentence.text
    return replace(sentence, text=text[:first] + text[first : first + 1].upper() + text[first + 1 :])
