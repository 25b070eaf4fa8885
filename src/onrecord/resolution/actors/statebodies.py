"""State bodies that words name by rule: "Pakistani army", "Moscow's foreign ministry", "Supreme Court of Israel"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.model import Span
from onrecord.reading.segmentation import Word
from onrecord.resolution.actors.entries import Entry
from onrecord.resolution.actors.states import (
    Country,
    body_of,
    body_words,
    capitals,
    country_words,
    longest_body_words,
)
from onrecord.resolution.names import folded

_LONGEST_COUNTRY = 5
_NOT_IN_A_CAPITAL = frozenset({"military", "government", "court", "intelligence"})
_SEATED = frozenset("government regime cabinet administration presidency junta parliament".split()) | {
    "general staff",
    "high command",
    "general command",
    "military junta",
    "supreme court",
    "constitutional court",
}
"""Words of bodies that sit where they are said to be: "the general staff in Kyiv", but not "troops in Kabul"."""

_ELSEWHERE = frozenset("state side embassy ambassador mission delegation high consulate units court".split())
"""Words that after a capital's name say nothing of its state: "Washington state", "the London embassy"."""


@dataclass(frozen=True, slots=True)
class StateBody:
    """A state body named by rule: how many words name it, where they stand, and which it is."""

    size: int
    span: Span
    entry: Entry


@cache
def _first_words() -> frozenset[str]:
    """The words with which a country's name or adjective, a capital or the words of a body begin."""
    countries = {name.split()[0] for name in (*country_words(), *capitals())}
    return frozenset(countries | {words.split()[0] for words in body_words()})


def begins_state_body(word: Word) -> bool:
    """Whether a state body's name can begin with a word."""
    text = _bare(word.text)
    return text in _first_words() or text.lower() in _first_words()


def state_body_at(text: str, words: Sequence[Word], at: int) -> StateBody | None:
    """The longest state body that begins with the word at this place, by either rule."""
    return _after_country(text, words, at) or _before_country(text, words, at)


def _bare(stretch: str) -> str:
    """ "Colombia's" as "Colombia"."""
    return " ".join((stretch[:-2] if stretch.endswith(("'s", "’s", "'S", "’S")) else stretch).split())


def country_at(text: str, words: Sequence[Word], at: int, *, seats: bool = False) -> tuple[Country, int] | None:
    """The country whose name or adjective begins at a word, with the number of its words; a capital's too if `seats`."""
    for size in range(min(_LONGEST_COUNTRY, len(words) - at), 0, -1):
        if all(word.is_word for word in words[at : at + size]):
            stretch = _bare(text[words[at].start : words[at + size - 1].end])
            country = country_words().get(stretch) or (capitals().get(stretch) if seats else None)
            if country is not None:
                return country, size
    return None


def _body_in(text: str, words: Sequence[Word], at: int) -> tuple[str, int, int] | None:
    """The longest words of a body that begin at a place: the body, how many words, and where they end."""
    for size in range(min(longest_body_words(), len(words) - at), 0, -1):
        if all(word.is_word for word in words[at : at + size]):
            last = words[at + size - 1]
            body = body_words().get(folded(_bare(text[words[at].start : last.end])))
            if body is not None:
                return body, size, last.end - len(last.text) + len(_bare(last.text))
    return None


def _after_country(text: str, words: Sequence[Word], at: int) -> StateBody | None:
    """ "Pakistani army", "Sri Lankan military officials", "Baku's defence ministry"."""
    found = country_at(text, words, at, seats=True) if words[at].is_capitalised else None
    body = _body_in(text, words, at + found[1]) if found is not None else None
    if found is None or body is None:
        return None
    name, size, end = body
    first = words[at + found[1]]
    if first.lower in _ELSEWHERE and not _is_named(
        found[0], _bare(text[words[at].start : words[at + found[1] - 1].end])
    ):
        return None
    return StateBody(found[1] + size, Span.of(text, words[at].start, end), body_of(found[0].iso3, name))


def _is_named(country: Country, words: str) -> bool:
    return country_words().get(words) is country


def _before_country(text: str, words: Sequence[Word], at: int) -> StateBody | None:
    """ "Government of Pakistan", "Supreme Court of Israel", "Defence Ministry in Paris"."""
    body = _body_in(text, words, at)
    if body is None or at + body[1] + 1 >= len(words):
        return None
    name, size, end = body
    link = words[at + size].lower
    start = at + size + 1
    start += link == "of" and words[start].lower == "the" and start + 1 < len(words)
    found = country_at(text, words, start, seats=link == "in")
    if found is None or not _links(
        link, name, folded(text[words[at].start : end]), found[0], text, words, start, found[1]
    ):
        return None
    last = words[start + found[1] - 1]
    stop = last.end - len(last.text) + len(_bare(last.text))
    return StateBody(start + found[1] - at, Span.of(text, words[at].start, stop), body_of(found[0].iso3, name))


def _links(
    link: str, body: str, said: str, country: Country, text: str, words: Sequence[Word], start: int, size: int
) -> bool:
    """Whether "of" or "in" ties a body to what follows: of a country by its name, in a capital where the body sits."""
    name = _bare(text[words[start].start : words[start + size - 1].end])
    if link == "of":
        return name in country.names
    return link == "in" and name in country.capitals and (body not in _NOT_IN_A_CAPITAL or said in _SEATED)
