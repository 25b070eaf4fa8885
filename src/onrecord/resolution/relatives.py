"""Whom a relative pronoun means that is a source by itself: "Faqir Mohammad, who said last year that …"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import Span
from onrecord.reading.reader import Relations
from onrecord.reading.relations.tree import RELATIVE, Tree

_MOST_APPOSED = 4
_RELATIVE_CLAUSE = "relcl"
_FARTHEST = 8
"""Words behind a pronoun within which the verb of its clause is looked for."""


@dataclass
class Relatives:
    """The relative pronouns of a report, each with the nouns that it goes back to."""

    text: str
    grammar: Relations | None

    def meant(self, source: Span) -> tuple[Span, ...]:
        """The noun that a pronoun goes back to and those in apposition to it, the nearest first; () for other words.

        Each is given with the words that govern nothing but it: its compounds and flat parts ("Maulvi Faqir Mohammad").
        """
        if source.text.lower() not in RELATIVE:
            return ()
        word = bisect_right(self._starts, source.start) - 1
        if word < 0 or self._tree.spans[word] != source:
            return ()
        noun = self._antecedent(word)
        nouns = () if noun is None else (n for n in self._with_apposed(noun) if n < word)
        return tuple(self._name(n) for n in sorted(nouns, reverse=True))

    def _antecedent(self, word: int) -> int | None:
        """The noun before a pronoun on which its clause hangs, also where the pronoun was hung on another verb."""
        noun = self._tree.antecedent(word)
        if noun < word:
            return noun
        behind = range(word + 1, min(word + _FARTHEST, len(self._tree.heads)))
        return next(
            (
                self._tree.heads[v]
                for v in behind
                if _RELATIVE_CLAUSE in self._tree.relations[v].split(":")[1:] and self._tree.heads[v] < word
            ),
            None,
        )

    def _with_apposed(self, noun: int) -> Iterator[int]:
        """A noun, what stands beside it, and what it stands beside."""
        yield noun
        yield from list(self._tree.children(noun, "appos"))[:_MOST_APPOSED]
        if self._tree.label(noun) == "appos":
            yield self._tree.heads[noun]

    def _name(self, noun: int) -> Span:
        words = [noun, *self._tree.children(noun, "compound", "flat", "nmod:desc", "amod")]
        return Span.of(self.text, self._tree.spans[min(words)].start, self._tree.spans[max(words)].end)

    @cached_property
    def _tree(self) -> Tree:
        return Tree.of(self.grammar or Relations((), (), (), ()))

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self._tree.spans]
