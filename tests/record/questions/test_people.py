from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.record.questions.held import FIRST, filled
from tests.record.readings import FAQIR, FAQIR_CONFIRMS, MALIK, TTP, Said, reading_of_report

from onrecord.errors import PersonNotFound
from onrecord.model import Mention, Reading, Span
from onrecord.record import Record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with filled(tmp_path / "x.db") as opened:
        yield opened


def with_mention(reading: Reading, actor: str, words: str) -> Reading:
    """The reading with words of its text as a mention of one of its actors."""
    at = reading.article.text.index(words)
    mention = Mention(Span.of(reading.article.text, at, at + len(words)), "name")
    actors = tuple(replace(a, mentions=(*a.mentions, mention)) if a.id == actor else a for a in reading.actors)
    return replace(reading, actors=actors)


def test_all_that_somebody_said_is_there_with_its_claims(record: Record) -> None:
    found = record.who("Rehman Malik")
    assert found.person is not None
    assert found.person.name == "Rehman Malik"
    (said,) = found.statements
    assert (said.act, said.words, said.party) == ("denies", "reports of talks", "Government of Pakistan")
    assert said.glosses == ("talks between TTP and Government of Pakistan",)
    assert said.stances == ("denies",)


def test_words_and_ids_find_the_same_person(record: Record) -> None:
    found = record.who("Malik")
    assert found.person is not None
    for name in (found.person.id, *found.person.members):
        assert record.who(name).statements == found.statements


def test_what_others_say_of_him_is_told_and_what_he_says_himself_is_not(tmp_path: Path) -> None:
    told = Said("Rehman Malik", "said", "Maulvi Faqir Mohammad made up the talks", "named", "denies", TTP, MALIK)
    reading = reading_of_report("r", date(2011, 12, 12), replace(FAQIR_CONFIRMS, content="peace talks"), told)
    with filled(tmp_path / "y.db", [with_mention(reading, FAQIR.id, "Maulvi Faqir Mohammad made")]) as record:
        found = record.who("Faqir")
        assert [one.words for one in found.statements] == ["peace talks"]
        assert [(one.speaker, one.words) for one in found.said_of] == [
            ("Rehman Malik", "Maulvi Faqir Mohammad made up the talks")
        ]


def test_where_several_may_be_meant_all_are_named_and_none_is_chosen(tmp_path: Path) -> None:
    other = replace(MALIK, id="other", name="Abdul Malik", roles=())
    said = Said("Abdul Malik", "said", "talks were held", "named", "asserts", None, other)
    reading = reading_of_report(
        "a", date(2011, 11, 16), Said("Rehman Malik", "denied", "talks", "named", "denies", None, MALIK)
    )
    from tests.record import readings

    readings.CAST["other"] = other
    try:
        second = reading_of_report("b", date(2011, 11, 17), said)
    finally:
        del readings.CAST["other"]
    with filled(tmp_path / "y.db", [reading, second]) as record:
        found = record.who("Malik")
        assert found.person is None
        assert {one.name for one in found.candidates} == {"Rehman Malik", "Abdul Malik"}
        assert len(found.statements) == len(found.said_of) == 0
        for one in found.candidates:
            asked = record.who(one.id).person
            assert asked is not None
            assert asked.name == one.name


def test_a_body_is_found_where_no_person_has_the_name(record: Record) -> None:
    found = record.who("TTP")
    assert found.person is not None
    assert found.person.kind == "armed_group"
    assert {one.speaker for one in found.statements} >= {"Maulvi Faqir Mohammad", "Ehsanullah Ehsan"}


def test_only_what_was_published_and_recorded_by_then_is_seen(record: Record) -> None:
    assert len(record.who("Ehsanullah Ehsan").statements) == 1
    with pytest.raises(PersonNotFound):
        record.who("Ehsanullah Ehsan", as_of=date(2011, 12, 1))
    with pytest.raises(PersonNotFound):
        record.who("Santos", known_at=FIRST)


@pytest.mark.parametrize("nobody", ["Nobody At All", "", "   ", "%", "'; DROP TABLE report; --", "\x00"])
def test_nobody_goes_by_it(record: Record, nobody: str) -> None:
    with pytest.raises(PersonNotFound, match="onrecord actors"):
        record.who(nobody)
