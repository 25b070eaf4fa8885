"""Windows of a text: every word read for once, sentences whole where they fit, some words around."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoding.windows import CORE, MOST, SURROUNDINGS, windows


@st.composite
def reports(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    lengths: list[int] = []
    sentence: list[int] = []
    for number in range(draw(st.integers(0, 12))):
        most = draw(st.sampled_from([0, 1, 5, 30, 120, 400]))
        pieces = draw(st.sampled_from([1, 2, 8]))
        size = draw(st.integers(0, most))
        lengths += [1 + (word * 7 + number) % pieces for word in range(size)]
        sentence += [number] * size
    return lengths, sentence


@given(reports())
@settings(deadline=None)
def test_every_word_is_read_for_exactly_once_in_order(report: tuple[list[int], list[int]]) -> None:
    found = list(windows(*report))
    assert [w for _, begin, end, _ in found for w in range(begin, end)] == list(range(len(report[0])))
    assert all(begin < end for _, begin, end, _ in found)


@given(reports())
@settings(deadline=None)
def test_no_window_holds_more_than_it_may(report: tuple[list[int], list[int]]) -> None:
    lengths, sentence = report
    for first, begin, end, last in windows(lengths, sentence):
        assert 0 <= first <= begin < end <= last <= len(lengths)
        assert sum(lengths[first:last]) <= MOST


@given(reports())
@settings(deadline=None)
def test_sentences_that_fit_are_read_whole(report: tuple[list[int], list[int]]) -> None:
    lengths, sentence = report
    owner = {w: at for at, (_, begin, end, _) in enumerate(windows(lengths, sentence)) for w in range(begin, end)}
    for number in set(sentence):
        own = [w for w, s in enumerate(sentence) if s == number]
        if sum(lengths[w] for w in own) <= MOST - SURROUNDINGS:
            assert len({owner[w] for w in own}) == 1


@given(reports())
@settings(deadline=None)
def test_a_window_ends_after_its_core_or_where_the_next_sentence_would_not_fit(
    report: tuple[list[int], list[int]],
) -> None:
    lengths, sentence = report
    for _, begin, end, _ in windows(lengths, sentence):
        if end == len(lengths) or sum(lengths[begin:end]) >= CORE:
            continue
        following = end
        while following < len(lengths) and sentence[following] == sentence[end]:
            following += 1
        assert sum(lengths[begin:following]) > MOST - SURROUNDINGS


@given(reports())
@settings(deadline=None)
def test_a_window_sees_as_many_words_around_as_fit(report: tuple[list[int], list[int]]) -> None:
    lengths, sentence = report
    for first, begin, end, last in windows(lengths, sentence):
        assert sum(lengths[first:begin]) <= SURROUNDINGS
        assert first == 0 or sum(lengths[first - 1 : begin]) > SURROUNDINGS
        room = min(SURROUNDINGS, MOST - sum(lengths[first:end]))
        assert sum(lengths[end:last]) <= room
        assert last == len(lengths) or sum(lengths[end : last + 1]) > room


def test_a_short_report_is_one_window_and_an_empty_one_is_none() -> None:
    assert list(windows([1] * 20, [0] * 12 + [1] * 8)) == [(0, 0, 20, 20)]
    assert list(windows([], [])) == []


def test_a_word_of_more_pieces_than_a_window_holds_does_not_stop_the_reading() -> None:
    assert [w[1:3] for w in windows([500, 1, 500], [0, 0, 0])] == [(0, 1), (1, 2), (2, 3)]


def test_a_sentence_too_long_for_a_window_is_cut_and_its_rest_is_read_with_the_next() -> None:
    found = list(windows([1] * 400, [0] * 390 + [1] * 10))
    assert [w[1:3] for w in found] == [(0, 286), (286, 400)]
    assert found[1][0] == 286 - SURROUNDINGS
