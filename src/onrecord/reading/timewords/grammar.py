"""Words parsed by the grammar of time: which rule they follow and what fills its slots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.reading.timewords.rules import RULES
from onrecord.reading.timewords.tokens import Alphabet, Tokens

_ITEM = re.compile(r"(?P<slot>[a-z]+\d?)=|(?P<kind>[A-Z]{2,})|(?P<word>[a-z]+)|(?P<mark>[()|?*])")
_MARKS = {")": ")", "|": "|", "?": "?", "*": "{0,3}"}
"""A star stands for at most three, so that no row of words takes more time than its length."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time expression as the grammar sees it: its rule, and the words in each slot, in small letters."""

    rule: str
    slots: Mapping[str, str]
    start: int
    end: int

    def __getitem__(self, slot: str) -> str:
        return self.slots.get(slot, "")

    def __contains__(self, slot: str) -> bool:
        return slot in self.slots


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules as patterns over letters that stand for classes of words."""

    alphabet: Alphabet
    rules: tuple[tuple[str, re.Pattern[str]], ...]
    starts: re.Pattern[str]

    def longest(self, tokens: Tokens, at: int) -> tuple[str, re.Match[str]] | None:
        """The rule that takes most words from the word numbered `at` on."""
        best: tuple[str, re.Match[str]] | None = None
        for name, pattern in self.rules:
            match = pattern.match(tokens.letters, at)
            if match is not None and match.end() > at and (best is None or match.end() > best[1].end()):
                best = name, match
        return best


@cache
def grammar() -> Grammar:
    """The grammar, put together on first use."""
    literals = {m["word"] for rule in RULES.values() for m in _ITEM.finditer(rule) if m["word"]}
    alphabet = Alphabet(literals)
    rules = tuple((name, re.compile("".join(_pattern(rule, alphabet, True)))) for name, rule in RULES.items())
    union = "|".join("".join(_pattern(rule, alphabet, False)) for rule in RULES.values())
    return Grammar(alphabet, rules, re.compile(f"(?=[{alphabet.letters_of_all()}])(?:{union})"))


def _pattern(rule: str, alphabet: Alphabet, named: bool) -> Iterator[str]:
    """A rule as a regular expression over letters; with or without the names of its slots."""
    slot = ""
    seen = 0
    yield "(?:"
    for item in _ITEM.finditer(rule):
        if item["slot"]:
            slot = f"(?P<{item['slot']}_{seen}>" if named else "(?:"
            seen += 1
            continue
        if item["mark"]:
            yield (slot or "(?:") if item["mark"] == "(" else _MARKS[item["mark"]]
            slot = "" if item["mark"] == "(" else slot
            continue
        letters = f"[{alphabet.letters_of(item['kind'] or item['word'])}]"
        yield f"{slot}{letters})" if slot else letters
        slot = ""
    yield ")"


def phrases(text: str, start: int, end: int) -> Iterator[Phrase]:
    """The time expressions of one sentence from left to right, none within another."""
    known = grammar()
    tokens = known.alphabet.tokens(text, start, end)
    at = 0
    while found := known.starts.search(tokens.letters, at):
        longest = known.longest(tokens, found.start())
        if longest is None:
            at = found.start() + 1
            continue
        yield _phrase(text, tokens, *longest)
        at = longest[1].end()


def parse(words: str) -> Phrase | None:
    """The expression that these words are, from the first to the last; None where they are none."""
    tokens = grammar().alphabet.tokens(words, 0, len(words))
    for name, pattern in grammar().rules:
        match = pattern.fullmatch(tokens.letters)
        if match is not None and tokens.letters:
            return _phrase(words, tokens, name, match)
    return None


def _phrase(text: str, tokens: Tokens, rule: str, match: re.Match[str]) -> Phrase:
    slots = {
        name.partition("_")[0]: " ".join(
            text[slice(*tokens.places[word])] for word in range(*match.span(name))
        ).lower()
        for name, value in match.groupdict().items()
        if value
    }
    last = match.end() - 1
    if text[slice(*tokens.places[last])] == "." and last > match.start():
        last -= 1
    return Phrase(rule, slots, tokens.places[match.start()][0], tokens.places[last][1])
