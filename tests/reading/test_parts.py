from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.by_hand import SEEDS, encoded, weights

from onrecord.reading.encoded import Encoded
from onrecord.reading.parts import PART_TAGS, ROLES, Cue, closed, cues, parts, stretches_of
from onrecord.reading.towards import REACH

TAGS = {"O": "O", "S": "B-source", "s": "I-source", "C": "B-content", "c": "I-content", "n": "on", "t": "to"}


def tags_of(role: str) -> tuple[int, int]:
    first, rest = (role if role in PART_TAGS else f"{edge}-{role}" for edge in "BI")
    return PART_TAGS.index(first), PART_TAGS.index(rest)


def path_of(tags: str) -> list[int]:
    return [PART_TAGS.index(TAGS[tag]) for tag in tags]


def found(text: str, tags: str, role: str = "source", begin: int = 0) -> list[str]:
    report = encoded(text)
    assert len(tags) == len(report.places) - begin
    return [report.span(*stretch).text for stretch in stretches_of(report, path_of(tags), begin, tags_of(role))]


def test_a_stretch_begins_goes_on_and_ends() -> None:
    assert found("The army denied it .", "SsOCO") == ["The army"]
    assert found("The army denied it .", "SsOCO", "content") == ["it"]
    assert found("The army denied it .", "OOOOO") == []
    assert found("The army denied it now", "OOOSs") == ["it now"]


def test_a_role_takes_nothing_from_the_others() -> None:
    tags = "SsOnnOttCc"
    text = "The army on last Monday said to us it left"
    assert {role: found(text, tags, role) for role in ROLES} == {
        "source": ["The army"],
        "content": ["it left"],
        "on": ["last Monday"],
        "at": [],
        "to": ["to us"],
        "by": [],
    }


def test_words_are_counted_from_where_the_path_begins() -> None:
    assert found("Nobody knew . The army denied it", "SsOO", begin=3) == ["The army"]


@pytest.mark.parametrize(
    ("text", "tags", "parts"),
    [
        ("“ We stay , ” he said", "CccccOO", ["We stay"]),
        ("said : “ We stay ”", "OCcccc", ["We stay"]),
        ("( $5 ) it cost", "CccccO", ["$5 ) it"]),
        ("said “ ” , then", "OCccO", []),
    ],
)
def test_punctuation_at_its_edges_belongs_to_no_stretch(text: str, tags: str, parts: list[str]) -> None:
    assert found(text, tags, "content") == parts


def test_gaps_of_punctuation_alone_are_closed_and_gaps_of_words_are_not() -> None:
    assert found("“ We stay , ” he said , “ and fight . ”", "CcccOOOOOCccc", "content") == ["We stay", "and fight"]
    assert found("We stay , — and fight", "CcOOCc", "content") == ["We stay , — and fight"]
    assert found("We stay he fight", "CcOC", "content") == ["We stay", "fight"]
    assert found("The army , the police said", "SsOSsO") == ["The army , the police"]
    assert found("on Monday , 5 May said", "nnOnnO", "on") == ["on Monday , 5 May"]


def test_a_clitic_or_a_sign_that_is_read_aloud_keeps_a_gap_open() -> None:
    assert found("Peru's army", "SOS") == ["Peru", "army"]
    assert found("Peru & Chile", "SOS") == ["Peru", "Chile"]


TEXT = "The army , “ we stay ” . 's ( $ ) - Ana Ruiz ; denied ! it now"
WORDS = len(encoded(TEXT).places)


def solid_part(report: Encoded, stretch: tuple[int, int]) -> set[int]:
    return {w for w in range(stretch[0], stretch[1] + 1) if report.solid[w]}


@given(st.lists(st.integers(0, len(PART_TAGS) - 1), min_size=WORDS, max_size=WORDS), st.sampled_from(ROLES))
@settings(deadline=None)
def test_the_stretches_of_a_role_hold_exactly_its_solid_words(path: list[int], role: str) -> None:
    report = encoded(TEXT)
    own = {tag for tag, name in enumerate(PART_TAGS) if name.removeprefix("B-").removeprefix("I-") == role}
    stretches = stretches_of(report, path, 0, tags_of(role))
    held = [solid_part(report, stretch) for stretch in stretches]
    assert set().union(*held) == {w for w, tag in enumerate(path) if tag in own and report.solid[w]}
    for first, last in stretches:
        assert report.solid[first]
        assert report.solid[last]
    for one, other in pairwise(stretches):
        assert one[1] < other[0]
        assert any(report.solid[one[1] + 1 : other[0]])


