from __future__ import annotations

from datetime import date

import pytest
from tests.record.readings import FAQIR_CONFIRMS, GOVERNMENT_DENIES, reading_of_report
from tests.record.stores import Stores
from tests.record.tables import add_all

from onrecord.linking.notices import notice_in
from onrecord.model import Article
from onrecord.record import Record

TITLE = "On dec-10"
DAY = date(2011, 12, 10)


def kill(day: date, text: str, ident: str = "kill") -> object:
    return reading_of_report(ident, day, body="Nothing else. " * 3, head=text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("killed", "KILL\nEditors: please kill the story headlined “Commander confirms talks”, sent at 0900."),
        ("killed", "BC-PAKISTAN-TALKS-KILL, 1st Ld\nMANDATORY KILL: do not use the story slugged PAKISTAN-TALKS."),
        ("withdrawn", "WITHDRAWN: Commander confirms talks\nThis report was sent in error."),
        ("withdrawn", "Advisory to subscribers: The story headlined “Commander confirms talks” is withdrawn."),
        ("withdrawn", "The agency has withdrawn its story about talks. Editors should not use it."),
        ("corrected", "CORRECTS name in second paragraph\nKHAR - A commander confirmed talks."),
        ("corrected", "KHAR - A commander confirmed talks. (Corrects day in the first paragraph.)"),
    ],
)
def test_notices(kind: str, text: str) -> None:
    found = notice_in(Article("r", text))
    assert found is not None
    assert found.kind == kind
    assert text[found.span.start : found.span.end] == found.span.text


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed six soldiers on Monday, the army said.",
        "The minister withdrew his remark and said that the report was wrong.",
        "Troops were withdrawn from the valley, a news report said on Friday.",
        "The spokesman corrected the number of the dead.",
        "A kill list was found in the house, police said.",
        "",
    ],
)
def test_reports_that_are_no_notices(text: str) -> None:
    assert notice_in(Article("r", text)) is None


@pytest.mark.parametrize("kill_first", [False, True])
def test_a_killed_report_counts_until_it_is_killed(stores: Stores, *, kill_first: bool) -> None:
    story = reading_of_report("dec-10", DAY, FAQIR_CONFIRMS)
    notice = kill(date(2011, 12, 12), f"KILL\nEditors: please kill the story headlined “{TITLE} confirms”. ")
    notice_named = kill(date(2011, 12, 12), f"KILL\nEditors: please kill the story headlined “{TITLE}”. ", "named")
    denial = reading_of_report("dec-11", date(2011, 12, 11), GOVERNMENT_DENIES)
    del notice
    reports = [notice_named, story, denial] if kill_first else [story, denial, notice_named]
    add_all(stores.place(), reports)  # type: ignore[arg-type]
    with Record.open(stores.place()) as record:
        held = {r.given_id: r for r in record.reports()}
        assert held["dec-10"].withdrawn == "killed"
        assert held["dec-10"].withdrawn_by == held["named"].id
        assert held["dec-10"].withdrawn_on == date(2011, 12, 12)
        assert held["dec-11"].withdrawn is None
        assert record.standing("TTP talks", as_of=date(2011, 12, 11)).standing == "disputed"
        assert record.standing("TTP talks", as_of=date(2011, 12, 12)).standing == "denied"
        (change,) = record.changes(date(2011, 12, 12))
        assert (change.date, change.before, change.after) == (date(2011, 12, 12), "disputed", "denied")
        moves = [(entry.before, entry.after) for entry in record.timeline("TTP talks")]
        assert ("disputed", "denied") not in moves, "a statement did not move the standing by being taken back"
