"""Whom a report means by "the separatists" or "the breakaway region", by the territory that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.assets import table
from onrecord.resolution.actors.registry import entry as registered
from onrecord.resolution.registry import Entry

_PARTING = re.compile(
    r"\b(?:separatists?|secessionists?|breakaway|break-away|self-(?:styled|proclaimed|declared)|so-called"
    r"|unrecogni[sz]ed|rebel-held|separatist-held)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"(?:separatists?|secessionists?|rebels?|insurgents?|guerrillas?|militants?|fighters?|region|republic|state|territory"
    r"|enclave|province|government|authorities|administration|leadership|forces|side)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory named in a report, and the body of the registry that had broken away with it at the time."""

    start: int
    body: Entry


def is_parting(words: str) -> bool:
    """Whether words say that somebody has broken away from a state: "separatist", "self-styled"."""
    return bool(_PARTING.search(words))


def is_whole(head: str) -> bool:
    """Whether a noun behind such words means all of those who broke away, and no office or unit of theirs."""
    return _WHOLE.fullmatch(head) is not None


def territories(text: str, year: int | None) -> tuple[Territory, ...]:
    """The territories that a text names, in order, whose authorities had broken away in a year; all without a year."""
    found = []
    for match in _names().finditer(text):
        for since, until, ident in _bodies()[match.group()]:
            body = registered(ident)
            if body is not None and (year is None or since <= year <= until):
                found.append(Territory(match.start(), body))
    return tuple(found)


@cache
def _bodies() -> dict[str, tuple[tuple[int, int, str], ...]]:
    """Under each name of a territory its bodies, with the first and last year."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for data in table("breakaway")["territory"]:
        for words in data["words"]:
            found.setdefault(words, []).append((data.get("since", 0), data.get("until", 9999), data["body"]))
    return {words: tuple(bodies) for words, bodies in found.items()}


@cache
def _names() -> re.Pattern[str]:
    longest_first = sorted(_bodies(), key=lambda words: (-len(words), words))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
