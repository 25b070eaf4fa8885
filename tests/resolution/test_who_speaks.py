"""Whom sources mean that are no names: relative pronouns, offices in headlines, those named in the next sentence."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.reports import article, reading

from onrecord.model import Reading, Span
from onrecord.reading import EncoderReader
from onrecord.resolution import resolve
from onrecord.resolution.relatives import Relatives


def speakers(found: Reading) -> dict[str, str | None]:
    """The speakers of a report's statements by the words of their sources."""
    names = {a.id: a.name for a in found.actors}
    return {s.source.text: names.get(s.speaker or "") for s in found.statements if s.source is not None}


@pytest.mark.parametrize(
    ("text", "pronoun", "nearest"),
    [
        ("They removed their deputy, Sofyan Ali, who said that talks went on.", "who", "Sofyan Ali"),
        ("The rebels dismissed General Kasongo, who denied the charge.", "who", "General Kasongo"),
        ("The ministry, which denied the report, gave no reason.", "which", "ministry"),
    ],
)
def test_a_relative_pronoun_goes_back_to_its_noun(text: str, pronoun: str, nearest: str) -> None:
    found = EncoderReader().read(article(text))
    start = text.index(f" {pronoun} ") + 1
    meant = Relatives(text, found.grammar).meant(Span.of(text, start, start + len(pronoun)))
    assert meant[0].text == nearest
    assert all(text[m.start : m.end] == m.text for m in meant)


def test_other_words_go_back_to_nothing() -> None:
    text = "General Kasongo said that the talks went on."
    found = EncoderReader().read(article(text))
    assert Relatives(text, found.grammar).meant(Span.of(text, 0, 15)) == ()
    assert Relatives(text, None).meant(Span(0, 3, "who")) == ()


def test_who_is_the_man_before_it_and_not_the_one_who_spoke_before() -> None:
    found = speakers(
        reading(
            "KHARTOUM - Mustafa Idris, a spokesman for the army, denied the report, and so did Colonel Hamid Bashir,"
            " who said that his men had not left El Fasher."
        )
    )
    assert found["who"] == "Colonel Hamid Bashir" or found["who"] == "Hamid Bashir"


MINISTER = (
    "{title}\n\nKAMPALA - Uganda's defence minister has rejected a rebel commander's claim that his fighters captured a"
    " town near the border.\nCrispus Otim said that the army had been in the town all week.\nThe commander, Joseph Lagu,"
    " had told a radio station that it fell on Sunday."
)


def headed(title: str) -> Reading:
    """The report on the minister under a headline."""
    report = article(MINISTER.format(title=title), published=date(2003, 6, 4))
    report = type(report)(report.id, report.text, title=title, published=report.published)
    return resolve(report, EncoderReader().read(report))


def test_whoever_speaks_is_named_in_the_next_sentence_and_not_the_one_whose_claim_is_passed_on() -> None:
    found = headed("Minister rejects claim on border town")
    assert speakers(found)["Uganda's defence minister"] == "Crispus Otim"
    party = next(a for a in found.actors if a.name == "Crispus Otim").party
    assert next(a.name for a in found.actors if a.id == party) == "Government of Uganda"


def test_an_office_in_a_headline_is_the_one_whom_the_report_names_so() -> None:
    assert speakers(headed("Minister rejects claim on border town"))["Minister"] == "Crispus Otim"


def test_an_office_that_nobody_in_the_report_holds_stays_open() -> None:
    found = speakers(headed("Ambassador rejects claim on border town"))
    assert found.get("Ambassador") is None


def test_he_who_adds_is_the_one_who_spoke_and_not_the_one_he_spoke_of() -> None:
    found = reading(
        "KAMPALA - Moses Otim, the deputy minister, will lead the delegation, President Daniel Okello said. The government"
        " would not talk under preconditions, he added."
    )
    assert speakers(found)["he"] == "Daniel Okello"


def test_a_body_that_a_quotation_names_is_not_the_one_that_says_it() -> None:
    found = reading(
        "ADDIS ABABA - The Ethiopian government accused the TPLF of breaking the truce. “The armed TPLF continued its"
        " provocations and launched an attack this morning,” it said in a statement."
    )
    said = next(s for s in found.statements if s.source is not None and s.source.text == "it")
    assert next(a.name for a in found.actors if a.id == said.party) == "Government of Ethiopia"


def test_pronouns_after_somebody_unnamed_name_nobody_else() -> None:
    text = (
        "The army's spokesman, Colonel Luis Vega, denied the raid. A resident of Koro said that two bombs fell on"
        " Saturday. One man was wounded, according to him."
    )
    last = reading(text).statements[-1]
    assert last.source is not None
    assert (last.source.text, last.speaker) == ("him", None)


def test_spokespeople_are_of_the_body_that_they_speak_for_not_of_those_it_comprises() -> None:
    text = "Spokesmen for the Arab League, which comprises Egypt, Iraq and Morocco, declined to comment."
    found = reading(text)
    party = {actor.id: actor.name for actor in found.actors}
    assert [party.get(s.party or "") for s in found.statements] == ["Arab League"]
