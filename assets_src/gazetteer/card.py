"""The gazetteer's card: what it holds, from which sources, under which licences, and how it was checked."""

from __future__ import annotations

import sqlite3
import struct
from collections import Counter
from contextlib import closing
from pathlib import Path

from assets_src.gazetteer.hand import CENTRES, FORMER, PRESS, REGIONS
from assets_src.gazetteer.packages import PACKAGES, sha256
from onrecord.resolution.places.atlas import SORTS, SORTS_PER_PLACE

EDITION = "2026-11-28"
"""The day of this edition: when its sources were fetched and its tables last changed."""

_KINDS = "SELECT kind.name, count(*), sum(lat IS NULL), sum(derived) FROM place"
_KINDS += " JOIN feature ON feature.no = place.feature JOIN kind ON kind.no = feature.kind GROUP BY 1 ORDER BY 2 DESC"


def card(path: Path, tables: Path, countries_table: Path, head: str) -> str:
    """The card of the file at `path`, made from the tables in the folder; `head` is what is said before the numbers."""
    with closing(sqlite3.connect(path)) as file:
        kinds = file.execute(_KINDS).fetchall()
        sorts = Counter(
            SORTS[packed % SORTS_PER_PLACE]
            for (places,) in file.execute("SELECT places FROM name")
            for (packed,) in struct.iter_unpack(">I", places)
        )
        keys = file.execute("SELECT count(*) FROM name").fetchone()[0]
    by_hand = [*(tables / name for name in (REGIONS, FORMER, PRESS, CENTRES)), countries_table]
    size, written_by = path.stat().st_size, f"written by SQLite {sqlite3.sqlite_version}"
    edition = f"**Edition** of {EDITION}: `gazetteer.sqlite`, {size:,} bytes, {written_by}, sha256 `{sha256(path)}`."
    parts = (
        head.strip(),
        edition,
        _table(("kind", "places", "without coordinates", "coordinates derived"), kinds),
        f"{keys:,} folded names, borne {sorts.total():,} times:",
        _table(("sort of name", "times"), [(sort, sorts[sort]) for sort in SORTS]),
        "**Sources**",
        _table(
            ("package", "version", "from", "what of it", "sha256"),
            [(p.name, p.version, p.registry, p.credit, f"`{p.sha256}`") for p in PACKAGES],
        ),
        _table(
            ("entered by hand", "rows", "sha256"),
            [(f"`{table.name}`", _rows(table), f"`{sha256(table)}`") for table in by_hand],
        ),
    )
    return "\n\n".join(parts) + "\n"


def _rows(table: Path) -> int:
    lines = table.read_text(encoding="utf-8").splitlines()
    return sum(1 for line in lines if line and not line.startswith("#"))


def _table(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    cells = [[f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *cells))
