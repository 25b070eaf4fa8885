"""Every question has the same answer whatever database keeps the record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.record.questions.held import FIRST, everything, filled
from tests.record.stores import Stores

from onrecord.contract import canonical, noun_json
from onrecord.record import Record

DAYS = [None, date(2011, 11, 16), date(2011, 12, 10)]


def answers(record: Record) -> list[str]:
    told: list[object] = []
    for as_of in DAYS:
        told += [noun_json(row) for row in record.positions(as_of=as_of)]
        told += [noun_json(row) for row in record.timeline("talks", as_of)]
        told += [noun_json(row) for row in record.changes(date(2011, 11, 1), as_of=as_of)]
        told += [record.brief("TTP talks", as_of).markdown()]
    told += [noun_json(row) for words in ("talks", '"any talks"', "explor*") for row in record.search(words)]
    for person in ("Ehsanullah", "Malik", "TTP", "Uribe"):
        found = record.who(person)
        told += [noun_json(row) for rows in (found.statements, found.said_of) for row in rows]
    told += [noun_json(row) for row in record.positions(known_at=FIRST)]
    return [canonical(one) for one in told]


def test_a_file_and_a_server_answer_alike(stores: Stores, tmp_path: Path) -> None:
    with filled(stores.place()) as kept, filled(tmp_path / "file.db", everything()[::-1]) as file:
        assert answers(kept) == answers(file)
