"""Sources that a second verb shares with the first: "The governor said he was ready, but rejected a report of it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.grammar import Grammar
from onrecord.reading.parts import Cue, Parts

_FARTHEST = 3
"""Verbs joined one to the other ("said, added and denied") that are followed back at most."""


def with_carried_sources(tree: Grammar, found: Sequence[Parts]) -> list[Parts]:
    """The cues with their parts; one without a source has that of the verb to which "and" or "but" joins it.

    A verb with a subject of its own shares none, nor does a passive one, whose subject says nothing.
    """
    by_word = {word: part for part in found for word in range(part.cue.first, part.cue.last + 1)}
    governed: dict[int, set[str]] = {}
    for word, head in enumerate(tree.heads):
        governed.setdefault(head, set()).add(tree.relations[word])

    def carried(part: Parts) -> Parts:
        verb = _head(tree, part.cue)
        for _ in range(_FARTHEST):
            if tree.relations[verb].partition(":")[0] != "conj" or governed.get(verb, set()) & _OWN_SUBJECT:
                return part
            verb = tree.heads[verb]
            before = by_word.get(verb)
            if before is not None and before.source and not before.cue.anchor:
                return replace(part, source=before.source)
        return part

    return [part if part.source or part.cue.anchor else carried(part) for part in found]


_OWN_SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "aux:pass", "expl"})


def _head(tree: Grammar, cue: Cue) -> int:
    """The word of a cue that the others hang from."""
    inside = range(cue.first, cue.last + 1)
    return next((w for w in inside if tree.heads[w] not in inside or tree.heads[w] == w), cue.first)
