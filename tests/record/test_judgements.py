from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.record.people import Named, report
from tests.record.stores import Place, Stores
from tests.record.tables import RECORDED, add_all, tables_of

from onrecord.errors import UsageError
from onrecord.record import Identity, Record

DAY = date(2011, 12, 10)
REVIEWER = "A. Reviewer"
NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)
FAQIR = report("one", DAY, Named("Maulvi Faqir Mohammad", "ttp", "deputy chief"), place="Bajaur")
FAQEER = report("two", DAY, Named("Faqeer Muhammad", "ttp", "deputy chief"))
NAMESAKE = report("three", DAY, Named("Faqir Muhammad", None), place="Lahore")


@pytest.fixture
def path(stores: Stores) -> Place:
    add_all(stores.place("x"), [FAQIR, FAQEER, NAMESAKE])
    return stores.place("x")


def faqirs(record: Record, **options: datetime) -> list[Identity]:
    return sorted(record.identities("Faqir Muhammad", **options), key=lambda i: -len(i.reports))


def sizes(record: Record, **options: datetime) -> list[int]:
    return [len(found.reports) for found in faqirs(record, **options)]


def test_a_reviewer_joins_two_and_withdraws_it(path: Place) -> None:
    before = tables_of(path)
    with Record.open(path) as record:
        assert sizes(record) == [2, 1]
        one, other = faqirs(record)
        made = record.judge(one.id, other.id, "same", REVIEWER, NOW, "the texts agree")
        assert (made.judgement, made.user, made.note, made.deleted_at) == ("same", REVIEWER, "the texts agree", None)
        assert sizes(record) == [3]
        (link,) = (j for j in faqirs(record)[0].links if j.reviewed)
        assert link == made
        (withdrawn,) = record.withdraw(one.id, other.members[0][:12], REVIEWER, NOW + timedelta(days=1))
        assert withdrawn == made
        assert sizes(record) == [2, 1]
        assert sizes(record, recorded_by=NOW) == [3]
        assert sizes(record, recorded_by=NOW - timedelta(days=1)) == [2, 1]
    after = tables_of(path)
    assert {name: rows for name, rows in after.items() if name != "judgement"} == {
        name: rows for name, rows in before.items() if name != "judgement"
    }
    assert set(before["judgement"]) < set(after["judgement"])


def test_a_reviewer_takes_two_apart_and_puts_them_together_again(path: Place) -> None:
    with Record.open(path) as record:
        left, right = faqirs(record)[0].members
        record.judge(left, right, "different", REVIEWER, NOW)
        assert sizes(record) == [1, 1, 1]
        record.judge(left, right, "same", "Another", NOW + timedelta(hours=1))
        assert sizes(record) == [2, 1]
        record.judge(right, left, "unsure", REVIEWER, NOW + timedelta(hours=2))
        assert sizes(record) == [1, 1, 1]
        assert any(c.score is None for i in faqirs(record) for c in i.candidates)
        assert len(record.withdraw(left, right, REVIEWER, NOW + timedelta(hours=3))) == 3
        assert sizes(record) == [2, 1]


def test_a_judgement_outlives_reports_that_come_later(path: Place) -> None:
    with Record.open(path) as record:
        one, other = faqirs(record)
        record.judge(one.id, other.id, "different", REVIEWER, NOW)
        record.add(report("four", DAY, Named("Faqir Mohammed", "ttp", "deputy chief"), place="Lahore"), RECORDED)
        found = faqirs(record)
        assert not any({one.members[0], other.members[0]} <= set(identity.members) for identity in found)
        assert sum(len(identity.reports) for identity in found) == 4


def test_an_actor_of_a_report_may_be_judged_to_be_a_known_body(path: Place) -> None:
    with Record.open(path) as record:
        record.add(report("front", DAY, Named("Students of Bajaur", kind="armed_group")), RECORDED)
        (students,) = record.identities("Students")
        record.judge(students.id, "ttp", "same", REVIEWER, NOW)
        (found,) = record.identities("Students")
        assert (found.id, found.known_as, len(found.reports)) == ("ttp", "ttp", 3)


def test_judging_the_same_at_one_moment_twice_is_judging_once(path: Place) -> None:
    with Record.open(path) as record:
        one, other = faqirs(record)
        made = [record.judge(one.id, other.id, "same", REVIEWER, NOW) for _ in range(2)]
        assert made[0] == made[1]
    assert sum(row[6] == REVIEWER for row in tables_of(path)["judgement"]) == 1


def test_adding_again_judges_nothing_again(path: Place) -> None:
    before = tables_of(path)
    add_all(path, [NAMESAKE, FAQEER, FAQIR])
    assert tables_of(path) == before


@pytest.mark.parametrize(
    ("left", "right", "user", "said"),
    [
        ("nobody-knows", "ttp", REVIEWER, "no actor of this record"),
        ("ttp", "ttp", REVIEWER, "the same actor already"),
        ("faqir", "ttp", "  ", "name of a reviewer"),
        ("faqir", "ttp", "onrecord", "name of a reviewer"),
    ],
)
def test_what_cannot_be_judged_says_why(path: Place, left: str, right: str, user: str, said: str) -> None:
    before = tables_of(path)
    with Record.open(path) as record:
        left = faqirs(record)[0].id if left == "faqir" else left
        with pytest.raises(UsageError, match=said):
            record.judge(left, right, "same", user, NOW)
        with pytest.raises(UsageError):
            record.withdraw(left, right, user, NOW)
    assert tables_of(path) == before


def test_nothing_judged_is_nothing_to_withdraw(path: Place) -> None:
    with Record.open(path) as record:
        left, right = faqirs(record)[0].members
        with pytest.raises(UsageError, match="nothing to withdraw"):
            record.withdraw(left, right, REVIEWER, NOW)
        with pytest.raises(UsageError, match="no judgement"):
            record.judge(left, right, "perhaps", REVIEWER, NOW)  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="time zone"):
            record.judge(left, right, "same", REVIEWER, datetime(2026, 1, 1))
