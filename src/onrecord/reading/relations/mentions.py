"""The mentions of actors and places in the grammar: each by the word that governs the rest of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.reading.reader import Found, Relations
from onrecord.reading.relations.tree import Tree

PLACE = "place"
_WITHIN_NAMES = frozenset({"flat", "goeswith"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Words that mean somebody or somewhere: kind of actor or "place", first and last word, and the governing word."""

    span: Span
    kind: str
    first: int
    last: int
    head: int


@dataclass(frozen=True)
class Mentions:
    """The mentions of a report: by governing words, of two the longer one; by every word in them; by spans."""

    by_head: dict[int, Mentioned]
    covering: dict[int, tuple[Mentioned, ...]]
    by_span: dict[Span, Mentioned]

    @classmethod
    def of(cls, tree: Tree, spans: Iterable[tuple[Span, str]]) -> Mentions:
        """The mentions with the given spans and kinds; those that hold no word of the grammar are left out."""
        found = [m for m in (_mentioned(tree, span, kind) for span, kind in spans) if m is not None]
        by_head: dict[int, Mentioned] = {}
        covering: dict[int, list[Mentioned]] = {}
        for mention in sorted(found, key=lambda m: (m.span.start, m.span.end, m.kind)):
            held = by_head.get(mention.head)
            if held is None or _length(mention) > _length(held):
                by_head[mention.head] = mention
            for word in range(mention.first, mention.last + 1):
                covering.setdefault(word, []).append(mention)
        return cls(by_head, {word: tuple(held) for word, held in covering.items()}, {m.span: m for m in found})

    def at(self, tree: Tree, word: int) -> Mentioned | None:
        """The mention that a word governs, or the shortest one whose name it is part of."""
        if word in self.by_head:
            return self.by_head[word]
        named = [m for m in self.covering.get(word, ()) if _is_of_name(tree, word, m.head)]
        return min(named, key=_length, default=None)

    def of_span(self, span: Span) -> Mentioned | None:
        """The mention that has a span."""
        return self.by_span.get(span)


def spans_of(found: Found) -> list[tuple[Span, str]]:
    """The spans and kinds of all that a reader takes for an actor or a place."""
    actors = [(m.span, chain.kind) for chain in found.chains for m in chain.mentions]
    return actors + [(thing.span, PLACE) for thing in found.things if thing.kind == PLACE]


def _is_of_name(tree: Tree, word: int, head: int) -> bool:
    """Whether two words hang together by nothing but the relations within a name, or from one governor."""
    if _top_of_name(tree, word, head) == head or _top_of_name(tree, head, word) == word:
        return True
    return tree.heads[word] == tree.heads[head] and {tree.tags[word], tree.tags[head]} <= {"PROPN"}


def _top_of_name(tree: Tree, word: int, until: int) -> int:
    while word != until and tree.label(word) in _WITHIN_NAMES:
        word = tree.heads[word]
    return word


def _length(mention: Mentioned) -> int:
    return mention.last - mention.first


def head_of(grammar: Relations, span: Span) -> Span | None:
    """The word that governs the others of a span, a noun or pronoun if any does; None where it holds no word."""
    words = words_of(grammar.words, span)
    return grammar.words[_governing(words, grammar.heads, grammar.tags)] if words else None


def _mentioned(tree: Tree, span: Span, kind: str) -> Mentioned | None:
    words = words_of(tree.spans, span)
    return Mentioned(span, kind, words[0], words[-1], _governing(words, tree.heads, tree.tags)) if words else None


def head_and_span(tree: Tree, span: Span) -> tuple[int, Span] | None:
    """The number of the word that governs the others of a span, and the span; None where it holds no word."""
    words = words_of(tree.spans, span)
    return (_governing(words, tree.heads, tree.tags), span) if words else None


def words_of(places: Sequence[Span], span: Span) -> range:
    """The numbers of the words that share characters with a span."""
    first = bisect_left(places, span.start, key=lambda word: word.end - 1)
    return range(first, bisect_left(places, span.end, key=lambda word: word.start))


def _governing(words: range, heads: Sequence[int], tags: Sequence[str]) -> int:
    """Of the words governed from outside the one with the most words below it, a noun or pronoun before others."""
    below = dict.fromkeys(words, 0)
    for word in words:
        top = word
        while heads[top] in words and heads[top] != top:
            top = heads[top]
        below[top] += 1
    return max(words, key=lambda word: (below[word] > 0, tags[word] in _NOMINAL, below[word], -word))
