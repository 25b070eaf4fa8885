"""Words, sentences and paragraphs of a report, furniture left out, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from onrecord.encoding.sentences import sentence_ends, trimmed
from onrecord.model import Article, Span

_WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:[-'’.]\w+)*\.?(?<=[A-Za-z]\.[A-Za-z]\.)|\w+(?:[-'’]\w+)*|[^\w\s]")

LONGEST_SENTENCE = 1_500
"""Characters after which a sentence without an end is cut at a space."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word or punctuation mark and where it stands."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """The word in small letters, for look-up."""
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or digit, rather than punctuation."""
        return self.text[0].isalnum() or self.text[0] == "_"

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True)
class Sentence:
    """One sentence: its characters, its words, and the number of the paragraph that it stands in."""

    span: Span
    paragraph: int

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words and punctuation marks in order."""
        return tuple(words(self.span.text, self.span.start))


def words(text: str, offset: int = 0) -> Iterator[Word]:
    """The words and punctuation marks of `text`, their places counted from `offset`."""
    for match in _WORD.finditer(text):
        yield Word(match.start() + offset, match.end() + offset, match.group())


def paragraphs(article: Article) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch of report between line breaks and furniture, in order."""
    position = 0
    for start, end in [*((f.start, f.end) for f in article.furniture), (len(article.text), len(article.text))]:
        for match in re.finditer(r"[^\n]+", article.text[position:start]):
            if match.group().strip():
                yield trimmed(article.text, position + match.start(), position + match.end())
        position = max(position, end)


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the report in order; nothing of the furniture."""
    found = []
    for number, (start, end) in enumerate(paragraphs(article)):
        position = start
        for stop in _with_rests([start, *sentence_ends(article.text, start, end), end], article.text):
            first, last = trimmed(article.text, position, stop)
            if last > first:
                found.append(Sentence(Span.of(article.text, first, last), number))
            position = stop
    return tuple(found)


def _with_rests(ends: Sequence[int], text: str) -> Iterator[int]:
    """The ends of sentences, the first of them left out, with places to rest in those longer than any sentence.

    What has no full stop for so long is a list or a damaged page; rests keep the time to read it in proportion.
    """
    for start, end in pairwise(ends):
        position = start
        while end - position > LONGEST_SENTENCE:
            space = text.rfind(" ", position + 1, position + LONGEST_SENTENCE)
            position = space if space > position else position + LONGEST_SENTENCE
            yield position
        yield end
