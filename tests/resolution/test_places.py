from __future__ import annotations

from tests.reading.reports import reading


def test_a_place_is_named_once_with_all_its_mentions_and_spellings() -> None:
    [bajaur] = reading("The mill in Bajaur burned. Bajur is far. The road to Bajaur is shut.").places
    assert (bajaur.name, bajaur.kind, bajaur.country) == ("Bajaur", "admin2", "PAK")
    assert [m.span.text for m in bajaur.mentions] == ["Bajaur", "Bajur", "Bajaur"]
    assert bajaur.lat is not None
    assert bajaur.lon is not None
    assert (round(bajaur.lat, 1), round(bajaur.lon, 1)) == (34.7, 71.5)


def test_places_come_in_the_order_of_their_first_mention() -> None:
    found = reading("From Peshawar to Havana and Oslo, by way of Peshawar.").places
    assert [(p.id, p.name) for p in found] == [("p1", "Peshawar"), ("p2", "Havana"), ("p3", "Oslo")]


def test_a_capital_that_speaks_is_a_government_and_one_that_does_not_is_a_place_only() -> None:
    spoken = reading("Islamabad denied the report.")
    assert [a.name for a in spoken.actors] == ["Government of Pakistan"]
    visited = reading("The mill in Islamabad burned.")
    assert visited.actors == ()
    assert [p.name for p in visited.places] == ["Islamabad"]


def test_an_event_is_placed_where_the_words_after_it_say() -> None:
    found = reading("The FARC attacked. Talks in Oslo were held with the FARC, the government of Colombia said.")
    names = {p.id: p.name for p in found.places}
    talks = next(e for e in found.events if e.trigger.text == "Talks")
    assert names[talks.place or ""] == "Oslo"


def test_furniture_has_no_places() -> None:
    assert reading("Visit Havana now! The mill in Oslo burned.", "Visit Havana now!").places[0].name == "Oslo"


def test_words_that_only_look_like_places_are_none() -> None:
    assert reading("The chad burned. The china broke; turkey was served.").places == ()
