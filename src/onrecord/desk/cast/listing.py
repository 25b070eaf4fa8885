"""The list of everybody on record, narrowed by kind, party and words, and cut into pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from onrecord.desk.cast.everybody import Everybody, Known
from onrecord.model import ActorKind
from onrecord.record.othernames import OtherNames
from onrecord.resolution.actors.transliteration import ALIKE, letters, word_likeness
from onrecord.resolution.names import folded, telling_words

Order = Literal["reports", "name", "latest"]
Counts = tuple[tuple[str, str, int], ...]
A_PAGE = 60


@dataclass(frozen=True, slots=True)
class ActorsAsked:
    """Who is wanted: by words of a name, by kind, and by party (a key); `first` is the place of the page in the list."""

    words: str | None = None
    kind: ActorKind | None = None
    party: str | None = None
    order: Order = "reports"
    first: int = 0


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """A page of the list, how many there are in all, and what it can be narrowed to."""

    lines: tuple[Known, ...]
    total: int
    next: int | None
    kinds: Counts
    parties: Counts


def actors_page(everybody: Everybody, asked: ActorsAsked) -> ActorsPage:
    """Those of everybody who are asked for, a page of them."""
    called = everybody.listed if asked.words is None else tuple(_called(everybody.listed, asked.words))
    found = [one for one in called if _fits(one, asked)]
    if asked.order == "name":
        found.sort(key=lambda one: (folded(one.name), one.id))
    elif asked.order == "latest":
        found.sort(key=lambda one: (-(one.last.toordinal() if one.last else 0), folded(one.name), one.id))
    last = asked.first + A_PAGE
    kinds = Counter(one.kind for one in called if _fits(one, asked, without="kind"))
    parties = Counter(one.party for one in called if one.party is not None and _fits(one, asked, without="party"))
    names = {one.party: one.party_name or one.party for one in called if one.party is not None}
    return ActorsPage(
        lines=tuple(found[asked.first : last]),
        total=len(found),
        next=last if last < len(found) else None,
        kinds=tuple(
            (kind, kind.replace("_", " "), n) for kind, n in sorted(kinds.items(), key=lambda c: (-c[1], c[0]))
        ),
        parties=tuple((key, names[key], n) for key, n in sorted(parties.items(), key=lambda c: (-c[1], c[0]))),
    )


def _fits(one: Known, asked: ActorsAsked, *, without: str | None = None) -> bool:
    if asked.kind is not None and without != "kind" and one.kind != asked.kind:
        return False
    return asked.party is None or without == "party" or one.party == asked.party


def _called(everybody: Iterable[Known], words: str) -> Iterable[Known]:
    """Those with all the words in one of their names, in any spelling, or in another name that the registry has."""
    asked, telling = letters(words).split(), set(telling_words(words))
    if not asked:
        return ()
    other = {
        key for key, names in _other_names().items() if telling and any(telling <= set(n.split()) for n in names)
    }
    return (one for one in everybody if one.known_as in other or any(_has(_letters(n), asked) for n in one.names))


def _has(held: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether a name has every word asked for, in any spelling; a longer word may go on as it likes."""
    return all(any(word.startswith(a) or word_likeness(a, word) >= ALIKE for word in held) for a in asked)


@lru_cache(maxsize=100_000)
def _letters(name: str) -> tuple[str, ...]:
    return tuple(letters(name).split())


@cache
def _other_names() -> dict[str, tuple[str, ...]]:
    return {key: tuple(folded(name) for name in names) for key, names in OtherNames().items()}
