"""Everything that reviewers did, by time and by name."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.record.stores import Stores
from tests.review.judged import COLOMBIAN, NOW, PAKISTANI, add_reports, statement

from onrecord.errors import UsageError
from onrecord.record import Record
from onrecord.review import history


def test_all_that_was_done_is_listed_by_time_with_names(stores: Stores) -> None:
    add_reports(stores.place())
    with Record.open(stores.place()) as record:
        assert history(record) == []
        faqir, ehsan = statement(record, "Maulvi"), statement(record, "Ehsanullah")
        with record.review("One", NOW, "a slip") as review:
            review.correct_statement(faqir, {"act": "asserts"})
        with record.review("Two", NOW + timedelta(minutes=1)) as review:
            review.judge_link(ehsan, PAKISTANI, "confirm")
        with record.review("Two", NOW + timedelta(minutes=2)) as review:
            review.split(PAKISTANI, [ehsan])
        with record.review("One", NOW + timedelta(minutes=3)) as review:
            review.withdraw_correction(faqir)
        one, two = (record.identities(name)[0].members[0] for name in ("Faqir", "Malik"))
        record.judge(one, two, "different", "Two", NOW + timedelta(minutes=4))
        record.withdraw(one, two, "One", NOW + timedelta(minutes=5))
        rows = history(record)
        assert [(row.user, row.kind, row.action) for row in rows] == [
            ("One", "statement", "correct"),
            ("Two", "link", "confirm"),
            ("Two", "claim", "move"),
            ("One", "statement", "withdraw"),
            ("Two", "identity", "different"),
            ("One", "identity", "withdraw"),
        ]
        first, taken_back = rows[0], rows[3]
        assert (first.note, first.withdrawn_at, taken_back.withdraws) == ("a slip", taken_back.at, first.id)
        assert first.text == "act: confirms → asserts “Maulvi Faqir Mohammad confirmed peace talks”"
        assert rows[4].text in {
            "Maulvi Faqir Mohammad and Rehman Malik",
            "Rehman Malik and Maulvi Faqir Mohammad",
        }
        assert len(history(record, user="Two")) == 3
        assert [row.action for row in history(record, kind="link")] == ["confirm"]
        assert len(history(record, statement=faqir[:10])) == 2
        assert len(history(record, report="dec-11")) == 2
        assert {row.action for row in history(record, claim=PAKISTANI)} >= {"correct", "withdraw"}
        assert history(record, claim=COLOMBIAN) == []
        assert len(history(record, since=NOW + timedelta(minutes=4))) == 2
        assert len(history(record, until=NOW)) == 1
        with pytest.raises(UsageError, match="is no kind of judgement; give one of: statement, link"):
            history(record, kind="links")  # type: ignore[arg-type]
