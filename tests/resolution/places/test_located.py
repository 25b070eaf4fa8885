from __future__ import annotations

import time
from datetime import date

from tests.reading.reports import reading

from onrecord.model import Article, Dateline, Mention, Place, Span
from onrecord.reading.reader import Chain, Found, Thing
from onrecord.resolution.places.located import Located, places, places_of
from onrecord.resolution.setting import Setting


def located(text: str, found: Found | None = None, published: date | None = None) -> Located:
    article = Article("a", text, published=published)
    return places(article, found or Found(), Setting.of(article))


def of(text: str, words: str, found: Found | None = None) -> Place:
    """The place that the first occurrence of some words means."""
    start = text.index(words)
    mentioned = (p for p in located(text, found).places if any(m.span.start == start for m in p.mentions))
    return next(mentioned)


def words_of(found: Located) -> list[str]:
    return sorted({m.span.text for p in found.places for m in p.mentions})


def thing(text: str, words: str) -> Found:
    start = text.index(words)
    return Found(things=(Thing("place", Span.of(text, start, start + len(words))),))


def test_a_town_lies_in_the_region_that_follows_it() -> None:
    text = "Fighting was heard in Khar, Bajaur, on Sunday. Pakistan sent troops to the town."
    assert (of(text, "Khar").country, of(text, "Bajaur").country) == ("PAK", "PAK")


def test_a_misspelt_region_is_found_in_the_country_that_the_report_names() -> None:
    text = "Pakistani troops moved through the Bajuar tribal region. In Bajuar shops were shut."
    place = of(text, "Bajuar", thing(text, "the Bajuar tribal region"))
    assert (place.country, place.geonames) == ("PAK", 1183781)
    assert any("spelt" in e.words for e in place.evidence)


def test_a_misspelt_region_is_nowhere_when_no_country_is_named() -> None:
    text = "Troops moved through Bajuar. In Bajuar shops were shut."
    found = located(text, thing(text, "Bajuar"))
    assert [p.lat for p in found.places] == [None]
    assert found.places[0].country is None


def test_the_company_that_a_name_keeps_decides() -> None:
    caucasus = "Russian troops left positions near Gori in Georgia, where Tbilisi and Tskhinvali had traded fire."
    states = "Storms hit Atlanta, Georgia, and went on to Alabama and Florida."
    assert of(caucasus, "Georgia").country == "GEO"
    assert (of(states, "Georgia").country, of(states, "Georgia").kind) == ("USA", "admin1")


def test_every_place_stands_once_with_all_its_mentions() -> None:
    text = "Aid reached Goma on Monday. In Goma, schools opened. Officials in Kinshasa said Goma was calm."
    found = located(text)
    goma = next(p for p in found.places if p.name == "Goma")
    assert [m.span.start for m in goma.mentions] == [12, 31, 80]
    assert [p.id for p in found.places] == [f"p{n}" for n in range(1, len(found.places) + 1)]
    first = [p.mentions[0].span.start for p in found.places]
    assert first == sorted(first)


def test_names_inside_names_of_bodies_and_people_are_no_places() -> None:
    text = "Paris Jackson, a student at Cambridge University, told the Washington Post that it was raining in Lagos."
    start = text.index("Paris Jackson")
    person = Chain("person", (Mention(Span.of(text, start, start + 13), "name"),))
    assert words_of(located(text, Found(chains=(person,)))) == ["Lagos"]


def test_a_capital_that_speaks_is_told_from_a_town_where_something_is() -> None:
    text = "Islamabad said the border was closed. Protesters gathered in Islamabad."
    place = of(text, "Islamabad")
    assert [s.start for s in place.acting] == [0]
    assert len(place.mentions) == 2


def test_a_place_that_the_gazetteer_does_not_hold_has_no_coordinates() -> None:
    text = "Shells fell on the village of Qwzxharabad, residents said."
    (place,) = located(text, thing(text, "the village of Qwzxharabad")).places
    assert (place.name, place.lat, place.lon, place.country, place.geonames) == (
        "Qwzxharabad",
        None,
        None,
        None,
        None,
    )
    assert place.mentions[0].span.text == "Qwzxharabad"


