"""Whether a text is news, seen from the day of publication, or a history, in which one date follows another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from onrecord.reading.timewords import Phrase

_NEWS = frozenset({"deictic", "weekday", "ago", "weekday_week", "weekend"})
_STATED, _OLD, _SHARE = 5, 1, 0.7
"""Years that a history states at least; how long ago they are; and the share of them that must be so old."""
_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d)$")
_MONTH_FIRST = re.compile(r"\.(?:gov|mil|us)(?:[/:]|$)")
_DAY_FIRST = re.compile(
    r"://[^/]*\.(?:uk|in|pk|au|nz|ie|za|ke|ng|fr|de|it|es|ru|ua|eg|lb|ps|co|af|bd|lk|np|ug|tz|sd)(?:[/:]|$)"
)


def is_history(phrases: Sequence[Phrase | None], published: date | None) -> bool:
    """Whether most years that the text states are long past, and few words are seen from the day of publication."""
    years = [int(p["year"]) for p in phrases if p is not None and p["year"].isdigit()]
    if len(years) < _STATED:
        return False
    old = sum(published is None or published.year - year >= _OLD for year in years)
    seen_from_today = sum(p is not None and p.rule in _NEWS and not p["part"] for p in phrases)
    return old / len(years) >= _SHARE and seen_from_today < old


def reads_day_first(words: Sequence[str], url: str | None, published: date | None) -> bool | None:
    """How the text writes 10/12/2011: by its other dates, the day of publication, or the country of its address."""
    votes = set()
    for match in filter(None, map(_NUMERIC.fullmatch, words)):
        one, other = int(match[1]), int(match[2])
        if one != other and (one > 12) != (other > 12):
            votes.add(one > 12)
        elif published is not None and one != other and {one, other} == {published.day, published.month}:
            votes.add(one == published.day)
    if len(votes) == 1:
        return votes.pop()
    if votes or not url:
        return None
    return True if _DAY_FIRST.search(url) else False if _MONTH_FIRST.search(url) else None
