from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.by_hand import SEEDS, encoded, weights

from onrecord.encoding.weights import Weights
from onrecord.model import MentionForm
from onrecord.reading.chains import LOOK_BACK, chains, form_of
from onrecord.reading.closeness import FEATURES
from onrecord.reading.encoded import Encoded
from onrecord.reading.stretches import ACTOR_KINDS, Stretch
from onrecord.reading.stretches import stretches as stretches_of


def by_capitals(report: Encoded) -> list[str]:
    return ["PROPN" if form[:1].isupper() else "NOUN" for form in report.forms]


def form(words: str) -> MentionForm:
    report = encoded(words)
    return form_of(report, by_capitals(report), Stretch(0, len(report.places) - 1, "person", -0.1))


@pytest.mark.parametrize(
    ("expected", "mentions"),
    [
        ("pronoun", ["he", "They", "ITS", "who", "themselves"]),
        ("name", ["Ana Ruiz", "Gen. Ana Ruiz", "the FARC", "Bank of Peru", "Peru's", "the United Nations", "Ruiz, 40,", "“Ruiz”", "INLA"]),
        ("description", ["the army", "an army general", "Peru's army", "the commander of Peru", "ministers from Chile", "a spokesman for Ruiz", "the rebels in Bajaur", "Taliban fighters", "a man, Ruiz", "his men", "the Peruvian government's"]),
    ],
)  # fmt: skip
def test_a_mention_is_a_name_a_description_or_a_pronoun_by_its_head(expected: str, mentions: list[str]) -> None:
    assert {mention: form(mention) for mention in mentions} == dict.fromkeys(mentions, expected)


def test_a_mention_of_marks_alone_has_a_form() -> None:
    assert form("“ - ”") == "description"
    assert form(", of") == "description"


@given(st.text(st.sampled_from("Aa é5 .,'“-\nofthe"), max_size=20))
def test_the_form_of_a_mention_does_not_depend_on_the_words_around_it(words: str) -> None:
    alone = encoded(words)
    if len(alone.parts) != 1:
        return
    among = encoded(f"Nobody\n{words}\nAna")
    last = len(alone.places)
    there = form_of(alone, by_capitals(alone), Stretch(0, last - 1, "person", -0.1))
    assert form_of(among, by_capitals(among), Stretch(1, last, "person", -0.1)) == there


TEXT = "The army of Peru denied it . He said they left . Ana Ruiz , 40 , told us so . The government 's men . " * 2


@given(SEEDS)
@settings(deadline=None, max_examples=40)
def test_a_mention_stands_in_one_chain_at_most_and_only_actors_stand_in_any(seed: int) -> None:
    report, known = encoded(TEXT, seed), weights(seed)
    found = stretches_of(report, known)
    linked = chains(report, by_capitals(report), found, known)
    actors = {report.span(s.first, s.last) for s in found if s.kind in ACTOR_KINDS}
    told = [m.span for chain in linked for m in chain.mentions]
    assert len(told) == len(set(told))
    assert set(told) <= actors
    assert bool(told) == bool(actors)
    kinds = {report.span(s.first, s.last): s.kind for s in found}
    for chain in linked:
        assert chain.kind in {kinds[m.span] for m in chain.mentions}


@given(SEEDS)
@settings(deadline=None, max_examples=40)
def test_chains_come_in_the_order_of_their_first_mention_and_so_do_their_mentions(seed: int) -> None:
    report, known = encoded(TEXT, seed), weights(seed)
    linked = chains(report, by_capitals(report), stretches_of(report, known), known)
    firsts = [chain.mentions[0].span for chain in linked]
    assert [(s.start, s.end) for s in firsts] == sorted((s.start, s.end) for s in firsts)
    for chain in linked:
        spans = [(m.span.start, m.span.end) for m in chain.mentions]
        assert spans == sorted(spans)


def linking(together: bool) -> Weights:
    """Weights under which every mention goes with an earlier one, or none does."""
    known = weights(0)
    arrays = {name: np.zeros_like(array) for name, array in known.arrays.items()}
    alone = np.array([-2.0 if together else 1.0], dtype=np.float32)
    return Weights({**arrays, "antecedents.alone.bias": alone}, known.labels, known.measured)


def told(
    text: str, mentions: list[tuple[int, int]], together: bool = True, kinds: tuple[str, ...] = ("person",) * 9
) -> list[list[str]]:
    found = [Stretch(first, last, kind, -0.1) for (first, last), kind in zip(mentions, kinds, strict=False)]
    return [
        [m.span.text for m in c.mentions]
        for c in chains(encoded(text), by_capitals(encoded(text)), found, linking(together))
    ]


