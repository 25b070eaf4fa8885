"""The stretches of a report that may be names of places: written with capitals and held by the gazetteer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Article, Span
from onrecord.reading.segmentation import Sentence, Word
from onrecord.resolution.places.wording import NOT_NAMES, PARTICLES

LONGEST_NAME = 6
"""Words that a name may have."""
LONGEST_WORD = 60
"""Characters beyond which a word is no part of a name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch that may name a place: its characters, its sentence, and its first and last word there."""

    span: Span
    sentence: int
    first: int
    last: int


def names(article: Article, parts: Sequence[Sentence], known: Callable[[str], bool]) -> tuple[Name, ...]:
    """The longest known names, left to right, without overlap; `known` asks the gazetteer."""
    found = []
    for number, sentence in enumerate(parts):
        found += list(_in_sentence(article.text, number, sentence.words, known))
    return tuple(found)


def _in_sentence(text: str, number: int, words: Sequence[Word], known: Callable[[str], bool]) -> Iterator[Name]:
    at = 0
    while at < len(words):
        size = _longest(text, words, at, known)
        if size:
            span = _without_possessive(Span.of(text, words[at].start, words[at + size - 1].end))
            yield Name(span, number, at, at + size - 1)
        at += max(size, 1)


def _longest(text: str, words: Sequence[Word], at: int, known: Callable[[str], bool]) -> int:
    """How many words the longest known name that begins at a word has; 0 for none."""
    if not begins_name(words[at]):
        return 0
    for size in range(_room(text, words, at), 0, -1):
        if not words[at + size - 1].is_capitalised or (size == 1 and words[at].lower in NOT_NAMES):
            continue
        if known(_without_possessive(Span.of(text, words[at].start, words[at + size - 1].end)).text):
            return size
    return 0


def begins_name(word: Word) -> bool:
    """Whether a name may begin with a word."""
    return word.is_capitalised and word.end - word.start <= LONGEST_WORD


def _room(text: str, words: Sequence[Word], at: int) -> int:
    """How many words from a word on could be one name: capitalised ones and small ones between them, none apart."""
    size = 1
    while size < LONGEST_NAME and at + size < len(words):
        word, before = words[at + size], words[at + size - 1]
        if before.text.endswith(("'s", "’s")) or not _joins(text, before, word):
            break
        size += 1
    return size


def _joins(text: str, before: Word, word: Word) -> bool:
    if word.end - word.start > LONGEST_WORD or "\n" in text[before.end : word.start]:
        return False
    if word.text == ".":
        return before.text in {"St", "Ste", "Mt", "Ft"}
    return word.is_capitalised or word.lower in PARTICLES


def _without_possessive(span: Span) -> Span:
    if span.text.endswith(("'s", "’s")):
        return Span(span.start, span.end - 2, span.text[:-2])
    return span
