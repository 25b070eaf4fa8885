"""`links`, `link`, `join` and `split` on a record of a few readings made by hand."""

from __future__ import annotations

from datetime import date

import pytest
from tests.cli.calls import Caller
from tests.record.readings import FAQIR_CONFIRMS, pakistani_reports, reading_of_report
from tests.record.tables import RECORDED, add_all

WHO = ("--user", "R. Eviewer")


@pytest.fixture
def held(call: Caller) -> Caller:
    """The command line beside a record of talks of 2011 and of 2014."""
    add_all(call.record, [*pakistani_reports(), reading_of_report("2014", date(2014, 2, 1), FAQIR_CONFIRMS)])
    return call


def ids(held: Caller) -> list[str]:
    return [line["id"] for line in held("claims", "-f", "json").lines]


def denials(held: Caller) -> list[str]:
    return [
        line["statement"] for line in held("links", "TTP", "talks", "-f", "json").lines if line["stance"] == "denies"
    ]


def test_the_links_of_a_claim_are_listed_with_their_state(held: Caller) -> None:
    lines = held("links", "TTP", "talks", "-f", "json").lines
    assert len(lines) == 8
    assert {line["claim"] for line in lines} == {ids(held)[0]}
    assert {(line["state"], line["score"], line["from"], len(line["decisions"])) for line in lines} == {
        ("suggested", 0.72, None, 0)
    }
    shown = held("links", "TTP", "talks", "--as-of", "2011-11-15").out
    assert "exploratory talks were under way" in shown
    assert "Rehman Malik" not in shown


def test_a_rejected_link_counts_for_nothing_until_that_is_withdrawn(held: Caller) -> None:
    for statement in denials(held):
        left = held("link", statement, "TTP talks", "reject", *WHO, "--note", "of [another] year", "-f", "json")
        assert [(line["action"], line["user"], line["withdrawn"]) for line in left.lines] == [
            ("reject", "R. Eviewer", False)
        ]
    assert held("standing", "TTP", "talks", "-f", "json").lines[0]["standing"] == "claimed-by-one-side"
    assert (
        held("standing", "TTP", "talks", "--known-at", str(RECORDED.date()), "-f", "json").lines[0]["standing"]
        == "disputed"
    )
    assert "of [another] year" in held("links", "TTP", "talks").out
    assert "withdrawn: reject" in held("link", denials(held)[0], "TTP talks", "--withdraw", *WHO).out
    [found] = held("standing", "TTP", "talks", "-f", "json").lines
    assert (found["standing"], found["links"]) == ("disputed", {"suggested": 4, "confirmed": 0, "rejected": 4})


def test_two_claims_are_joined_and_parted(held: Caller) -> None:
    one, other = ids(held)
    assert held("join", one, other, *WHO).status == 0
    assert ids(held) == [one]
    assert held("join", one, other, "--withdraw", *WHO).status == 0
    assert ids(held) == [one, other]


def test_statements_are_split_off_and_moved(held: Caller) -> None:
    one, other = ids(held)
    assert held("split", one, *denials(held), *WHO).status == 0
    [apart] = [ident for ident in ids(held) if ident not in {one, other}]
    assert held("standing", apart, "-f", "json").lines[0]["standing"] == "denied"
    assert (
        held("split", apart, held("links", apart, "-f", "json").lines[0]["statement"], "--to", other, *WHO).status
        == 0
    )
    assert held("standing", other, "-f", "json").lines[0]["standing"] == "disputed"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("link", "a1b2c3", "TTP talks", "reject"), "say who decides"),
        (("link", "a1b2c3", "TTP talks", *WHO), "give a verdict"),
        (("link", "a1b2c3", "TTP talks", "reject", "--withdraw", *WHO), "give a verdict"),
        (("link", "a1b2c3", "TTP talks", "reject", *WHO), "no statement 'a1b2c3'"),
        (("join", "TTP talks", "TTP talks", *WHO), "are one claim already"),
        (("split", "TTP talks", "a1b2c3", *WHO), "no statement 'a1b2c3'"),
    ],
)
def test_what_makes_no_sense_leaves_with_2(held: Caller, words: tuple[str, ...], message: str) -> None:
    left = held(*words)
    assert (left.status, left.out) == (2, "")
    assert message in " ".join(left.err.split())
