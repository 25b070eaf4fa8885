"""Finds the copies of a new report among those already held, at a cost that does not grow with the record."""

from __future__ import annotations

import json
from datetime import date

from sqlalchemy import Connection, func, or_, select

from onrecord.linking.copies import Shingles, copied_share, shingled
from onrecord.model import Article, Furniture
from onrecord.record.schema import report, shingle

COMMON = 50
"""A signature hash that so many reports have is a turn of phrase, or is found well enough: no more rows are kept."""
CANDIDATES = 24
"""How many of the likeliest reports are compared word by word."""
# Between copies a ninth of the shorter one's shingles are shared signature hashes; a quarter of that is asked for.
_SHINGLES_A_SHARED_HASH = 40
_AT_ONCE = 20_000


class Likeness:
    """A new report beside the reports of a record: its copies, and the rows by which later reports will find it."""

    def __init__(self, connection: Connection, shingles: Shingles) -> None:
        self._connection = connection
        self._shingles = shingles
        signature = sorted(shingles.signature)
        self._batches = [signature[i : i + _AT_ONCE] for i in range(0, len(signature), _AT_ONCE)]

    def copies(self, threshold: float) -> dict[str, float]:
        """The reports that the new one is a copy of, or that are copies of it, with their containment."""
        found: dict[str, float] = {}
        for report_id in self._candidates():
            share = copied_share(self._shingles, shingled(self._article(report_id)), threshold)
            if share is not None:
                found[report_id] = share
        return found

    def signature(self) -> list[int]:
        """The hashes to keep for the new report, without those that enough reports have already."""
        common: set[int] = set()
        for hashes in self._batches:
            query = select(shingle.c.hash).where(shingle.c.hash.in_(hashes)).group_by(shingle.c.hash)
            common.update(self._connection.scalars(query.having(func.count() >= COMMON)))
        return sorted(self._shingles.signature - common)

    def _candidates(self) -> list[str]:
        """The likeliest first; among equals the first published, so that every copy is tied to the early ones."""
        likely: list[tuple[int, date, str]] = []
        shared = func.count().label("shared")
        enough = shared * _SHINGLES_A_SHARED_HASH
        for hashes in self._batches:
            query = (
                select(report.c.report_id, report.c.published, shared)
                .join_from(shingle, report)
                .where(shingle.c.hash.in_(hashes))
                .group_by(report.c.report_id, report.c.published, report.c.shingles)
                .having(or_(enough >= len(self._shingles.hashes), enough >= report.c.shingles))
            )
            rows = self._connection.execute(query).all()
            likely += [(-row.shared, row.published or date.max, row.report_id) for row in rows]
        return list(dict.fromkeys(report_id for _, _, report_id in sorted(likely)))[:CANDIDATES]

    def _article(self, report_id: str) -> Article:
        row = self._connection.execute(
            select(report.c.text, report.c.payload).where(report.c.report_id == report_id)
        ).one()
        furniture = tuple(Furniture(**f) for f in json.loads(row.payload)["furniture"])
        return Article(id=report_id, text=row.text, furniture=furniture)
