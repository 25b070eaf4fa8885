"""The sample record: standings on several days against the answers that were written before any program ran."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from onrecord.model import Stated
from onrecord.reading import Reader
from onrecord.record import Record
from onrecord.resolution.registry import aliases_by_id
from onrecord.run import Unread, read_reports

SAMPLES = Path(__file__).parents[1] / "samples"
RECORDED = datetime(2026, 1, 1, tzinfo=UTC)


def sample_standings(reader: Reader, folder: Path = SAMPLES) -> tuple[int, int]:
    """How many expected standings hold (standing, divided parties, reports, independent reports), and of how many."""
    with (
        tempfile.TemporaryDirectory() as work,
        Record.open(Path(work) / "samples.db", create=True, aliases=aliases_by_id()) as record,
    ):
        for path, stated in stated_files(folder):
            for reading in read_reports([str(path)], stated, reader):
                if not isinstance(reading, Unread):
                    record.add(reading, RECORDED)
        expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        return sum(_holds(record, row) for row in expected), len(expected)


def stated_files(folder: Path) -> Iterator[tuple[Path, Stated]]:
    """Each sample file once, with what the manifest states of plain text."""
    rows = {row["file"]: row for row in json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]}
    for name, row in rows.items():
        day = date.fromisoformat(row["published"]) if row["published"] else None
        yield folder / name, Stated(outlet=row["outlet"], published=day) if name.endswith(".txt") else Stated()


def _holds(record: Record, row: dict[str, object]) -> bool:
    found = record.standing(str(row["words"]), date.fromisoformat(str(row["as_of"])))
    return [found.standing, list(found.divided_parties), found.reports, found.independent_reports] == [
        row[key] for key in ("standing", "divided_parties", "reports", "independent_reports")
    ]
