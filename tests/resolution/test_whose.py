"""For whom the people of whole reports speak: by their words, through others, from what is known of them, or nobody."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.reports import SATURDAY, reading

from onrecord.model import Actor, Reading

ARMY_IN_LIBERIA = (
    "MONROVIA - Government troops killed 600 people in a church in Monrovia, Liberia, on Sunday. "
    '"They started with the altar," a midwife, Comfort Zeogar, said at the hospital.'
)


def of(found: Reading, words: str) -> Actor:
    """The actor that has a mention with these words."""
    return next(a for a in found.actors if any(m.span.text == words for m in a.mentions))


def party(text: str, words: str, published: date = SATURDAY) -> str | None:
    """The registry's id of the party of whoever is called so, its name where it has no id; None for nobody."""
    found = reading(text, published=published)
    own = of(found, words)
    side = next((a for a in found.actors if a.id == own.party and a is not own), None)
    return None if side is None else side.known_as or side.name


def test_a_witness_is_lent_no_party_by_the_body_that_the_sentence_names() -> None:
    assert party(ARMY_IN_LIBERIA, "Comfort Zeogar", date(1990, 7, 31)) is None


@pytest.mark.parametrize(
    ("text", "words", "day", "known_as"),
    [
        (
            'TRIPOLI, Libya - António Guterres left "with a heavy heart", he wrote on Twitter.',
            "António Guterres",
            date(2019, 4, 6),
            "UNO",
        ),
        (
            "DUBLIN - The Taoiseach said on Monday that the talks would go on.",
            "Taoiseach",
            SATURDAY,
            "IRL-government",
        ),
        (
            "President Felix Tshisekedi of Congo ruled out talks and accused his Rwandan counterpart of lying.",
            "his Rwandan counterpart",
            date(2024, 2, 18),
            "RWA-government",
        ),
        (
            'The Free Aceh Movement denied it. "We shall not hand over our guns," Sofyan Daud told reporters in Jakarta.',
            "Sofyan Daud",
            date(2005, 8, 1),
            "ucdp:327",
        ),
        (
            "Libya's leader told the BBC on Monday that the talks had failed.",
            "Libya's leader",
            SATURDAY,
            "LBY-government",
        ),
    ],
)
def test_for_whom_somebody_speaks(text: str, words: str, day: date, known_as: str) -> None:
    assert party(text, words, day) == known_as


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sudan and the RSF met in Jeddah. A diplomat close to the talks said that nobody watched.", "A diplomat"),
        ("Georgian and Russian officials met on Monday. Each side said that the other moved first.", "Each side"),
    ],
)
def test_who_hides_his_side_or_takes_several_is_nobodys(text: str, words: str) -> None:
    found = reading(text)
    own = [a for a in found.actors if any(m.span.text.startswith(words) for m in a.mentions)]
    assert all(a.party is None for a in own if a.kind in {"person", "people"})


def test_a_body_rolls_up_to_whomever_it_is_said_to_be_of() -> None:
    text = "The FARC released six soldiers on Monday. The FARC's office in Caracas said more would follow."
    assert party(text, "The FARC's office in Caracas") == "FARC"


def test_a_country_in_the_chain_of_another_is_kept_apart() -> None:
    found = reading(
        "Venezuela sent troops to the border. Colombia said that Venezuela had closed it; Caracas denied that."
    )
    colombian = {m.span.text for a in found.actors if a.country == "COL" for m in a.mentions}
    assert "Venezuela" not in colombian
    assert "Caracas" not in colombian


def test_a_group_whose_name_news_writes_small_is_known() -> None:
    text = "MANAGUA, Nicaragua - The contras attacked a village on Saturday and killed 40 people, the army said."
    assert of(reading(text, published=date(1986, 3, 29)), "The contras").known_as == "ucdp:759"


def test_a_past_office_does_not_hide_a_present_one() -> None:
    text = (
        "ADDIS ABABA - The African Union's envoy, Olusegun Obasanjo, said on Tuesday that both sides agreed. "
        "Obasanjo, a former president of Nigeria, flew to Mekelle."
    )
    assert party(text, "Olusegun Obasanjo", date(2021, 11, 9)) == "igo:AU"


def test_an_opponent_of_talks_with_armed_forces_holds_no_office_in_them() -> None:
    text = (
        "BOGOTA - The contacts were first alleged by former President Alvaro Uribe, an opponent of talks with the"
        " Revolutionary Armed Forces of Colombia. President Juan Manuel Santos denied it."
    )
    assert party(text, "Alvaro Uribe", date(2012, 9, 5)) is None
    assert party(text, "Juan Manuel Santos", date(2012, 9, 5)) == "COL-government"


def test_a_national_security_council_is_not_that_of_the_united_nations() -> None:
    text = (
        "Thailand's army denied it. The secretary of the National Security Council, Somchai Rak, confirmed the talks."
    )
    assert not any(a.known_as == "igo:UNSC" for a in reading(text).actors)
