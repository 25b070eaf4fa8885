"""Words, sentences and paragraphs of a report, furniture left out, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import Article, Span

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*\.?(?<=[A-Za-z]\.[A-Za-z]\.)|\w+(?:[-'’]\w+)*|[^\w\s]")
_END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s|$)")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt brig adm gov sen rep rev hon st jr sr vs no nos etc inc corp co ltd "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun approx dept est fig "
    "messrs pres supt cpl pvt cmdr".split()
)
_OPENS_SENTENCE = re.compile(r"\s+[\"“‘'«(\[—–-]*\s*[A-Z0-9À-ÞА-Я]")


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
                yield _trimmed(article.text, position + match.start(), position + match.end())
        position = max(position, end)


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the report in order; nothing of the furniture."""
    found = []
    for number, (start, end) in enumerate(paragraphs(article)):
        position = start
        for stop in [*_sentence_ends(article.text, start, end), end]:
            first, last = _trimmed(article.text, position, stop)
            if last > first:
                found.append(Sentence(Span.of(article.text, first, last), number))
            position = stop
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    for match in _END.finditer(text, start, end):
        if match.end() < end and _OPENS_SENTENCE.match(text, match.end()) and not _abbreviates(text, match):
            yield match.end()


def _abbreviates(text: str, match: re.Match[str]) -> bool:
    """Whether the full stop ends an abbreviation or an initial rather than a sentence."""
    if match.group() != ".":
        return False
    before = re.search(r"[\w.]+$", text[max(0, match.start() - 20) : match.start()])
    if before is None:
        return False
    word = before.group().lower()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or bool(re.fullmatch(r"(\w\.)+\w", word))
