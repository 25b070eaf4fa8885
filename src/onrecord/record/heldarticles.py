"""Reports as they were printed, read back from their rows."""

from __future__ import annotations

import json
from typing import Any

from onrecord.model import Article, Furniture


def article_of(row: Any) -> Article:
    """The article that a row of the report table holds, with what the record needs to compare it."""
    data = json.loads(row.payload)
    return Article(
        row.given_id,
        row.text,
        url=row.url,
        outlet=row.outlet,
        title=row.title,
        credit=data.get("credit"),
        published=row.published,
        furniture=tuple(Furniture(**f) for f in data["furniture"]),
    )
