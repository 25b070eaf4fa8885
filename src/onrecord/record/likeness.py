"""Finds the versions of a new report among those already held, at a cost that does not grow with the record."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, select

from onrecord.linking.copies import Shingles
from onrecord.linking.versions import Kinship, Version, kinship, version_of
from onrecord.model import Article, Furniture
from onrecord.record.schema import report, shingle

COMMON = 50
"""A signature hash that so many reports have is a turn of phrase, or is found well enough: no more rows are kept."""
CANDIDATES = 24
"""How many of the likeliest reports are compared sentence by sentence."""
# Between copies a ninth of the shorter one's shingles are shared signature hashes; a quarter of that is asked for. Of
# hashes that everybody has, twice as many as between copies are: a closing paragraph of the house is soon a fifth.
_SHINGLES_A_SHARED_HASH = 40
_SHINGLES_A_COMMON_HASH = 10
_AT_ONCE = 20_000
_IDS_AT_ONCE = 400
_SOME: BindParameter[Any] = bindparam("some", expanding=True)
_HOLDERS = select(shingle.c.hash, shingle.c.report_id).where(shingle.c.hash.in_(_SOME))
_SIZES = select(report.c.report_id, report.c.published, report.c.shingles).where(report.c.report_id.in_(_SOME))


class Likeness:
    """A new report beside the reports of a record: its copies, and the rows by which later reports will find it."""

    def __init__(self, connection: Connection, shingles: Shingles, article: Article) -> None:
        self._connection = connection
        self._shingles = shingles
        self._version = version_of(article)
        signature = sorted(shingles.signature)
        self._batches = [signature[i : i + _AT_ONCE] for i in range(0, len(signature), _AT_ONCE)]

    def copies(self, least: float) -> dict[str, Kinship]:
        """The reports that are versions of one with the new one, if that is at least so likely; the new one is the first
        of each two."""
        found: dict[str, Kinship] = {}
        for report_id in self._candidates():
            kin = kinship(self._version, self._held(report_id), least)
            if kin is not None:
                found[report_id] = kin
        return found

    def signature(self) -> list[int]:
        """The hashes to keep for the new report, without those that enough reports have already."""
        held = self._holders
        return sorted(hashed for hashed in self._shingles.signature if len(held.get(hashed, ())) < COMMON)

    def _candidates(self) -> list[str]:
        """The likeliest first; among equals the first published, so that every copy is tied to the early ones."""
        shared, common = self._shared()
        own = len(self._shingles.hashes)
        likely: list[tuple[int, date, str]] = []
        for report_id, published, size in self._sizes(sorted(shared)):
            rare = shared[report_id] - common[report_id]
            worth = rare * _SHINGLES_A_SHARED_HASH + common[report_id] * _SHINGLES_A_COMMON_HASH
            if worth >= min(own, size):
                likely.append((-shared[report_id], published or date.max, report_id))
        return [report_id for _, _, report_id in sorted(likely)[:CANDIDATES]]

    def _shared(self) -> tuple[Counter[str], Counter[str]]:
        """How many signature hashes each report shares with the new one, and how many of those everybody has."""
        shared, common = Counter[str](), Counter[str]()
        for some in self._holders.values():
            shared.update(some)
            if len(some) >= COMMON:
                common.update(some)
        return shared, common

    @cached_property
    def _holders(self) -> Mapping[int, list[str]]:
        """The reports of the record that have each hash of the signature."""
        holders: dict[int, list[str]] = {}
        for some in self._batches:
            for hashed, report_id in self._connection.execute(_HOLDERS, {"some": some}).all():
                holders.setdefault(hashed, []).append(report_id)
        return holders

    def _sizes(self, reports: list[str]) -> list[tuple[str, date | None, int]]:
        found: list[tuple[str, date | None, int]] = []
        for at in range(0, len(reports), _IDS_AT_ONCE):
            some = reports[at : at + _IDS_AT_ONCE]
            rows = self._connection.execute(_SIZES, {"some": some}).all()
            found += [(row.report_id, row.published, row.shingles) for row in rows]
        return found

    def _held(self, report_id: str) -> Version:
        query = select(report.c.text, report.c.payload, report.c.published).where(report.c.report_id == report_id)
        row = self._connection.execute(query).one()
        return _version(row.text, row.payload, row.published)


@lru_cache(maxsize=256)
def _version(text: str, payload: str, published: date | None) -> Version:
    """The version that a row of the report table holds; those that many new reports resemble are asked for often."""
    data = json.loads(payload)
    furniture = tuple(Furniture(**f) for f in data["furniture"])
    return version_of(Article("", text, credit=data.get("credit"), published=published, furniture=furniture))
