from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from evaluation.samples import SAMPLES, stated_files
from tests.record.answers import answers
from tests.record.cluster import Cluster
from tests.record.stores import Place, Stores
from tests.record.tables import tables_of

from onrecord.model import First, Reading
from onrecord.reading import EncoderReader
from onrecord.record import Record
from onrecord.resolution.names import folded_name
from onrecord.resolution.registry import aliases_by_id
from onrecord.run import Unread, read_reports

EXPECTED: list[dict[str, Any]] = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
FIRSTS = ("first_claim", "first_named_confirmation", "first_denial")


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    reader = EncoderReader()
    found = [r for path, stated in stated_files(SAMPLES) for r in read_reports([str(path)], stated, reader)]
    assert not [r for r in found if isinstance(r, Unread)]
    return [r for r in found if isinstance(r, Reading)]


@pytest.fixture(scope="module")
def record(readings: list[Reading], lasting_stores: Stores) -> Iterator[Record]:
    with sample_record(readings, lasting_stores.place()) as opened:
        yield opened


@contextmanager
def sample_record(readings: list[Reading], place: Place) -> Iterator[Record]:
    with Record.open(place, create=True, aliases=aliases_by_id()) as opened:
        for reading in readings:
            opened.add(reading, datetime(2026, 1, 1, tzinfo=UTC))
        yield opened


@pytest.mark.parametrize("row", EXPECTED, ids=lambda row: f"{row['process']}-{row['as_of']}")
def test_the_standing_on_a_day_is_the_one_written_down_before(record: Record, row: dict[str, Any]) -> None:
    found = record.standing(row["words"], date.fromisoformat(row["as_of"]))
    assert found.standing == row["standing"]
    assert list(found.divided_parties) == row["divided_parties"]
    assert (found.reports, found.independent_reports) == (row["reports"], row["independent_reports"])


@pytest.mark.parametrize("name", FIRSTS)
@pytest.mark.parametrize("row", [r for r in EXPECTED if "first_claim" in r], ids=lambda row: str(row["process"]))
def test_the_firsts_are_the_ones_written_down_before(record: Record, row: dict[str, Any], name: str) -> None:
    found: First | None = getattr(record.standing(row["words"], date.fromisoformat(row["as_of"])), name)
    assert found is not None
    assert found.date == row[name]["date"]
    # Several deny on one day; which of them is named first is a matter of order within that day.
    wanted = [row[name], *row[name].get("same_day", ())]
    assert any(found.source_kind == w["source_kind"] and _same(found.speaker, w["speaker"]) for w in wanted)


def _same(one: str | None, other: str | None) -> bool:
    return one is None if other is None else one is not None and folded_name(one) == folded_name(other)


def test_the_three_cuts_of_one_agency_report_have_one_origin(record: Record) -> None:
    copies = [r for r in record.reports() if r.origin != r.id]
    assert len(copies) == 2
    assert len({r.origin for r in copies}) == 1


def test_the_page_without_a_date_has_none(readings: list[Reading]) -> None:
    assert [r.article.title for r in readings if r.article.published is None] == [
        "Who speaks for the Pakistani Taliban?"
    ]


def test_every_span_is_exact_and_outside_the_furniture(readings: list[Reading]) -> None:
    for reading in readings:
        text, aside = reading.article.text, reading.article.furniture
        spans = [s for st in reading.statements for s in (st.source, st.cue, *st.content) if s is not None]
        spans += [e.trigger for e in reading.events] + [m.span for a in reading.actors for m in a.mentions]
        assert spans
        for span in spans:
            assert text[span.start : span.end] == span.text
            assert not any(f.start < span.end and span.start < f.end for f in aside), span


def test_accents_of_the_windows_1252_page_are_read(readings: list[Reading]) -> None:
    assert any("Álvaro Uribe" in r.article.text for r in readings)


def test_appeals_and_forums_glued_to_the_report_are_set_aside(readings: list[Reading]) -> None:
    first = next(
        r.article for r in readings if r.article.title == "Militants say exploratory talks with Pakistan have begun"
    )
    marked = "\n".join(first.text[f.start : f.end] for f in first.furniture)
    assert "Thank you for standing with us." in marked
    assert "Members of our forum discuss" in marked
    assert "The Pakistani Taliban and the government of Pakistan have opened" not in marked
    assert first.credit == "AP"


def test_samples_folder_is_whole() -> None:
    assert {path.name for path, _ in stated_files(SAMPLES)} == {
        p.name for p in Path(SAMPLES).iterdir() if p.suffix in {".txt", ".html", ".jsonl"}
    }


def test_both_backends_hold_and_answer_the_same_to_the_byte(
    readings: list[Reading], cluster: Cluster, tmp_path: Path
) -> None:
    places: tuple[Place, ...] = (tmp_path / "x.db", cluster.make(filled=True))
    told = []
    for place in places:
        # Another order of adding on the server: neither that nor the server's own order may be seen in an answer.
        with sample_record(readings if place is places[0] else readings[::-1], place) as record:
            told.append(list(answers(record)))
    came_in_turn = "number"  # of reports, for the search
    assert tables_of(places[0], came_in_turn) == tables_of(places[1], came_in_turn)
    for number, (one, other) in enumerate(zip(*told, strict=True)):
        assert one == other, f"line {number} of {len(told[0])}"