def test_mentions_beside_each_other_are_one_or_several_as_the_scores_say() -> None:
    assert told("Ruiz said he left", [(0, 0), (2, 2)]) == [["Ruiz", "he"]]
    assert told("Ruiz said he left", [(0, 0), (2, 2)], together=False) == [["Ruiz"], ["he"]]


def test_a_mention_within_another_never_means_the_same() -> None:
    assert told("the army of Peru", [(0, 3), (3, 3)]) == [["the army of Peru"], ["Peru"]]


def test_a_mention_that_begins_another_does_not_mean_the_same_either() -> None:
    assert told("Peru's army", [(0, 2), (0, 0)]) == [["Peru"], ["Peru's army"]]


@pytest.mark.parametrize(("between", "together"), [(0, True), (LOOK_BACK - 1, True), (LOOK_BACK, False)])
def test_a_mention_is_compared_only_with_those_not_too_far_back(between: int, together: bool) -> None:
    known = linking(together=False)
    pair = np.zeros((4, 4 + FEATURES), dtype=np.float32)
    pair[0, 4] = 1  # the same words
    score = np.array([[100, 0, 0, 0]], dtype=np.float32)
    arrays = {**known.arrays, "antecedents.pair.weight": pair, "antecedents.score.weight": score}
    report = encoded(" ".join(["Ruiz", *(f"N{n}" for n in range(between)), "Ruiz"]))
    every = [Stretch(w, w, "person", -0.1) for w in range(between + 2)]
    linked = chains(report, by_capitals(report), every, Weights(arrays, known.labels, known.measured))
    assert len(linked) == between + (1 if together else 2)


def test_the_kind_of_a_chain_is_that_of_its_surest_mentions() -> None:
    report, known = encoded("Ruiz said Ruiz told Ruiz"), linking(together=True)
    sure = [Stretch(0, 0, "party", -0.9), Stretch(2, 2, "person", -0.1), Stretch(4, 4, "person", -0.1)]
    assert [c.kind for c in chains(report, by_capitals(report), sure, known)] == ["person"]
    unsure = [Stretch(0, 0, "party", -0.1), Stretch(2, 2, "person", -0.8), Stretch(4, 4, "person", -0.8)]
    assert [c.kind for c in chains(report, by_capitals(report), unsure, known)] == ["party"]


def test_places_and_times_are_nobody() -> None:
    assert (
        chains(
            encoded("Kabul now"),
            ("PROPN", "ADV"),
            [Stretch(0, 0, "place", -0.1), Stretch(1, 1, "time", -0.1)],
            weights(0),
        )
        == ()
    )
    assert chains(encoded(""), (), [], weights(0)) == ()


STATES = ("government", "government")


def test_two_states_with_different_names_are_two() -> None:
    assert told("Ankara spoke . Armenia did", [(0, 0), (3, 3)], kinds=STATES) == [["Ankara"], ["Armenia"]]
    assert told("Peru spoke . Peru did", [(0, 0), (3, 3)], kinds=STATES) == [["Peru", "Peru"]]
    short = told("The United States spoke . The US did", [(0, 2), (5, 6)], kinds=STATES)
    assert short == [["The United States", "The US"]]


def test_several_people_are_not_one_by_name() -> None:
    assert told("Ana Ruiz said they left", [(0, 1), (3, 3)]) == [["Ana Ruiz"], ["they"]]
    assert told("A farmer said they left", [(0, 1), (3, 3)]) == [["A farmer"], ["they"]]
    assert told("A farmer said he left", [(0, 1), (3, 3)]) == [["A farmer", "he"]]


def test_who_speaks_for_somebody_is_not_that_one() -> None:
    text = "a spokesman for General Omar Haddad spoke . Haddad did not"
    found = told(text, [(0, 5), (4, 5), (8, 8)])
    assert found == [["a spokesman for General Omar Haddad"], ["Omar Haddad", "Haddad"]]


def test_the_army_is_no_armed_group_that_has_an_army_in_its_name() -> None:
    text = "the Homeland Army denied it . The army was silent"
    kinds = ("armed_group", "military")
    assert told(text, [(0, 2), (6, 7)], kinds=kinds) == [["the Homeland Army"], ["The army"]]
    assert len(told(text, [(0, 2), (6, 7)], kinds=("military", "military"))) == 1
