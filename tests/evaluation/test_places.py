from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from evaluation.places import GoldDocument, GoldPlace, geovirus, kilometres, passages_with_places, place_scores

from onrecord.model import Article, Mention, Place, Span
from onrecord.resolution.places.located import Located

TEXT = "Aid reached Goma and Bukavu."
GOMA, BUKAVU, AID = Span.of(TEXT, 12, 16), Span.of(TEXT, 21, 27), Span.of(TEXT, 0, 3)


def at(span: Span, lat: float, lon: float, country: str = "COD") -> Place:
    return Place("p1", span.text, "place", (Mention(span, "name"),), country=country, lat=lat, lon=lon)


DOCUMENT = GoldDocument(
    Article("a", TEXT), (GoldPlace(GOMA, (-1.68, 29.22)), GoldPlace(BUKAVU, (-2.49, 28.84))), "here"
)


def test_a_place_counts_within_161_kilometres() -> None:
    near, far = at(GOMA, -2.5, 29.0), at(GOMA, -4.0, 29.0)
    assert DOCUMENT.places[0].is_meant_by(near)
    assert not DOCUMENT.places[0].is_meant_by(far)
    assert kilometres((0.0, 0.0), (0.0, 1.0)) == pytest.approx(111.2, abs=0.1)


def test_a_country_counts_as_itself_only() -> None:
    gold = GoldPlace(GOMA, country="COD")
    assert not gold.is_meant_by(at(GOMA, -1.68, 29.22))
    assert gold.is_meant_by(Place("p1", "Congo", "country", (), country="COD"))


def test_scores_count_found_missed_and_wrong_names() -> None:
    given = Located((at(GOMA, -1.68, 29.22), at(BUKAVU, 50.0, 8.0)))
    found = Located((at(GOMA, -1.68, 29.22), at(AID, 1.0, 1.0)))
    scores = place_scores([DOCUMENT], lambda _: (given, found))
    assert scores.accuracy == 0.5
    assert (scores.precision, scores.recall, scores.f1) == (0.5, 0.5, 0.5)
    assert scores.exact_f1 == 0.5


def test_marked_passages_are_read_with_their_places() -> None:
    train, held_out = passages_with_places("train"), passages_with_places("held_out")
    assert (len(train), len(held_out)) == (80, 42)
    for document in [*train, *held_out]:
        assert document.places
        for gold in document.places:
            assert document.article.text[gold.span.start : gold.span.end] == gold.span.text
        spans = [gold.span for gold in document.places]
        assert not any(one.overlaps(other) for one, other in pairwise(spans))


def test_an_article_of_geovirus_is_read(tmp_path: Path) -> None:
    path = tmp_path / "GeoVirus.xml"
    location = "<location><name>Goma</name><start>13</start><end>17</end><lat>-1.68</lat><lon>29.22</lon></location>"
    path.write_text(
        f"<articles><article><source>x</source><text>{TEXT}</text><locations>{location}</locations></article></articles>"
    )
    (document,) = geovirus(path)
    assert document.places == (GoldPlace(GOMA, (-1.68, 29.22)),)
    assert document.source == "x"
