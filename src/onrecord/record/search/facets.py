"""What a search can be narrowed to further: outlets, months, acts, kinds of source and parties, with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from onrecord.record.search.finding import Found
from onrecord.record.search.matches import HeldStatement

Counted = tuple[tuple[str, str, int], ...]
"""Values with the words for them and how many there are of each."""


@dataclass(frozen=True, slots=True)
class Facets:
    """Value, words for it, and how many there would be: of outlets and months reports, of all else statements.

    Months are years until one year is chosen, the latest first; of all else the most frequent come first.
    """

    outlets: Counted = ()
    months: Counted = ()
    acts: Counted = ()
    sources: Counted = ()
    parties: Counted = ()


def facets(found: Found) -> Facets:
    """The counts of every further choice: each list is of what fits all else that is asked."""
    narrowed, reports = found.narrowed, found.matches.reports
    if narrowed.to_statements:
        reports = [one for one in reports if one.number in found.spoken]
    of_outlet = [one for one in reports if narrowed.of_outlet(one.outlet)]
    of_month = [one for one in reports if narrowed.of_month(one.day)]
    inside = found.inside

    def without(name: str) -> Iterable[HeldStatement]:
        """The statements that fit all that is asked but one thing."""
        tests = [fits for asked, fits in found.wanted.items() if asked != name]
        return (one for one in inside if all(fits(one) for fits in tests)) if tests else inside

    return Facets(
        outlets=_most_first(Counter(map(attrgetter("outlet"), of_month))),
        months=_months(Counter(map(attrgetter("day"), of_outlet)), narrowed.month),
        acts=_most_first(Counter(map(attrgetter("act"), without("act")))),
        sources=_most_first(Counter(map(attrgetter("source_kind"), without("source_kind")))),
        parties=_parties(Counter(map(attrgetter("party_key", "party_name"), without("party")))),
    )


def _months(days: Counter[str | None], chosen: str | None) -> Counted:
    """Years, the latest first; once one of them or a month is chosen, the months of that year."""
    counts: Counter[str] = Counter()
    for day, count in days.items():
        if day is not None and (chosen is None or day.startswith(chosen[:4])):
            counts[day[: 7 if chosen else 4]] += count
    return tuple((value, value, counts[value]) for value in sorted(counts, reverse=True))


def _parties(counts: Counter[tuple[str | None, str | None]]) -> Counted:
    """The parties (keys and names) by key, under the name that most of the statements give them."""
    times: Counter[str | None] = Counter()
    names: dict[str | None, str] = {}
    for (key, name), count in sorted(counts.items(), key=lambda one: (-one[1], one[0][1] or "")):
        times[key] += count
        names.setdefault(key, name or key or "")
    return _most_first(times, names)


def _most_first(counts: Counter[str | None] | Counter[str], names: Mapping[str | None, str] | None = None) -> Counted:
    known = [(value, count) for value, count in counts.items() if value]
    known.sort(key=lambda one: (-one[1], one[0]))
    return tuple((value, value if names is None else names[value], count) for value, count in known)
