"""The JSON of the contract: its names, its values, and nouns that come back from it as they were."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import model
from onrecord.contract import (
    SCHEMA,
    canonical,
    content_id,
    error_json,
    line,
    reading_json,
    reading_of,
    span_json,
    standing_json,
    summary_json,
)
from onrecord.errors import Empty, RecordMissing
from onrecord.model import (
    Actor,
    Article,
    Candidate,
    Change,
    Claim,
    ClaimSummary,
    DateExpression,
    Dateline,
    Event,
    Evidence,
    First,
    Furniture,
    Mention,
    Participant,
    Party,
    Place,
    Position,
    Quantity,
    Reading,
    Relation,
    Role,
    Span,
    SpeakerPosition,
    Standing,
    Statement,
)

TEXT = "Give now. On Friday Ana Ruiz, rebel chief, said 12 were killed in Tarn — “no talks” 🕊️ are held."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


FRIDAY = DateExpression(span("On Friday"), "2011-12-09", date(2011, 12, 9), date(2011, 12, 9), "day")
RELATION = Relation("opposed_to", "a2", span("rebel"))
FULL = Reading(
    article=Article(
        id="r1",
        text=TEXT,
        url="https://example.org/1",
        outlet="The Gazette",
        title="Talks? “No” 🕊️",
        byline="A. Writer",
        credit="AP",
        language="en",
        published=date(2011, 12, 10),
        published_basis="page",
        furniture=(Furniture(0, 9, "appeal", "asks for money"),),
    ),
    statements=(
        Statement(
            id="s1",
            content=(span("12 were killed in Tarn"), span("“no talks”")),
            source=span("Ana Ruiz"),
            cue=span("said"),
            source_kind="named",
            act="asserts",
            certainty="actual",
            form="mixed",
            confidence=0.8,
            source_type="armed_group",
            speaker="a1",
            party="a2",
            medium="telephone",
            said_on=FRIDAY,
            said_at=span("Tarn"),
            said_to=span("Ana Ruiz"),
        ),
        Statement("s2", (), None, None, "impersonal", "doubts", "unknown", "indirect", 0.4, parent="s1"),
    ),
    events=(
        Event(
            id="e1",
            trigger=span("killed"),
            type="ASSAULT",
            status="actual",
            confidence=0.6,
            statement="s1",
            mode="armed",
            cameo="190",
            actors=("a2",),
            recipients=("a1",),
            place="p1",
            date=FRIDAY,
            quantities=(Quantity(span("12"), 12, 12, None, "killed"),),
            participants=(Participant(span("rebel chief"), "actor", "a1"),),
        ),
        Event("e2", span("talks"), "CONSULT", "negated", 0.4),
    ),
    actors=(
        Actor(
            id="a1",
            name="Ana Ruiz",
            kind="person",
            mentions=(Mention(span("Ana Ruiz"), "name"),),
            party="a2",
            country="COL",
            roles=(Role("chief", "a2", True, span("rebel chief")),),
            relations=(RELATION,),
            evidence=(Evidence("role", "is called rebel chief", 1.5, span("rebel chief")),),
            candidates=(Candidate("X", "Ana Ruiz of Cali", 0.3, (Evidence("place", "another province", -2.0),)),),
        ),
        Actor("a2", "The Rebels", "armed_group", (), codes=(("cameo", "COLREB"), ("ucdp", "1")), known_as="REB"),
    ),
    places=(
        Place("p1", "Tarn", "admin2", (Mention(span("Tarn"), "name"),), "COL", "North", 77, 4.7, -74.1),
        Place(
            "p2",
            "Nowhere",
            "place",
            (),
            acting=(span("Tarn"),),
            evidence=(Evidence("population", "12", 0.5),),
            candidates=(Candidate("78", "Nowhere", 0.2),),
        ),
    ),
    dates=(FRIDAY, DateExpression(span("Friday"), modifier="START", basis="published 2011-12-10")),
    dateline=Dateline(span("Tarn"), "p1", FRIDAY, disagrees=True),
)
CLAIM = Claim("c1", "talks between A and B", "CONSULT", (Party("a", "A"), Party("b", "B", "c")))
FIRST = First("Ana Ruiz", "A", "named", "2011-12", "x1")
STANDING = Standing(
    claim=CLAIM,
    as_of=date(2011, 12, 10),
    standing="disputed",
    positions=(
        Position(
            "A", "divided", "2011-12", (SpeakerPosition("Ana Ruiz", "named", "affirms", "2011-12", ("x1", "x2")),)
        ),
    ),
    first_claim=FIRST,
    first_named_confirmation=None,
    first_denial=replace(FIRST, speaker=None, source_kind="collective"),
    divided_parties=("A",),
    reports=3,
    independent_reports=2,
    changes=(Change("2011-12-10", "unreported", "disputed", "x1"),),
)


def spans_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a JSON value that has a start, an end and a text."""
    if isinstance(value, list):
        for each in value:
            yield from spans_in(each)
    elif isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for each in value.values():
            yield from spans_in(each)


