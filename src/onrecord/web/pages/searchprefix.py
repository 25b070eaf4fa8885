"""Where words find little: the same words as beginnings of words, and how many reports hold those."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from onrecord.record.schema import report
from onrecord.record.search.index import holding
from onrecord.record.search.query import terms_of
from onrecord.web.pages.searching import Asked, SearchPage

FEW = 10
"""So many reports or statements, or fewer, are little."""
_SHORTEST = 4
"""Letters of a word whose beginning says enough."""
_PLAIN = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Wider:
    """Words to search for instead, and how many reports hold them."""

    words: str
    reports: int


def wider(connection: Connection, asked: Asked, found: SearchPage) -> Wider | None:
    """`talk*` for `talks`, where the words find little and their beginnings more; None in every other case."""
    if found.total > FEW or asked.is_narrowed:
        return None
    words = asked.words.split()
    if not words or not all(_PLAIN.fullmatch(word) for word in words):
        return None
    begun = " ".join(_beginning(word) for word in words)
    query = select(func.count()).select_from(report)
    if asked.since is not None:
        query = query.where(report.c.published >= asked.since)
    if asked.until is not None:
        query = query.where(report.c.published <= asked.until)
    reports = connection.execute(holding(connection, query, terms_of(begun))).scalar_one()
    return Wider(begun, reports) if reports > max(found.total, len(found.found.reports)) else None


def _beginning(word: str) -> str:
    """The word as a beginning, a plural without its s; a short word as it is."""
    if len(word) < _SHORTEST:
        return word
    plural = len(word) > _SHORTEST and word[-1] in "sS" and word[-2] not in "sS"
    return f"{word[:-1] if plural else word}*"
