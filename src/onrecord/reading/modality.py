"""What the grammar alone says of an event: that it may be, will be, is not, or is only if; None where it is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import EventStatus
from onrecord.reading.encoded import Encoded
from onrecord.reading.grammar import Grammar

_MAY = frozenset({"may", "might", "could"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_IF = frozenset({"if", "unless", "provided"})
_PLANNED_BY = frozenset({"xcomp", "acl", "ccomp"})
_PLAN = re.compile(r"plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|intentions?|scheduled|due|set|prepar(?:es?|ed|ing)")
_NOUN_OF = frozenset({"obj", "nsubj:pass", "nsubj"})
_NOUNS = frozenset({"NOUN", "PROPN"})


class Modality:
    """The words below each word of a report, from which the modal words of an event are found."""

    def __init__(self, report: Encoded, tree: Grammar) -> None:
        self._forms = [form.lower() for form in report.forms]
        self._tree = tree
        self._below: list[list[int]] = [[] for _ in report.forms]
        for word, head in enumerate(tree.heads):
            if head != word:
                self._below[head].append(word)

    def of(self, first: int, last: int) -> EventStatus | None:
        """What stands with the trigger from `first` to `last`, or with the verb of which it is subject or object."""
        word = self._top(first, last)
        verb = self._verb(word)
        near = [self._forms[c] for c in self._modal(word, verb)]
        if any(form in _NOT for form in near) or "no" in (self._forms[c] for c in self._under(word, "det", "advmod")):
            return "negated"
        if any(self._forms[c] in _IF for c in self._under(verb, "mark")):
            return "conditional"
        if any(form in _MAY for form in near):
            return "possible"
        return "future" if any(form in _WILL for form in near) or self._is_planned(verb) else None

    def _is_planned(self, verb: int) -> bool:
        """Whether another verb or a noun puts it ahead: "is planning to hold", "plans to", "due to begin"."""
        above = self._tree.heads[verb]
        hangs = self._tree.relations[verb] in _PLANNED_BY and above != verb
        return hangs and _PLAN.fullmatch(self._forms[above]) is not None

    def _top(self, first: int, last: int) -> int:
        """The word of a trigger that governs its other words."""
        return next((w for w in range(first, last + 1) if not first <= self._tree.heads[w] <= last), last)

    def _verb(self, word: int) -> int:
        tree = self._tree
        if tree.tags[word] in _NOUNS and tree.relations[word] in _NOUN_OF:
            return tree.heads[word]
        return word

    def _modal(self, word: int, verb: int) -> Iterator[int]:
        yield from self._under(verb, "aux", "advmod", "cc:preconj")
        if word != verb:
            yield from self._under(word, "aux")

    def _under(self, word: int, *relations: str) -> Iterator[int]:
        return (child for child in self._below[word] if self._tree.relations[child] in relations)
