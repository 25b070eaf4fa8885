"""Whose reports testimonies stand in: the paper and the agency of each, and from whom it passes a statement on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from onrecord.linking.outlets import outlets_of
from onrecord.model import Article
from onrecord.record.relayed import Source
from onrecord.record.schema import report

_AT_ONCE = 400


def source_of(connection: Connection, relayed: Mapping[str, str | None], reports: Iterable[str]) -> Source:
    """The source of testimonies, given the outlet that each statement is passed on from, if any.

    The reports are read only if a statement is passed on at all.
    """
    passed_on = {ident: outlet for ident, outlet in relayed.items() if outlet is not None}
    if not passed_on:
        return Source({}, {})
    wanted = sorted(set(reports))
    found: dict[str, frozenset[str]] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        query = select(report.c.report_id, report.c.outlet, report.c.payload)
        for row in connection.execute(query.where(report.c.report_id.in_(wanted[at : at + _AT_ONCE]))):
            article = Article("", "", outlet=row.outlet, credit=json.loads(row.payload).get("credit"))
            found[row.report_id] = outlets_of(article)
    return Source(found, passed_on)
