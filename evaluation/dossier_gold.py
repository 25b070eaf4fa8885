"""What a careful reader answers for the claims of a dossier, written down before any program ran."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.resolution.names import folded


@dataclass(frozen=True, slots=True)
class Row:
    """What a careful reader answers for one claim as of one day; counts are None where that may be doubted."""

    as_of: date
    standing: str
    divided: tuple[frozenset[str], ...]
    reports: int | None
    independent: int | None


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim of a dossier: its parties, its days, and what is to be answered.

    Parties are sets of folded names; who acts comes first unless the parties are equals (`mutual`).
    """

    dossier: str
    id: str
    types: tuple[str, ...]
    parties: tuple[frozenset[str], ...]
    mutual: bool
    first: date
    last: date
    figure: int | None
    rows: tuple[Row, ...]


def gold_claims(dossier: Path) -> list[GoldClaim]:
    """The claims of a dossier's `gold.toml`."""
    return [
        _gold(dossier.name, row)
        for row in tomllib.loads((dossier / "gold.toml").read_text(encoding="utf-8"))["claims"]
    ]


def _gold(dossier: str, row: Mapping[str, Any]) -> GoldClaim:
    parties = tuple(frozenset(folded(name) for name in names) for names in row["parties"])
    return GoldClaim(
        dossier=dossier,
        id=row["id"],
        types=tuple(row["types"]),
        parties=parties,
        mutual=row["mutual"],
        first=row["from"],
        last=row["to"],
        figure=row.get("figure"),
        rows=tuple(_row(one, parties) for one in row["standings"]),
    )


def _row(row: Mapping[str, Any], parties: Sequence[frozenset[str]]) -> Row:
    return Row(
        as_of=row["as_of"],
        standing=row["standing"],
        divided=tuple(next(p for p in parties if folded(name) in p) for name in row["divided_parties"]),
        reports=row.get("reports"),
        independent=row.get("independent_reports"),
    )
