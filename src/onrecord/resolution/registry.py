"""The parties and places known beforehand, and the words of a report that name them.

Bodies come from the registry of `resolution/actors`; countries bring their government, army, police, ministries and
courts by rule ("the Pakistani army", "the government of Colombia").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.assets import table
from onrecord.model import PlaceKind, Span
from onrecord.reading.segmentation import Word
from onrecord.resolution.actors.entries import Entry, namings_by_key
from onrecord.resolution.actors.matching import Tokens, hit_at
from onrecord.resolution.actors.states import (
    Country,
    body_at,
    body_named,
    body_of,
    countries,
    country_entry,
    country_words,
    government_seated_in,
    office_of_one_state,
)

__all__ = [
    "Country",
    "Entry",
    "Location",
    "Match",
    "aliases_by_id",
    "body_at",
    "body_named",
    "body_of",
    "countries",
    "country_entry",
    "government_seated_in",
    "matches",
    "office_of_one_state",
]

_LONGEST_PLACE = 6
_SHORT_IN_CAPITALS = 3
"""Letters up to which a word in a headline all in capitals names no country: "US" may be "us"."""


@dataclass(frozen=True, slots=True)
class Location:
    """A place of the gazetteer; latitude and longitude in degrees."""

    name: str
    kind: PlaceKind
    country: str
    lat: float
    lon: float
    admin1: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a report that name something known: the actors they may mean, and the place, if any."""

    span: Span
    entries: tuple[Entry, ...]
    place: Location | None = None
    country: str | None = None


@cache
def _locations() -> dict[str, Location]:
    found: dict[str, Location] = {}
    for data in table("registry")["place"]:
        place = Location(data["name"], data["kind"], data["country"], data["lat"], data["lon"], data.get("admin1"))
        found |= dict.fromkeys((data["name"], *data["aliases"]), place)
    for country in countries():
        located = Location(country.name, "country", country.iso3, *country.location)
        for name in country.names:
            found.setdefault(name, located)
            found.setdefault(name.upper(), located)
        for capital in country.capitals:
            if capital:
                found.setdefault(capital, Location(country.capitals[0], "place", country.iso3, *country.location))
    return found


def matches(text: str, words: Sequence[Word]) -> Iterator[Match]:
    """The longest known names in a stretch of words, left to right."""
    tokens = Tokens(words)
    at = 0
    while at < len(words):
        match = _match_at(text, tokens, at)
        if match is None:
            at += 1
            continue
        yield match
        while at < len(words) and words[at].start < match.span.end:
            at += 1


def _match_at(text: str, tokens: Tokens, at: int) -> Match | None:
    hit = hit_at(text, tokens, at)
    words = tokens.words
    if not words[at].is_capitalised:
        return None if hit is None else Match(hit.span, hit.entries, country=hit.country)
    for size in range(min(_LONGEST_PLACE, len(words) - at), hit.size if hit else 0, -1):
        span = _without_possessive(Span.of(text, words[at].start, words[at + size - 1].end))
        name = " ".join(span.text.split())
        if name in _locations() and not (tokens.shouted and len(name) <= _SHORT_IN_CAPITALS):
            return _place_match(span, name)
    if hit is not None:
        return Match(hit.span, hit.entries, country=hit.country)
    demonym = country_words().get(words[at].text)
    return Match(Span.of(text, words[at].start, words[at].end), (), country=demonym.iso3) if demonym else None


def _without_possessive(span: Span) -> Span:
    """ "Colombia's" as "Colombia"."""
    if span.text.endswith(("'s", "’s")):
        return Span(span.start, span.end - 2, span.text[:-2])
    return span


def _place_match(span: Span, name: str) -> Match:
    place = _locations()[name]
    country = country_words().get(name)
    return Match(span, (country_entry(country),) if country else (), place, place.country)


def aliases_by_id() -> dict[str, tuple[str, ...]]:
    """Every name under which each actor of the registry is known, by its id; for finding claims by words."""
    found: dict[str, list[str]] = {}
    for group in namings_by_key().values():
        for naming in group:
            found.setdefault(naming.owner, []).append(naming.words)
    for country in countries():
        words = [f"{word} government" for word in (*country.demonyms, *country.names) if word]
        found.setdefault(f"{country.iso3}-government", []).extend((*words, *country.names, *country.demonyms))
    return {ident: tuple(names) for ident, names in found.items()}
