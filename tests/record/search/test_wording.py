"""Words as the tables of the search hold them."""

from __future__ import annotations

import json
from datetime import date

from sqlalchemy import select
from tests.record.readings import FAQIR_CONFIRMS, MALIK_DENIES, reading_of_report
from tests.record.search.test_finding import found_in
from tests.record.stores import Stores
from tests.record.tables import RECORDED

from onrecord.record import Record
from onrecord.record.schema import report_words, statement_words
from onrecord.record.search import Narrowed
from onrecord.record.search.wording import APART, PLACES, report_rows, statement_rows, wrapped


def test_a_report_has_its_headline_and_its_text_without_furniture() -> None:
    furniture = [{"start": 6, "end": 12}]
    row = {"report_id": "r", "published": None, "outlet": None, "title": "Talks", "text": "Peace donate álks"}
    (held,) = report_rows(row | {"payload": json.dumps({"furniture": furniture})})
    assert (held["number"], held["words"]) == (0, " talks  peace  alks ")


def test_the_parts_of_a_statement_stand_apart() -> None:
    told = dict.fromkeys(("act", "source_kind", "party_key", "party_name", "source_text"))
    (held,) = statement_rows(
        [told | {"statement_id": "s", "ordinal": 3, "cue_text": "said", "content_text": "No talks"}]
    )
    assert (held["number"], held["words"]) == (3, wrapped(["said", APART, "no", "talks"]))


def test_rows_are_numbered_by_report_in_the_order_of_adding(stores: Stores) -> None:
    with Record.open(stores.place(), create=True) as record:
        for name, said in (("one", (MALIK_DENIES, FAQIR_CONFIRMS)), ("two", ()), ("three", (FAQIR_CONFIRMS,))):
            record.add(reading_of_report(name, date(2011, 12, 10), *said), RECORDED)
            record.add(reading_of_report(name, date(2011, 12, 10), *said), RECORDED)
        with record.asking() as connection:
            reports = sorted(connection.scalars(select(report_words.c.number)))
            statements = sorted(connection.scalars(select(statement_words.c.number)))
    assert reports == [number << PLACES for number in (1, 2, 3)]
    assert statements == [(1 << PLACES), (1 << PLACES) + 1, 3 << PLACES]


def test_a_very_long_report_is_found_by_words_of_all_its_rows_together(stores: Stores) -> None:
    body = " ".join(f"w{n:05d} again" for n in range(60_000))
    with Record.open(stores.place(), create=True) as record:
        record.add(reading_of_report("long", date(2011, 12, 10), FAQIR_CONFIRMS, body=body), RECORDED)
        with record.asking() as connection:
            assert len(connection.scalars(select(report_words.c.number)).all()) > 1
        (one,) = found_in(record, "w00000 w59999 again", Narrowed()).reports
        assert one.times == 60_002
        assert len(found_in(record, '"w59998 again" "again w0000*"', Narrowed()).reports) == 1
