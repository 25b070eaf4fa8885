"""Reports in capitals are read like others, and answered in their own words."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest

from onrecord.encoding.recasing import in_likely_case
from onrecord.model import Article, Furniture, Reading, Span
from onrecord.reading import EncoderReader
from onrecord.reading.casing import as_likely_printed, in_own_words
from onrecord.resolution import resolve

TEXT = (
    "BOGOTA, COLOMBIA (AP) -- COLOMBIA'S GOVERNMENT DENIED ON TUESDAY THAT IT WAS HOLDING TALKS WITH THE FARC.\n"
    "DEFENSE MINISTER RAFAEL PARDO SAID THE REBELS HAD ATTACKED A POLICE STATION IN FLORENCIA AND KILLED 12 POLICEMEN."
)
ARTICLE = Article("wire", TEXT, published=date(1991, 5, 8))


@pytest.fixture(scope="module")
def reading() -> Reading:
    return resolve(ARTICLE, EncoderReader().read(ARTICLE))


def spans(nouns: object) -> list[Span]:
    if isinstance(nouns, Span):
        return [nouns]
    if isinstance(nouns, tuple):
        return [span for noun in nouns for span in spans(noun)]
    if is_dataclass(nouns):
        return [span for field in fields(nouns) for span in spans(getattr(nouns, field.name))]
    return []


def test_every_span_holds_the_characters_of_the_report(reading: Reading) -> None:
    found = spans(EncoderReader().read(ARTICLE)) + spans(reading)
    assert len(found) > 50
    assert all(TEXT[span.start : span.end] == span.text for span in found)
    assert reading.article is ARTICLE


def test_statements_parties_and_places_are_found_as_in_small_letters(reading: Reading) -> None:
    names = {actor.known_as: actor for actor in reading.actors}
    assert {"COL-government", "FARC"} <= set(names)
    assert [m.span.text.removeprefix("THE ") for m in names["FARC"].mentions] == ["FARC", "REBELS"]
    denial = next(s for s in reading.statements if s.act == "denies")
    assert (denial.cue and denial.cue.text, denial.party) == ("DENIED", names["COL-government"].id)
    pardo = next(a for a in reading.actors if any(m.span.text.endswith("RAFAEL PARDO") for m in a.mentions))
    assert pardo.kind == "person"
    assert "Florencia" in {place.name for place in reading.places}


def test_it_reads_as_its_likely_case_does(reading: Reading) -> None:
    printed = replace(ARTICLE, text=in_likely_case(TEXT))
    other = resolve(printed, EncoderReader().read(printed))
    assert replace(in_own_words(other, TEXT), article=ARTICLE) == reading


def test_an_article_with_small_letters_is_shown_as_it_is() -> None:
    article = Article(
        "a", "The ARMY denied it. “WE DON'T STAY,” Gen. Ana Ruiz said in Kabul on Monday, the AP wrote."
    )
    assert as_likely_printed(article) is article


def test_furniture_and_all_else_of_an_article_stay() -> None:
    article = Article("a", TEXT, title="A TITLE", furniture=(Furniture(0, 25, "other", "dateline"),))
    shown = as_likely_printed(article)
    assert replace(shown, text=TEXT) == article
    assert shown.text != TEXT
    assert in_own_words(shown.furniture, TEXT) == article.furniture
