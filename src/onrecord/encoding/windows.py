"""The windows in which a text is encoded: whole sentences, each window with some words around those it is read for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

CORE = 250
"""Word pieces that a window is read for, about."""
SURROUNDINGS = 32
"""Word pieces before and after that it sees besides, about."""
MOST = 318
"""Word pieces that a window holds at most, its two marks left out; the encoder learnt from windows of as many."""

Window = tuple[int, int, int, int]
"""First word seen, first word read for, the word after the last read for, and the word after the last seen."""


def windows(lengths: Sequence[int], sentence: Sequence[int]) -> Iterator[Window]:
    """The windows of a text in order; every word is read for in exactly one.

    `lengths` are how many word pieces each word has. Windows end at sentences where they can.
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
