"""`add`, `claims`, `standing`, `reports` and `show` on a record of a few reports."""

from __future__ import annotations

import json
import sqlite3

import pytest
from tests.cli.calls import Caller
from tests.record.tables import tables_of

DENIAL = (
    "Government denies talks\n\nThe Colombian government denied on Monday that it was holding talks with the FARC.\n"
)
CLAIM = "Rebels speak of talks\n\nThe FARC said on Sunday that it was in talks with the Colombian government.\n"
CLAIM_FIELDS = {
    "id", "gloss", "type", "parties", "matter", "from", "to", "place", "figure", "rivals", "standing", "reports",
    "independent_reports", "first_reported", "last_reported", "links",
}  # fmt: skip
STANDING_FIELDS = {
    "claim", "as_of", "standing", "positions", "first_claim", "first_named_confirmation", "first_denial",
    "divided_parties", "reports", "independent_reports", "changes", "known_at", "links",
}  # fmt: skip


@pytest.fixture
def held(call: Caller) -> Caller:
    """The command line in a folder whose `onrecord.db` holds a claim of 20 August and a denial of the 21st."""
    for name, text, day in (("claim.txt", CLAIM, "2012-08-20"), ("denial.txt", DENIAL, "2012-08-21")):
        assert call("add", call.write(name, text), "--published", day, "--outlet", "The Gazette").status == 0
    return call


def test_adding_says_what_was_added(call: Caller) -> None:
    left = call("add", call.write("a.txt", DENIAL), call.write("b.txt", ""), "-f", "json")
    assert left.status == 1
    assert left.lines[0] | {"report": "x"} == {"origin": "a.txt", "report": "x", "new": True, "copies": []}
    assert left.lines[1]["error"]["kind"] == "Empty"
    assert "1 report" in call("add", call.write("c.txt", CLAIM)).out


def test_adding_says_how_many_reports_have_no_date(call: Caller) -> None:
    claim, denial = call.write("claim.txt", CLAIM), call.write("denial.txt", DENIAL)
    left = call("add", claim, denial, "-f", "json")
    assert len(left.lines) == 2
    assert left.err == "2 reports have no date, and answer no question that has one; give --published\n"
    assert call("add", claim).err == ""
    assert call("add", claim, "--published", "2012-08-20", "--db", "dated.db").err == ""
    one = call("add", claim, "--db", "undated.db").err
    assert one == "1 report has no date, and answers no question that has one; give --published\n"


def test_adding_twice_changes_no_row(held: Caller) -> None:
    before = tables_of(held.folder / "onrecord.db")
    left = held("add", "claim.txt", "--published", "2012-08-20", "--outlet", "The Gazette", "-f", "json")
    assert (left.status, left.lines[0]["new"]) == (0, False)
    assert tables_of(held.folder / "onrecord.db") == before


def test_a_copy_is_told_and_counted_once(held: Caller) -> None:
    sentences = " ".join(
        f"The envoy number {n} left the valley after the {n}th day of rain and snow." for n in range(9)
    )
    body = f"A commander of the FARC said that his men had met the government for peace talks. {sentences}"
    for name, head in (("one.txt", "Rebels talk, they say"), ("two.txt", "Talks, rebels say")):
        held.write(name, f"{head}\n\n{body}\n")
    held("add", "one.txt", "--published", "2012-08-22", "--outlet", "One")
    [added] = held("add", "two.txt", "--published", "2012-08-22", "--outlet", "Two", "-f", "json").lines
    assert len(added["copies"]) == 1
    [board] = held("claims", "-f", "json").lines
    assert (board["reports"], board["independent_reports"]) == (4, 3)


def test_the_board_has_the_fields_of_the_contract_and_goes_by_the_day(held: Caller) -> None:
    [board] = held("claims", "-f", "json").lines
    assert set(board) == CLAIM_FIELDS
    assert (board["standing"], board["reports"]) == ("disputed", 2)
    assert (board["first_reported"], board["last_reported"]) == ("2012-08-20", "2012-08-21")
    [before] = held("claims", "FARC", "talks", "--as-of", "2012-08-20", "-f", "json").lines
    assert (before["standing"], before["reports"]) == ("claimed-by-one-side", 1)
    assert held("claims", "--as-of", "2012-08-19", "-f", "json").out == ""


