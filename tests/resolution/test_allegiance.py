"""For whom people speak: what the text names before what its words imply, and nothing across the end of a sentence."""

from __future__ import annotations

import time

import pytest
from tests.reading.reports import article, reading

from onrecord.model import Actor, Mention, Reading, Span
from onrecord.reading.reader import Chain, Found
from onrecord.resolution import resolve


def party_of(found: Reading, name: str) -> str | None:
    by_id = {a.id: a for a in found.actors}
    [actor] = [a for a in found.actors if a.name == name]
    return by_id[actor.party].name if actor.party is not None else None


def named(found: Reading) -> list[Actor]:
    return [a for a in found.actors if a.kind == "person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Villagers fled from Boko Haram. Musa Bello said his house was burnt.", "Musa Bello"),
        ("He met envoys of Hamas.\n\nJohn Smith said that it was over.", "John Smith"),
    ],
)
def test_a_body_in_the_sentence_before_is_nobodys_party(text: str, name: str) -> None:
    assert party_of(reading(text), name) is None


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        (
            "Taliban commander Khalid Rashid said on Monday that he would talk. It was in Pakistan.",
            "Khalid Rashid",
            "TTP",
        ),
        ("Ehsanullah Ehsan, a spokesman for the FARC, denied the report.", "Ehsanullah Ehsan", "FARC"),
        ("Colombian Foreign Minister Ana Ruiz denied the report.", "Ana Ruiz", "Government of Colombia"),
    ],
)
def test_a_title_or_an_office_ties_a_person_to_a_body(text: str, name: str, party: str) -> None:
    assert party_of(reading(text), name) == party


def test_people_of_one_surname_have_ids_of_their_own() -> None:
    found = reading(
        "General Ali Khan said on Monday the talks had begun.\n\nMinister Omar Khan said that the talks had failed.\n\n"
        "Mr. Khan, a teacher from Quetta, said his school was hit."
    )
    assert len({a.id for a in found.actors}) == len(found.actors)
    assert {"Ali Khan", "Omar Khan"} <= {a.name for a in named(found)}


def chained(text: str, *words: str, kind: str = "person") -> Chain:
    """A chain of the first occurrences of some words; pronouns and small letters by their form."""
    mentions = []
    for each in words:
        start = text.index(each)
        form = "name" if each[0].isupper() else "pronoun" if each == "his" else "description"
        mentions.append(Mention(Span.of(text, start, start + len(each)), form))  # type: ignore[arg-type]
    return Chain(kind, tuple(mentions))


def test_an_endless_row_of_aides_comes_to_an_end() -> None:
    names = [f"Person{chr(65 + n // 26)}{chr(97 + n % 26)}" for n in range(200)]
    text = names[0] + " came. " + "".join(f"his adjutant {name} came. " for name in names[1:]) + "his troops fled."
    chains = []
    at = 0
    for name in names:
        start = text.index(name, at)
        mentions = [Mention(Span.of(text, start, start + len(name)), "name")]
        if start > 20:
            mentions.append(Mention(Span.of(text, start - 13, start - 1), "description"))
        chains.append(Chain("person", tuple(sorted(mentions, key=lambda m: m.span))))
        at = start + len(name)
    end = text.index("his troops")
    chains.append(Chain("military", (Mention(Span.of(text, end, end + 10), "description"),)))
    begun = time.perf_counter()
    found = resolve(article(text), Found(chains=tuple(chains)))
    assert time.perf_counter() - begun < 20
    assert len(found.actors) > 100


def test_mentions_of_a_person_come_in_the_order_of_the_text() -> None:
    text = "Mehsud spoke. Bajwa came. Hakimullah Mehsud left."
    chains = (
        Chain("person", (Mention(Span.of(text, 0, 6), "name"),)),
        Chain("person", (Mention(Span.of(text, 14, 19), "name"),)),
        Chain("person", (Mention(Span.of(text, 26, 43), "name"),)),
    )
    found = resolve(article(text), Found(chains=chains))
    assert [(a.id, a.name) for a in found.actors] == [("a1", "Hakimullah Mehsud"), ("a2", "Bajwa")]
    assert [m.span.start for m in found.actors[0].mentions] == [0, 26]


def test_who_is_unnamed_at_first_has_one_actor_with_the_name_given_later() -> None:
    text = (
        "A senior commander said the talks had begun. He spoke for peace. The statement by Karim Aziz is the first."
    )
    commander, name = Span.of(text, 0, 18), Span.of(text, text.index("Karim"), text.index("Karim") + 10)
    he = Span.of(text, text.index("He "), text.index("He ") + 2)
    chains = (
        Chain("person", (Mention(commander, "description"), Mention(he, "pronoun"))),
        Chain("person", (Mention(name, "name"),)),
    )
    found = resolve(article(text), Found(chains=chains, identities=((commander, name),)))
    [actor] = named(found)
    assert (actor.name, [m.span for m in actor.mentions]) == ("Karim Aziz", [commander, he, name])


@pytest.mark.parametrize("before", ["' \n", "- \n", "a \n"])
def test_words_on_the_line_before_a_name_are_taken_where_they_stand(before: str) -> None:
    found = reading(f"{before}Malik said it on Monday.")
    assert any(mention.span.text == "Malik" for actor in found.actors for mention in actor.mentions)
