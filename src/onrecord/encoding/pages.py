"""A page as the encoder sees it: pieces, words, and a vector for each word, worked out once for all rooms.

A vector is the row of numbers by which the encoder tells what a word means where it stands; all heads look at vectors.

The whole page is encoded, furniture and all, since it is from these very vectors that furniture is told; what is read
afterwards are the vectors of the report's words. Windows are encoded when they are asked for and the last ones are
kept, so memory stays bounded however long the text is.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from onrecord.encoding.pieces import Piece, pieces
from onrecord.encoding.quotations import Quotation, quotations
from onrecord.encoding.weights import encoded, pieces_of, special_pieces
from onrecord.encoding.windows import Window, windows
from onrecord.encoding.words import SIGN, capitals, words

if TYPE_CHECKING:
    import numpy as np

WIDTH = 384
"""Numbers in the vector of a word."""
_PAGES = 4
"""Pages whose words and vectors are kept at a time: the one that is read, and those that a run makes ahead of it."""
_LONG = 1_000_000
"""Characters beyond which a page is kept only until the next one of such length."""
_WINDOWS = 256
"""Windows of a page whose vectors are kept: some 50,000 words, 80 MB. What is longer is encoded again when it is read."""


class EncodedPage:
    """The words of a page in order: where they stand, in which piece, and their vectors.

    `starts` and `ends` are character offsets, `piece` the number of the piece of each word.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: tuple[Piece, ...] = pieces(text)
        self.starts, self.ends, self.piece = array("L"), array("L"), array("L")
        for number, part in enumerate(self.pieces):
            for start, end in words(text, part.start, part.end):
                self.starts.append(start)
                self.ends.append(end)
                self.piece.append(number)
        self._held: OrderedDict[int, np.ndarray] = OrderedDict()

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The first word that lies between two characters, and the word after the last."""
        first = bisect_left(self.starts, start)
        return first, max(first, bisect_right(self.ends, end))

    def words_between(self, start: int, end: int) -> tuple[list[tuple[int, int]], list[int]]:
        """The words between two characters as places, and which words of the page they are.

        A word of the page that begins or ends beyond is cut ("frontierAP" before a credit), and keeps its number.
        """
        first, last = self.within(start, end)
        if first < last and self.starts[first] == start and self.ends[last - 1] == end:
            return list(zip(self.starts[first:last], self.ends[first:last], strict=True)), list(range(first, last))
        found = words(self.text, start, end)
        return found, [max(0, bisect_right(self.starts, place[0]) - 1) for place in found]

    def vectors(self, first: int, last: int) -> np.ndarray:
        """The vectors of the words from `first` up to `last`, words × width."""
        import numpy as np

        found = np.zeros((last - first, WIDTH), dtype=np.float32)
        at = bisect_right(self._begins, first) - 1
        while first < last:
            _, begin, end, _ = self._windows[at]
            stop = min(end, last)
            found[len(found) - (last - first) : len(found) - (last - stop)] = self._window(at)[
                first - begin : stop - begin
            ]
            first, at = stop, at + 1
        return found

    def _window(self, number: int) -> np.ndarray:
        """The vectors of the words that a window is read for."""
        held = self._held.get(number)
        if held is None:
            held = self._held[number] = window_vectors(self._ids, self._shapes, self._settings, self._windows[number])
            if len(self._held) > _WINDOWS:
                self._held.popitem(last=False)
        return held

    @cached_property
    def _ids(self) -> list[tuple[int, ...]]:
        return [pieces_of(self.text[start:end]) for start, end in zip(self.starts, self.ends, strict=True)]

    @cached_property
    def _shapes(self) -> list[int]:
        return [capitals(self.text[start:end]) for start, end in zip(self.starts, self.ends, strict=True)]

    @cached_property
    def _settings(self) -> list[int]:
        lines = ((p.line_start, p.line_start + len(p.line_text)) for p in self.pieces if p.boundary == "line")
        quoted = inside(quotations(self.text, lines), list(zip(self.starts, self.ends, strict=True)))
        opens = [p.boundary != "sentence" for p in self.pieces]
        return [
            setting(opens[number] and (word == 0 or self.piece[word - 1] != number), quoted[word])
            for word, number in enumerate(self.piece)
        ]

    @cached_property
    def _windows(self) -> list[Window]:
        return list(windows([len(ids) for ids in self._ids], self.piece))

    @cached_property
    def _begins(self) -> list[int]:
        return [begin for _, begin, _, _ in self._windows]


def encoded_page(text: str) -> EncodedPage:
    """The words and vectors of a page; the same ones for every room that asks while the page is being read."""
    return _long_page(text) if len(text) > _LONG else _page(text)


@lru_cache(maxsize=_PAGES)
def _page(text: str) -> EncodedPage:
    return EncodedPage(text)


@lru_cache(maxsize=1)
def _long_page(text: str) -> EncodedPage:
    return EncodedPage(text)


def setting(opens: bool, quoted: bool) -> int:
    """Two bits: the word opens a paragraph; the word stands within quotation marks."""
    return int(opens) + 2 * int(quoted)


def window_vectors(
    ids: Sequence[Sequence[int]], shapes: Sequence[int], settings: Sequence[int], window: Window
) -> np.ndarray:
    """The vectors of the words that a window is read for, from each word's word pieces, capitals and setting."""
    first, begin, end, last = window
    opening, closing, _ = special_pieces()
    flat, patterns, bits, heads = [opening], [SIGN], [0], []
    for word in range(first, last):
        heads.append(len(flat))
        flat += ids[word]
        patterns += [shapes[word]] * len(ids[word])
        bits += [settings[word]] * len(ids[word])
    hidden = encoded([*flat, closing], [*patterns, SIGN], [*bits, 0])
    return hidden[heads[begin - first : end - first]]


def inside(marks: Sequence[Quotation], places: Sequence[tuple[int, int]]) -> list[bool]:
    """Whether each word stands between quotation marks."""
    found, at = [], 0
    for start, end in places:
        while at < len(marks) and marks[at].end <= start:
            at += 1
        found.append(at < len(marks) and marks[at].covers(start, end))
    return found
