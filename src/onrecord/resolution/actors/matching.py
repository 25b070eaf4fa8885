"""Finds the known bodies in a stretch of words: names of the registry, and state bodies named by rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.model import Span
from onrecord.reading.segmentation import Word
from onrecord.reading.segmentation import words as split_words
from onrecord.resolution.actors.entries import Entry, Naming, alias_tokens, is_acronym, listed, namings_by_key
from onrecord.resolution.actors.statebodies import StateBody, begins_state_body, state_body_at
from onrecord.resolution.actors.states import state_entry

_WITHIN_NAMES = frozenset("'’()/-–&")
"""Marks that may stand inside a name: `Workers' Party`, `CPI (Maoist)`, `SPLM/A`."""
_SMALL_WORDS = frozenset(
    "of the and for in on to a an de la le les el al del des du da das do dos di der y e et i ul ur us un una wa ar as "
    "ad bin ibn van von und den os sans para por con ta".split()
)
_COMMON_NOUNS = frozenset(
    "network movement group party army militia front forces force organisation organization brigade brigades "
    "battalion council union alliance coalition cartel committee command guard guards agency ministry police "
    "intelligence government parliament court mission insurgents rebels militants faction service services".split()
)
_OPENINGS = frozenset({"al", "el", "an"})
_SHORT_ACRONYM = 3
_FEWEST_SHOUTED = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that name known bodies: how many words, where they stand, and whom they may mean, best first."""

    size: int
    span: Span
    entries: tuple[Entry, ...]
    country: str | None = None


