from __future__ import annotations

from itertools import combinations_with_replacement

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.reading.by_hand import parsed

from onrecord.reading.conjoined import parted


def sources(told: str, first: int = 0, last: int | None = None) -> list[str]:
    report, grammar = parsed(told)
    stretch = (first, len(report.places) - 1 if last is None else last)
    return [report.span(*source).text for source in parted(report, grammar, stretch)]


TWO = "the/DET/2/det government/NOUN/2/root and/CCONJ/5/cc the/DET/5/det army/NOUN/2/conj"
ONE = "a/DET/2/det spokesman/NOUN/2/root for/ADP/5/case the/DET/5/det army/NOUN/2/nmod and/CCONJ/7/cc police/NOUN/5/conj"
THREE = "Peru/PROPN/1/root ,/PUNCT/3/punct Chile/PROPN/1/conj ,/PUNCT/6/punct and/CCONJ/6/cc Cuba/PROPN/1/conj"


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        (TWO, ["the government", "the army"]),
        (ONE, ["a spokesman for the army and police"]),
        (THREE, ["Peru", "Chile", "Cuba"]),
        (THREE.replace(",/PUNCT/6/punct ", "").replace("/6/", "/5/"), ["Peru", "Chile", "Cuba"]),
        (THREE.replace("Cuba/PROPN/1", "Cuba/PROPN/3"), ["Peru", "Chile", "Cuba"]),
        ("both/CCONJ/2/cc:preconj Peru/PROPN/2/root and/CCONJ/4/cc Chile/PROPN/2/conj", ["Peru", "Chile"]),
        ("Neither/CCONJ/3/cc the/DET/3/det army/NOUN/3/root nor/CCONJ/5/cc police/NOUN/3/conj", ["the army", "police"]),
        ("Either/CCONJ/2/cc Peru/PROPN/2/root or/CCONJ/4/cc Chile/PROPN/2/conj", ["Peru", "Chile"]),
        ("he/PRON/1/root and/CCONJ/4/cc the/DET/4/det army/NOUN/1/conj", ["he", "the army"]),
        ("Peru/PROPN/1/root &/CCONJ/3/cc Chile/PROPN/1/conj", ["Peru", "Chile"]),
        ("Ruiz/PROPN/1/root ,/PUNCT/4/punct a/DET/4/det spokesman/NOUN/1/appos ,/PUNCT/7/punct and/CCONJ/7/cc Brown/PROPN/1/conj", ["Ruiz , a spokesman", "Brown"]),
        ("the/DET/2/det army/NOUN/2/root of/ADP/4/case Peru/PROPN/2/nmod and/CCONJ/6/cc Chile/PROPN/4/conj", ["the army of Peru and Chile"]),
        ("the/DET/2/det army/NOUN/2/root", ["the army"]),
        ("army/NOUN/1/root", ["army"]),
    ],
)  # fmt: skip
def test_sources_are_parted_where_the_grammar_conjoins_their_heads(told: str, parts: list[str]) -> None:
    assert sources(told) == parts


def test_adjectives_and_verbs_that_are_conjoined_make_no_second_source() -> None:
    assert sources("old/ADJ/3/amod and/CCONJ/3/cc men/NOUN/3/root") == ["old and men"]
    assert sources("old/ADJ/1/root and/CCONJ/3/cc tired/ADJ/1/conj") == ["old and tired"]
    assert sources("men/NOUN/1/root and/CCONJ/3/cc left/VERB/1/conj") == ["men and left"]


def test_heads_without_a_joining_word_between_them_stay_one() -> None:
    assert sources("army/NOUN/1/root police/NOUN/1/conj") == ["army police"]
    three = "army/NOUN/1/root police/NOUN/1/conj and/CCONJ/4/cc navy/NOUN/1/conj"
    assert sources(three) == ["army police and navy"]


def test_what_is_conjoined_outside_the_stretch_does_not_count() -> None:
    told = "the/DET/2/det army/NOUN/6/nsubj and/CCONJ/5/cc the/DET/5/det police/NOUN/2/conj said/VERB/6/root"
    assert sources(told, 0, 4) == ["the army", "the police"]
    assert sources(told, 0, 1) == ["the army"]
    assert sources(told, 3, 4) == ["the police"]


def test_joining_words_within_the_second_source_are_its_own() -> None:
    ministers = "health/NOUN/6/compound and/CCONJ/5/cc interior/NOUN/3/conj ministers/NOUN/1/conj"
    assert sources(f"Peru/PROPN/1/root and/CCONJ/6/cc {ministers}") == ["Peru", "health and interior ministers"]


def test_commas_within_the_second_source_are_its_own() -> None:
    tired = "old/ADJ/6/amod ,/PUNCT/5/punct tired/ADJ/3/conj men/NOUN/1/conj"
    assert sources(f"Peru/PROPN/1/root and/CCONJ/6/cc {tired}") == ["Peru", "old , tired men"]


def test_a_word_for_both_that_is_itself_the_head_is_kept() -> None:
    assert sources("both/PRON/1/root and/CCONJ/3/cc others/NOUN/1/conj") == ["both", "others"]


FORMS = "army Ana the both and , or “".split()
TAGS = ("NOUN", "NOUN", "PRON", "VERB")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    count = draw(st.integers(1, 7))
    order = draw(st.one_of(st.just(list(range(count))), st.permutations(range(count))))
    governed = {word: order[draw(st.integers(0, place - 1))] if place else word for place, word in enumerate(order)}
    words = []
    for word, head in sorted(governed.items()):
        relation = draw(st.sampled_from(["conj", "conj", "obj"])) if head != word else "root"
        words.append(f"{draw(st.sampled_from(FORMS))}/{draw(st.sampled_from(TAGS))}/{head + 1}/{relation}")
    return " ".join(words)


@given(sentences())
@example("both/PRON/1/root and/CCONJ/3/cc others/NOUN/1/conj")
@example("army/NOUN/1/root ,/PUNCT/3/punct &/NOUN/1/conj ,/PUNCT/5/punct Ana/PROPN/1/conj")
@settings(deadline=None, max_examples=300)
def test_sources_stand_in_order_within_their_stretch_and_each_has_a_word(told: str) -> None:
    report, grammar = parsed(told)
    for first, last in combinations_with_replacement(range(len(report.places)), 2):
        found = parted(report, grammar, (first, last))
        assert found
        end = first - 1
        for begin, stop in found:
            assert end < begin <= stop <= last
            end = stop
