"""Which places a report bears out: a name alone (Duru, Kony, Santos) also belongs to places that nobody meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

SIGNS = frozenset(
    {
        "country named",
        "country share",
        "home country",
        "division",
        "near",
        "lies in the next",
        "lies in the next elsewhere",
        "holds the one before",
        "holds the one before elsewhere",
    }
)
"""Signs of a reading that something else in the report points to the place, its country or its province."""
WELL_KNOWN = 100_000
"""People of a town that is meant by its name alone; a smaller one a report introduces by its country or province."""
_PEOPLE = re.compile(r"([\d,]+) people")


def borne_out(nouns: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """Of the places of one report (as in the contract) the ids of those that it bears out.

    A report bears a place out where it is a country; where the report names another place in the same country, or a
    sign of `SIGNS` speaks for it; and where it goes by its own name and is a capital, a town of 100,000 people or
    more, or a sea or region of no country. A place for which the reading gives no reasons is taken at its word.
    """
    countries = Counter(noun["country"] for noun in nouns if noun["country"] is not None)
    return frozenset(noun["id"] for noun in nouns if countries[noun["country"]] > 1 or _is_plain(noun))


def _is_plain(noun: Mapping[str, Any]) -> bool:
    reasons = noun["evidence"]
    if noun["kind"] == "country" or not reasons or _speaks(reasons, SIGNS):
        return True
    if any(one["sign"] == "spelt otherwise" or (one["sign"] == "sort" and one["weight"] < 0) for one in reasons):
        return False
    return noun["country"] is None or _speaks(reasons, {"capital"}) or _people(reasons) >= WELL_KNOWN


def _speaks(reasons: Iterable[Mapping[str, Any]], signs: Iterable[str]) -> bool:
    return any(one["sign"] in signs and one["weight"] > 0 for one in reasons)


def _people(reasons: Iterable[Mapping[str, Any]]) -> int:
    told = (_PEOPLE.fullmatch(one["words"]) for one in reasons if one["sign"] == "population" and one["weight"] > 0)
    return max((int(found[1].replace(",", "")) for found in told if found), default=0)
