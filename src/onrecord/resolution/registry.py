"""The parties and places known beforehand, and the words of a report that name them.

Armed groups and organisations come from `assets/registry.toml`; every country of `assets/countries.txt` brings its
government and its military, named by rule ("the Pakistani army", "the government of Colombia").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.assets import table
from onrecord.model import ActorKind, PlaceKind, Span
from onrecord.reading.segmentation import Word
from onrecord.resolution.names import folded

_LONGEST_ALIAS = 6
_MEDIA = frozenset("media television tv radio broadcaster channel newspaper".split())
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor of the registry; `part_of` is the id of the one that it is a branch of."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    codes: tuple[tuple[str, str], ...] = ()
    part_of: str | None = None


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
class Country:
    """A country with the words that name it, its people's adjective, and its capital."""

    iso3: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    location: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a report that name something known: the actors they may mean, and the place, if any."""

    span: Span
    entries: tuple[Entry, ...]
    place: Location | None = None
    country: str | None = None


@cache
def countries() -> tuple[Country, ...]:
    """Every country, in the order of the asset."""
    lines = (files("onrecord.assets") / "countries.txt").read_text(encoding="utf-8").splitlines()
    return tuple(_country(line) for line in lines if line and not line.startswith("#"))


def _country(line: str) -> Country:
    iso3, name, others, demonyms, capital, where = line.split("|")
    lat, lon = (float(x) for x in where.split(","))
    listed = tuple(x for x in others.split(",") if x)
    return Country(iso3, name, (name, *listed), tuple(demonyms.split(",")), tuple(capital.split(",")), (lat, lon))


@cache
def _country_words() -> dict[str, Country]:
    return {w: c for c in reversed(countries()) for w in (*c.names, *c.demonyms) if w}


@cache
def _body_words() -> dict[str, str]:
    """Words of a state body, folded, with the body they name: "armed forces" → military."""
    return {folded(word): body for body, data in table("registry")["bodies"].items() for word in data["words"]}


@cache
def _aliases() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for data in table("registry")["actor"]:
        entry = Entry(
            data["id"], data["name"], data["kind"], data.get("country"), tuple(sorted(data.get("codes", {}).items()))
        )
        for alias in dict.fromkeys((data["name"], *data["aliases"])):
            found.setdefault(alias, []).append(entry)
    return {alias: tuple(entries) for alias, entries in found.items()}


@cache
def _locations() -> dict[str, Location]:
    found: dict[str, Location] = {}
    for data in table("registry")["place"]:
        place = Location(data["name"], data["kind"], data["country"], data["lat"], data["lon"], data.get("admin1"))
        found |= dict.fromkeys((data["name"], *data["aliases"]), place)
    for country in countries():
        found |= {n: Location(country.name, "country", country.iso3, *country.location) for n in country.names}
        for capital in country.capitals:
            found.setdefault(capital, Location(country.capitals[0], "place", country.iso3, *country.location))
    return found


@cache
def _capitals() -> dict[str, Country]:
    return {capital: country for country in countries() for capital in country.capitals}


def body_of(iso3: str, body: str) -> Entry:
    """The government or the military of a country."""
    data = table("registry")["bodies"][body]
    country = next(c for c in countries() if c.iso3 == iso3)
    part_of = None if body == "government" else f"{iso3}-government"
    codes = (("cameo", iso3 + data["cameo"]), ("iso3", iso3))
    return Entry(f"{iso3}-{body}", data["name"].format(country=country.name), data["kind"], iso3, codes, part_of)


def country_entry(country: Country) -> Entry:
    """A country as an actor."""
    return Entry(
        country.iso3, country.name, "country", country.iso3, (("cameo", country.iso3), ("iso3", country.iso3))
    )


def body_named(text: str) -> str | None:
    """Which state body the words name by themselves ("the army", "Government officials"); None for no body."""
    words = folded(_POSSESSIVE.sub("", text)).split()
    if not _MEDIA.isdisjoint(words):
        return None  # "state television" reports; it does not speak for the state
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            body = _body_words().get(" ".join(words[start : start + size]))
            if body is not None:
                return body
    return None


def government_seated_in(name: str) -> Entry | None:
    """The government that a capital's name stands for ("Islamabad said"); None for other words."""
    country = _capitals().get(name)
    return None if country is None else body_of(country.iso3, "government")


