"""A report as the encoder sees it: words in sentences and paragraphs, and a vector for every word.

Long reports are read in windows of whole sentences; each window sees some sentences before and after those that it is
read for, so memory stays bounded and no sentence is read without its surroundings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.model import Article, Span
from onrecord.reading.quotations import Quotation, quotations
from onrecord.reading.segmentation import Sentence, paragraphs, sentences
from onrecord.reading.weights import encoded, pieces_of, special_pieces
from onrecord.reading.words import SIGN, capitals, words

if TYPE_CHECKING:
    import numpy as np

CORE = 160
"""Pieces that a window is read for, about."""
SURROUNDINGS = 44
"""Pieces before and after that it sees besides, about."""
MOST = 254
"""Pieces that a window holds at most, its two marks left out."""


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

    def paragraph_of(self, word: int) -> int:
        """The number of the paragraph that a word stands in."""
        return self.parts[self.sentence[word]].paragraph


def encode(article: Article) -> Encoded:
    """The report's words with their vectors; nothing of the furniture."""
    parts = sentences(article)
    marks = quotations(article.text, paragraphs(article))
    places: list[tuple[int, int]] = []
    sentence: list[int] = []
    bounds: list[tuple[int, int]] = []
    for number, part in enumerate(parts):
        found = words(article.text, part.span.start, part.span.end)
        bounds.append((len(places), len(places) + len(found)))
        places += found
        sentence += [number] * len(found)
    vectors = _vectors(article.text, parts, marks, places, sentence)
    return Encoded(article.text, parts, marks, tuple(places), tuple(sentence), tuple(bounds), vectors)


def _vectors(
    text: str,
    parts: Sequence[Sentence],
    marks: Sequence[Quotation],
    places: Sequence[tuple[int, int]],
    sentence: Sequence[int],
) -> np.ndarray:
    import numpy as np

    pieces = [pieces_of(text[start:end]) for start, end in places]
    patterns = [capitals(text[start:end]) for start, end in places]
    opens = [w == 0 or parts[sentence[w]].paragraph != parts[sentence[w - 1]].paragraph for w in range(len(places))]
    inside = _inside(marks, places)
    vectors = np.zeros((len(places), 384), dtype=np.float32)
    opening, closing, _ = special_pieces()
    for first, begin, end, last in windows([len(p) for p in pieces], sentence):
        ids, shapes, settings, heads = [opening], [SIGN], [0], []
        for word in range(first, last):
            heads.append(len(ids))
            ids += pieces[word]
            shapes += [patterns[word]] * len(pieces[word])
            settings += [int(opens[word]) + 2 * int(inside[word])] * len(pieces[word])
        hidden = encoded([*ids, closing], [*shapes, SIGN], [*settings, 0])
        vectors[begin:end] = hidden[heads[begin - first : end - first]]
    return vectors


def _inside(marks: Sequence[Quotation], places: Sequence[tuple[int, int]]) -> list[bool]:
    inside, at = [], 0
    for start, end in places:
        while at < len(marks) and marks[at].end <= start:
            at += 1
        inside.append(at < len(marks) and marks[at].covers(start, end))
    return inside


def windows(lengths: Sequence[int], sentence: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
    """First word seen, first and last word read for, and last word seen, of each window in order.

    `lengths` are the pieces of each word. Windows end at sentences where they can; every word is read for once.
    """
    count, begin = len(lengths), 0
    while begin < count:
        end = _reach(lengths, sentence, begin)
        first, room = begin, SURROUNDINGS
        while first > 0 and lengths[first - 1] <= room:
            first -= 1
            room -= lengths[first]
        last = end
        room = min(SURROUNDINGS, MOST - sum(lengths[first:end]))
        while last < count and lengths[last] <= room:
            room -= lengths[last]
            last += 1
        yield first, begin, end, last
        begin = end


def _reach(lengths: Sequence[int], sentence: Sequence[int], begin: int) -> int:
    """The word before which a window that begins here ends: a sentence's end, or the last word that fits."""
    filled, end, best = 0, begin, begin
    limit = MOST - SURROUNDINGS
    while end < len(lengths) and filled + lengths[end] <= limit:
        filled += lengths[end]
        end += 1
        if end == len(lengths) or sentence[end] != sentence[end - 1]:
            best = end
            if filled >= CORE:
                break
    return best if best > begin else max(end, begin + 1)