def test_reasons_and_the_next_best_are_kept() -> None:
    text = "Fighting was heard in Khar, Bajaur, on Sunday. Pakistan sent troops to the town."
    khar = of(text, "Khar")
    assert khar.evidence
    assert all(e.words and e.weight for e in khar.evidence)
    weights = [abs(e.weight) for e in khar.evidence]
    assert weights == sorted(weights, reverse=True)
    assert 1 <= len(khar.candidates) <= 3
    assert all(0 <= c.score <= 1 and c.id != str(khar.geonames) for c in khar.candidates)


def test_given_names_are_all_taken_for_places() -> None:
    text = "Reading lies on the Thames, west of London."
    article = Article("a", text)
    found = places_of([Span.of(text, 0, 7)], article, Found(), Setting.of(article))
    assert [(p.name, p.country) for p in found.places] == [("Reading", "GBR")]


def test_a_dateline_gives_its_place() -> None:
    text = "KHAR, Pakistan, Dec 10 (AP) - Militants in Bajaur met elders on Saturday."
    found = located(text, published=date(2011, 12, 10))
    assert found.dateline is not None
    assert found.dateline.span.text == "KHAR, Pakistan, Dec 10 (AP) -"
    assert found.dateline.date is not None
    assert found.dateline.date.span.text == "Dec 10"
    place = next(p for p in found.places if p.id == found.dateline.place)
    assert (place.country, place.mentions[0].span.text) == ("PAK", "KHAR")
    assert not found.dateline.disagrees


def test_furniture_names_no_places() -> None:
    assert located("").places == ()
    assert located("\n\n  \n").dateline is None


def test_the_same_report_gives_the_same_places() -> None:
    text = "Victoria and Sydney sent aid to Dili. Santa Cruz was quiet, San Juan was not."
    assert located(text) == located(text)


def test_spans_are_exact() -> None:
    text = "N’Djamena’s envoy met Chad’s army near Faya-Largeau, St. Petersburg and the U.S. base at Diyarbakır."
    for place in located(text).places:
        for mention in place.mentions:
            assert text[mention.span.start : mention.span.end] == mention.span.text


def test_five_hundred_places_cost_seconds_at_most() -> None:
    towns = "Kabul Herat Lagos Kano Goma Bukavu Aleppo Homs Basra Mosul Khartoum Nyala Gao Kidal Aden Taiz".split()
    text = " ".join(
        f"Talks were held in {towns[n % 16]}{'abcdefghij'[n % 10]}{n}stan, {towns[n % 16]}." for n in range(500)
    )
    begun = time.perf_counter()
    found = located(text)
    assert len(found.places) >= 12
    assert time.perf_counter() - begun < 10


def test_one_name_four_hundred_times_is_one_place() -> None:
    text = " ".join(f"Aid went from San Juan, {w}, to Goma." for w in ("Peru", "Argentina", "Texas", "Chile") * 100)
    begun = time.perf_counter()
    found = located(text)
    goma = next(p for p in found.places if p.name == "Goma")
    assert len(goma.mentions) == 400
    assert time.perf_counter() - begun < 10


def test_endless_names_are_no_names() -> None:
    begun = time.perf_counter()
    text = "Shells fell on " + "Aa" * 5000 + " and " + "Bb " * 5000 + "in Goma."
    found = located(text, thing(text, "Aa" * 5000))
    assert "Goma" in words_of(found)
    assert time.perf_counter() - begun < 10


def test_the_dateline_of_nothing_is_null() -> None:
    assert Located().dateline is None
    assert isinstance(located("KABUL (Reuters) - Shells fell.").dateline, Dateline)


def test_the_surname_of_somebody_named_in_full_is_no_town() -> None:
    text = "Odin Sanchez was freed in Colombia. Nobody will sit down until Sanchez is well, the envoy said."
    assert "Sanchez" not in {m.span.text for place in reading(text).places for m in place.mentions}
