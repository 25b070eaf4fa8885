from __future__ import annotations

import pytest

from onrecord.resolution.names import folded, folded_name, telling_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Faqir Mohammad", "Faqir Mohammed"),
        ("Maulvi Faqir Mohammad", "Faqeer Muhammad"),
        ("Ehsanullah Ehsan", "Ehsan Ullah Ehsan"),
        ("Ehsanullah Ehsan", "Ihsanullah Ihsan"),
        ("Rehman Malik", "Rahman Malik"),
        ("Gen. Ashfaq Kayani", "Ashfaq Kayani"),
        ("Álvaro Uribe", "Alvaro Uribe"),
        ("Hakimullah Mehsud", "Hakeemullah Mehsud"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert folded_name(one) == folded_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hasan Gul", "Hussein Gul"),
        ("Mohammad Khan", "Mahmood Khan"),
        ("Faqir Mohammad", "Wali Mohammad"),
        ("Juan Santos", "José Santos"),
    ],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert folded_name(one) != folded_name(other)


def test_a_title_alone_is_a_name() -> None:
    assert folded_name("Mullah") != ""


def test_words_lose_case_accents_and_punctuation() -> None:
    assert folded("  Gobierno de México—sí! ") == "gobierno de mexico si"


def test_the_telling_words_of_a_source_have_no_articles_and_no_order() -> None:
    assert telling_words("a spokesman for the Taliban") == telling_words("Taliban spokesman")
