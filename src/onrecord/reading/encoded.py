"""A report as heads see it: its words in sentences and paragraphs, nothing of the furniture, and their vectors."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.encoding.pages import WIDTH, EncodedPage, encoded_page
from onrecord.encoding.quotations import Quotation, quotations
from onrecord.model import Article, Span
from onrecord.reading.segmentation import Sentence, paragraphs, sentences

if TYPE_CHECKING:
    import numpy as np

SECTION = 12_000
"""Words after which a long report is read on in another section."""


@dataclass(frozen=True)
class Encoded:
    """The words of a report with their places, sentences and paragraphs, and the vectors that the encoder gave them."""

    text: str
    parts: tuple[Sentence, ...]
    marks: tuple[Quotation, ...]
    places: tuple[tuple[int, int], ...]
    sentence: tuple[int, ...]
    bounds: tuple[tuple[int, int], ...]
    """First word and word after the last of each sentence."""
    vectors: np.ndarray
    """Words × width."""

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The words as they stand."""
        return tuple(self.text[start:end] for start, end in self.places)

    @cached_property
    def solid(self) -> tuple[bool, ...]:
        """Whether each word holds a letter, a digit or one of $%&, rather than punctuation alone."""
        return tuple(any(c.isalnum() or c in "$%&" for c in form) for form in self.forms)

    def span(self, first: int, last: int) -> Span:
        """The characters from one word to another, both included."""
        return Span.of(self.text, self.places[first][0], self.places[last][1])

    def words_of(self, span: Span) -> tuple[int, int] | None:
        """First and last word that share a character with a span; None where none does."""
        first = bisect_right(self.places, span.start, key=lambda place: place[1])
        last = bisect_left(self.places, span.end, key=lambda place: place[0]) - 1
        return (first, last) if first <= last else None

    def opens(self, word: int) -> bool:
        """Whether a word is the first of its paragraph, or the first behind furniture."""
        if word == 0 or self.sentence[word] == self.sentence[word - 1]:
            return word == 0
        return self.parts[self.sentence[word]].paragraph != self.parts[self.sentence[word - 1]].paragraph


def encode(article: Article) -> Encoded:
    """The whole report's words with their vectors, nothing of the furniture; for reports of ordinary length."""
    parts = sentences(article)
    return _encoded(encoded_page(article.text), parts, quotations(article.text, paragraphs(article)))


def sections(article: Article, parts: Sequence[Sentence]) -> Iterator[Encoded]:
    """The report's words with their vectors in sections of whole sentences and some SECTION words, in order.

    Reports of up to that length are one section; longer ones are read part after part, so that memory stays bounded.
    """
    marks = quotations(article.text, paragraphs(article))
    page = encoded_page(article.text)
    begin, filled = 0, 0
    for number, part in enumerate(parts):
        filled += part.span.text.count(" ") + 1
        if filled >= SECTION or number == len(parts) - 1:
            yield _encoded(page, parts[begin : number + 1], marks)
            begin, filled = number + 1, 0


def _encoded(page: EncodedPage, parts: Sequence[Sentence], marks: Sequence[Quotation]) -> Encoded:
    import numpy as np

    places: list[tuple[int, int]] = []
    bounds: list[tuple[int, int]] = []
    numbers: list[int] = []
    for part in parts:
        found, at = page.words_between(part.span.start, part.span.end)
        bounds.append((len(places), len(places) + len(found)))
        places += found
        numbers += at
    sentence = tuple(number for number, (begin, end) in enumerate(bounds) for _ in range(begin, end))
    if not numbers:
        return Encoded(page.text, tuple(parts), tuple(marks), (), (), (), np.zeros((0, WIDTH), dtype=np.float32))
    vectors = np.concatenate([page.vectors(first, last + 1) for first, last in _runs(numbers)])
    return Encoded(page.text, tuple(parts), tuple(marks), tuple(places), sentence, tuple(bounds), vectors)


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each stretch of numbers in which each follows the one before."""
    first = 0
    for at in range(1, len(numbers) + 1):
        if at == len(numbers) or numbers[at] != numbers[at - 1] + 1:
            yield numbers[first], numbers[at - 1]
            first = at
