"""What somebody searches for: words, beginnings of words (`talk*`) and phrases ("peace talks"), all to be found.

Nothing else in a query means anything: brackets, signs and words such as AND or NEAR are what they are in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.errors import UsageError
from onrecord.record.search.tokens import Token, words_of

MOST_TERMS = 32
"""Words and phrases that one query may have."""
_MOST_CHARACTERS = 10_000
_PARTS = re.compile(r'["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\s"“”„«»]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after another; `begins` when the last is only the beginning of a word."""

    words: tuple[str, ...]
    begins: bool = False

    def places(self, held: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Where it stands among the words of a text: the number of its first word, and of the one after its last."""
        for at in self._starts([token.word for token in held]):
            yield at, at + len(self.words)

    def stands_in(self, held: Sequence[str]) -> bool:
        """Whether it stands among these words."""
        return next(self._starts(held), None) is not None

    def times(self, held: Sequence[str]) -> int:
        """How often it stands among these words."""
        return sum(1 for _ in self._starts(held))

    def _starts(self, held: Sequence[str]) -> Iterator[int]:
        *whole, last = self.words
        for at in range(len(held)) if self.begins and not whole else _places_of(self.words[0], held):
            end = at + len(whole)
            if end < len(held) and held[at:end] == whole and self._ends_in(held[end], last):
                yield at

    def _ends_in(self, held: str, last: str) -> bool:
        return held.startswith(last) if self.begins else held == last


def _places_of(word: str, held: Sequence[str]) -> Iterator[int]:
    at = -1
    for _ in range(held.count(word)):
        at = held.index(word, at + 1)
        yield at


def terms_of(text: str) -> tuple[Term, ...]:
    """The terms of a query, each once; UsageError for one without words or with more than can be meant."""
    if len(text) > _MOST_CHARACTERS:
        raise UsageError(f"the query has {len(text):,} characters; give at most {_MOST_CHARACTERS:,}")
    found = tuple(dict.fromkeys(term for phrase, word in _PARTS.findall(text) if (term := _term(phrase or word))))
    if not found:
        raise UsageError(
            'give a word to search for: a word, the beginning of one (talk*) or a phrase ("peace talks")'
        )
    if len(found) > MOST_TERMS:
        raise UsageError(f"the query has {len(found)} words and phrases; give at most {MOST_TERMS}")
    return found


def _term(part: str) -> Term | None:
    words = tuple(words_of(part))
    return Term(words, part.rstrip().endswith("*")) if words else None
