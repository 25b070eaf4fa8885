"""The bodies that every state has, built by rule from its name: government, army, police, ministries, courts.

Which bodies there are, and the words that name them after a country's name or adjective ("the Pakistani army"), stand in
`assets/registry.toml`; countries in `assets/countries.txt`, small and former ones in `assets/registry/states.txt`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.assets import table
from onrecord.resolution.actors.entries import Entry, rows
from onrecord.resolution.names import folded

_MEDIA = frozenset("media television tv radio broadcaster channel newspaper agency".split())
_SHORTEST_IN_CAPITALS = 4
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Country:
    """A country with the words that name it, its people's adjective, and its capital."""

    iso3: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    location: tuple[float, float]


@cache
def countries() -> tuple[Country, ...]:
    """Every country, in the order of the assets."""
    assets = files("onrecord.assets")
    lines = [
        line
        for path in (assets / "countries.txt", assets / "registry" / "states.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    found: dict[str, Country] = {}
    for line in lines:
        if line and not line.startswith("#"):
            country = _country(line)
            found.setdefault(country.iso3, country)
    return tuple(found.values())


def _country(line: str) -> Country:
    iso3, name, others, demonyms, capital, where = line.split("|")
    lat, lon = (float(x) for x in where.split(","))
    listed = tuple(x for x in others.split(",") if x)
    named = tuple(x for x in demonyms.split(",") if x)
    return Country(iso3, name, (name, *listed), named, tuple(capital.split(",")), (lat, lon))


@cache
def country_words() -> dict[str, Country]:
    """Countries by every name and adjective of theirs, as it is written; the first listed wins where two share one."""
    words = {w: c for c in reversed(countries()) for w in (*c.names, *c.demonyms) if w}
    headlines = {w.upper(): c for w, c in words.items() if len(w) >= _SHORTEST_IN_CAPITALS}
    return headlines | words


@cache
def by_iso3() -> dict[str, Country]:
    """Countries by their ISO 3166 alpha-3 code."""
    return {country.iso3: country for country in countries()}


@cache
def capitals() -> dict[str, Country]:
    """Countries by the names of their capitals, as they are written and in the capitals of a headline."""
    named = {capital: c for c in reversed(countries()) for capital in c.capitals if capital}
    return {name.upper(): c for name, c in named.items() if len(name) >= _SHORTEST_IN_CAPITALS} | named


@cache
def body_words() -> dict[str, str]:
    """Words that name a state body after a country's name, folded, with the body: "armed forces" → military."""
    bodies = table("registry")["bodies"].items()
    further = {folded(word): body for body, data in bodies for word in data.get("after_a_country", ())}
    return further | _words_alone()


@cache
def _words_alone() -> dict[str, str]:
    """Words that name a state body by themselves."""
    return {folded(word): body for body, data in table("registry")["bodies"].items() for word in data["words"]}


@cache
def longest_body_words() -> int:
    """How many words the longest name of a state body has."""
    return max(len(words.split()) for words in body_words())


@cache
def _listed_codes() -> dict[str, tuple[tuple[str, str], ...]]:
    """Codes that the sources give to bodies built by rule, by id."""
    found: dict[str, list[tuple[str, str]]] = {}
    for ident, scheme, code in rows("codes"):
        found.setdefault(ident, []).append((scheme, code))
    return {ident: tuple(pairs) for ident, pairs in found.items()}


@cache
def body_of(iso3: str, body: str) -> Entry:
    """A body of a country: government, military, police, parliament, court, intelligence, ministry-foreign ….

    An unknown country gives the body all the same, named by the code; an unknown body raises KeyError.
    """
    data = table("registry")["bodies"][body]
    country = by_iso3().get(iso3)
    ident = f"{iso3}-{body}"
    above = {"government": f"{iso3}-government", "country": iso3}.get(data.get("part_of", ""))
    own = (("cameo", iso3 + data["cameo"]), ("iso3", iso3))
    return Entry(
        id=ident,
        name=_named(data["name"], country.name if country else iso3),
        kind=data["kind"],
        country=iso3,
        codes=tuple(sorted((*own, *_listed_codes().get(ident, ())))),
        part_of=above,
        sector=data["sector"],
    )


@cache
def _one_states_offices() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table('registry')['offices_of_one_state']))})\b")


def office_of_one_state(words: str) -> Entry | None:
    """The body of an office that only one state calls so: "the Taoiseach"; None for other words."""
    found = _one_states_offices().search(folded(words))
    return None if found is None else state_entry(table("registry")["offices_of_one_state"][found.group()])


def body_at(iso3: str, body: str) -> Entry:
    """The body that words such as "the army" mean where a report speaks of a country and names no other.

    It is that country's, but for territories that have no army of their own.
    """
    return body_of(table("registry")["army_of"].get(iso3, iso3) if body == "military" else iso3, body)


def _named(pattern: str, country: str) -> str:
    """A body's name out of its pattern: `Government of the Philippines`, `Philippines Army`."""
    inside = not pattern.startswith("{country}") and country in table("registry")["with_the"]
    return pattern.format(country=f"the {country}" if inside else country)


def country_entry(country: Country) -> Entry:
    """A country as an actor."""
    codes = (("cameo", country.iso3), ("iso3", country.iso3))
    return Entry(country.iso3, country.name, "country", country.iso3, codes, sector="GOV")


def state_entry(ident: str) -> Entry | None:
    """The country or state body with this id (`PAK`, `PAK-ministry-foreign`); None when there is none."""
    iso3, _, body = ident.partition("-")
    country = by_iso3().get(iso3)
    if country is None:
        return None
    if not body:
        return country_entry(country)
    return body_of(iso3, body) if body in table("registry")["bodies"] else None


def body_named(text: str) -> str | None:
    """Which state body the words name by themselves ("the army", "Government officials"); None for no body."""
    words = folded(_POSSESSIVE.sub("", text)).split()
    if not _MEDIA.isdisjoint(words):
        return None  # "state television" reports; it does not speak for the state
    for size in range(min(len(words), longest_body_words()), 0, -1):
        for start in range(len(words) - size + 1):
            body = _words_alone().get(" ".join(words[start : start + size]))
            if body is not None:
                return body
    return None


def government_seated_in(name: str) -> Entry | None:
    """The government that a capital's name stands for ("Islamabad said"); None for other words."""
    country = capitals().get(name)
    return None if country is None else body_of(country.iso3, "government")
