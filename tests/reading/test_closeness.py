from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.closeness import FEATURES, PRONOUNS, distance, initials, likeness, sentences_apart

(SAME, SHARED, SHARE, NAMES_SHARED, NAMES_DIFFER, NAMES_WITHIN, LAST, STANDS_FOR, STOOD_FOR, PRONOUN, AFTER_PRONOUN,
 KIN, STRANGERS, MALE, FEMALE, THING, MANY, FIRST, HERE, NEXT, SENTENCES, MENTIONS) = range(22)  # fmt: skip
OFFSETS = st.integers(-5_000, 5_000)
FORMS = st.lists(
    st.sampled_from("the The army Army of Peru Ana Ruiz he He they , 's U.S. United States 12 “".split()),
    min_size=1,
    max_size=5,
)


def alike(one: str, other: str, sentences: int = 1, mentions: int = 1) -> list[float]:
    return likeness(one.split(), other.split(), sentences, mentions)


def test_no_distance_is_a_class_of_its_own() -> None:
    assert [n for n in range(-300, 300) if distance(n) == 0] == [0]


@given(OFFSETS)
def test_a_distance_has_one_of_24_classes_odd_before_and_even_after(offset: int) -> None:
    assert 0 <= distance(offset) < 24
    assert distance(offset) % 2 == (offset < 0)


@given(st.integers(1, 5_000), st.integers(1, 5_000))
def test_farther_words_never_have_a_lower_class_and_both_sides_have_the_same_steps(one: int, other: int) -> None:
    near, far = sorted((one, other))
    assert distance(near) <= distance(far)
    assert distance(-near) == distance(near) - 1


def test_near_words_are_told_apart_and_far_ones_are_not() -> None:
    assert [distance(n) for n in (-1, 0, 1)] == [1, 0, 2]
    assert len({distance(n) for n in range(5)}) == 5
    assert distance(150) == distance(4_000)


@given(OFFSETS)
def test_sentences_apart_are_counted_up_to_four_each_way(offset: int) -> None:
    assert sentences_apart(offset) == min(8, max(0, offset + 4))


@given(FORMS, FORMS, st.integers(0, 400), st.integers(0, 100))
def test_every_feature_is_a_number_between_none_and_one(
    one: list[str], other: list[str], sentences: int, mentions: int
) -> None:
    found = likeness(one, other, sentences, mentions)
    assert len(found) == FEATURES
    assert all(math.isfinite(number) and 0 <= number <= 1 for number in found)


@given(FORMS, FORMS)
def test_what_two_mentions_share_does_not_depend_on_which_comes_first(one: list[str], other: list[str]) -> None:
    there, back = likeness(one, other, 1, 1), likeness(other, one, 1, 1)
    for feature in (SAME, SHARED, SHARE, NAMES_SHARED, NAMES_DIFFER, KIN, STRANGERS):
        assert there[feature] == back[feature]
    assert (there[STANDS_FOR], there[STOOD_FOR]) == (back[STOOD_FOR], back[STANDS_FOR])
    assert (there[PRONOUN], there[AFTER_PRONOUN]) == (back[AFTER_PRONOUN], back[PRONOUN])


@given(FORMS, FORMS)
def test_the_features_agree_with_each_other(one: list[str], other: list[str]) -> None:
    found = likeness(one, other, 0, 0)
    assert found[SAME] <= found[SHARED]
    assert found[SHARED] == (found[SHARE] > 0)
    assert found[SAME] <= found[SHARE]
    assert found[NAMES_SHARED] * found[NAMES_DIFFER] == 0
    assert found[NAMES_WITHIN] <= found[NAMES_SHARED] <= found[SHARED]
    assert found[KIN] + found[STRANGERS] == found[PRONOUN] * found[AFTER_PRONOUN]


def test_articles_clitics_capitals_and_order_make_no_difference() -> None:
    assert alike("the army of Peru", "Peru 's Army")[SAME] == 1
    assert alike("the army of Peru", "the hills of Chile")[SHARED] == 0
    assert alike("the army of Peru", "the army of Chile")[SHARE] == 0.5
    assert alike("the army", "the new army of Peru")[SHARE] == 1


def test_names_agree_differ_or_stand_within_another() -> None:
    surname = alike("Ruiz", "Gen. Ana Ruiz")
    assert (surname[NAMES_SHARED], surname[NAMES_WITHIN], surname[NAMES_DIFFER]) == (1, 1, 0)
    full = alike("Gen. Ana Ruiz", "Ruiz")
    assert (full[NAMES_SHARED], full[NAMES_WITHIN]) == (1, 0)
    stranger = alike("Gen. Ruiz", "Mr. Brown")
    assert (stranger[NAMES_SHARED], stranger[NAMES_DIFFER]) == (0, 1)
    assert alike("the army", "Gen. Ruiz")[NAMES_DIFFER] == 0


def test_initials_stand_for_the_name_that_they_abbreviate() -> None:
    assert initials("Revolutionary Armed Forces of Colombia".split()) == "rafc"
    assert alike("U.N.", "the United Nations")[STANDS_FOR] == 1
    assert alike("UN", "United Nations")[STANDS_FOR] == 1
    assert alike("United Nations", "UN")[STOOD_FOR] == 1
    assert alike("UN", "United States")[STANDS_FOR] == 0
    assert alike("R", "Ruiz")[STANDS_FOR] == 0


@pytest.mark.parametrize(("one", "other"), ["He his".split(), "she Her".split(), "it itself".split(), "They their".split(), "We us".split(), "I my".split()])  # fmt: skip
def test_pronouns_of_one_person_and_number_are_kin(one: str, other: str) -> None:
    found = alike(one, other)
    assert (found[KIN], found[STRANGERS]) == (1, 0)
    assert found[SHARED] == found[LAST] == 0


@pytest.mark.parametrize(
    ("one", "other"), ["he she".split(), "it they".split(), "they we".split(), "his its".split()]
)
def test_other_pronouns_are_not(one: str, other: str) -> None:
    found = alike(one, other)
    assert (found[KIN], found[STRANGERS]) == (0, 1)


def test_a_pronoun_is_a_mention_of_one_word() -> None:
    assert alike("his men", "he")[PRONOUN] == 0
    assert alike("his men", "he")[AFTER_PRONOUN] == 1
    assert [alike(word, "Ruiz")[PRONOUN] for word in sorted(PRONOUNS)] == [1] * len(PRONOUNS)


def test_what_a_pronoun_can_mean() -> None:
    kinds = {
        word: [f for f in (MALE, FEMALE, THING, MANY, FIRST) if alike(word, "Ruiz")[f]]
        for word in "He her its they we I who army".split()
    }
    assert kinds == {"He": [MALE], "her": [FEMALE], "its": [THING], "they": [MANY], "we": [MANY, FIRST], "I": [FIRST],
                     "who": [], "army": []}  # fmt: skip


def test_how_far_apart_two_mentions_stand() -> None:
    assert [alike("he", "Ruiz", n)[HERE] for n in range(3)] == [1, 0, 0]
    assert [alike("he", "Ruiz", n)[NEXT] for n in range(3)] == [0, 1, 0]
    far = [alike("he", "Ruiz", n, n) for n in range(12)]
    for feature in (SENTENCES, MENTIONS):
        numbers = [found[feature] for found in far]
        assert numbers == sorted(numbers)
        assert numbers[0] == 0