def test_a_reading_comes_back_from_its_json_as_it_was() -> None:
    assert reading_of(json.loads(line(reading_json(FULL)))) == FULL
    assert reading_of(json.loads(canonical(reading_json(FULL)))) == FULL


def test_a_report_in_which_nothing_was_found_has_empty_lists_and_nulls() -> None:
    bare = Reading(Article("r1", "…"))
    printed = reading_json(bare)
    assert [printed[key] for key in ("statements", "events", "actors", "places", "dates")] == [[]] * 5
    assert printed["article"]["furniture"] == []
    assert printed["article"]["published"] is None
    assert reading_of(json.loads(line(printed))) == bare


READING_FIELDS = {
    "": "schema article statements events actors places dates dateline",
    "article": "id url outlet title byline credit language published published_basis text furniture",
    "furniture": "start end kind reason",
    "statements": "id parent source source_kind source_type speaker party cue content act certainty form medium said_on"
    " said_at said_to confidence",
    "said_on": "start end text value from to precision modifier basis",
    "events": "id statement trigger type mode cameo status actors recipients place date quantities confidence"
    " participants",
    "quantities": "value low high unit start end text",
    "actors": "id name kind party codes country roles relations known_as mentions evidence candidates",
    "evidence": "sign words weight span",
    "candidates": "id name score evidence",
    "roles": "role of hedged start end text",
    "relations": "kind to start end text",
    "mentions": "start end text form",
    "places": "id name geonames lat lon country admin1 kind mentions acting evidence candidates",
    "dates": "start end text value from to precision modifier basis",
    "dateline": "start end text place date disagrees",
}


def fields_of(printed: Any, path: str) -> set[str]:
    """The fields of the first object that stands under a key, at any depth."""
    if path == "":
        return set(printed)
    found = list(_under(printed, path))
    return set(found[0])


