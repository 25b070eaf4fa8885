"""A sentence as the grammar of time sees it: its words and numbers, each turned into one letter that says its classes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.reading.timewords.lexicon import ABBREVIATED_MONTHS, ABBREVIATED_WEEKDAYS, CLASSES_OF, MONTHS

_TOKEN = re.compile(
    r"(?P<ISO>(?<![\w/.-])\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\w/-]))"
    r"|(?P<NUMERIC>(?<![\w/.])\d{1,2}(?P<mark>[/.])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\w/]|\.\d))"
    r"|(?P<CLOCK>(?<![\w.:])\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
    r"|(?P<NTH>(?<![\w.])\d{1,3}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<DECADE>(?<![\w.])(?:\d{2,3}|['’‘]\d)0['’]?s(?!\w))"
    r"|(?P<SHORTYEAR>['’‘]\d\d(?![\w]))"
    r"|(?P<MERIDIEM>(?<=[\d\s])[ap]\.?\s?m(?:\.(?!\w)|(?![\w.]))|(?<=\d)hrs?(?!\w))"
    r"|(?P<BIG>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d))"
    r"|(?P<DECIMAL>\d+\.\d+)"
    r"|(?P<CODE>[^\W\d_]+\d\w*)"
    r"|(?P<NUMBER>\d+)"
    r"|(?P<WORD>[^\W\d_]+)"
    r"|(?P<DASH>[-–—‒])"
    r"|(?P<OTHER>[^\w\s]|_)",
    re.IGNORECASE,
)
_CAPITAL_ONLY = frozenset(m.lower() for m in MONTHS[2:5:2])
"""March and May: words of their own in small letters."""
_FULL_MONTHS = frozenset(m.lower() for m in MONTHS)
_PUNCTUATION = {",": "COMMA", ".": "DOT", "'": "MARK", "’": "MARK"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Where each word stands, and the letters for their classes, one a word."""

    places: tuple[tuple[int, int], ...]
    letters: str


class Alphabet:
    """One letter for each set of classes that a word can have; patterns name classes, texts hold letters.

    `literals` are the words that rules name themselves ("of", "until"); each is a class of its own.
    """

    def __init__(self, literals: Iterable[str]) -> None:
        self._literals = frozenset(literals)
        self._letters: dict[frozenset[str], str] = {frozenset(): "."}
        words = self._literals | CLASSES_OF.keys() | _FULL_MONTHS | ABBREVIATED_MONTHS.keys()
        self._words = {
            form: self._letter(_of_word(form) | ({word} & self._literals))
            for word in sorted(words | ABBREVIATED_WEEKDAYS.keys())
            for form in (word, word.capitalize(), word.upper())
        }
        for kinds in (*_KINDS_OF_NUMBERS, *(frozenset({name}) for name in _NAMED_KINDS)):
            self._letter(kinds)

    def letters_of(self, name: str) -> str:
        """All letters of words that belong to a class, for use between square brackets."""
        return "".join(sorted(letter for kinds, letter in self._letters.items() if name in kinds))

    def letters_of_all(self) -> str:
        """All letters of words that the grammar knows at all."""
        return "".join(sorted(letter for kinds, letter in self._letters.items() if kinds))

    def tokens(self, text: str, start: int, end: int) -> Tokens:
        """The words between two places of a text."""
        places: list[tuple[int, int]] = []
        letters: list[str] = []
        for match in _TOKEN.finditer(text, start, end):
            kind = match.lastgroup
            word = match.group()
            places.append(match.span())
            if kind == "WORD":
                letters.append(self._words.get(word, "."))
            elif kind == "NUMBER":
                letters.append(self._letters.get(_of_number(word), "."))
            else:
                letters.append(self._letters.get(frozenset({_PUNCTUATION.get(word, str(kind))}), "."))
        return Tokens(tuple(places), "".join(letters))

    def _letter(self, kinds: frozenset[str]) -> str:
        return self._letters.setdefault(kinds, chr(0xE000 + len(self._letters)))


def _of_word(word: str) -> frozenset[str]:
    lower = word.lower()
    found = set(CLASSES_OF.get(lower, ()))
    if lower in _FULL_MONTHS and (word[0].isupper() or lower not in _CAPITAL_ONLY):
        found.add("MONTH")
    if word[0].isupper() and lower in ABBREVIATED_MONTHS:
        found.add("MONTH")
    if word[0].isupper() and lower in ABBREVIATED_WEEKDAYS:
        found.add("SHORTWEEKDAY")
    return frozenset(found)


_NAMED_KINDS = "ISO NUMERIC CLOCK NTH DECADE SHORTYEAR MERIDIEM BIG DECIMAL DASH COMMA DOT MARK".split()


def _of_number(digits: str) -> frozenset[str]:
    """A day of a month, the end of a year, a year, a count: a number may be several of them."""
    found = set()
    if len(digits) <= 2 and 1 <= int(digits) <= 31:
        found.add("DAY")
    if len(digits) == 2:
        found.add("TWO")
    if len(digits) == 4 and 1000 <= int(digits) <= 2199:
        found.add("YEAR")
    if 5 <= len(digits) <= 6:
        found.add("FARYEAR")
    if len(digits) <= 4:
        found.add("NUM")
    return frozenset(found)


_KINDS_OF_NUMBERS = tuple(
    _of_number(digits) for digits in ("5", "12", "00", "99", "700", "1914", "9999", "20011", "1234567")
)
