from __future__ import annotations

import pytest
from evaluation.attribution import Attribution, score
from evaluation.factappeal import untagged

TEXT = "The army denied any talks. Officials said nothing."
DENIAL: Attribution = {"source": [(0, 8)], "cue": [(9, 15)], "content": [(16, 25)]}
SILENCE: Attribution = {"source": [(27, 36)], "cue": [(37, 41)], "content": [(42, 49)]}


def test_gold_scores_full_marks_against_itself() -> None:
    scores = score([(TEXT, [DENIAL, SILENCE], [SILENCE, DENIAL])])
    assert scores.lenient.f1 == scores.strict.f1 == 1.0
    assert set(scores.exact.values()) | set(scores.soft.values()) | set(scores.span.values()) == {1.0}


def test_a_content_cut_in_half_is_lenient_but_not_strict() -> None:
    cut: Attribution = DENIAL | {"content": [(20, 25)]}
    scores = score([(TEXT, [DENIAL], [cut])])
    assert (scores.lenient.f1, scores.strict.f1, scores.exact["content"]) == (1.0, 0.0, 0.0)
    assert scores.soft["content"] == pytest.approx(2 / 3)


def test_a_wrong_source_is_no_triple() -> None:
    assert score([(TEXT, [DENIAL], [DENIAL | {"source": [(27, 36)]}])]).lenient.f1 == 0.0


def test_a_missing_and_a_surplus_statement_cost_recall_and_precision() -> None:
    scores = score([(TEXT, [DENIAL], []), (TEXT, [DENIAL], [DENIAL, SILENCE])])
    assert (scores.lenient.precision, scores.lenient.recall) == (0.5, 0.5)


def test_tags_become_labelled_spans_of_the_bare_text() -> None:
    text, spans = untagged(
        "<Source:Unnamed:Official>An envoy</Source:Unnamed:Official> said "
        "<Fact_Appeal:Indirect_Quote>it holds</Fact_Appeal:Indirect_Quote>."
    )
    assert text == "An envoy said it holds."
    assert [(label, text[a:b]) for label, (a, b) in spans] == [
        ("unnamed source", "An envoy"),
        ("indirect appeal", "it holds"),
    ]