@given(st.sets(st.integers(0, WORDS - 1)).filter(lambda cuts: len(cuts) % 2 == 0))
def test_closing_closes_nothing_twice(cuts: set[int]) -> None:
    report = encoded(TEXT)
    places = sorted(cuts)
    stretches = list(zip(places[::2], places[1::2], strict=True))
    once = closed(report, stretches)
    assert closed(report, once) == once
    assert all(any(f <= first and last <= to for f, to in once) for first, last in stretches)
    assert {f for f, _ in once} <= {f for f, _ in stretches}
    assert {to for _, to in once} <= {to for _, to in stretches}


TEXTS = st.lists(st.sampled_from("The army denied it . “ Nobody ” \n , said 's".split(" ")), max_size=40).map(
    " ".join
)


@given(TEXTS, SEEDS)
@settings(deadline=None)
def test_cues_come_in_order_share_no_word_and_stand_in_one_sentence(text: str, seed: int) -> None:
    report = encoded(text, seed)
    end = -1
    for cue in cues(report, weights(seed)):
        assert end < cue.first <= cue.last < len(report.places)
        assert report.sentence[cue.first] == report.sentence[cue.last]
        assert not cue.anchor or cue.first == cue.last
        assert cue.sure <= 0
        end = cue.last


def test_a_cue_ends_with_its_sentence() -> None:
    report = encoded("He said so. That")
    known = weights(0)
    shares = np.zeros((len(report.places), 5), dtype=np.float32)
    shares[:, :4] = [[9, 0, 0, 0], [0, 9, 0, 0], [0, 0, 9, 0], [0, 0, 9, 0], [0, 0, 9, 0]]
    chosen = {**known.arrays, "cue.weight": np.eye(4, 5, dtype=np.float32)}
    report.vectors[:] = shares
    [cue] = cues(report, type(known)(chosen, known.labels, known.measured))
    assert (cue.first, cue.last, cue.anchor) == (1, 2, False)


@given(TEXTS, SEEDS)
@settings(deadline=None)
def test_every_cue_has_its_parts_in_order_at_solid_words(text: str, seed: int) -> None:
    report, known = encoded(text, seed), weights(seed)
    signs = cues(report, known)
    every = list(parts(report, signs, known))
    assert [p.cue for p in every] == list(signs)
    for one in every:
        assert one.weakest <= 0
        assert one.sure <= 0
        for role in ROLES:
            stretches = getattr(one, role)
            assert list(stretches) == sorted(stretches)
            assert all(report.solid[first] and report.solid[last] for first, last in stretches)


def test_no_part_is_looked_for_beyond_the_reach_of_its_cue() -> None:
    report, known = encoded("army " * 900, 7), weights(7)
    [one] = parts(report, [Cue(450, 451, False, -0.1)], known)
    held = [w for role in ROLES for first, last in getattr(one, role) for w in (first, last)]
    assert held
    assert min(held) >= 450 - REACH
    assert max(held) <= 451 + REACH


def test_the_parts_of_a_cue_do_not_depend_on_the_cues_beside_it() -> None:
    report, known = encoded("The army denied it . “ We stay ” , Ana Ruiz said . " * 12, 3), weights(3)
    signs = [Cue(w, w + w % 3, False, -0.1) for w in range(0, len(report.places) - 3, 3)]
    assert len(signs) > 24
    for cue, together in zip(signs, parts(report, signs, known), strict=True):
        [alone] = parts(report, [cue], known)
        assert [getattr(alone, role) for role in ROLES] == [getattr(together, role) for role in ROLES]
        assert alone.weakest == pytest.approx(together.weakest, abs=1e-4)


def test_nothing_is_found_in_an_empty_report() -> None:
    assert cues(encoded(""), weights(0)) == ()
    assert list(parts(encoded(""), (), weights(0))) == []
