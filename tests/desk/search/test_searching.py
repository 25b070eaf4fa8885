"""The search held in memory finds what the record finds, in the same order, while reports and reviewers' words come in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from tests.desk.board.made import NOW, adding, by_chance, deciding, readings
from tests.record.readings import FAQIR_CONFIRMS, colombian_reports, pakistani_reports, reading_of_report
from tests.record.stores import Stores

from onrecord.desk.search import Search, SearchPage
from onrecord.errors import CursorUnknown, UsageError
from onrecord.record import Record
from onrecord.record.search import Narrowed, SearchHit

WORDS = (
    "talks",
    "the",
    "tal*",
    '"peace talks"',
    "denied talks",
    '"any talks" government',
    "Ümit",
    "nothing here",
    "r*",
)
NARROWED = (
    Narrowed(),
    Narrowed(act="denies"),
    Narrowed(party="government"),
    Narrowed(speaker="Faqir"),
    Narrowed(since=date(2011, 11, 10), until=date(2012, 3, 1)),
)


@pytest.fixture
def record(stores: Stores) -> Iterator[Record]:
    with Record.open(stores.place(), create=True) as made:
        for reading in [*pakistani_reports(), *colombian_reports()]:
            made.add(reading, NOW)
        yield made


def same(search: Search, record: Record, words: str, narrowed: Narrowed) -> None:
    found = record.search(
        words,
        party=narrowed.party,
        speaker=narrowed.speaker,
        since=narrowed.since,
        until=narrowed.until,
        act=narrowed.act,
    )
    page = search.page(words, narrowed, limit=1_000)
    assert list(page.hits) == list(found)
    assert (page.total, page.next) == (len(found), None)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_added_the_same_is_found(stores: Stores, seed: int) -> None:
    chance = by_chance(seed)
    steps = [adding(reading) for reading in readings(chance, 9)]
    steps += [deciding(chance, n) for n in range(8)]
    chance.shuffle(steps)
    with Record.open(stores.place(), create=True) as record:
        search = Search(record)
        for step in steps:
            step(record)
            same(search, record, chance.choice(WORDS), chance.choice(NARROWED))
        for words in WORDS:
            for narrowed in NARROWED:
                same(search, record, words, narrowed)


def test_words_in_any_letters_are_found(record: Record) -> None:
    search = Search(record)
    record.add(
        reading_of_report("odd", date(2012, 1, 1), FAQIR_CONFIRMS, body="Ümit Öztürk ﬁnds 𝔅 \U0001f600 ÅÅ x" * 3), NOW
    )
    record.add(reading_of_report("bare", date(2012, 1, 2), body="Umit finds nothing at all, he says, at all"), NOW)
    for words in ("umit", "finds", "ozt*", "b", "aax*", "x00", "\udcff talks", "zz*", '"at all"'):
        same(search, record, words, Narrowed())


def test_pages_follow_one_another(record: Record) -> None:
    search = Search(record)
    whole = list(record.search("talks"))
    hits: list[SearchHit] = []
    after = None
    while True:
        page = search.page("talks", Narrowed(), limit=3, after=after)
        assert isinstance(page, SearchPage)
        hits += page.hits
        after = page.next
        if after is None:
            break
    assert hits == whole
    assert list(record.search("talks", limit=2, offset=3)) == whole[3:5]


@pytest.mark.parametrize("cursor", ["-1", "x", "", "9" * 40, "²"])
def test_a_cursor_that_is_none_is_refused(record: Record, cursor: str) -> None:
    with pytest.raises(CursorUnknown):
        Search(record).page("talks", Narrowed(), after=cursor)


def test_no_word_is_no_search(record: Record) -> None:
    with pytest.raises(UsageError):
        Search(record).page("…", Narrowed())


def test_a_large_record_is_read_in_the_background(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.desk.search.searching._AT_ONCE_READY", 1)
    search = Search(record)
    same(search, record, "talks", Narrowed())
    search.wait()
    assert search.ready
    same(search, record, "talks", Narrowed())
    search.close()


def test_what_was_held_by_then_is_searched_in_the_record(record: Record) -> None:
    found = Search(record).page("talks", Narrowed(known_at=NOW.replace(year=2020)))
    assert (found.hits, found.total) == ((), 0)
