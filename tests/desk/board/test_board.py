"""The board held ready says what the record says: as of every day, after every addition, and for every view."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from tests.desk.board.made import NOW, SPAN, START, adding, by_chance, deciding, readings
from tests.record.readings import FAQIR_CONFIRMS, colombian_reports, pakistani_reports, reading_of_report
from tests.record.stores import Stores

from onrecord.desk.board import Board, BoardLine, BoardPage, BoardView
from onrecord.desk.board.direct import page_directly
from onrecord.errors import ClaimNotFound, CursorUnknown
from onrecord.model import Site, StandingName
from onrecord.record import Record

STANDINGS = get_args(StandingName)
DAYS = [None, *(START + timedelta(days=n) for n in (0, 2, 5, 9, 30, 90, 181, 270, SPAN))]


@pytest.fixture
def record(stores: Stores) -> Iterator[Record]:
    with Record.open(stores.place(), create=True) as made:
        for reading in [*pakistani_reports(), *colombian_reports()]:
            made.add(reading, NOW)
        yield made


def views(chance: random.Random) -> Iterator[BoardView]:
    """Everything as of some days, and parts of it."""
    for day in chance.sample(DAYS, 4):
        yield BoardView(as_of=day, since=START + timedelta(days=chance.randint(0, SPAN)), sort="moved", limit=500)
        yield BoardView(
            as_of=day, words=chance.choice(("talks", "TTP", "attack killed", "Bajaur", "2012")), limit=500
        )
        yield BoardView(as_of=day, party=chance.choice(("gov-pak", "FARC", "army")), sort="latest", limit=3)
        yield BoardView(as_of=day, place="Bajaur", type="ASSAULT")
        yield BoardView(as_of=day, standing=chance.choice(("denied", "disputed")), limit=2)


def asked(ask: object, view: BoardView) -> BoardPage | str:
    try:
        found = ask(view)  # type: ignore[operator]
    except ClaimNotFound as error:
        return str(error)
    assert isinstance(found, BoardPage)
    return found


def same(board: Board, record: Record, view: BoardView) -> None:
    assert asked(board.page, view) == asked(lambda v: page_directly(record, v), view)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_added_and_decided_the_board_says_what_the_record_says(stores: Stores, seed: int) -> None:
    if not stores.in_files and seed > 2:
        pytest.skip("a few of these on a server are enough")
    chance = by_chance(seed)
    steps = [adding(reading) for reading in readings(chance, chance.randint(4, 12))]
    steps += [deciding(chance, n) for n in range(chance.randint(0, 8))]
    chance.shuffle(steps)
    with Record.open(stores.place(), create=True) as record:
        board = Board(record)
        for number, step in enumerate(steps):
            step(record)
            if number % 2:
                for view in views(chance):
                    same(board, record, view)
        for day in DAYS:
            same(board, record, BoardView(as_of=day, limit=500, since=START))


def test_lines_are_those_of_the_record(record: Record) -> None:
    board = Board(record)
    for day in (None, date(2011, 11, 16), date(2011, 12, 10), date(2012, 8, 27)):
        page = board.page(BoardView(as_of=day, since=date(2011, 12, 1)))
        assert [line.summary for line in page.lines] == list(record.claims(as_of=day))
        assert [cell for line in page.lines for cell in line.cells] == list(record.positions(as_of=day))
        changes = {change for line in page.lines for change in line.moved}
        assert changes == set(record.changes(date(2011, 12, 1), as_of=day))


def test_what_is_added_by_others_is_seen_at_the_next_page(record: Record, stores: Stores) -> None:
    board = Board(record)
    before = board.page(BoardView())
    assert not board.refresh()
    with Record.open(stores.place()) as other:
        other.add(reading_of_report("late", date(2011, 11, 20), FAQIR_CONFIRMS), NOW)
    after = board.page(BoardView())
    assert (after.lines[0].summary.reports, before.lines[0].summary.reports) == (5, 4)
    assert not board.refresh()
    assert (date(2011, 11, 20), 1) in board.days


def test_pages_follow_one_another_and_hold_every_line_once(record: Record) -> None:
    for reading in readings(by_chance(5), 20):
        record.add(reading, NOW)
    board = Board(record)
    for sort in ("reported", "latest", "moved"):
        whole = board.page(BoardView(sort=sort, limit=500))
        lines: list[BoardLine] = []
        after = None
        while True:
            page = board.page(BoardView(sort=sort, limit=3, after=after))
            lines += page.lines
            after = page.next
            if after is None:
                break
        assert lines == list(whole.lines)
        assert len(lines) == whole.total


@pytest.mark.parametrize("cursor", ["", "nonsense", "e30", "WyJyZXBvcnRlZCJd", "é", "x" * 9_000])
def test_a_cursor_that_is_none_is_refused(record: Record, cursor: str) -> None:
    with pytest.raises(CursorUnknown):
        Board(record).page(BoardView(after=cursor))


def test_a_cursor_of_another_order_is_refused(record: Record) -> None:
    board = Board(record)
    cursor = board.page(BoardView(limit=1)).next
    with pytest.raises(CursorUnknown):
        board.page(BoardView(limit=1, sort="latest", after=cursor))


def test_an_empty_record_has_an_empty_board(stores: Stores) -> None:
    with Record.open(stores.place("empty"), create=True) as record:
        board = Board(record)
        assert board.page(BoardView()) == page_directly(record, BoardView())
        assert board.page(BoardView(as_of=START)).total == 0
        assert (board.progress, list(board.days)) == (1.0, [])
        with pytest.raises(ClaimNotFound):
            board.page(BoardView(words="talks"))


def test_ids_find_claims_as_in_the_record(record: Record) -> None:
    board = Board(record)
    for claim in record.claims():
        for words in (claim.claim.id, claim.claim.id[:8], claim.claim.matter):
            page = board.page(BoardView(words=words))
            assert [line.summary for line in page.lines] == list(record.claims(words))


def test_a_party_is_found_with_its_branches_and_by_other_names(record: Record) -> None:
    board = Board(record)
    (army,) = (line for line in board.page(BoardView(party="army-pak")).lines)
    found = board.page(BoardView(party="gov-pak"))
    assert army in found.lines
    assert board.page(BoardView(party="pakistan army")).lines == (army,)
    cell = army.cell("army-pak")
    assert cell is not None
    assert (cell.party, cell.stance) == ("Pakistan Army", "denies")
    assert army.cell("nobody") is None


def test_choices_count_what_they_would_leave(record: Record) -> None:
    for reading in readings(by_chance(3), 15):
        record.add(reading, NOW)
    board = Board(record)
    view = BoardView(type="CONSULT")
    facets = board.page(view).facets
    for choice in facets.standings:
        assert board.page(replace(view, standing=choice.value)).total == choice.claims
    for choice in facets.types:
        assert board.page(replace(view, type=choice.value)).total == choice.claims
    for choice in facets.places:
        assert board.page(replace(view, place=choice.value)).total == choice.claims


def test_a_large_record_is_worked_out_in_the_background(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.desk.board.kept.AT_ONCE_READY", 1)
    board = Board(record)
    for day in (None, date(2011, 11, 16), date(2012, 8, 20)):
        same(board, record, BoardView(as_of=day))
    board.wait()
    assert board.progress == 1.0
    same(board, record, BoardView(as_of=date(2012, 8, 20)))
    board.close()


def test_known_at_is_what_the_record_held_by_then(record: Record) -> None:
    record.add(reading_of_report("late", date(2011, 11, 20), FAQIR_CONFIRMS), NOW + timedelta(days=1))
    board = Board(record)
    assert board.page(BoardView(known_at=NOW)).lines[0].summary.reports == 4
    assert board.page(BoardView()).lines[0].summary.reports == 5


def test_places_are_counted_by_standing(record: Record) -> None:
    for reading in readings(by_chance(3), 15):
        record.add(reading, NOW)
    board = Board(record)
    for view in (BoardView(), BoardView(as_of=date(2011, 12, 1)), BoardView(type="CONSULT", place="Bajaur")):
        counted = board.by_place(view)
        places = {site.key for line in record.claims(as_of=view.as_of) for site in sites_of(record, line.claim.id)}
        assert counted.keys() <= places
        assert view.type or counted.keys() == places
        for place, times in counted.items():
            for standing in STANDINGS:
                page = board.page(replace(view, place=place, standing=standing))
                assert page.total == times.get(standing, 0)


def sites_of(record: Record, claim: str) -> list[Site]:
    return [link.occasion.site for link in record.claim(claim).links if link.occasion.site is not None]
