"""The verbs by which events are told: of a trigger its own, or the one that has it as its object."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from onrecord.model import Span
from onrecord.reading.losing import AWAY
from onrecord.reading.relations.tree import Tree

_VERBS = frozenset({"VERB", "AUX"})
_DOING = re.compile(
    r"carr(?:y|ies|ied|ying)|launch(?:es|ed|ing)?|conduct(?:s|ed|ing)?|stag(?:e|es|ed|ing)|mount(?:s|ed|ing)?"
    r"|commit(?:s|ted|ting)?|perpetrat(?:e|es|ed|ing)|execut(?:e|es|ed|ing)|wag(?:e|es|ed|ing)"
    r"|unleash(?:es|ed|ing)?|undert(?:ake|akes|ook|aken|aking)"
)
"""Verbs whose object is what their subject does: "carried out the attack"."""


class Triggers:
    """The words of a report's triggers and of those who take part, by the grammar."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._starts = [span.start for span in tree.spans]

    def verb_of_doing(self, word: int) -> int | None:
        """The active or passive verb of which the doer does what a word names; None where none is told."""
        tree = self._tree
        if tree.tags[word] in _VERBS:
            return word
        above = tree.heads[word]
        is_object = tree.label(word) == "obj" or tree.relations[word] == "nsubj:pass"
        verb = is_object and (_DOING.fullmatch(tree.forms[above]) or AWAY.fullmatch(tree.forms[above]))
        return above if verb else None

    def head(self, span: Span) -> int | None:
        """The word of some words that governs the others, or what a relative pronoun goes back to; None if none."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end - 1) - 1
        inside = range(first, last + 1)
        found = next((w for w in inside if self._tree.heads[w] not in inside or self._tree.heads[w] == w), None)
        return None if found is None else self._tree.antecedent(found)