class Tokens:
    """A stretch of words made ready for look-up: each word's folded parts, and whether all of it is in capitals."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.parts = [_parts(word.text) for word in words]
        letters = "".join(word.text for word in words if word.text.isalpha())
        self.shouted = len(letters) >= _FEWEST_SHOUTED and letters.upper() == letters


@lru_cache(maxsize=65_536)
def _parts(word: str) -> tuple[str, ...] | None:
    """The folded parts of one word; empty for a mark that may stand inside a name, None for one that ends it."""
    if not (word[0].isalnum() or word[0] == "_"):
        return () if word in _WITHIN_NAMES else None
    return tuple(alias_tokens(word))


@lru_cache(maxsize=4_096)
def _without_possessive(word: str) -> tuple[str, ...]:
    return _parts(word[:-2]) or () if _is_possessive(word) else ()


def _is_possessive(word: str) -> bool:
    return word.endswith(("'s", "’s", "'S", "’S")) and len(word) > 2


@cache
def _longest_by_first() -> dict[str, int]:
    """The number of parts of the longest name that begins with each part."""
    found: dict[str, int] = {}
    for key in namings_by_key():
        first = key.split(" ", 1)[0]
        found[first] = max(found.get(first, 0), key.count(" ") + 1)
    return found


def hit_at(text: str, tokens: Tokens, at: int) -> Hit | None:
    """The longest name of a known body that begins with the word at this place, if any."""
    words = tokens.words
    body = state_body_at(text, words, at) if begins_state_body(words[at]) else None
    if not _may_begin(words, at):
        return _rule_hit(body)
    name = _name(text, tokens, at, at_least=body.size if body else 1)
    return name or _rule_hit(body)


def _rule_hit(body: StateBody | None) -> Hit | None:
    return None if body is None else Hit(body.size, body.span, (body.entry,), body.entry.country)


def _may_begin(words: Sequence[Word], at: int) -> bool:
    text = words[at].text
    if not text.islower():
        return text[0].isalnum()
    return text in _OPENINGS and at + 1 < len(words) and words[at + 1].is_capitalised


def _name(text: str, tokens: Tokens, at: int, at_least: int) -> Hit | None:
    """The longest alias of the asset from a word on that has at least so many words."""
    first = tokens.parts[at]
    if not first:
        return None
    longest = _longest_by_first()
    most = max(
        longest.get(first[0], 0), *(longest.get(p, 0) for p in _without_possessive(tokens.words[at].text)[:1]), 0
    )
    best: Hit | None = None
    key: list[str] = []
    for end in range(at, len(tokens.words)):
        parts = tokens.parts[end]
        if parts is None or len(key) >= most:
            break
        if parts and end - at + 1 >= at_least:
            for ending in dict.fromkeys((parts, _without_possessive(tokens.words[end].text))):
                found = _namings(" ".join((*key, *ending)), tokens, at, end) if ending else ()
                best = _hit(text, tokens, at, end, found) if found else best
        key.extend(parts)
    return best


def _namings(key: str, tokens: Tokens, at: int, end: int) -> tuple[Naming, ...]:
    known = namings_by_key().get(key)
    if known is None:
        return ()
    split = [word.text for word in tokens.words[at : end + 1] if word.is_word]
    return tuple(n for n in known if not n.weak and accepted(n, split, shouted=tokens.shouted))


def accepted(naming: Naming, split: Sequence[str], *, shouted: bool = False) -> bool:
    """Whether words as they are written can be this name: acronyms in capitals, proper names with a capital each.

    Common nouns and small words within a name may be in small letters: "Haqqani network", "al-Qaeda in the Maghreb".
    A name with a capital inside ("LeT") is taken only as it stands. In a headline all in capitals, acronyms of up to
    three letters name nobody.
    """
    words = naming.words
    if is_acronym(words):
        letters = _bare(split[0]).replace(".", "") if len(split) == 1 else "".join(map(_bare, split))
        if shouted and len(letters) <= _SHORT_ACRONYM:
            return False
        return letters.upper() == letters and ("'" in words or not {"'", "’"} & set(letters))
    if " " not in words and words[1:] != words[1:].lower() and "-" not in words:
        return len(split) == 1 and _bare(split[0]) == words
    return _has_capitals(split, frozenset(word for word in words.split() if word[0].islower())) and (
        not _is_possessive(split[-1]) or _ends_as(words, split[-1])
    )


def _bare(word: str) -> str:
    return word[:-2] if _is_possessive(word) else word


def _ends_as(words: str, last: str) -> bool:
    """Whether a possessive ending is either part of the name or not needed for it: "Hama's" is not "Hamas"."""
    ends_in_s = words.split()[-1].replace("’", "'").lower().endswith("'s")
    return ends_in_s or alias_tokens(words)[-1:] == alias_tokens(last[:-2])[-1:]


def _has_capitals(split: Sequence[str], lower: frozenset[str]) -> bool:
    named = False
    for place, word in enumerate(map(_bare, split)):
        if word != word.lower() or word[0].isdigit():
            named = True
        elif word not in _SMALL_WORDS and word not in lower and (place == 0 or word not in _COMMON_NOUNS):
            return False
    return named


def _hit(text: str, tokens: Tokens, at: int, end: int, found: tuple[Naming, ...]) -> Hit:
    last = tokens.words[end]
    in_name = any(n.words.replace("’", "'").lower().endswith("'s") for n in found)
    stop = last.end - 2 if _is_possessive(last.text) and not in_name else last.end
    span = Span.of(text, tokens.words[at].start, stop)
    if span.text.count("(") > span.text.count(")") and text[stop : stop + 1] == ")":
        span = Span.of(text, span.start, stop + 1)
    known = (listed().get(n.owner) or state_entry(n.owner) for n in found)
    entries = tuple(dict.fromkeys(e for e in known if e is not None))
    return Hit(end - at + 1, span, entries, entries[0].country if len(entries) == 1 else None)


def state_body_named(words: str) -> Entry | None:
    """The state body that words name by rule, all of them: "Israeli foreign ministry", "government of Colombia"."""
    split = tuple(split_words(words))
    body = state_body_at(words, split, 0) if split and begins_state_body(split[0]) else None
    return body.entry if body is not None and body.span.end == len(words) else None
