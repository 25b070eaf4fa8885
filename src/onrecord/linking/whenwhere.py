"""When and where a claim is, as all statements on it tell together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.linking.marks import Days, days_of, is_coarse
from onrecord.linking.sites import contradict, narrower
from onrecord.model import Occasion, Site


def told_days(occasions: Sequence[Occasion], *, lasting: bool) -> tuple[date, date] | None:
    """The first and last day that statements give; years only where that is all that any gives, None where none does.

    Of what lasts it is the whole time that is told of, of a deed what the statements leave open: "in November" and "on
    the 12th" is the 12th, and of a night that as many put on the 11th as on the 12th it is both.
    Background counts where there is nothing else.
    """
    news = [o for o in occasions if not o.background and o.first is not None] or occasions
    given = [days for o in news if not is_coarse(o) and (days := days_of(o)) is not None]
    given = given or [days for o in news if (days := days_of(o)) is not None]
    if not given:
        return None
    first, last = _whole(given) if lasting else _left_open(given)
    return date.fromordinal(first), date.fromordinal(last)


def told_place(occasions: Iterable[Occasion], *, lasting: bool) -> str | None:
    """The name of the place: of a deed the narrowest that is told, of what lasts the only one; None if there is none."""
    sites = list({o.site.key: o.site for o in occasions if o.site is not None}.values())
    if lasting:
        return sites[0].name if len(sites) == 1 else None
    place: Site | None = None
    for site in sites:
        place = place if contradict(place, site) else narrower(place, site)
    return None if place is None else place.name


def _whole(given: Sequence[Days]) -> Days:
    return min(first for first, _ in given), max(last for _, last in given)


def _left_open(given: Sequence[Days]) -> Days:
    counts = Counter(given)
    left, *others = sorted(counts, key=lambda days: -counts[days])  # of equals the first told
    for days in others:
        narrowed = max(left[0], days[0]), min(left[1], days[1])
        left = narrowed if narrowed[0] <= narrowed[1] else left
    beside = [days for days in given if days[1] == left[0] - 1 or days[0] == left[1] + 1]
    within = [days for days in given if days[0] <= left[1] and left[0] <= days[1]]
    return _whole([left, *beside]) if len(beside) == len(within) else left
