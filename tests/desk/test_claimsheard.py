"""A claim as the board holds it is the claim as the record holds it, with all that is told on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.desk.board.made import NOW, START, adding, by_chance, deciding, readings
from tests.desk.board.test_board import DAYS
from tests.record.readings import FAQIR_CONFIRMS, pakistani_reports, reading_of_report
from tests.record.stores import Stores

from onrecord import model
from onrecord.desk.board import Board
from onrecord.desk.claimsheard import claim_heard, links_ever, standings_of
from onrecord.errors import ClaimNotFound
from onrecord.record import Record
from onrecord.record.questions.heard import Heard, heard_best
from onrecord.record.vantage import Vantage


@pytest.fixture
def record(stores: Stores) -> Iterator[Record]:
    with Record.open(stores.place(), create=True) as made:
        for reading in pakistani_reports():
            made.add(reading, NOW)
        yield made


def same(record: Record, board: Board, claim: str, day: date | None) -> None:
    found = claim_heard(record, board, claim, day)
    with record.asking() as connection:
        assert plain(found.heard) == plain(heard_best(connection, claim, Vantage(day), None))
    assert found.held == record.claim(found.heard.claim.id, day)
    assert links_ever(record, board, found.heard.claim.id) == record.claim(found.heard.claim.id)
    rivals = found.heard.claim.rivals
    assert standings_of(record, board, rivals, day) == [record.standing(ident, day) for ident in rivals]


def plain(one: Heard) -> Heard:
    """The same with numbers for speakers: board and record tell the same ones apart, each by keys of its own."""
    order = list(dict.fromkeys(testimony.speaker_key for testimony in one.testimonies))
    number = {key: str(at) for at, key in enumerate(order)}

    def numbered(some: Iterable[model.Testimony]) -> tuple[model.Testimony, ...]:
        return tuple(replace(testimony, speaker_key=number[testimony.speaker_key]) for testimony in some)

    names = {number[key]: name for key, name in one.names.items()}
    return replace(one, testimonies=numbered(one.testimonies), counting=numbered(one.counting), names=names)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_added_and_decided_it_is_the_same(stores: Stores, seed: int) -> None:
    if not stores.in_files and seed > 1:
        pytest.skip("a few of these on a server are enough")
    chance = by_chance(seed)
    steps = [adding(one) for one in readings(chance, 12)] + [deciding(chance, n) for n in range(6)]
    with Record.open(stores.place(), create=True) as record:
        board, ready = Board(record), 0
        for step in steps:
            step(record)
        board.refresh()
        claims = [line.claim.id for line in record.claims()]
        for claim in claims:
            for day in DAYS:
                same(record, board, claim, day)
        ready += len(board.told(claims))
        board.close()
        assert ready


def test_it_is_found_by_words_and_by_parts_of_its_id(record: Record) -> None:
    board = Board(record)
    claim = record.claims()[0].claim.id
    for words in (claim[:10], "talks", record.claim(claim).links[-1].id):
        same(record, board, words, None)
    same(record, board, claim, date(1990, 1, 1))
    with pytest.raises(ClaimNotFound):
        claim_heard(record, board, "0" * 24)


def test_while_reports_are_taken_in_the_record_is_asked(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.desk.board.kept.Kept._begin", lambda *_: None)
    board = Board(record)
    claim = record.claims()[0].claim.id
    assert board.told([claim])
    for number in range(6):
        record.add(reading_of_report(f"late-{number}", START, FAQIR_CONFIRMS), NOW)
    assert not board.told([claim])
    same(record, board, claim, None)
