"""What reviewers decide shows in exports at once, and as of earlier not."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.export.test_tables import rows_of
from tests.record.questions.held import filled
from tests.record.stores import Stores

from onrecord.export.snapshot import Seen

NOW = datetime(2026, 3, 1, tzinfo=UTC)
BEFORE = datetime(2026, 2, 15, tzinfo=UTC)


def test_a_corrected_statement_is_exported_as_corrected(stores: Stores) -> None:
    with filled(stores.place("corrected")) as record:
        wrong = next(row for row in rows_of(record, "statements") if row["act"] == "confirms")
        with record.review("A. Reviewer", NOW) as review:
            review.correct_statement(wrong["statement_id"], {"act": "denies"})
        after = {row["statement_id"]: row for row in rows_of(record, "statements")}[wrong["statement_id"]]
        assert (after["act"], after["review"], after["reviewed_by"]) == ("denies", "correct", "A. Reviewer")
        assert any("confirms" in text and "denies" in text for text in after["corrected"])
        earlier = {row["statement_id"]: row for row in rows_of(record, "statements", Seen(None, BEFORE))}
        assert earlier[wrong["statement_id"]] == wrong


def test_a_rejected_link_is_a_row_and_counts_for_nothing(stores: Stores) -> None:
    with filled(stores.place("rejected")) as record:
        link = rows_of(record, "links")[0]
        with record.review("A. Reviewer", NOW, "no talks") as review:
            review.judge_link(link["statement_id"], link["claim_id"], "reject")
        rejected = [row for row in rows_of(record, "links") if row["state"] == "rejected"]
        assert link["link_id"] in {row["link_id"] for row in rejected}
        assert {(row["decided_by"], row["note"]) for row in rejected} == {("A. Reviewer", "no talks")}
        spoken = {row["statement_id"]: row["claims"] for row in rows_of(record, "statements")}
        assert link["claim_id"] not in spoken[link["statement_id"]]
