"""A reviewer confirms, rejects, joins and splits: rows beside the links, in force at once, and withdrawn as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.record.readings import FAQIR_CONFIRMS, pakistani_reports, reading_of_report
from tests.record.stores import Stores
from tests.record.tables import add_all, tables_of

from onrecord.errors import UsageError
from onrecord.record import Decision, Record
from onrecord.record.reviewing import Review

NOW = datetime(2026, 2, 1, tzinfo=UTC)


@pytest.fixture
def record(stores: Stores) -> Iterator[Record]:
    """Talks of 2011 that one commander confirms and five sources deny or claim, and talks of 2014 that he confirms."""
    add_all(stores.place(), [*pakistani_reports(), reading_of_report("2014", date(2014, 2, 1), FAQIR_CONFIRMS)])
    with Record.open(stores.place()) as opened:
        yield opened


def done(
    record: Record, what: Callable[[Review], list[Decision]], after: int = 0, note: str | None = None
) -> list[Decision]:
    with record.review("R. Eviewer", NOW + timedelta(minutes=after), note) as review:
        return what(review)


def talks(record: Record) -> dict[str, str]:
    """The claims on the talks: where each stands, by the year of its first report."""
    return {str(s.first_reported)[:4]: s.standing for s in record.claims("TTP talks")}


def test_a_rejected_link_counts_for_nothing_and_stays_to_be_seen(record: Record) -> None:
    denials = [link.statement for link in record.claim("TTP talks").links if link.stance == "denies"]
    for statement in denials:
        done(record, lambda review, s=statement: review.judge_link(s, "TTP talks", "reject"), note="not these talks")  # type: ignore[misc]
    found = record.standing("TTP talks")
    assert (found.standing, found.links.rejected, found.links.suggested) == ("claimed-by-one-side", len(denials), 3)
    assert talks(record) == {"2011": "claimed-by-one-side", "2014": "claimed-by-one-side"}
    rejected = [link for link in record.claim("TTP talks").links if link.state == "rejected"]
    assert [link.statement for link in rejected] == denials
    assert {(link.decision.user, link.decision.note) for link in rejected if link.decision} == {
        ("R. Eviewer", "not these talks")
    }


def test_a_confirmed_link_is_told_from_a_suggested_one(record: Record) -> None:
    link = record.claim("TTP talks").links[0]
    done(record, lambda review: review.judge_link(link.statement[:8], "TTP talks", "confirm"))
    (line, _) = record.claims("TTP talks")
    assert (line.links.confirmed, line.links.suggested) == (1, 7)
    assert record.claim("TTP talks").links[0].state == "confirmed"


def test_the_last_decision_holds_and_withdrawing_brings_back_what_was_before(record: Record) -> None:
    link, before = record.claim("TTP talks").links[0], record.claims()
    for after, verdict in enumerate(("confirm", "reject")):
        done(record, lambda review, v=verdict: review.judge_link(link.statement, "TTP talks", v), after)  # type: ignore[misc]
    assert record.claim("TTP talks").links[0].state == "rejected"
    done(record, lambda review: review.unjudge_link(link.statement, "TTP talks"), 2)
    assert record.claim("TTP talks").links[0].state == "confirmed"
    done(record, lambda review: review.unjudge_link(link.statement, "TTP talks"), 3)
    assert [*record.claims()] == [*before]
    with pytest.raises(UsageError, match="nothing to withdraw"):
        done(record, lambda review: review.unjudge_link(link.statement, "TTP talks"), 4)


def test_joined_claims_are_one_until_that_is_withdrawn(record: Record) -> None:
    before = [*record.claims()]
    ids = [line.claim.id for line in before]
    done(record, lambda review: review.join(*ids))
    assert talks(record) == {"2011": "disputed"}
    assert {record.standing(ident).claim.id for ident in ids} == {ids[0]}
    with pytest.raises(UsageError, match="are one claim already"):
        done(record, lambda review: review.join(*ids), 1)
    done(record, lambda review: review.unjoin(*(ident[:9] for ident in ids)), 2)
    assert [*record.claims()] == before
    with pytest.raises(UsageError, match="nothing to withdraw"):
        done(record, lambda review: review.unjoin(*ids), 3)


def test_statements_taken_out_are_a_claim_of_their_own_together(record: Record) -> None:
    before = [*record.claims()]
    denials = [link.statement for link in record.claim("TTP talks").links if link.stance == "denies"]
    done(record, lambda review: review.split("TTP talks", denials))
    stood = {s.standing: s.links.suggested for s in record.claims("TTP talks") if str(s.first_reported) < "2012"}
    assert stood == {"denied": len(denials), "claimed-by-one-side": 3}
    apart = _claim_with(record, denials[0])
    done(record, lambda review: review.unsplit(apart, denials), 1)
    assert [*record.claims()] == before


def test_a_statement_is_moved_to_the_claim_that_it_speaks_to(record: Record) -> None:
    old, new = (line.claim.id for line in record.claims("TTP talks"))
    denial = next(link.statement for link in record.claim(old).links if link.stance == "denies")
    done(record, lambda review: review.split(old, [denial], new))
    assert denial in {link.statement for link in record.claim(new).links}
    assert record.standing(new).standing == "disputed"
    with pytest.raises(UsageError, match="are one claim"):
        done(record, lambda review: review.split(old, [record.claim(old).links[0].statement], old), 1)


@pytest.mark.parametrize(
    ("what", "message"),
    [
        (lambda review: review.judge_link("ffffffff", "TTP talks", "reject"), "no statement 'ffffffff' speaks to"),
        (lambda review: review.split("TTP talks", ["no"]), "no statement 'no' speaks to"),
        (lambda review: review.unjudge_link("", "TTP talks"), "no statement '' speaks to"),
    ],
)
def test_what_makes_no_sense_is_said_and_changes_nothing(
    record: Record, stores: Stores, what: Callable[[Review], list[Decision]], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        done(record, what)
    everything = [link.statement for link in record.claim("TTP talks").links]
    with pytest.raises(UsageError, match="leave one in it"):
        done(record, lambda review: review.split("TTP talks", everything))
    assert tables_of(stores.place())["decision"] == []


@pytest.mark.parametrize("user", ["", "  ", "onrecord"])
def test_a_decision_has_the_name_of_a_reviewer(record: Record, user: str) -> None:
    with pytest.raises(UsageError, match="needs the name of a reviewer"), record.review(user, NOW):
        pass


def test_all_that_is_decided_at_once_is_kept_or_none_of_it(record: Record, stores: Stores) -> None:
    statement = record.claim("TTP talks").links[0].statement

    def half(review: Review) -> list[Decision]:
        review.judge_link(statement, "TTP talks", "confirm")
        return review.judge_link("ffffffff", "TTP talks", "confirm")

    with pytest.raises(UsageError):
        done(record, half)
    assert tables_of(stores.place())["decision"] == []


def _claim_with(record: Record, statement: str) -> str:
    return next(
        s.claim.id for s in record.claims() if statement in {li.statement for li in record.claim(s.claim.id).links}
    )