def matches(text: str, words: Sequence[Word]) -> Iterator[Match]:
    """The longest known names in a stretch of words, left to right."""
    at = 0
    while at < len(words):
        match = _match_at(text, words, at)
        if match is None:
            at += 1
            continue
        yield match
        while at < len(words) and words[at].start < match.span.end:
            at += 1


def _match_at(text: str, words: Sequence[Word], at: int) -> Match | None:
    if not words[at].is_capitalised and words[at].lower != "government":
        return None
    for size in range(min(_LONGEST_ALIAS, len(words) - at), 0, -1):
        span = _without_possessive(Span.of(text, words[at].start, words[at + size - 1].end))
        name = " ".join(span.text.split())
        if name in _aliases():
            entries = _aliases()[name]
            return Match(span, entries, country=entries[0].country if len(entries) == 1 else None)
        match = _state_body(text, words, at, size) or _government_of(text, words, at, size)
        if match is not None:
            return match
        if name in _locations():
            return _place_match(span, name)
    demonym = _country_words().get(words[at].text)
    return Match(Span.of(text, words[at].start, words[at].end), (), country=demonym.iso3) if demonym else None


def _without_possessive(span: Span) -> Span:
    """ "Colombia's" as "Colombia"."""
    if span.text.endswith(("'s", "’s")):
        return Span(span.start, span.end - 2, span.text[:-2])
    return span


def _place_match(span: Span, name: str) -> Match:
    place = _locations()[name]
    country = _country_words().get(name)
    return Match(span, (country_entry(country),) if country else (), place, place.country)


def _state_body(text: str, words: Sequence[Word], at: int, size: int) -> Match | None:
    """ "Pakistani army", "Sri Lankan military officials": a demonym or country followed by the words of a body."""
    if not all(word.is_word for word in words[at : at + size]):
        return None  # in "In Colombia, officials said" the two do not belong together
    for lead in (2, 1):
        if size <= lead:
            continue
        lead_words = Span.of(text, words[at].start, words[at + lead - 1].end)
        country = _country_words().get(_without_possessive(lead_words).text)
        if country is None:
            continue
        body = _body_words().get(folded(text[words[at + lead].start : words[at + size - 1].end]))
        if body is not None:
            span = Span.of(text, words[at].start, words[at + size - 1].end)
            return Match(span, (body_of(country.iso3, body),), country=country.iso3)
    return None


def _government_of(text: str, words: Sequence[Word], at: int, size: int) -> Match | None:
    """ "Government of Pakistan"."""
    if size < 3 or words[at].lower != "government" or words[at + 1].lower != "of":
        return None
    country = _country_words().get(text[words[at + 2].start : words[at + size - 1].end])
    if country is None:
        return None
    span = Span.of(text, words[at].start, words[at + size - 1].end)
    return Match(span, (body_of(country.iso3, "government"),), country=country.iso3)


def aliases_by_id() -> dict[str, tuple[str, ...]]:
    """Every name under which each actor of the registry is known, by its id; for finding claims by words."""
    found: dict[str, list[str]] = {}
    for alias, entries in _aliases().items():
        for entry in entries:
            found.setdefault(entry.id, []).append(alias)
    for country in countries():
        words = [f"{word} government" for word in (*country.demonyms, *country.names) if word]
        found[f"{country.iso3}-government"] = [*words, *country.names, *country.demonyms]
    return {ident: tuple(names) for ident, names in found.items()}
