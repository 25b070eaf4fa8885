"""The one search finds what one finds by hand, whatever is added and whatever reviewers say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.desk.board.made import NOW, adding, by_chance, deciding, readings
from tests.record.readings import FAQIR_CONFIRMS, colombian_reports, pakistani_reports, reading_of_report
from tests.record.search.byhand import by_hand
from tests.record.stores import Stores

from onrecord.errors import UsageError
from onrecord.record import Record
from onrecord.record.search import Found, Hits, Narrowed, Order, facets, find

WORDS = (
    "talks",
    "the",
    "tal*",
    '"peace talks"',
    '"pea*',
    '"any tal*"',
    "denied talks",
    '"any talks" government',
    "Ümit",
    "nothing here",
    "r*",
)
NARROWED = (
    Narrowed(),
    Narrowed(act="denies"),
    Narrowed(source_kind="named"),
    Narrowed(spoken=True),
    Narrowed(outlet="Outlet 1"),
    Narrowed(month="2011"),
    Narrowed(month="2011-11", act="denies"),
    Narrowed(since=date(2011, 11, 10), until=date(2012, 3, 1)),
)
ORDERS: tuple[Order, ...] = ("best", "newest", "oldest")


@pytest.fixture
def record(stores: Stores) -> Iterator[Record]:
    with Record.open(stores.place(), create=True) as made:
        for reading in [*pakistani_reports(), *colombian_reports()]:
            made.add(reading, NOW)
        yield made


def found_in(record: Record, words: str, narrowed: Narrowed, order: Order = "best") -> Found:
    with record.asking() as connection:
        return find(connection, words, narrowed, record.aliases, order)


def is_as_by_hand(record: Record, words: str, narrowed: Narrowed, order: Order = "best") -> None:
    found = found_in(record, words, narrowed, order)
    told = [(one.id, one.times, tuple(said.id for said in found.said(one))) for one in found.reports]
    assert told == by_hand(record, words, narrowed, order)
    assert found.statements == sum(len(said) for *_, said in told)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_added_what_is_there_is_found(stores: Stores, seed: int) -> None:
    chance = by_chance(seed)
    steps = [adding(reading) for reading in readings(chance, 9)]
    steps += [deciding(chance, n) for n in range(8)]
    chance.shuffle(steps)
    with Record.open(stores.place(), create=True) as record:
        for step in steps:
            step(record)
            is_as_by_hand(record, chance.choice(WORDS), chance.choice(NARROWED), chance.choice(ORDERS))
        for words in WORDS:
            for narrowed in NARROWED:
                is_as_by_hand(record, words, narrowed)


def test_words_in_any_letters_are_found(record: Record) -> None:
    body = "Ümit Öztürk ﬁnds 𝔅 \U0001f600 ÅÅ þorn x0000fe x" * 3
    record.add(reading_of_report("odd", date(2012, 1, 1), FAQIR_CONFIRMS, body=body), NOW)
    record.add(reading_of_report("bare", date(2012, 1, 2), body="Umit finds nothing at all, he says, at all"), NOW)
    for words in ("umit", "finds", "ozt*", "b", "aax*", "þ*", "þorn", "x0*", "\udcff talks", "zz*", '"at all"'):
        is_as_by_hand(record, words, Narrowed())
    assert len(found_in(record, "þorn", Narrowed()).reports) == 1
    assert len(found_in(record, "0000feorn", Narrowed()).reports) == 0


def test_no_phrase_reaches_from_one_part_of_a_statement_into_the_next(record: Record) -> None:
    both, following = (found_in(record, words, Narrowed()) for words in ("army denied", '"army denied"'))
    assert both.statements > 0
    assert (len(following.reports), following.statements) == (2, 0)


def test_the_facets_count_what_each_choice_would_leave(record: Record) -> None:
    outlet = next(hit.outlet for hit in record.search("talks"))
    for narrowed in (Narrowed(), Narrowed(act="denies"), Narrowed(month="2012"), Narrowed(outlet=outlet)):
        counted = facets(found_in(record, "talks", narrowed))
        for field, values in (("act", counted.acts), ("source_kind", counted.sources), ("party", counted.parties)):
            assert values
            for value, _, count in values:
                some = found_in(record, "talks", replace(narrowed, **{field: value}))  # type: ignore[arg-type]
                assert some.statements == count, (narrowed, value)
        for field, values in (("outlet", counted.outlets), ("month", counted.months)):
            for value, _, count in values:
                some = found_in(record, "talks", replace(narrowed, **{field: value}))  # type: ignore[arg-type]
                assert len(some.reports) == count, (narrowed, value)


def test_a_party_is_meant_by_its_key_and_by_its_names(record: Record) -> None:
    parties = facets(found_in(record, "talks", Narrowed())).parties
    for key, name, count in parties:
        assert found_in(record, "talks", Narrowed(party=key)).statements == count
        assert found_in(record, "talks", Narrowed(party=name)).statements >= count


def test_all_hits_are_read_as_they_are_looked_at(record: Record) -> None:
    hits, whole = Hits.of(record, "talks", Narrowed()), list(record.search("talks"))
    assert list(hits) == whole
    assert (hits[0], hits[-1], list(hits[2:4])) == (whole[0], whole[-1], whole[2:4])
    assert len(hits) == len(whole)
    with pytest.raises(IndexError):
        hits[len(whole)]
    assert list(record.search("talks", limit=2, offset=3)) == whole[3:5]


def test_the_orders_have_the_same_hits(record: Record) -> None:
    found = [[hit.report for hit in record.search("talks", order=order)] for order in ORDERS]
    assert Counter(found[0]) == Counter(found[1]) == Counter(found[2])
    days = [hit.published for hit in record.search("talks", order="oldest") if hit.published]
    assert days == sorted(days)


def test_no_word_is_no_search(record: Record) -> None:
    with pytest.raises(UsageError):
        found_in(record, "…", Narrowed())
