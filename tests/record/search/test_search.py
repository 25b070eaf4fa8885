"""Full text on both backends: the same answers to the same questions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.questions.held import FIRST, everything, filled
from tests.record.readings import FAQIR_CONFIRMS, MALIK_DENIES, reading_of_report
from tests.record.stores import Stores

from onrecord.errors import UsageError
from onrecord.record import Record
from onrecord.record.search import SearchHit

HOSTILE = [
    'talks" OR "x', "talks)", "(talks", "NEAR(talks peace)", "talks NOT peace", "words:talks", "^talks", "talks + peace",
    "'; DROP TABLE report; --", "talks & peace | !x", "<->", "talks:*", "\\", "\x00talks", "talks\ud800", "%_", "{a b}",
    "*talks", "a*b*c*", '""""', "“talks", "x" * 9_999, "é" * 3_000, "\u202etalks", "😀 talks", "ﷺ", "½", "İstanbul", "ß*",
]  # fmt: skip


@pytest.fixture(scope="module")
def record(lasting_stores: Stores) -> Iterator[Record]:
    with filled(lasting_stores.place()) as opened:
        yield opened


def days(hits: object) -> list[str]:
    assert hasattr(hits, "__iter__")
    return [f"{hit.published:%m-%d}" if hit.published else "undated" for hit in hits]


def test_words_phrases_and_beginnings_find_the_reports_that_hold_them(record: Record) -> None:
    assert sorted(days(record.search("exploratory talks"))) == ["09-04", "11-15", "11-16", "11-17", "12-10"]
    assert days(record.search('"any such talks"', until=date(2011, 11, 30))) == ["11-16"]
    assert days(record.search('"such any talks"')) == []
    assert set(days(record.search("explor* talk*"))) == set(days(record.search("exploratory talks")))
    assert days(record.search("alleg*")) == ["08-19"]
    assert days(record.search("allege")) == []
    assert days(record.search("URIBE álleged")) == ["08-19"]


def test_those_with_most_statements_come_first_and_then_the_newest(record: Record) -> None:
    hits = record.search("talks")
    ranks = [(-len(h.statements), -h.times, -(h.published or date.min).toordinal(), h.report) for h in hits]
    assert ranks == sorted(ranks)
    assert len(hits) == len(everything())
    assert len(hits[0].statements) == 3


def test_the_snippet_and_the_marks_are_characters_of_the_report(record: Record) -> None:
    texts = {report.id: record.reading(report.id).article.text for report in record.reports()}
    for hit in record.search('"exploratory talks"'):
        text, snippet = texts[hit.report], hit.snippet
        assert snippet is not None
        assert text[snippet.start : snippet.end] == snippet.text
        assert [mark.text for mark in hit.marks] == ["exploratory talks"]
        assert all(text[m.start : m.end] == m.text and snippet.contains(m) for m in hit.marks)


def test_the_statements_that_hold_the_words_are_named(record: Record) -> None:
    (hit,) = record.search("any such talks", until=date(2011, 11, 30))
    (said,) = hit.statements
    assert (said.source, said.act, said.party, said.words) == (
        "The army",
        "denies",
        "Pakistan Army",
        "any such talks",
    )
    assert record.sayings([said.id])[said.id].report == hit.report


def test_a_search_is_narrowed_to_a_party_a_speaker_an_act_and_days(record: Record) -> None:
    assert set(days(record.search("talks", party="TTP"))) == {"11-15", "11-16", "11-17", "12-10", "12-11"}
    assert days(record.search("talks", speaker="Ehsanullah")) == ["12-11"]
    assert days(record.search("talks", speaker="Ihsanullah Ihsan")) in ([], ["12-11"])
    assert days(record.search("talks", party="TTP", act="denies")) == ["12-11"]
    assert days(record.search("talks", act="confirms", since=date(2012, 9, 1))) == ["09-04"]
    assert len(record.search("talks", since=date(2012, 1, 1), until=date(2012, 8, 20))) == 2
    assert len(record.search("talks", party="Nobody")) == 0
    assert {h.published.year for h in record.search("talks", known_at=FIRST) if h.published} == {2011}


def test_furniture_is_not_searched_and_never_shown(stores: Stores) -> None:
    reading = reading_of_report(
        "r", date(2011, 12, 10), FAQIR_CONFIRMS, head="Donate to our xylophone appeal. ", furniture=True, body="End"
    )
    with filled(stores.place(), [reading]) as record:
        assert len(record.search("xylophone")) == 0
        (hit,) = record.search("confirmed")
        assert hit.snippet is not None
        assert "xylophone" not in hit.snippet.text


def test_words_of_the_headline_alone_are_found(stores: Stores) -> None:
    reading = reading_of_report("r", date(2011, 12, 10), FAQIR_CONFIRMS)
    reading = replace(reading, article=replace(reading.article, title="Zebras talk"))
    with filled(stores.place(), [reading]) as record:
        (hit,) = record.search("zebras")
        assert (hit.snippet, hit.marks, hit.title) == (None, (), "Zebras talk")


def test_a_copy_names_its_origin(record: Record) -> None:
    hits = {h.outlet: h for h in record.search('"any talks"', until=date(2011, 11, 30))}
    assert hits["The Copyist"].origin == hits["The First"].report == hits["The First"].origin


def test_a_report_of_more_different_words_than_a_row_holds_is_found_by_all(stores: Stores) -> None:
    body = " ".join(f"word{n}" for n in range(20_000))
    with filled(stores.place(), [reading_of_report("r", date(2011, 12, 10), MALIK_DENIES, body=body)]) as record:
        assert len(record.search("word1 word19999 rejected")) == 1
        assert len(record.search('"word19998 word19999"')) == 1
        assert len(record.search("word20000")) == 0


def test_hostile_queries_are_answered_or_refused_in_words(record: Record) -> None:
    refused = []
    for query in HOSTILE:
        try:
            hits = record.search(query)
        except UsageError as error:
            assert "give" in str(error)  # noqa: PT017 - many queries, one record
            refused.append(query)
        else:
            assert all(isinstance(hit, SearchHit) for hit in hits), query
    assert refused == ["<->", "\\", "%_", '""""']


@given(st.text(max_size=60) | st.from_regex(r'["*() a-zé&|!:<>-]{1,40}', fullmatch=True))
@settings(deadline=None, max_examples=60)
def test_no_text_makes_a_search_fail(record: Record, query: str) -> None:
    with suppress(UsageError):
        record.search(query, party=query, speaker=query)


def test_the_order_of_adding_makes_no_difference(stores: Stores) -> None:
    found = []
    for name, readings in (("a", everything()), ("b", everything()[::-1])):
        with filled(stores.place(name), readings) as record:
            found.append([record.search(words) for words in ("talks", "explor*", '"any talks"')])
    assert found[0] == found[1]
