"""Tables: what their rows are, that ids lead somewhere, and that they answer as the record does."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.record.questions.held import FIRST, LATER
from tests.record.stores import Stores

from onrecord.errors import ClaimNotFound
from onrecord.export.columns import Column, Row
from onrecord.export.snapshot import Seen, snapshot_of
from onrecord.export.tables import TABLES
from onrecord.export.values import VALUES
from onrecord.record import Record

PYTHON: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "text": str,
    "date": str,
    "texts": list,
    "number": int,
    "fraction": (int, float),
    "truth": bool,
    "day": date,
    "time": date,
}


def rows_of(record: Record, name: str, seen: Seen | None = None, *, texts: bool = False) -> list[Row]:
    with snapshot_of(record, seen, texts=texts) as snapshot:
        return list(TABLES[name].rows(snapshot))


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_the_columns_with_values_of_their_kind(held: Record, name: str) -> None:
    table, found = TABLES[name], rows_of(held, name)
    assert found or name == "quantities"
    for row in found:
        assert set(row) == set(table.names)
        assert all(_fits(column, row[column.name]) for column in table.columns), row


def _fits(column: Column, value: Any) -> bool:
    if value is None:
        return column.kind != "texts"
    allowed = VALUES[column.values] if column.values else None
    told = value if isinstance(value, list) else [value]
    return isinstance(value, PYTHON[column.kind]) and (allowed is None or set(told) <= set(allowed))


@pytest.mark.parametrize("name", TABLES)
def test_the_key_tells_every_row_and_rows_have_one_order(held: Record, name: str) -> None:
    table, found = TABLES[name], rows_of(held, name)
    keys = [tuple(row[column] for column in table.key) for row in found]
    assert len(set(keys)) == len(keys)
    assert all(None not in key for key in keys)
    assert rows_of(held, name) == found


@pytest.mark.parametrize("seen", [Seen(), Seen(date(2011, 12, 10)), Seen(None, FIRST)])
def test_every_id_leads_to_a_row(held: Record, seen: Seen) -> None:
    held_rows = {name: rows_of(held, name, seen) for name in TABLES}
    for name, table in TABLES.items():
        for column, other in table.leads_to:
            there = {row[TABLES[other].key[0]] for row in held_rows[other]}
            assert {row[column] for row in held_rows[name]} - {None} <= there, (name, column)
    statements = {row["statement_id"] for row in held_rows["statements"]}
    claims = {row["claim_id"] for row in held_rows["claims"]}
    actors = {row["actor_id"] for row in held_rows["actors"]}
    assert {s for row in held_rows["positions"] for s in row["statements"]} <= statements
    assert {c for row in held_rows["statements"] for c in row["claims"]} <= claims
    assert {a for row in held_rows["events"] for a in (*row["actor_ids"], *row["recipient_ids"])} <= actors


@pytest.mark.parametrize("seen", [Seen(), Seen(date(2011, 12, 10)), Seen(None, FIRST), Seen(None, None, "TTP talks")])
def test_claims_and_positions_are_those_of_the_record(held: Record, seen: Seen) -> None:
    asked = seen.words, seen.as_of, seen.known_at
    board, cells = held.claims(*asked), held.positions(*asked)
    found = rows_of(held, "claims", seen)
    assert [(row["claim_id"], row["standing"], row["reports"], row["independent_reports"]) for row in found] == [
        (line.claim.id, line.standing, line.reports, line.independent_reports) for line in board
    ]
    assert [
        (row["claim_id"], row["party"], row["stance"], row["sourced"], row["since"], tuple(row["statements"]))
        for row in rows_of(held, "positions", seen)
    ] == [(cell.claim, cell.party, cell.stance, cell.sourced, cell.since, cell.statements) for cell in cells]
    for row in found:
        stood = held.standing(row["claim_id"], seen.as_of, seen.known_at)
        first = stood.first_named_confirmation
        assert row["first_named_confirmation_statement"] == (None if first is None else first.statement)
        assert row["divided_parties"] == list(stood.divided_parties)
        assert str(row["standing_since"]) == str(stood.changes[-1].date if stood.changes else None)


def test_statements_stand_where_they_say(held: Record) -> None:
    texts = {row["report_id"]: row["text"] for row in rows_of(held, "reports", texts=True)}
    for row in rows_of(held, "statements"):
        text = texts[row["report_id"]]
        parts = [text[slice(*map(int, span.split("-")))] for span in row["content_spans"]]
        assert " … ".join(parts) == row["content"]
        assert text[slice(*map(int, row["cue_span"].split("-")))] == row["cue"]
    for row in rows_of(held, "events"):
        assert texts[row["report_id"]][slice(*map(int, row["trigger_span"].split("-")))] == row["trigger"]


def test_texts_go_out_only_when_asked_for(held: Record) -> None:
    assert {row["text"] for row in rows_of(held, "reports")} == {None}
    assert all(row["text"] for row in rows_of(held, "reports", texts=True))


def test_reports_are_those_of_the_record(held: Record) -> None:
    reports = {one.id: one for one in held.reports()}
    found = rows_of(held, "reports")
    assert [row["report_id"] for row in found] == list(reports)
    for row in found:
        one = reports[row["report_id"]]
        assert (row["origin_id"], row["statements"], row["published"]) == (one.origin, one.statements, one.published)
        assert row["version"] == (one.version if one.origin != one.id else None)
    assert sum(row["is_copy"] for row in found) == 1


def test_actors_are_the_identities_and_whoever_is_only_described(held: Record) -> None:
    named = [row["actor_id"] for row in rows_of(held, "actors") if row["named"]]
    assert named == [one.id for one in held.identities()]


def test_only_what_was_published_and_recorded_by_then_is_seen(held: Record) -> None:
    day = date(2011, 12, 10)
    assert {row["published"] <= day for row in rows_of(held, "statements", Seen(day))} == {True}
    early, late = (len(rows_of(held, "reports", Seen(None, at))) for at in (FIRST, LATER))
    assert 0 < early < late == len(held.reports())


def test_words_keep_to_claims_and_the_statements_on_them(held: Record) -> None:
    seen = Seen(words="FARC talks")
    kept = rows_of(held, "statements", seen)
    assert {claim for row in kept for claim in row["claims"]} == {
        row["claim_id"] for row in rows_of(held, "claims", seen)
    }
    assert 0 < len(kept) < len(rows_of(held, "statements"))
    with pytest.raises(ClaimNotFound):
        rows_of(held, "claims", Seen(words="zebra"))


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_record_gives_empty_tables(stores: Stores, name: str) -> None:
    with Record.open(stores.place("empty"), create=True) as record:
        assert rows_of(record, name) == []
