from __future__ import annotations

import pytest
from tests.linking.actors import event, span, statement

from onrecord.linking.stance import stance_of
from onrecord.model import Act, Certainty, EventStatus, Stance


@pytest.mark.parametrize(
    ("act", "certainty", "status", "stance"),
    [
        ("asserts", "actual", "actual", "affirms"),
        ("confirms", "actual", "historical", "unclear"),
        ("accuses", "actual", "actual", "affirms"),
        ("promises", "actual", "future", "affirms"),
        ("asserts", "negated", "actual", "denies"),
        ("asserts", "actual", "negated", "denies"),
        ("confirms", "negated", "negated", "denies"),
        ("denies", "negated", "negated", "denies"),
        ("denies", "actual", "actual", "denies"),
        ("denies", "possible", "possible", "denies"),
        ("asserts", "possible", "actual", "unclear"),
        ("asserts", "actual", "conditional", "unclear"),
        ("asserts", "unknown", "actual", "unclear"),
        ("doubts", "actual", "actual", "unclear"),
        ("demands", "actual", "future", "unclear"),
        ("threatens", "actual", "future", "unclear"),
        ("predicts", "actual", "future", "unclear"),
        ("declines", "unknown", "actual", "declines"),
        ("unavailable", "unknown", "negated", "declines"),
    ],
)
def test_stance_comes_from_act_certainty_and_status(
    act: Act, certainty: Certainty, status: EventStatus, stance: Stance
) -> None:
    assert stance_of(statement(act=act, certainty=certainty), event(status=status)) == stance


@pytest.mark.parametrize(
    ("cue", "content", "stance"),
    [
        ("denied", "that no talks were held", "affirms"),
        ("denied", "they had never held talks", "affirms"),
        ("rejected", "reports that it wasn't in talks", "affirms"),
        ("denied", "any talks", "denies"),
        ("denied", "that talks were held, saying no such contact was made", "denies"),
        ("denied", "there was no plan, and said talks never began", "denies"),
        ("said", "no talks were held", "denies"),
        ("confirmed", "that it had not held talks", "denies"),
    ],
)
def test_only_a_verb_of_denial_and_a_negation_make_a_double_negation(cue: str, content: str, stance: Stance) -> None:
    said = statement(content, act="denies", certainty="negated", cue=cue)
    assert stance_of(said, event(trigger=span("talks", content.index("talks")), status="negated")) == stance


def test_a_negation_belongs_to_the_event_that_bears_it() -> None:
    said = statement("the talks brought no deal", certainty="negated")
    talks, deal = event(ident="e1"), event(ident="e2", type_="AGREE", status="negated")
    assert stance_of(said, talks, [talks, deal]) == "affirms"
    assert stance_of(said, deal, [talks, deal]) == "denies"


def test_what_a_denial_takes_for_granted_is_left_open() -> None:
    said = statement("that the talks brought a deal", act="denies", certainty="negated", cue="denied")
    talks, deal = event(ident="e1"), event(ident="e2", type_="AGREE", status="negated")
    assert stance_of(said, talks, [talks, deal]) == "unclear"
