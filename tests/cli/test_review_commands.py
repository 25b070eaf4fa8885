"""`review` and `correct` on a record of a few readings made by hand."""

from __future__ import annotations

import pytest
from tests.cli.calls import Caller
from tests.record.readings import pakistani_reports
from tests.record.tables import RECORDED, add_all

ONE, TWO = ("--by", "R. One"), ("--by", "R. Two")


@pytest.fixture
def held(call: Caller) -> Caller:
    add_all(call.record, pakistani_reports())
    return call


def statement(held: Caller, words: str) -> str:
    return next(
        str(line["statement"])
        for line in held("review", "--limit", "100", "-f", "json").lines
        if line["source"]["text"].startswith(words)
    )


def standing(held: Caller, *more: str) -> dict[str, object]:
    (found,) = held("standing", "TTP", "talks", "-f", "json", *more).lines
    assert isinstance(found, dict)
    return found


def test_the_queue_is_shown_and_printed(held: Caller) -> None:
    lines = held("review", "-f", "json", "--limit", "3").lines
    assert len(lines) == 3
    assert {line["kind"] for line in held("review", "--kind", "link", "-f", "json").lines} == {"link"}
    rest = held("review", "-f", "json", "--after", lines[-1]["place"]).lines
    assert not {(line["kind"], line["id"]) for line in lines} & {(line["kind"], line["id"]) for line in rest}
    shown = held("review", "--limit", "2").out
    assert "2 of " in shown
    assert f"--after {lines[1]['place']}" in " ".join(shown.split())
    assert lines[0]["statement"][:8] in shown


def test_a_correction_holds_at_once_until_it_is_withdrawn(held: Caller) -> None:
    ehsan = statement(held, "Ehsanullah")
    assert standing(held)["divided_parties"] == ["TTP"]
    left = held("correct", ehsan[:10], "--act", "confirms", *ONE, "--note", "he [did]", "-f", "json")
    (line,) = left.lines
    assert (line["action"], line["user"], line["note"], line["withdrawn"]) == ("correct", "R. One", "he [did]", False)
    assert line["values"] == [
        {"field": "act", "before": "denies", "after": "confirms", "text": "act: denies → confirms"}
    ]
    assert standing(held)["divided_parties"] == []
    assert standing(held, "--known-at", str(RECORDED.date()))["divided_parties"] == ["TTP"]
    (link,) = (x for x in held("links", "TTP", "talks", "-f", "json").lines if x["statement"] == ehsan)
    assert link["correction"]["id"] == line["id"]
    assert "correct by R. One: he [did]" in " ".join(held("links", "TTP", "talks").out.split())
    assert "withdrawn: correct" in held("correct", ehsan, "--withdraw", *ONE).out
    assert standing(held)["divided_parties"] == ["TTP"]


def test_speaker_party_and_stance_are_corrected(held: Caller) -> None:
    faqir = statement(held, "Maulvi")
    held("correct", faqir, "--party", "gov-pak", "--source-kind", "role", "--source-type", "official", *ONE)
    assert "R. One" in held("correct", faqir, "--speaker", "none", *ONE).out
    assert standing(held)["first_named_confirmation"] is None
    (line,) = held("correct", faqir, "--stance", "unclear", "--claim", "TTP talks", *ONE, "-f", "json").lines
    assert [value["field"] for value in line["values"]] == ["source_kind", "source_type", "speaker", "stance"]
    assert line["values"][2]["after"] is None


def test_statements_are_accepted_rejected_and_left_open(held: Caller) -> None:
    faqir = statement(held, "Maulvi")
    assert held("correct", faqir, "--accept", *ONE).status == 0
    assert held("correct", faqir, "--reject", *TWO).status == 0
    assert standing(held)["links"] == {"suggested": 7, "confirmed": 0, "rejected": 1}
    assert held("correct", faqir, "--unsure", *TWO).status == 0
    assert standing(held)["links"] == {"suggested": 8, "confirmed": 0, "rejected": 0}
    left = {line["id"] for line in held("review", "--user", "R. One", "--limit", "100", "-f", "json").lines}
    assert faqir not in left


def test_the_history_and_the_agreement_of_two_reviewers(held: Caller) -> None:
    faqir, malik = statement(held, "Maulvi"), statement(held, "Rehman")
    held("correct", faqir, "--act", "asserts", *ONE, "--note", "a slip")
    held("correct", faqir, "--reject", *TWO)
    held("correct", malik, "--accept", *ONE)
    held("correct", malik, "--accept", "--anew", *TWO)
    lines = held("review", "--history", "-f", "json").lines
    assert [(line["user"], line["action"]) for line in lines] == [
        ("R. One", "correct"), ("R. Two", "reject"), ("R. One", "accept"), ("R. Two", "accept"),
    ]  # fmt: skip
    assert len(held("review", "--history", "--user", "R. Two", "-f", "json").lines) == 2
    shown = " ".join(held("review", "--history").out.split())
    assert "act: confirms → asserts" in shown
    assert "a slip" in shown
    (found,) = held("review", "--agreement", "R. One", "R. Two", "-f", "json").lines
    assert found["kinds"][1] == {"kind": "statement", "judged": 2, "agreed": 1, "share": 0.5, "kappa": 0.3333}
    assert [line["subject"] for line in found["disagreements"]] == [faqir]
    shown = " ".join(held("review", "--agreement", "R. One", "R. Two").out.split())
    assert "statement 2 1 50 % 0.33" in shown


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("correct", "a1b2c3d4", "--accept"), "say who decides"),
        (("correct", "a1b2c3d4", *ONE), "give what is to be corrected"),
        (("correct", "a1b2c3d4", "--accept", "--reject", *ONE), "give what is to be corrected"),
        (("correct", "a1b2c3d4", "--act", "denies", "--reject", *ONE), "give what is to be corrected"),
        (("correct", "a1b2c3d4", "--stance", "denies", *ONE), "--stance and --claim go together"),
        (("correct", "a1b2c3d4", "--accept", *ONE), "no statement of this record has the id 'a1b2c3d4'"),
        (("correct", "a1b2c3d4", "--act", "lies", *ONE), "is not one of"),
        (("review", "--history", "--agreement", "A", "B"), "not both"),
        (("review", "--agreement", "A", "A"), "between two reviewers"),
        (("review", "--after", "x"), "no place in the queue"),
        (("review", "--claim", "moon"), "no claim"),
    ],
)
def test_what_makes_no_sense_leaves_with_2(held: Caller, words: tuple[str, ...], message: str) -> None:
    left = held(*words)
    assert (left.status, left.out) == (2, "")
    assert message in " ".join(left.err.split())
