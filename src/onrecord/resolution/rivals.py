"""Bodies set off from the one they are tied to: "the rival faction", "the dissidents" are not the party named before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.model import Mention
from onrecord.reading.reader import Chain

_SET_OFF = re.compile(
    r"(?!an?\s)[^,]*?\b(?:rivals?|splinter|breakaway|dissidents?|offshoot|renegades?)\b", re.IGNORECASE
)

_APART = re.compile(r"an?\s[^,]*?\b(?:rivals?|splinter|breakaway|dissidents?|offshoot|renegades?)\b", re.IGNORECASE)


def sets_off(words: str) -> bool:
    """Whether a description sets its people off from the body that it names: "the rival wing of the front"."""
    return _SET_OFF.match(words) is not None or _APART.match(words) is not None


def set_apart(chains: Iterable[Chain]) -> Iterator[Chain]:
    """The chains of a report, those of bodies parted where a description sets itself off from the name before it.

    What follows it goes with it, pronouns and "the faction", up to the next name.
    """
    for chain in chains:
        yield from (chain,) if chain.kind in {"person", "people"} or not chain.names else _parted(chain)


def _parted(chain: Chain) -> Iterator[Chain]:
    kept: list[Mention] = []
    apart: list[list[Mention]] = []
    named = is_apart = False
    for mention in chain.mentions:
        if mention.form == "name":
            named, is_apart = True, False
        elif named and mention.form == "description" and _SET_OFF.match(mention.span.text):
            is_apart = True
            apart.append([])
        (apart[-1] if is_apart else kept).append(mention)
    yield Chain(chain.kind, tuple(kept))
    yield from (Chain(chain.kind, tuple(some)) for some in apart)
