"""People whom a report describes and never names: "a provincial minister", "residents", "his men"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Mention
from onrecord.nearby import Nearby
from onrecord.reading.reader import Chain

_ARTICLE = re.compile(r"^(?:the|an?|one|some|his|her|its|their|our)\s+", re.IGNORECASE)
_LONGEST_NAME = 10


@dataclass(frozen=True, slots=True)
class Unnamed:
    """One unnamed person, or several, with every mention; `name` is the fullest description."""

    name: str
    kind: Literal["person", "people"]
    mentions: tuple[Mention, ...]


def unnamed(chains: Iterable[Chain], taken: Nearby[Mention]) -> list[Unnamed]:
    """The unnamed people of a report in order; `taken` are mentions of people who have a name."""
    found = []
    for chain in chains:
        if chain.kind not in {"person", "people"}:
            continue
        told = [m for m in chain.mentions if m.form != "pronoun"]
        if told and not any(_is_named(m, taken) for m in chain.mentions):
            kind: Literal["person", "people"] = "person" if chain.kind == "person" else "people"
            found.append(Unnamed(_name(told), kind, chain.mentions))
    return found


def _is_named(mention: Mention, taken: Nearby[Mention]) -> bool:
    """Whether a mention is one of somebody who has a name, or is the name with its titles."""
    return any(
        t.span == mention.span or (mention.form == t.form == "name" and mention.span.contains(t.span))
        for t in taken.at(mention.span)
    )


def _name(told: list[Mention]) -> str:
    words = [_ARTICLE.sub("", " ".join(m.span.text.split())) for m in told]
    short = [w for w in words if len(w.split()) <= _LONGEST_NAME] or words[:1]
    return max(short, key=lambda w: (len(w.split()), len(w), w))