def _under(value: Any, key: str) -> Iterator[dict[str, Any]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, each in inner:
        first = each[0] if isinstance(each, list) and each else each
        if name == key and isinstance(first, dict):
            yield first
        yield from _under(each, key)


@pytest.mark.parametrize("key", READING_FIELDS)
def test_the_fields_of_a_reading_are_those_of_the_contract(key: str) -> None:
    assert fields_of(reading_json(FULL), key) == set(READING_FIELDS[key].split())


def test_the_values_of_a_reading_are_plain() -> None:
    printed = reading_json(FULL)
    assert printed["schema"] == SCHEMA == "onrecord/1"
    assert printed["article"]["published"] == "2011-12-10"
    assert printed["statements"][0]["said_on"] == {
        "start": 10, "end": 19, "text": "On Friday", "value": "2011-12-09", "from": "2011-12-09", "to": "2011-12-09",
        "precision": "day", "modifier": None, "basis": None,
    }  # fmt: skip
    assert printed["actors"][1]["codes"] == {"cameo": "COLREB", "ucdp": "1"}
    assert printed["events"][0]["quantities"][0] == {
        "start": TEXT.index("12"), "end": TEXT.index("12") + 2, "text": "12", "value": 12, "low": 12, "high": None,
        "unit": "killed",
    }  # fmt: skip
    assert (printed["statements"][1]["source"], printed["statements"][1]["cue"]) == (None, None)


def test_every_span_of_the_json_is_exact_in_code_points() -> None:
    printed = json.loads(line(reading_json(FULL)))
    found = list(spans_in(printed))
    assert len(found) == 22
    assert all(TEXT[each["start"] : each["end"]] == each["text"] for each in found)


ALLOWED = {
    model.SourceKind: "named role anonymous collective document outlet impersonal",
    model.SourceType: "official military armed_group party expert witness document media other",
    model.Act: "asserts confirms denies doubts declines unavailable promises threatens demands accuses predicts",
    model.Certainty: "actual possible negated conditional unknown",
    model.Form: "direct indirect mixed",
    model.EventStatus: "actual possible negated conditional future historical",
    model.ActorKind: "person armed_group government military country party organisation people",
    model.MentionForm: "name description pronoun",
    model.RelationKind: "part_of allied_with opposed_to",
    model.PlaceKind: "country admin1 admin2 place region",
    model.FurnitureKind: "appeal forum navigation advert related caption paywall legal other",
    model.PublishedBasis: "given page text",
    model.PartyStance: "affirms denies declines unclear divided",
    model.StandingName: "unreported claimed-anonymously claimed-by-third-party claimed-by-one-side disputed"
    " confirmed-by-both denied",
}


@pytest.mark.parametrize("kind", ALLOWED, ids=lambda kind: get_args(kind)[0])
def test_the_values_that_a_field_may_have_are_those_of_the_contract(kind: Any) -> None:
    assert list(get_args(kind)) == ALLOWED[kind].split()


UNDATED: dict[str, Any] = {"matter": None, "from": None, "to": None, "place": None, "figure": None, "rivals": []}
NO_LINKS = {"suggested": 0, "confirmed": 0, "rejected": 0}


def test_a_standing_is_printed_with_the_fields_of_the_contract() -> None:
    assert standing_json(STANDING) == {
        "claim": {"id": "c1", "gloss": "talks between A and B", "type": "CONSULT", "parties": ["A", "B"]} | UNDATED,
        "as_of": "2011-12-10",
        "standing": "disputed",
        "positions": [
            {
                "party": "A",
                "stance": "divided",
                "since": "2011-12",
                "speakers": [
                    {
                        "name": "Ana Ruiz",
                        "source_kind": "named",
                        "stance": "affirms",
                        "first": "2011-12",
                        "statements": ["x1", "x2"],
                        "reported_by": [],
                    }
                ],
            }
        ],
        "first_claim": {
            "speaker": "Ana Ruiz",
            "party": "A",
            "source_kind": "named",
            "date": "2011-12",
            "statement": "x1",
            "reported_by": None,
        },
        "first_named_confirmation": None,
        "first_denial": {
            "speaker": None,
            "party": "A",
            "source_kind": "collective",
            "date": "2011-12",
            "statement": "x1",
            "reported_by": None,
        },
        "divided_parties": ["A"],
        "reports": 3,
        "independent_reports": 2,
        "changes": [{"date": "2011-12-10", "from": "unreported", "to": "disputed", "because": "x1"}],
        "known_at": None,
        "links": NO_LINKS,
    }


def test_a_line_of_the_board_has_the_fields_of_the_contract() -> None:
    assert summary_json(ClaimSummary(CLAIM, "denied", 4, 2, date(2011, 12, 1), None)) == UNDATED | {
        "id": "c1",
        "gloss": "talks between A and B",
        "type": "CONSULT",
        "parties": ["A", "B"],
        "standing": "denied",
        "reports": 4,
        "independent_reports": 2,
        "first_reported": "2011-12-01",
        "last_reported": None,
        "links": NO_LINKS,
    }


def test_an_error_stands_in_for_the_report_that_could_not_be_read() -> None:
    assert error_json("news.jsonl:3", Empty("no text; give a text")) == {
        "schema": "onrecord/1",
        "error": {"origin": "news.jsonl:3", "kind": "Empty", "message": "no text; give a text"},
    }
    assert error_json("x", RecordMissing("y"))["error"]["kind"] == "RecordMissing"


def test_no_span_is_null() -> None:
    assert span_json(None) is None
    assert span_json(Span(1, 2, "x")) == {"start": 1, "end": 2, "text": "x"}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
@settings(deadline=None, max_examples=100)
def test_equal_values_have_one_id_in_whatever_order_their_keys_came(value: object) -> None:
    assert json.loads(canonical(value)) == value
    assert content_id(value) == content_id(_turned(value))


def _turned(value: Any) -> Any:
    """An equal value whose keys come in the opposite order."""
    if isinstance(value, dict):
        return {key: _turned(value[key]) for key in reversed(value)}
    return [_turned(each) for each in value] if isinstance(value, list) else value


def test_ids_are_the_same_on_every_machine_and_in_every_version() -> None:
    assert content_id({"b": [1, "é 🕊️"], "a": None}) == "b5d1467d0a157258c58194ad"
    assert content_id({"a": 1}) != content_id({"a": "1"})


def test_a_line_of_json_is_one_line_of_readable_characters() -> None:
    printed = line({"a": "é\n🕊️\u2028"})
    assert "\n" not in printed
    assert "é" in printed
    assert json.loads(printed) == {"a": "é\n🕊️\u2028"}
