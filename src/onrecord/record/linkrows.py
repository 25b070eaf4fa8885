"""Matters and links as rows of the record, and back again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from typing import Any

from onrecord.contract import canonical, content_id
from onrecord.model import Figure, Link, Matter, Occasion, Party, Site

Row = dict[str, Any]


def matter_rows(links: Iterable[Link]) -> list[Row]:
    """The rows of the matters that some links speak of, each once."""
    matters = {link.matter.id: link.matter for link in links}
    return [
        {
            "matter_id": matter.id,
            "kind": matter.kind,
            "type": matter.type,
            "gloss": matter.gloss,
            "parties": canonical([{"key": party.key, "name": party.name} for party in matter.parties]),
        }
        for matter in matters.values()
    ]


def link_rows(
    links: Iterable[Link], report_id: str, published: date | None, statements: Mapping[str | None, str]
) -> list[Row]:
    """The rows of a report's links, in their order; `statements` are the record's ids by those of the reading."""
    rows = [
        {
            "statement_id": statements[link.statement],
            "matter_id": link.matter.id,
            "report_id": report_id,
            "ordinal": ordinal,
            "published": published,
            "stance": link.stance,
            "score": link.score,
        }
        | _occasion_row(link.occasion)
        | _figure_row(link.figure)
        for ordinal, link in enumerate(links)
    ]
    return [{"link_id": _id(row)} | row for row in rows]


def matter_from(row: Any) -> Matter:
    """The matter that a row holds."""
    return Matter(row.matter_id, row.kind, row.type, row.gloss, _parties(row.parties))


def occasion_from(row: Any) -> Occasion:
    """The occasion that a row of a link holds."""
    return Occasion(row.first_day, row.last_day, row.precision, _site(row.site), row.background, row.ahead)


def site_from(row: Any) -> Site | None:
    """The place that a row of a link holds."""
    return _site(row.site)


def figure_from(row: Any) -> Figure | None:
    """The figure that a row of a link holds, if it is of one."""
    return None if row.unit is None else Figure(row.unit, row.low, row.high, row.about)


def _id(row: Row) -> str:
    """The id of a link, of what it links on which occasion; how sure it is and where in the report make no difference."""
    day = row["first_day"], row["last_day"]
    occasion = [
        *(None if d is None else d.isoformat() for d in day),
        row["site_key"],
        row["background"],
        row["ahead"],
    ]
    figure = None if row["unit"] is None else [row["unit"], row["low"], row["high"], row["about"]]
    content = {"matter": row["matter_id"], "statement": row["statement_id"], "figure": figure}
    return content_id(content | {"occasion": occasion if any(occasion) else None})


def _occasion_row(occasion: Occasion) -> Row:
    site = occasion.site
    return {
        "first_day": occasion.first,
        "last_day": occasion.last,
        "precision": occasion.precision,
        "background": occasion.background,
        "ahead": occasion.ahead,
        "site_key": None if site is None else site.key,
        "site": None if site is None else canonical(asdict(site)),
    }


def _figure_row(figure: Figure | None) -> Row:
    if figure is None:
        return {"unit": None, "low": None, "high": None, "about": None}
    return {"unit": figure.unit, "low": figure.low, "high": figure.high, "about": figure.about}


@lru_cache(maxsize=4096)
def _site(text: str | None) -> Site | None:
    return None if text is None else Site(**json.loads(text))


@lru_cache(maxsize=4096)
def _parties(text: str) -> tuple[Party, ...]:
    return tuple(Party(**party) for party in json.loads(text))
