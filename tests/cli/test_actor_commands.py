"""`actors` and `judge` on a record of a few reports made by hand."""

from __future__ import annotations

from datetime import date

import pytest
from tests.cli.calls import Caller
from tests.record.people import Named, report
from tests.record.stores import Stores
from tests.record.tables import add_all, tables_of

IDENTITY_FIELDS = {
    "id", "name", "kind", "names", "parties", "country", "known_as", "roles", "places", "first", "last", "reports",
    "members", "links", "candidates",
}  # fmt: skip
HOLDER_FIELDS = {
    "identity", "name", "role", "of", "of_name", "hedged", "first", "last", "since", "until", "contested", "sayings",
}  # fmt: skip
JUDGEMENT_FIELDS = {
    "id", "left", "right", "judgement", "score", "user", "note", "evidence", "created_at", "deleted_at",
}  # fmt: skip


@pytest.fixture
def held(call: Caller, stores: Stores) -> Caller:
    """The command line with a record that names Faqir twice, and a namesake."""
    call.keep_in(stores.place())
    day = date(2011, 12, 10)
    add_all(
        call.record,
        [
            report("one", day, Named("Maulvi Faqir Mohammad", "ttp", "deputy chief", hedged=True), place="Bajaur"),
            report("two", date(2012, 3, 5), Named("Faqeer Muhammad", "ttp", "former deputy chief")),
            report("three", day, Named("Faqir Muhammad", None), place="Lahore"),
        ],
    )
    return call


def ids(held: Caller) -> list[str]:
    return [row["id"] for row in held("actors", "Faqir", "-f", "json").lines]


def test_everybody_is_listed_once(held: Caller) -> None:
    rows = held("actors", "-f", "json").lines
    assert [(row["name"], len(row["reports"])) for row in rows] == [
        ("Maulvi Faqir Mohammad", 2),
        ("TTP", 2),
        ("Faqir Muhammad", 1),
    ]
    assert all(set(row) == IDENTITY_FIELDS for row in rows)
    shown = held("actors")
    assert (shown.status, shown.err) == (0, "")
    assert "Faqir" in shown.out


def test_the_line_says_what_is_known_of_him(held: Caller) -> None:
    row = held("actors", "Faqir Mohammad", "-f", "json").lines[0]
    assert {name["name"] for name in row["names"]} == {"Maulvi Faqir Mohammad", "Faqeer Muhammad"}
    assert row["parties"] == [
        {"key": "ttp", "name": "TTP", "first": "2011-12-10", "last": "2012-03-05", "reports": 2}
    ]
    (role,) = row["roles"]
    assert (role["of"], role["of_name"], role["former"], role["first"]) == ("ttp", "TTP", True, "2011-12-10")
    assert (row["first"], row["last"], row["links"]) == ("2011-12-10", "2012-03-05", [])


def test_the_reasons_are_given_when_asked_for(held: Caller) -> None:
    (link,) = held("actors", "Faqir", "--why", "-f", "json").lines[0]["links"]
    assert set(link) == JUDGEMENT_FIELDS
    assert (link["judgement"], link["user"]) == ("same", "onrecord")
    assert {e["sign"] for e in link["evidence"]} >= {"name", "party", "role"}
    shown = held("actors", "Faqir", "--why").out
    assert "both belong to TTP" in shown
    assert max(len(line) for line in shown.splitlines()) <= 100


def test_as_of_a_day_later_reports_are_left_out(held: Caller) -> None:
    rows = held("actors", "Faqir", "--as-of", "2011-12-31", "-f", "json").lines
    assert [len(row["reports"]) for row in rows] == [1, 1]
    assert held("actors", "--as-of", "2011-01-01", "-f", "json").out == ""


def test_a_judgement_is_made_and_withdrawn(held: Caller) -> None:
    one, other = ids(held)
    made = held("judge", one[:10], other, "same", "--user", "A. Reviewer", "--note", "one man", "-f", "json")
    assert made.status == 0
    (row,) = made.lines
    assert set(row) == JUDGEMENT_FIELDS | {"withdrawn"}
    assert (row["judgement"], row["user"], row["note"], row["withdrawn"]) == ("same", "A. Reviewer", "one man", False)
    assert len(ids(held)) == 1
    back = held("judge", one, other, "--withdraw", "--user", "A. Reviewer")
    assert back.status == 0
    assert "withdrawn" in back.out
    assert len(ids(held)) == 2


def test_taking_two_reports_apart_needs_their_own_ids(held: Caller) -> None:
    left, right = held("actors", "Faqir", "-f", "json").lines[0]["members"]
    assert held("judge", left, right, "different", "--user", "A. Reviewer").status == 0
    assert len(ids(held)) == 3


def test_who_holds_an_office_as_of_a_day(held: Caller) -> None:
    asked = ("actors", "--office", "deputy chief", "--party", "TTP")
    (row,) = held(*asked, "--as-of", "2011-12-31", "-f", "json").lines
    assert set(row) == HOLDER_FIELDS
    assert (row["name"], row["hedged"], row["contested"], row["first"]) == (
        "Maulvi Faqir Mohammad", True, False, "2011-12-10",
    )  # fmt: skip
    assert set(row["sayings"][0]) == {"report", "role", "hedged", "former", "told", "start", "end", "text"}
    assert "“deputy chief”" in held(*asked, "--as-of", "2011-12-31").out
    assert held(*asked, "-f", "json").out == ""
    assert "no report" in held(*asked).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("judge", "ONE", "OTHER"), "--withdraw"),
        (("judge", "ONE", "OTHER", "same"), "--user"),
        (("judge", "ONE", "OTHER", "perhaps", "--user", "X"), "perhaps"),
        (("judge", "ONE", "OTHER", "same", "--withdraw", "--user", "X"), "--withdraw"),
        (("judge", "ONE", "ONE", "same", "--user", "X"), "name two"),
        (("judge", "zzzz", "ONE", "same", "--user", "X"), "zzzz"),
        (("judge", "ONE", "OTHER", "--withdraw", "--user", "X"), "nothing to withdraw"),
        (("judge", "ONE", "OTHER", "same", "--user", "X", "--db", "none.db"), "no record at none.db"),
        (("actors", "--party", "TTP"), "--office"),
        (("actors", "--db", "none.db"), "no record at none.db"),
        (("actors", "--as-of", "soon"), "YYYY-MM-DD"),
    ],
)
def test_what_cannot_be_done_leaves_with_2_and_changes_nothing(
    held: Caller, arguments: tuple[str, ...], said: str
) -> None:
    path = held.record
    one, other = ids(held)
    before = tables_of(path)
    left = held(*(a.replace("ONE", one).replace("OTHER", other) for a in arguments))
    assert (left.status, left.out) == (2, "")
    assert said in " ".join(left.err.split())
    assert "Traceback" not in left.err
    assert tables_of(path) == before


def test_nobody_of_that_name_is_no_error(held: Caller) -> None:
    left = held("actors", "Zebra")
    assert (left.status, "nobody" in left.out) == (0, True)
    assert held("actors", "Zebra", "-f", "json").out == ""


def test_a_name_cannot_act_on_the_terminal(call: Caller) -> None:
    add_all(call.folder / "onrecord.db", [report("x", None, Named("Evil \x1b[31mName"))])
    assert "\x1b" not in call("--no-color", "actors", "Evil").out