def test_a_standing_has_the_fields_of_the_contract_and_leads_back_to_statements(held: Caller) -> None:
    [found] = held("standing", "talks", "FARC", "-f", "json").lines
    assert set(found) == STANDING_FIELDS
    assert found["claim"]["parties"] == ["FARC", "Government of Colombia"]
    assert found["standing"] == "disputed"
    assert {p["party"]: p["stance"] for p in found["positions"]} == {
        "FARC": "affirms",
        "Government of Colombia": "denies",
    }
    assert found["first_denial"]["date"] == "2012-08-20"
    assert [c["to"] for c in found["changes"]] == ["claimed-by-one-side", "disputed"]


def test_a_claim_is_found_by_its_id_and_the_beginning_of_it(held: Caller) -> None:
    [board] = held("claims", "-f", "json").lines
    for name in (board["id"], board["id"][:8]):
        assert held("standing", name, "-f", "json").lines[0]["claim"]["id"] == board["id"]


def test_before_anything_was_published_a_claim_is_unreported(held: Caller) -> None:
    [found] = held("standing", "FARC", "talks", "--as-of", "2012-08-01", "-f", "json").lines
    assert (found["standing"], found["reports"], found["positions"]) == ("unreported", 0, [])


def test_unknown_words_leave_with_2_and_name_the_nearest_claim(held: Caller) -> None:
    left = held("standing", "zebra", "crossing")
    assert (left.status, left.out) == (2, "")
    assert "zebra crossing" in left.err
    assert "talks between FARC and Government of Colombia" in " ".join(left.err.split())


def test_a_report_is_shown_from_its_file_and_by_its_id(held: Caller) -> None:
    report = next(r["id"] for r in held("reports", "-f", "json").lines if r["title"] == "Government denies talks")
    from_file = held("show", "denial.txt", "--published", "2012-08-21", "--outlet", "The Gazette", "-f", "json")
    for name in (report, report[:8]):
        left = held("show", name, "-f", "json")
        assert left.status == 0
        assert left.lines == from_file.lines
    shown = held("show", report).out
    assert "denied[denies]" in shown
    assert "2012-08-21" in shown


def test_the_reports_are_listed_with_what_they_are_copies_of(held: Caller) -> None:
    rows = held("reports", "-f", "json").lines
    assert [(r["published"], r["outlet"]) for r in rows] == [
        ("2012-08-20", "The Gazette"),
        ("2012-08-21", "The Gazette"),
    ]
    assert all(r["origin"] == r["id"] for r in rows)
    assert "Government denies talks" in held("reports").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("claims", "--db", "none.db"), "no record at none.db"),
        (("standing", "FARC", "--db", "none.db"), "no record at none.db"),
        (("reports", "--db", "none.db"), "no record at none.db"),
        (("show", "abc", "--db", "none.db"), "no record at none.db"),
        (("show", "abcdef"), "abcdef"),
        (("claims", "--db", "."), "folder"),
        (("claims", "--db", "claim.txt"), "claim.txt"),
        (("claims", "--as-of", "2012-13-01"), "YYYY-MM-DD"),
        (("standing", "FARC", "--as-of", "soon"), "YYYY-MM-DD"),
        (("standing",), "Missing argument"),
        (("show", "broken.jsonl"), "broken.jsonl"),
    ],
)
def test_what_cannot_be_answered_leaves_with_2_and_says_why(
    held: Caller, arguments: tuple[str, ...], said: str
) -> None:
    held.write("broken.jsonl", "{")
    left = held(*arguments)
    assert (left.status, left.out) == (2, "")
    assert said in " ".join(left.err.split())
    assert "Traceback" not in left.err


def test_asking_writes_nothing(held: Caller) -> None:
    path = held.folder / "onrecord.db"
    before = tables_of(path)
    for arguments in (("claims",), ("standing", "FARC", "talks"), ("reports",)):
        assert held(*arguments).status == 0
    assert tables_of(path) == before
    with sqlite3.connect(path) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)


def test_a_record_of_nothing_answers_with_nothing(call: Caller) -> None:
    call("add", call.write("a.txt", "The mill burned on Friday.\n"))
    assert call("claims", "-f", "json").out == ""
    assert len(call("reports", "-f", "json").lines) == 1
    left = call("standing", "talks")
    assert (left.status, left.out) == (2, "")


def test_the_time_of_recording_can_be_fixed(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    call("add", call.write("a.txt", DENIAL))
    [row] = call("reports", "-f", "json").lines
    assert row["recorded_at"].startswith("1970-01-01T00:00:00")
    assert json.dumps(row)
