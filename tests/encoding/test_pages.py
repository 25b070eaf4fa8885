"""A page's words and their vectors: each from its own window, worked out once, whoever asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.encoding import pages
from onrecord.encoding.pages import WIDTH, EncodedPage, encoded_page, inside
from onrecord.encoding.quotations import Quotation, quotations
from onrecord.encoding.weights import pieces_of, special_pieces
from onrecord.encoding.windows import MOST
from onrecord.encoding.words import SIGN, capitals, words

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
def echo(monkeypatch: pytest.MonkeyPatch) -> Iterator[Echo]:
    found = Echo()
    monkeypatch.setattr(pages, "encoded", found)
    pages._page.cache_clear()
    yield found
    pages._page.cache_clear()


LONG = "“The army denied it,” Gen. Ruiz said. Ehsanullah Ehsan, 40, was unavailable.\n" * 30


def forms(page: EncodedPage) -> list[str]:
    return [page.text[start:end] for start, end in zip(page.starts, page.ends, strict=True)]


def vectors(page: EncodedPage) -> np.ndarray:
    return page.vectors(0, len(page.starts))


def test_every_word_has_the_vector_of_its_first_piece_in_whichever_window_it_is_read(echo: Echo) -> None:
    page = EncodedPage(LONG)
    found = vectors(page)
    assert len(echo.seen) > 2
    assert found[:, 0].tolist() == [pieces_of(form)[0] for form in forms(page)]
    assert found[:, 1].tolist() == [capitals(form) for form in forms(page)]
    assert (found[:, 3] > 0).all()


def test_the_encoder_is_told_where_lines_and_glued_pieces_open_and_what_is_quoted(echo: Echo) -> None:
    page = EncodedPage("“We stay,” he said. Nobody knew.The army left.\nIt was late.")
    told = dict(zip(forms(page), vectors(page)[:, 2].tolist(), strict=True))
    assert told["“"] == 3
    assert (told["We"], told["stay"], told["he"], told["Nobody"]) == (2, 2, 0, 0)
    assert (told["The"], told["army"], told["It"], told["was"]) == (1, 0, 1, 0)
    assert len(echo.seen) == 1


def test_a_window_opens_and_closes_with_marks_and_never_holds_more_pieces_than_the_encoder_takes(echo: Echo) -> None:
    vectors(EncodedPage(LONG + "Donaudampfschifffahrtsgesellschaftskapitän " * 400))
    opening, closing, _ = special_pieces()
    for pieces, shapes, places in echo.seen:
        assert len(pieces) == len(shapes) == len(places) <= MOST + 2
        assert (pieces[0], pieces[-1]) == (opening, closing)
        assert (shapes[0], shapes[-1], places[0], places[-1]) == (SIGN, SIGN, 0, 0)
        assert opening not in pieces[1:]


def test_nothing_is_encoded_before_it_is_asked_for_nor_twice(echo: Echo) -> None:
    page = EncodedPage(LONG)
    assert echo.seen == []
    page.vectors(0, 5)
    assert len(echo.seen) == 1
    page.vectors(3, 9)
    assert len(echo.seen) == 1
    everything = len(vectors(page)) and len(echo.seen)
    vectors(page)
    assert len(echo.seen) == everything


def test_two_rooms_that_ask_for_a_page_get_the_same_one(echo: Echo) -> None:
    assert encoded_page("The army left.") is encoded_page("The army left.")
    assert echo.seen == []


def test_of_a_long_page_only_the_last_windows_are_kept(echo: Echo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_WINDOWS", 2)
    page = EncodedPage(LONG)
    first = vectors(page)
    assert len(page._held) == 2
    count = len(echo.seen)
    assert count == 3
    assert np.array_equal(vectors(page), first)
    assert len(echo.seen) > count


@given(st.integers(0, 400), st.integers(0, 400))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("echo")
def test_some_words_have_the_vectors_that_they_have_among_all(one: int, other: int) -> None:
    page = EncodedPage(LONG)
    first, last = sorted((one, other))
    assert np.array_equal(page.vectors(first, last), vectors(page)[first:last])


TEXTS = st.text(st.sampled_from("ab A.!?“”\"\n\t'-_5é🕊\x00\u2028\x85"), max_size=80)


@given(TEXTS)
def test_every_character_but_white_space_is_in_one_word_of_one_piece(text: str) -> None:
    page = EncodedPage(text)
    held = {at for start, end in zip(page.starts, page.ends, strict=True) for at in range(start, end)}
    assert held == {at for at, sign in enumerate(text) if not sign.isspace()}
    assert all(a <= b for a, b in zip(page.ends, page.starts[1:], strict=False))
    assert all(one <= other for one, other in pairwise(page.piece))
    for number, part in enumerate(page.pieces):
        first, last = page.within(part.start, part.end)
        assert [page.piece[w] for w in range(first, last)] == [number] * (last - first)
        assert (page.starts[first], page.ends[last - 1]) == (part.start, part.end)


@given(TEXTS, st.integers(0, 80), st.integers(0, 80))
def test_words_between_two_characters_lie_between_them_and_keep_their_numbers(
    text: str, one: int, other: int
) -> None:
    page = EncodedPage(text)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    places, numbers = page.words_between(start, end)
    assert len(places) == len(numbers)
    held = {at for a, b in places for at in range(a, b)}
    assert held == {at for at in range(start, end) if not text[at].isspace()}
    for (a, b), number in zip(places, numbers, strict=True):
        assert page.starts[number] < b
        assert a < page.ends[number]


def test_a_word_with_a_credit_glued_to_it_is_cut_and_keeps_its_vector(echo: Echo) -> None:
    text = "They crossed the frontierAP"
    page = EncodedPage(text)
    places, numbers = page.words_between(0, len(text) - 2)
    assert [text[a:b] for a, b in places] == ["They", "crossed", "the", "frontier"]
    assert numbers == [0, 1, 2, 3]
    assert echo.seen == []


def test_a_page_without_words_asks_nothing_of_the_encoder(echo: Echo) -> None:
    assert vectors(EncodedPage(" \n\t ")).shape == (0, WIDTH)
    assert echo.seen == []


def test_the_trained_encoder_gives_vectors_of_the_width_that_is_promised() -> None:
    found = vectors(EncodedPage("The army denied it."))
    assert found.shape == (5, WIDTH)
    assert np.isfinite(found).all()
