"""What a search can be narrowed to: outlets, months, acts, kinds of source and parties, with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from onrecord.web.pages.searchasked import Asked, Counted, Facets, Held

Rows = Mapping[str, Sequence[Any]]
"""Rows of statements by report."""


def facets(asked: Asked, everything: Sequence[Held], every: Rows, fitting: Rows, *, complete: bool) -> Facets:
    """The counts of every further choice: each list is of what fits everything else that is asked.

    `everything` are the reports that hold the words, `every` their statements that do, `fitting` those asked for.
    """

    def among(field: str) -> list[Held]:
        some = [one for one in everything if asked.fits(one, without=field)]
        return [one for one in some if one.id in fitting] if asked.of_statements else some

    def told(field: str, name: Callable[[Any], str]) -> Counted:
        rows = [r for some in every.values() for r in some if asked.wants(r, without=field)]
        names = {getattr(row, field): name(row) for row in rows if getattr(row, field) is not None}
        return _counted((getattr(row, field) for row in rows), names)

    months = [one.published.isoformat()[: 7 if asked.month else 4] for one in among("month") if one.published]
    if asked.month:
        months = [month for month in months if month.startswith(asked.month[:4])]
    outlets = [one.outlet for one in among("outlet") if one.outlet]
    return Facets(
        outlets=_counted(outlets, {name: name for name in outlets}),
        months=tuple(sorted(_counted(months, {month: month for month in months}), reverse=True)),
        acts=told("act", lambda row: str(row.act)) if complete else (),
        sources=told("source_kind", lambda row: str(row.source_kind)) if complete else (),
        parties=told("party_key", lambda row: str(row.party_name)) if complete else (),
    )


def _counted(values: Iterable[str | None], names: Mapping[str, str]) -> Counted:
    counts = Counter(value for value in values if value is not None)
    return tuple((value, names[value], counts[value]) for value in sorted(counts, key=lambda v: (-counts[v], v)))
