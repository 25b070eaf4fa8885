"""Which of the bodies that share a name a report means: what speaks for each, and nobody where too little does.

A name alone decides nothing where it is shared. Each sign adds its weight in log odds, as in record linkage after
Fellegi and Sunter (JASA 1969); the weights are set by hand, in one table with their reasons, and checked on
`conflict_set/parties`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

from onrecord.model import Candidate, Evidence, Span
from onrecord.resolution.actors.entries import Entry
from onrecord.resolution.actors.registry import relations_of
from onrecord.resolution.names import folded

THRESHOLD = 0.6
"""Probability that a body needs to be linked; below it the bodies that may be meant are candidates."""
_SHOWN = 5
"""Candidates that are told, of a name that may be shared by forty."""
_ITS_OWN_NAME = 3.0
"""Nobody else in the registry goes by the name."""
_SHARED_NAME = 1.0
"""Others go by it too."""
_ITS_MAIN_NAME = 0.7
"""It is the name under which the registry has this body, and a by-name of others."""
_FIRST_LISTED = 0.3
"""The registry puts the better known one first; that breaks no tie of signs, it only orders candidates."""
_NAMED_IN_FULL = 3.0
"""The report gives, somewhere, a name that only this body has: reports take up a full name in short."""
_ITS_COUNTRY = 2.0
"""Times the share of the report's country names that are its country's."""
_ABROAD = 0.4
"""What a country in which it has fought too counts, against its own."""
_OTHER_COUNTRY = -1.5
"""The report names countries, and its own is none of them."""
_TIES = 1.0
"""A body to which the registry ties it, as ally, faction or rival of its own stock, is named too."""
_ITS_KIND = 1.0
"""The reader takes the words for a body of its kind, or of one that is easily taken for it."""
_OTHER_KIND = -2.0
"""The reader takes them for something else, a person or a state where it is neither."""
_BEFORE_ITS_TIME = -3.0
"""The report is older than the body by more than SLACK_BEFORE years."""
_LONG_AFTER = -0.8
"""The body was last seen more than SLACK_AFTER years before the report."""
_ALIKE = (
    frozenset({"government", "military", "country"}),
    frozenset({"armed_group", "party", "organisation", "people"}),
    frozenset({"organisation", "government", "military"}),
)
"""Kinds that words alone hardly tell apart: a state and its bodies, a movement and its fighters, an agency of a state."""
SLACK_BEFORE, SLACK_AFTER = 10, 15
"""Lists date a group from its first counted deaths, years after its founding, and papers go on about the dead."""


@dataclass(frozen=True)
class Circumstances:
    """What else a report holds that tells bodies of one name apart.

    `year` is the year of publication; `outright` the ids of bodies that it names by names of their own; `countries` the
    share of its country names that each country has.
    """

    year: int | None = None
    outright: frozenset[str] = frozenset()
    countries: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """The body that a name means with the evidence, or None with the candidates, the likeliest first."""

    entry: Entry | None
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[Candidate, ...] = ()


def chosen(name: Span, entries: Sequence[Entry], around: Circumstances, kind: str | None = None) -> Choice:
    """Which of the entries that go by a name is meant; `kind` is what the reader takes the words for, if it says."""
    judged = [
        (entry, (*_signs(name, entry, n, entries, around), *_kind_signs(entry, kind)))
        for n, entry in enumerate(entries)
    ]
    weights = [exp(min(20.0, sum(sign.weight for sign in signs))) for _, signs in judged]
    whole = 1.0 + sum(weights)
    order = sorted(range(len(judged)), key=lambda n: (-weights[n], n))
    told = [
        Candidate(judged[n][0].id, judged[n][0].name, round(weights[n] / whole, 3), judged[n][1])
        for n in order[:_SHOWN]
    ]
    if told and _with_twins([(judged[n][0], weights[n] / whole) for n in order]) >= THRESHOLD:
        return Choice(judged[order[0]][0], told[0].evidence, tuple(c for c in told[1:] if c.score >= 0.01))
    return Choice(None, (), tuple(told))


def _with_twins(ranked: Sequence[tuple[Entry, float]]) -> float:
    """The probability of the likeliest entry, with those that have its name and country: one group listed twice."""
    first, own = ranked[0]
    twins = (share for e, share in ranked[1:] if e.country == first.country and folded(e.name) == folded(first.name))
    return own + sum(twins)


def _signs(
    name: Span, entry: Entry, number: int, entries: Sequence[Entry], around: Circumstances
) -> Iterator[Evidence]:
    if len(entries) == 1:
        yield Evidence("name", f"is called “{name.text}”, which nobody else in the registry is", _ITS_OWN_NAME, name)
    else:
        yield Evidence("name", f"is called “{name.text}”, as {len(entries) - 1} other(s) are", _SHARED_NAME, name)
        if folded(entry.name) == folded(name.text) and any(folded(e.name) != folded(name.text) for e in entries):
            yield Evidence("name", "goes by it before any other name", _ITS_MAIN_NAME)
        if number == 0:
            yield Evidence("name", "is the first that the registry has under it", _FIRST_LISTED)
        if entry.id in around.outright:
            yield Evidence("name", "the report names it in full elsewhere", _NAMED_IN_FULL)
        yield from _country_signs(entry, around)
        ties = sorted(r.other for r in relations_of(entry.id) if r.other in around.outright)
        if ties:
            yield Evidence("co-mention", f"the report names {ties[0]}, to which it is tied", _TIES)
    yield from _time_signs(entry, around.year)


def _kind_signs(entry: Entry, kind: str | None) -> Iterator[Evidence]:
    if kind is None:
        return
    words = kind.replace("_", " ")
    if kind == entry.kind or any(kind in alike and entry.kind in alike for alike in _ALIKE):
        yield Evidence("kind", f"is read as {words}", _ITS_KIND)
    else:
        yield Evidence("kind", f"is read as {words}, which it is not", _OTHER_KIND)


def _country_signs(entry: Entry, around: Circumstances) -> Iterator[Evidence]:
    homes = {home for home in (entry.country, *entry.active_in) if home is not None}
    if not homes or not around.countries:
        return
    own = 0.0 if entry.country is None else around.countries.get(entry.country, 0.0)
    share = own + _ABROAD * sum(around.countries.get(home, 0.0) for home in sorted(homes - {entry.country}))
    if share > 0:
        yield Evidence(
            "place", f"{own:.0%} of the report's country names are its own", round(_ITS_COUNTRY * share, 2)
        )
    else:
        yield Evidence("place", "the report names other countries only", _OTHER_COUNTRY)


def _time_signs(entry: Entry, year: int | None) -> Iterator[Evidence]:
    if year is None:
        return
    if entry.first_year is not None and year < entry.first_year - SLACK_BEFORE:
        yield Evidence("date", f"is known from {entry.first_year} on, after the report", _BEFORE_ITS_TIME)
    if entry.last_year is not None and year > entry.last_year + SLACK_AFTER:
        yield Evidence("date", f"was last known in {entry.last_year}, long before the report", _LONG_AFTER)
