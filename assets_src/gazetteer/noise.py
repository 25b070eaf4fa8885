"""Which alternate names of GeoNames are worth keeping."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from onrecord.resolution.places.folding import folded

KNOWN_ABROAD = 50_000
"""People from whom on a place of the countries below may bear another name in English news than its own."""

_WRITTEN_ALIKE = frozenset(
    "ALB ARG AUS AUT BEL BOL BRA CAN CHE CHL CHN COL CRI CUB CZE DEU DNK DOM ECU ESP EST FIN FRA GBR GTM HND HRV HUN IDN"
    " IRL ISL ITA JPN LTU LUX LVA MEX MYS NIC NLD NOR NZL PAN PER POL PRI PRT PRY ROU SLV SVK SVN SWE URY USA VEN".split()
)

# Letters of Lithuanian, Latvian, Esperanto and Azerbaijani: no English report writes a foreign place's name with them.
_FOREIGN = frozenset("ėųįņļķģŭĉĝĥĵŝəǝ")


def kept(names: Iterable[str], official: str, country: str, population: int) -> list[str]:
    """The alternate names of a place that an English report may use, sorted.

    Where a country's names are written in Latin letters, or in one romanisation (China, Japan), reports write those of
    small places as the country does. Of what GeoNames lists beside, mostly their names turned from Russian letters back
    into Latin ones, only shorter and longer forms of the official name are kept.
    """
    fit = sorted(name for name in names if is_news_name(name))
    if country not in _WRITTEN_ALIKE or population >= KNOWN_ABROAD:
        return fit
    own = set(folded(official).split())
    return [name for name in fit if (words := set(folded(name).split())) <= own or own <= words]


def is_news_name(name: str) -> bool:
    """Whether an English report may write a place so: Latin letters with a capital, and no code of an airport.

    GeoNames lists transliterations of other scripts in lower case throughout (`ye li wen` for Yerevan) and codes of three
    capitals among its alternate names; both would only make other words look like places.
    """
    if not 2 <= len(name) <= 36 or name == name.lower():
        return False
    if (len(name) == 3 and name.isupper()) or not _FOREIGN.isdisjoint(name.lower()):
        return False
    return all(_is_latin(character) for character in name)


@cache
def _is_latin(character: str) -> bool:
    if not character.isalpha():
        return unicodedata.category(character)[0] in "PZMSN"
    return unicodedata.category(character) == "Lm" or unicodedata.name(character, "").startswith("LATIN")
