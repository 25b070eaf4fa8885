"""Which lines of a page stand in its main text, though the two were set by different hands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

_WORD: Final = re.compile(r"\w+")
_SHINGLE: Final = 3
_FEWEST_WORDS: Final = 4
_SHARED: Final = 0.6


def words_of(line: str) -> tuple[str, ...]:
    """The words of a line, folded, without punctuation: what two settings of the same line have in common."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", line).casefold()))


def same_or_part(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the words of one line stand in those of the other, as a headline does in `headline | outlet`."""
    one, other = (f" {' '.join(words)} " for words in (some, others))
    return bool(some and others) and (one in other or other in one)


def kept_lines(page: Sequence[str], main: Sequence[str]) -> list[bool]:
    """For each line of the page, whether it stands in the main text.

    Lines that are the same in both are paired in order, so that a headline repeated in a list of links is not taken
    for the headline. Of what is left over, a line of four words or more is kept when most of its three-word runs
    stand in main lines that were not paired: lines split, joined, or cut around a tag.
    """
    if not main:
        return [False] * len(page)
    page_words = [words_of(line) for line in page]
    main_words = [words for line in main if (words := words_of(line))]
    kept = [False] * len(page_words)
    left_over = [True] * len(main_words)
    for on_page, in_main, size in SequenceMatcher(None, page_words, main_words).get_matching_blocks():
        kept[on_page : on_page + size] = [True] * size
        left_over[in_main : in_main + size] = [False] * size
    runs = {run for words, left in zip(main_words, left_over, strict=True) if left for run in _runs(words)}
    return [is_kept or _mostly_in(words, runs) for is_kept, words in zip(kept, page_words, strict=True)]


def _mostly_in(words: tuple[str, ...], runs: set[tuple[str, ...]]) -> bool:
    if len(words) < _FEWEST_WORDS or not runs:
        return False
    own = list(_runs(words))
    return sum(run in runs for run in own) >= _SHARED * len(own)


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[start : start + _SHINGLE] for start in range(max(1, len(words) - _SHINGLE + 1)))
