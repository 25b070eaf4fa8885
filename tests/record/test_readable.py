"""The views for whoever opens the database with other tools: on both databases they say what the record holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import inspect, text
from tests.record.readings import EHSAN_DENIES, FAQIR_CONFIRMS, TTP, Said, pakistani_reports, reading_of_report
from tests.record.stores import Stores
from tests.record.tables import RECORDED

from onrecord.record import Record

BODY = " ".join(f"word{n} of the agency" for n in range(200))
KILLED = Said("TTP", "said", "12 were killed in an attack", "collective", party=TTP, trigger="attack",
              event="ASSAULT", killed=(12, None), on=(date(2012, 1, 1), date(2012, 1, 1), "day"))  # fmt: skip
READINGS = [
    *pakistani_reports(),
    reading_of_report("first", date(2012, 1, 2), KILLED, FAQIR_CONFIRMS, body=BODY),
    reading_of_report("copy", date(2012, 1, 3), KILLED, FAQIR_CONFIRMS, body=BODY, outlet="Another"),
    reading_of_report("undated", None, EHSAN_DENIES, head='"quoted" \\ and zero \0 '),
]


@pytest.fixture(scope="module")
def record(lasting_stores: Stores) -> Iterator[Record]:
    with Record.open(lasting_stores.place("readable"), create=True) as made:
        for reading in READINGS:
            made.add(reading, RECORDED)
        yield made


def rows(record: Record, view: str, order: str = "published, report_id") -> list[Any]:
    with record.asking() as connection:
        return list(connection.execute(text(f"SELECT * FROM {view} ORDER BY {order}")).mappings())  # noqa: S608


def test_every_view_can_be_read_whole(record: Record) -> None:
    with record.asking() as connection:
        names = sorted(name for name in inspect(connection).get_view_names() if name.startswith("readable_"))
        counts = {name: len(connection.execute(text(f"SELECT * FROM {name}")).all()) for name in names}  # noqa: S608
    assert names == [
        *("readable_actors", "readable_copies", "readable_corrections", "readable_decisions", "readable_events"),
        *("readable_findings", "readable_judgements", "readable_links", "readable_notes", "readable_places"),
        *("readable_reports", "readable_statements"),
    ]
    assert counts["readable_reports"] == len(READINGS)
    assert counts["readable_statements"] == sum(len(reading.statements) for reading in READINGS)
    assert counts["readable_events"] == sum(len(reading.events) for reading in READINGS)
    assert counts["readable_actors"] == sum(len(reading.actors) for reading in READINGS)
    assert counts["readable_places"] == len(READINGS)


def test_reports_have_the_origin_that_the_record_gives(record: Record) -> None:
    shown = {row["report_id"]: row for row in rows(record, "readable_reports", "report_id")}
    for report in record.reports():
        row = shown[report.id]
        assert (row["origin"], row["statements"], row["title"]) == (report.origin, report.statements, report.title)
    assert sum(row["origin"] != row["report_id"] for row in shown.values()) == 1
    assert len(rows(record, "readable_copies", "left_report")) == 1


def test_statements_stand_in_words(record: Record) -> None:
    ident = next(report.id for report in record.reports() if report.given_id == "dec-10")
    said = [row for row in rows(record, "readable_statements", "statement_id") if row["report_id"] == ident]
    (confirmed,) = [row for row in said if row["act"] == "confirms"]
    assert (confirmed["speaker"], confirmed["party"], confirmed["content"]) == (
        "Maulvi Faqir Mohammad", "TTP", "peace talks",
    )  # fmt: skip
    assert (confirmed["source_kind"], confirmed["cue"], confirmed["certainty"]) == ("named", "confirmed", "actual")
    assert confirmed["confidence"] == pytest.approx(0.9)
    assert str(confirmed["published"]) == "2011-12-10"


def test_events_have_their_words_their_sides_and_their_place(record: Record) -> None:
    attacks = [row for row in rows(record, "readable_events", "event_id") if row["type"] == "ASSAULT"]
    assert len(attacks) == 2
    for row in attacks:
        assert (row["trigger_words"], row["actors"], row["recipients"]) == ("attack", "TTP", "Government of Pakistan")
        assert (row["place"], row["day_from"], row["day_precision"]) == ("Bajaur", "2012-01-01", "day")
        assert row["content"] == "12 were killed in an attack"


def test_links_name_the_matter_the_stance_and_the_figure(record: Record) -> None:
    links = rows(record, "readable_links", "link_id")
    assert {row["matter"] for row in links} == {
        "talks between TTP and Government of Pakistan",
        "attack by TTP on Government of Pakistan",
    }
    figures = [row for row in links if row["unit"] is not None]
    assert {(row["unit"], row["low"], row["high"], row["place"]) for row in figures} == {
        ("killed", 12, None, "Bajaur")
    }
    assert sum(row["stance"] == "denies" for row in links) == len(
        [1 for reading in READINGS for said in reading.statements if said.act == "denies"]
    )


def test_places_have_coordinates_and_actors_a_party(record: Record) -> None:
    place = rows(record, "readable_places")[0]
    assert (place["name"], place["latitude"], place["longitude"], place["country"]) == (
        "Bajaur", pytest.approx(34.7), pytest.approx(71.5), "PAK",
    )  # fmt: skip
    parties = {row["name"]: row["party"] for row in rows(record, "readable_actors", "actor_id")}
    assert (parties["Maulvi Faqir Mohammad"], parties["Pakistan Army"]) == ("TTP", "Government of Pakistan")


def test_decisions_and_judgements_are_shown_with_their_withdrawal(stores: Stores) -> None:
    with Record.open(stores.place(), create=True) as record:
        for reading in pakistani_reports():
            record.add(reading, RECORDED)
        statement = next(link.statement for link in record.claim("TTP talks").links if link.stance == "denies")
        with record.review("R. Eviewer", RECORDED, "another year") as review:
            review.judge_link(statement, "TTP talks", "reject")
        with record.review("R. Eviewer", RECORDED) as review:
            review.unjudge_link(statement, "TTP talks")
        (decision,) = rows(record, "readable_decisions", "decision_id")
        assert (decision["reviewer"], decision["action"], decision["note"]) == (
            "R. Eviewer",
            "reject",
            "another year",
        )
        assert decision["withdrawn_at"] is not None
        one, other = (identity.id for identity in record.identities()[:2])
        record.judge(one, other, "different", "R. Eviewer", RECORDED)
        (judged,) = [
            row for row in rows(record, "readable_judgements", "judgement_id") if row["judge"] == "R. Eviewer"
        ]
        assert (judged["judgement"], judged["left_name"] is None, judged["right_name"] is None) == (
            "different", False, False,
        )  # fmt: skip


def test_what_is_json_in_the_tables_is_in_columns_in_the_views(record: Record) -> None:
    for view in ("readable_statements", "readable_events", "readable_links", "readable_actors", "readable_places"):
        for row in rows(record, view, "report_id"):
            for value in row.values():
                assert not (isinstance(value, str) and value.startswith("{") and json.loads(value))
