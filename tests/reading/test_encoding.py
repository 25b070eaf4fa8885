from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reading import by_hand
from tests.reading.reports import article

from onrecord.model import Article, Furniture
from onrecord.reading import encoding
from onrecord.reading.encoding import CORE, MOST, SURROUNDINGS, WIDTH, encode, inside, vectors_of, windows
from onrecord.reading.quotations import Quotation, quotations
from onrecord.reading.weights import pieces_of, special_pieces
from onrecord.reading.words import SIGN, capitals, words


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
    found = list(windows([1] * 310, [0] * 300 + [1] * 10))
    assert [w[1:3] for w in found] == [(0, 224), (224, 310)]
    assert found[1][0] == 224 - SURROUNDINGS


MARKED = st.text(st.sampled_from('ab “”"\n«»'), max_size=60)


@given(MARKED)
def test_the_words_inside_quotations_are_those_that_a_quotation_covers(text: str) -> None:
    places = words(text, 0, len(text))
    marks = quotations(text, [(0, len(text))])
    assert inside(marks, places) == [any(m.covers(*place) for m in marks) for place in places]


def test_quotation_marks_are_inside_their_quotation_and_words_half_in_are_not() -> None:
    text = "He said “we stay” and left"
    [mark] = quotations(text, [(0, len(text))])
    flags = inside([mark], words(text, 0, len(text)))
    assert flags == [False, False, True, True, True, True, False, False]
    assert inside([Quotation(2, 5)], [(0, 3), (2, 5), (4, 6)]) == [False, True, False]
    assert inside([], [(0, 3)]) == [False]


class Echo:
    """Stands for the encoder: every vector holds what came in at its place."""

    def __init__(self) -> None:
        self.seen: list[tuple[list[int], list[int], list[int]]] = []

    def __call__(self, pieces: Sequence[int], shapes: Sequence[int], settings: Sequence[int]) -> np.ndarray:
        self.seen.append((list(pieces), list(shapes), list(settings)))
        vectors = np.zeros((len(pieces), WIDTH), dtype=np.float32)
        vectors[:, 0], vectors[:, 1], vectors[:, 2], vectors[:, 3] = pieces, shapes, settings, range(len(pieces))
        return vectors


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> Echo:
    found = Echo()
    monkeypatch.setattr(encoding, "encoded", found)
    return found


LONG = "“The army denied it,” Gen. Ruiz said. Ehsanullah Ehsan, 40, was unavailable.\n" * 30


def test_every_word_has_the_vector_of_its_first_piece_in_whichever_window_it_is_read(echo: Echo) -> None:
    report = encode(Article("r1", LONG))
    assert len(echo.seen) > 3
    assert report.vectors[:, 0].tolist() == [pieces_of(form)[0] for form in report.forms]
    assert report.vectors[:, 1].tolist() == [capitals(form) for form in report.forms]
    assert (report.vectors[:, 3] > 0).all()


def test_the_encoder_is_told_where_paragraphs_open_and_what_is_quoted(echo: Echo) -> None:
    report = encode(Article("r1", LONG))
    opens = [report.opens(w) for w in range(len(report.places))]
    quoted = inside(report.marks, report.places)
    assert sum(opens) == 30
    assert any(quoted)
    assert not all(quoted)
    assert report.vectors[:, 2].tolist() == [o + 2 * q for o, q in zip(opens, quoted, strict=True)]
    assert echo.seen


def test_the_first_word_of_a_report_opens_a_paragraph(echo: Echo) -> None:
    report = encode(Article("r1", "The army left. Nobody knew."))
    assert report.vectors[:, 2].tolist() == [1] + [0] * 6
    assert len(echo.seen) == 1


def test_a_window_opens_and_closes_with_marks_and_never_holds_more_pieces_than_the_encoder_takes(echo: Echo) -> None:
    encode(Article("r1", LONG + "Donaudampfschifffahrtsgesellschaftskapitän " * 400))
    opening, closing, _ = special_pieces()
    for pieces, shapes, places in echo.seen:
        assert len(pieces) == len(shapes) == len(places) <= MOST + 2
        assert (pieces[0], pieces[-1]) == (opening, closing)
        assert (shapes[0], shapes[-1], places[0], places[-1]) == (SIGN, SIGN, 0, 0)
        assert opening not in pieces[1:]


TEXTS = st.text(st.sampled_from("ab A.!?“”\"\n\t'-_5é🕊\x00\u2028\x85"), max_size=80)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return Article("r1", text, furniture=tuple(Furniture(a, b, "other", "told so") for a, b in pairs if a < b))


@given(report=articles())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("echo")
def test_words_sentences_and_places_of_a_report_hang_together(report: Article) -> None:
    found = encode(report)
    assert found.vectors.shape == (len(found.places), WIDTH)
    assert len(found.sentence) == len(found.places)
    assert [w for begin, end in found.bounds for w in range(begin, end)] == list(range(len(found.places)))
    assert len(found.bounds) == len(found.parts)
    for number, (begin, end) in enumerate(found.bounds):
        assert end > begin
        assert set(found.sentence[begin:end]) == {number}
        whole = found.parts[number].span
        assert whole == found.span(begin, end - 1)
    for start, end in found.places:
        assert not any(f.start < end and start < f.end for f in report.furniture)


def test_nothing_of_the_furniture_is_encoded(echo: Echo) -> None:
    report = encode(article("The mill GIVE NOW burned. Nobody", "GIVE NOW"))
    assert report.forms == ("The", "mill", "burned", ".", "Nobody")
    assert [report.opens(w) for w in range(5)] == [True, False, True, False, False]
    assert len(echo.seen) == 1


def test_a_report_without_words_asks_nothing_of_the_encoder(echo: Echo) -> None:
    report = encode(Article("r1", " \n\t "))
    assert report.vectors.shape == (0, WIDTH)
    assert (report.places, report.bounds, echo.seen) == ((), (), [])
    assert vectors_of("", [], [], [], []).shape == (0, WIDTH)


def test_the_trained_encoder_gives_vectors_of_the_width_that_is_promised() -> None:
    report = encode(Article("r1", "The army denied it."))
    assert report.vectors.shape == (5, WIDTH)
    assert np.isfinite(report.vectors).all()


def test_solid_words_hold_a_letter_a_digit_or_a_sign_that_is_read_aloud() -> None:
    report = by_hand.encoded("Peru's 5 % , $ & - “ ... 中 🕊 _")
    solid = [form for form, flag in zip(report.forms, report.solid, strict=True) if flag]
    assert solid == ["Peru", "'s", "5", "%", "$", "&", "中"]


def test_a_span_holds_both_of_its_words_and_what_stands_between() -> None:
    report = by_hand.encoded("The  army \t denied it.")
    assert report.span(1, 2).text == "army \t denied"
    assert report.span(3, 3).text == "it"
