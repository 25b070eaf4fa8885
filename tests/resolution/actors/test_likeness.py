from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolution.actors.groupnames import group_likeness
from onrecord.resolution.actors.likeness import Shape, name_likeness


@pytest.mark.parametrize(
    ("one", "other", "shape"),
    [
        ("Faqir Mohammad", "Faqir Mohammad", "same"),
        ("Maulvi Faqir Mohammad", "Faqir Mohammad", "same"),
        ("Maulvi Faqir Mohammad", "Faqeer Muhammad", "spelling"),
        ("Khaled Meshaal", "Khalid Mishal", "spelling"),
        ("Qayum Zakir", "Abdul Qayyum Zakir", "spelling"),
        ("Elshafee El Sheikh Ali", "El Shafee Elsheikh Ali", "spelling"),
        ("Xi Jinping", "Jinping Xi", "order"),
        ("Rodrigo Londoño Echeverri", "Rodrigo Londono", "shorter"),
        ("Hassan Nasrallah", "Sayyed Hassan Nasrallah", "shorter"),
        ("M. Faqir", "Mohammad Faqir", "initials"),
        ("John F. Kennedy", "John Fitzgerald Kennedy", "initials"),
        ("Zelenskyy", "Volodymyr Zelensky", "surname"),
        ("Suu Kyi", "Aung San Suu Kyi", "surname"),
        ("Saddam Hussein al-Tikriti", "Uday Saddam Hussein al-Tikriti", "surname"),
        ("Juan", "Juan Manuel Santos", "given"),
        ("Juan Manuel Santos", "Francisco Santos", "conflict"),
        ("George H. W. Bush", "George W. Bush", "conflict"),
        ("Ferdinand Marcos Jr.", "Ferdinand Marcos Sr.", "conflict"),
        ("Kim Jong-un", "Kim Jong-il", "conflict"),
        ("Mohammed Muammar Qadhafi", "Khamis Muammar Qadhafi", "conflict"),
        ("Mohammad Barzan Ibrahim al-Tikriti", "Barzan Ibrahim al-Tikriti", "surname"),
        ("Hafiz Mohammad Saeed", "Hafiz Saeed", "shorter"),
        ("Mohammad Khan", "Mahmood Khan", "conflict"),
        ("Mohammad Hakim", "Mohammad Khan", "conflict"),
        ("Abu Bakr al-Baghdadi", "Abu Bakr Naji", "conflict"),
        ("Faqir Mohammad", "Gulbuddin Hekmatyar", "none"),
        ("Hemedti", "Mohamed Hamdan Dagalo", "none"),
    ],
)
def test_names_agree_in_one_way(one: str, other: str, shape: Shape) -> None:
    found, turned = name_likeness(one, other), name_likeness(other, one)
    assert (found.shape, turned.shape) == (shape, shape)
    assert found.score == pytest.approx(turned.score, abs=0.02)
    assert one in found.words


def test_closer_forms_score_higher() -> None:
    forms = [
        "Rodrigo Londoño",
        "Rodrigo Londono Echeverri",
        "R. Londoño",
        "Londoño",
        "Rodrigo",
        "Ana Londoño",
        "Ana Ruiz",
    ]
    scores = [name_likeness("Rodrigo Londoño", form).score for form in forms]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_a_common_name_agrees_by_chance_more_often_than_a_rare_one() -> None:
    chances = [
        name_likeness(n, n).chance
        for n in ("Mohammad", "Khan", "Mohammad Khan", "Faqir Mohammad", "Ehsanullah Ehsan")
    ]
    assert chances == sorted(chances, reverse=True)


@pytest.mark.parametrize(
    ("one", "other", "shape"),
    [
        ("Tehrik-e-Taliban Pakistan", "Tehreek-i-Taliban Pakistan", "spelling"),
        ("the Popular Front for Renewal", "Popular Front for Renewal (PFR)", "same"),
        ("Popular Front for Renewal", "PFR", "initials"),
        ("Popular Front for Renewal", "Popular Front for Liberation", "conflict"),
        ("Taliban", "Pakistani Taliban", "conflict"),
        ("Sudan Liberation Movement", "Sudan Liberation Movement Minnawi", "conflict"),
        ("Jaish al-Adl", "Karen National Union", "none"),
    ],
)
def test_one_word_more_is_another_group(one: str, other: str, shape: Shape) -> None:
    assert (group_likeness(one, other).shape, group_likeness(other, one).shape) == (shape, shape)


NAMES = st.text(st.sampled_from("abdehiklmnorstuyz .-’ABDKMS"), max_size=30) | st.text(max_size=20)


@given(NAMES, NAMES)
def test_any_two_names_agree_in_the_same_way_from_either_side(one: str, other: str) -> None:
    for likeness in (name_likeness, group_likeness):
        found, turned = likeness(one, other), likeness(other, one)
        assert 0 <= found.score <= 1
        assert 0 <= found.chance <= 1
        assert (found.shape == "none") == (turned.shape == "none")
