"""Formats of other tools: each has the shape that its specification asks for, and tells what the record holds."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from tests.export.hostile import hostile_readings
from tests.record.questions.held import everything, filled
from tests.record.readings import ANONYMOUS, URIBE_ALLEGES, reading_of_report
from tests.record.tables import RECORDED

from onrecord.export import Choices, Seen, export
from onrecord.export.formats.followthemoney import entity_id
from onrecord.export.formats.gexf import NAMESPACE
from onrecord.export.formats.icews import COLUMNS, ICEWS_COLUMNS
from onrecord.export.formats.network import MUTUAL, TIES
from onrecord.record import Record

NOTHING = Choices()
# Of FollowTheMoney's model, version 4: the properties that are written, by schema.
FTM = {
    "Person": {"name", "alias", "country", "notes", "position"},
    "Organization": {"name", "alias", "country", "notes"},
    "PublicBody": {"name", "alias", "country", "notes"},
    "LegalEntity": {"name", "alias", "country", "notes"},
    "Membership": {"member", "organization", "role", "status", "startDate", "endDate", "date", "proof"},
    "UnknownLink": {"subject", "object", "role", "status", "startDate", "endDate", "date", "proof"},
    "Article": {"title", "name", "author", "publisher", "publishedAt", "sourceUrl", "retrievedAt", "bodyText"},
    "Mention": {"document", "resolved", "name", "detectedSchema", "contextCountry"},
    "Event": {
        *("name", "summary", "description", "startDate", "endDate", "location", "country"),
        *("involved", "proof", "recordId", "keywords"),
    },
}
ENTITIES = {"member", "organization", "subject", "object", "proof", "document", "resolved", "involved"}
CSL = {
    *("id", "type", "title", "author", "container-title", "issued", "accessed", "URL", "language", "source", "note"),
}


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with filled(tmp_path_factory.mktemp("held") / "x.db", [*everything(), *hostile_readings()]) as record:
        yield record


def text_of(record: Record, kind: str, choices: Choices = NOTHING, seen: Seen | None = None) -> str:
    stream = io.BytesIO()
    export(record, kind, stream, None, seen, choices)
    return stream.getvalue().decode("utf-8")


def lines_of(record: Record, kind: str, choices: Choices = NOTHING, seen: Seen | None = None) -> list[Any]:
    return [json.loads(line) for line in text_of(record, kind, choices, seen).split("\n") if line]


def test_plover_has_what_the_manual_requires_and_says_whose_statement_it_is(held: Record) -> None:
    events = lines_of(held, "plover")
    ids = [event["id"] for event in events]
    assert len(set(ids)) == len(ids) == len(lines_of_table(held, "events"))
    for event in events:
        assert {"id", "date", "source", "event", "status", "statement"} <= set(event)
        assert isinstance(event["event"], list)
        assert all(side.get("code") is None or len(side["code"]) == 3 for side in event["source"])
        assert event["date_basis"] in {"told", "published", None}
        assert (event["date"] is None) == (event["date_basis"] is None)
    denied = next(event for event in events if event["status"] == "negated")
    assert (denied["event"], denied["quad_code"], denied["statement"]["act"]) == (["CONSULT"], 1, "denies")
    assert denied["recipient"][0]["identifier_text"]
    assert denied["cite_info"].keys() >= {"citation", "title", "publication"}
    assert "text" not in denied["cite_info"]


def lines_of_table(record: Record, name: str) -> list[Any]:
    stream = io.BytesIO()
    export(record, name, stream, "jsonl")
    return [json.loads(line) for line in stream.getvalue().decode().splitlines()]


def test_only_events_of_one_status_are_given_where_one_is_asked_for(held: Record) -> None:
    every, actual = lines_of(held, "plover"), lines_of(held, "plover", Choices(only="actual"))
    assert actual == [event for event in every if event["status"] == "actual"]
    assert 0 < len(actual) < len(every)
    rows = text_of(held, "icews", Choices(only="negated")).splitlines()[1:]
    assert {row.split("\t")[COLUMNS.index("Status")] for row in rows} == {"negated"}


def test_icews_rows_have_its_columns_in_its_order(held: Record) -> None:
    text = text_of(held, "icews")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert list(rows[0])[:20] == list(ICEWS_COLUMNS)
    assert list(rows[0])[7:9] == ["Intensity", "Target Name"]
    assert {line.count("\t") for line in text.splitlines()} == {len(COLUMNS) - 1}
    assert {row["Intensity"] for row in rows} == {""}
    assert {row["Event ID"] for row in rows} == {event["event_id"] for event in lines_of_table(held, "events")}
    first = next(row for row in rows if row["Speaker"] == "Rehman Malik")
    assert (first["Source Name"], first["Target Name"], first["Target Country"]) == (
        "TTP", "Government of Pakistan", "Pakistan",
    )  # fmt: skip
    assert (first["Sentence Number"], first["Event Date"], first["Date Basis"]) == ("4", "2011-11-16", "published")


def test_geojson_is_a_collection_of_points_with_longitude_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    day = date(2011, 11, 14)
    reading = reading_of_report("placed", day, replace(ANONYMOUS, on=(day, day, "day")))
    nowhere = replace(reading.places[0], name="Nowhere", lat=None, lon=None, country=None)
    other = replace(reading_of_report("lost", day, replace(URIBE_ALLEGES, on=(day, day, "day"))), places=(nowhere,))
    with Record.open(tmp_path_factory.mktemp("places") / "x.db", create=True) as record:
        for one in (reading, other):
            record.add(one, RECORDED)
        found = json.loads(text_of(record, "geojson"))
        claims = json.loads(text_of(record, "geojson", Choices(layers=("claims",))))
    assert (found["type"], found.keys()) == ("FeatureCollection", {"type", "features", "without_coordinates"})
    assert {feature["properties"]["layer"] for feature in found["features"]} == {"events", "statements", "claims"}
    for feature in found["features"]:
        assert feature["geometry"] == {"type": "Point", "coordinates": [71.5, 34.7]}
        assert feature["id"] == feature["properties"]["id"]
        assert feature["properties"]["place"] == "Bajaur"
    assert {(lost["layer"], lost["place"]) for lost in found["without_coordinates"]} >= {
        ("events", "Nowhere"), ("statements", "Nowhere"), ("claims", "Nowhere"),
    }  # fmt: skip
    assert {feature["properties"]["layer"] for feature in claims["features"]} == {"claims"}


def test_gexf_is_well_formed_and_every_edge_has_its_ends(held: Record) -> None:
    root = ElementTree.fromstring(text_of(held, "gexf"))  # noqa: S314 - our own file
    graph = root.find(f"{{{NAMESPACE}}}graph")
    assert root.tag == f"{{{NAMESPACE}}}gexf"
    assert root.get("version") == "1.3"
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    nodes = graph.findall(f"{{{NAMESPACE}}}nodes/{{{NAMESPACE}}}node")
    edges = graph.findall(f"{{{NAMESPACE}}}edges/{{{NAMESPACE}}}edge")
    ids = [node.get("id") for node in nodes]
    assert len(set(ids)) == len(ids)
    assert {edge.get(end) for edge in edges for end in ("source", "target")} == set(ids)
    declared = {one.get("id") for one in graph.iter(f"{{{NAMESPACE}}}attribute")}
    assert {one.get("for") for one in graph.iter(f"{{{NAMESPACE}}}attvalue")} <= declared
    for edge in edges:
        assert edge.get("kind") in TIES
        assert edge.get("type") == ("undirected" if edge.get("kind") in MUTUAL else "directed")
        assert (edge.get("start") or "") <= (edge.get("end") or "")
        assert float(edge.get("weight") or 0) >= 1


def test_parties_that_differ_on_a_claim_contradict_each_other(held: Record) -> None:
    root = ElementTree.fromstring(text_of(held, "gexf"))  # noqa: S314 - our own file
    kinds = {(e.get("source"), e.get("target"), e.get("kind")) for e in root.iter(f"{{{NAMESPACE}}}edge")}
    assert ("army-pak", "gov-pak", "agrees_with") in kinds
    assert ("farc", "gov-col", "agrees_with") in kinds


def test_annotations_select_the_words_that_they_quote(held: Record) -> None:
    collection = json.loads(text_of(held, "annotations"))
    texts = {one.id: held.reading(one.id).article.text for one in held.reports()}
    urls = {one.url: one.id for one in held.reports() if one.url is not None}
    items = collection["first"]["items"]
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"], collection["first"]["type"]) == (
        "AnnotationCollection", len(items), "AnnotationPage",
    )  # fmt: skip
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        quote, position = item["target"]["selector"]
        source = item["target"]["source"]
        text = texts[urls.get(source) or source.removeprefix("urn:onrecord:report:")]
        assert (item["type"], quote["type"], position["type"]) == (
            "Annotation", "TextQuoteSelector", "TextPositionSelector",
        )  # fmt: skip
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text.startswith(quote["prefix"], position["start"] - len(quote["prefix"]))
        assert text.startswith(quote["suffix"], position["end"])
        assert source.startswith(("urn:onrecord:report:", "https://example.org/"))
    parts = {item["onrecord"]["part"] for item in items}
    assert parts == {"source", "cue", "content"}


def test_entities_have_the_properties_of_their_schema_and_lead_to_one_another(held: Record) -> None:
    entities = lines_of(held, "ftm")
    schema_of = {entity["id"]: entity["schema"] for entity in entities}
    assert len(schema_of) == len(entities)
    for entity in entities:
        assert set(entity["properties"]) <= FTM[entity["schema"]], entity
        for name, values in entity["properties"].items():
            assert all(isinstance(value, str) and value for value in values)
            if name in ENTITIES:
                assert set(values) <= schema_of.keys()
    assert schema_of[entity_id("gov-pak")] == "PublicBody"
    assert schema_of[entity_id("ttp")] == "Organization"
    offices = {
        (entity["properties"]["role"][0], tuple(entity["properties"].get("status", ())))
        for entity in entities
        if entity["schema"] == "Membership"
    }
    assert ("deputy chief", ("said to be",)) in offices
    denied = {event["event_id"] for event in lines_of_table(held, "events") if event["act"] == "denies"}
    told = {entity["properties"]["recordId"][0] for entity in entities if entity["schema"] == "Event"}
    assert told
    assert not told & denied


def test_ids_of_entities_are_those_that_followthemoney_takes() -> None:
    assert entity_id("TTP") == "onrecord-TTP"
    for strange in ("ucdp:488", "text:armed_group:pakistan", "-x", ""):
        assert entity_id(strange).removeprefix("onrecord-").isalnum()


def test_citations_are_csl_items(held: Record) -> None:
    items = json.loads(text_of(held, "csl"))
    assert [item["id"] for item in items] == [one.id for one in held.reports()]
    for item in items:
        assert set(item) <= CSL
        assert item["type"] in {"article-newspaper", "webpage", "document"}
        assert "issued" not in item or len(item["issued"]["date-parts"][0]) == 3
        assert item.get("URL", "https://").startswith("http")
    assert any(item.get("note", "").startswith("copy of ") for item in items)
    assert {item["URL"] for item in items if "URL" in item} == {"https://example.org/a?b=c"}


def test_full_texts_are_given_only_when_asked_for(held: Record) -> None:
    body = held.reading(held.reports()[0].id).article.text
    for kind in ("plover", "ftm"):
        assert json.dumps(body, ensure_ascii=False)[1:-1] not in text_of(held, kind)
        assert json.dumps(body, ensure_ascii=False)[1:-1] in text_of(held, kind, Choices(texts=True))


def test_words_keep_to_the_statements_on_some_claims(held: Record) -> None:
    seen = Seen(words="FARC talks")
    spoken = {event["statement"]["id"] for event in lines_of(held, "plover", seen=seen)}
    annotated = {
        i["onrecord"]["statement"] for i in json.loads(text_of(held, "annotations", seen=seen))["first"]["items"]
    }
    assert spoken == annotated
    assert 0 < len(spoken) < len(lines_of_table(held, "statements"))
