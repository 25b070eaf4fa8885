"""Which parties somebody means by a key or by words, and whether a place is the one that he names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.record.words import Aliases
from onrecord.resolution.names import folded


def parties_meant(
    asked: str, named: Mapping[str, Iterable[str]], above: Mapping[str, str], aliases: Aliases
) -> set[str]:
    """The keys of the parties that a key or words name, with the branches of each.

    `named` are the names of each party by key, `above` the party that each is a branch of.
    """
    meant = {key for key in (*named, *above.values()) if key == asked}
    meant = meant or {key for key, names in named.items() if is_called(asked, (*names, *aliases.get(key, ())))}
    while branches := {key for key, top in above.items() if top in meant} - meant:
        meant |= branches
    return meant


def is_called(asked: str, names: Iterable[str]) -> bool:
    """Whether one of the names has every word asked for, or a word that begins so."""
    words = folded(asked).split()
    return bool(words) and any(
        all(any(held.startswith(word) for held in folded(name).split()) for word in words) for name in names
    )
