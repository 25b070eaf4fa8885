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

WIDTH = 384
"""Numbers in the vector of a word."""
CORE = 190
"""Pieces that a window is read for, about."""
SURROUNDINGS = 30
"""Pieces before and after that it sees besides, about."""
SECTION = 12_000
"""Words after which a long report is read on in another section."""
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

    def opens(self, word: int) -> bool:
        """Whether a word is the first of its paragraph, or the first behind furniture."""
        if word == 0 or self.sentence[word] == self.sentence[word - 1]:
            return word == 0
        return self.parts[self.sentence[word]].paragraph != self.parts[self.sentence[word - 1]].paragraph


def encode(article: Article) -> Encoded:
    """The whole report's words with their vectors, nothing of the furniture; for reports of ordinary length."""
    parts = sentences(article)
    return _encoded(article, parts, quotations(article.text, paragraphs(article)))


def sections(article: Article, parts: Sequence[Sentence]) -> Iterator[Encoded]:
    """The report's words with their vectors in sections of whole sentences and some SECTION words, in order.

    Reports of up to that length are one section; longer ones are read part after part, so that memory stays bounded.
    """
    marks = quotations(article.text, paragraphs(article))
    begin, filled = 0, 0
    for number, part in enumerate(parts):
        filled += part.span.text.count(" ") + 1
        if filled >= SECTION or number == len(parts) - 1:
            yield _encoded(article, parts[begin : number + 1], marks)
            begin, filled = number + 1, 0


def _encoded(article: Article, parts: Sequence[Sentence], marks: Sequence[Quotation]) -> Encoded:
    places: list[tuple[int, int]] = []
    sentence: list[int] = []
    bounds: list[tuple[int, int]] = []
    for number, part in enumerate(parts):
        found = words(article.text, part.span.start, part.span.end)
        bounds.append((len(places), len(places) + len(found)))
        places += found
        sentence += [number] * len(found)
    paragraph = [parts[number].paragraph for number in sentence]
    vectors = vectors_of(article.text, places, sentence, paragraph, inside(marks, places))
    return Encoded(article.text, tuple(parts), tuple(marks), tuple(places), tuple(sentence), tuple(bounds), vectors)


def vectors_of(
    text: str,
    places: Sequence[tuple[int, int]],
    sentence: Sequence[int],
    paragraph: Sequence[int],
    quoted: Sequence[bool],
) -> np.ndarray:
    """A vector for each word, words × width; `quoted` says which words stand between quotation marks."""
    import numpy as np

    pieces = [pieces_of(text[start:end]) for start, end in places]
    patterns = [capitals(text[start:end]) for start, end in places]
    vectors = np.zeros((len(places), WIDTH), dtype=np.float32)
    opening, closing, _ = special_pieces()
    for first, begin, end, last in windows([len(p) for p in pieces], sentence):
        ids, shapes, settings, heads = [opening], [SIGN], [0], []
        for word in range(first, last):
            heads.append(len(ids))
            ids += pieces[word]
            shapes += [patterns[word]] * len(pieces[word])
            opens = word == 0 or paragraph[word] != paragraph[word - 1]
            settings += [int(opens) + 2 * int(quoted[word])] * len(pieces[word])
        hidden = encoded([*ids, closing], [*shapes, SIGN], [*settings, 0])
        vectors[begin:end] = hidden[heads[begin - first : end - first]]
    return vectors


def inside(marks: Sequence[Quotation], places: Sequence[tuple[int, int]]) -> list[bool]:
    """Whether each word stands between quotation marks."""
    found, at = [], 0
    for start, end in places:
        while at < len(marks) and marks[at].end <= start:
            at += 1
        found.append(at < len(marks) and marks[at].covers(start, end))
    return found


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
