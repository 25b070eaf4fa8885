"""The words of a text as the search knows them: in small letters, without accents, the same on every database.

A word is a run of letters and digits, compatibility forms resolved (`ﬁ` is `fi`), accents dropped and case folded; all
else parts words. It counts up to its 64th character. No database's own rules for words come into it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 64
"""Characters of a word that count."""
_WORD = re.compile(r"[^\W_]+")


class _Folding(dict[int, str]):
    """Each character's plain form, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        apart = unicodedata.normalize("NFKD", chr(code))
        self[code] = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
        return self[code]


_PLAIN = _Folding()


class Token(NamedTuple):
    """A word with the characters of the text that it stands in; a plain tuple, since a search makes very many."""

    word: str
    start: int
    end: int


def words_of(text: str) -> list[str]:
    """The words of a text, in order."""
    return [word[:LONGEST] for word in _WORD.findall(text.translate(_PLAIN))]


def tokens_of(text: str) -> list[Token]:
    """The same words with their places in the text; two that come of one character share it."""
    if text.isascii():
        return [Token(m[0][:LONGEST], m.start(), m.end()) for m in _WORD.finditer(text.lower())]
    plain, places = "".join(_plain_characters(text)), list(_places(text))
    return [
        Token(m[0][:LONGEST], places[m.start()], _end(text, places[m.end() - 1] + 1)) for m in _WORD.finditer(plain)
    ]


def _plain_characters(text: str) -> Iterator[str]:
    return (_PLAIN[ord(character)] for character in text)


def _places(text: str) -> Iterator[int]:
    """For each plain character, the place of the character that it comes of."""
    return (place for place, character in enumerate(text) for _ in _PLAIN[ord(character)])


def _end(text: str, end: int) -> int:
    """The end of a word with the accents that stand after its last letter as characters of their own."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
