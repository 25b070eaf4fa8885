"""The constructions of news English: who said what in a sentence, found from its words."""

from __future__ import annotations

import pytest
from tests.reading.reports import statement, statements, triples

Triple = tuple[str | None, str, str]

PLAIN: dict[str, Triple] = {
    # a verb after its source
    "The governor said that the road was open.": ("The governor", "said", "the road was open"),
    "The governor said the road was open.": ("The governor", "said", "the road was open"),
    "But on Monday the governor said the road was open.": ("the governor", "said", "the road was open"),
    "The army denied any talks.": ("The army", "denied", "any talks"),
    "Villagers told reporters that the mill had burned.": ("Villagers", "told", "the mill had burned"),
    "The governor of the northern province said the road was open.": (
        "The governor of the northern province", "said", "the road was open",
    ),
    "The envoy has repeatedly warned that the truce is weak.": (
        "The envoy", "has repeatedly warned", "the truce is weak",
    ),
    "The mayor said on Monday in a statement that the road was open.": ("The mayor", "said", "the road was open"),
    # a verb after its content
    "The road was open, the governor said.": ("the governor", "said", "The road was open"),
    "The road was open, a police officer said on Friday.": ("a police officer", "said", "The road was open"),
    "“We will stay,” the elder said.": ("the elder", "said", "“We will stay,”"),
    "\"We will stay,\" Ana Ruiz told the paper.": ("Ana Ruiz", "told", '"We will stay,"'),
    # a verb before its source
    "The road was open, said the governor.": ("the governor", "said", "The road was open"),
    "“We will stay,” said Ana Ruiz, a farmer.": ("Ana Ruiz", "said", "“We will stay,”"),
    "“We will stay”, says the elder of the village.": ("the elder of the village", "says", "“We will stay”"),
    # according to
    "According to the governor, the road was open.": ("the governor", "According to", "the road was open"),
    "The road was open, according to the governor.": ("the governor", "according to", "The road was open"),
    "The road was open, according to a report in the Gazette.": (
        "a report in the Gazette", "according to", "The road was open",
    ),
    # colon and quotation
    "The elder said: “We will stay.”": ("The elder", "said", "“We will stay.”"),
    "The elder told reporters: \"We will stay.\"": ("The elder", "told", '"We will stay."'),
    "The elder said, “We will stay.”": ("The elder", "said", "“We will stay.”"),
    # insertions between commas
    "The elder, speaking by telephone, said the mill had burned.": ("The elder", "said", "the mill had burned"),
    "Ana Ruiz, a farmer, said the mill had burned.": ("Ana Ruiz", "said", "the mill had burned"),
    "Ana Ruiz, who lives beside the mill, said it had burned.": ("Ana Ruiz", "said", "it had burned"),
    "The bridge, officials said, was destroyed on Friday.": (
        "officials", "said", "The bridge | was destroyed on Friday",
    ),
    # a circumstance before the source is no part of what is said
    "In a speech on Friday, the president said: “We will talk.”": ("the president", "said", "“We will talk.”"),
    "On Monday, the elder said, “We stay.”": ("the elder", "said", "“We stay.”"),
    "“It is a lie,” the spokesman said of the report.": ("the spokesman", "said", "“It is a lie,”"),
    # relative clauses
    "The elder, who said the mill had burned, lives there.": ("The elder", "said", "the mill had burned"),
    "Officials who asked not to be named said talks were held.": ("Officials", "said", "talks were held"),
    "Officials who spoke to reporters said talks were held.": ("Officials", "said", "talks were held"),
    "The officials, who asked not to be named, said talks were held.": ("The officials", "said", "talks were held"),
    # silence
    "The mayor could not be reached for comment.": ("The mayor", "could not be reached", "for comment"),
    "A spokeswoman declined to comment on the report.": ("A spokeswoman", "declined", "to comment on the report"),
    "The army was not immediately available for comment.": (
        "The army", "was not immediately available", "for comment",
    ),
    "The ministry did not respond to questions.": ("The ministry", "did not respond", "to questions"),
    # nobody in particular
    "It is unclear whether the truce will hold.": (None, "is unclear", "whether the truce will hold"),
    "It was not immediately known how many were hurt.": (None, "was not immediately known", "how many were hurt"),
    "The commander is believed to have crossed the border.": (None, "is believed", "to have crossed the border"),
    "The commander is reported to have moved.": (None, "is reported", "to have moved"),
    "The rebels were said to be near the town.": (None, "were said", "to be near the town"),
}  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_source_cue_and_content_of_a_sentence(text: str) -> None:
    assert triples(text) == [PLAIN[text]]


SEVERAL: dict[str, list[Triple]] = {
    "The government and the army denied any talks.": [
        ("The government", "denied", "any talks"), ("the army", "denied", "any talks"),
    ],
    "The army denied any talks, as did the ministry and a spokesman for the rebels.": [
        ("The army", "denied", "any talks"), ("the ministry", "as did", "any talks"),
        ("a spokesman for the rebels", "as did", "any talks"),
    ],
    "The governor said the road was open, adding that the bridge was safe.": [
        ("The governor", "said", "the road was open"), ("The governor", "adding", "the bridge was safe"),
    ],
    "“No talks,” he said, adding: “There will be none.”": [
        ("he", "said", "“No talks,”"), ("he", "adding", "“There will be none.”"),
    ],
    "The governor confirmed the report but said that nobody was hurt.": [
        ("The governor", "confirmed", "the report"), ("The governor", "said", "nobody was hurt"),
    ],
    "The army said the town was safe, but villagers said they heard shots.": [
        ("The army", "said", "the town was safe"), ("villagers", "said", "they heard shots"),
    ],
    "The elder said the mill had burned. He said nobody was hurt.": [
        ("The elder", "said", "the mill had burned"), ("He", "said", "nobody was hurt"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", SEVERAL)
def test_every_source_and_every_verb_makes_a_statement_of_its_own(text: str) -> None:
    assert triples(text) == SEVERAL[text]


def test_conjoined_and_elided_sources_share_the_content() -> None:
    found = statements("The government and the army denied any talks, as did the rebels.")
    assert len({s.content for s in found}) == 1
    assert len({s.id for s in found}) == len(found) == 3


QUOTED_ON = {
    "“We stay,” the elder said. “Nobody will drive us from the valley.”": "“We stay,” | “Nobody will drive us from"
    " the valley.”",
    "“We stay,” the elder said.\n“Nobody will drive us away.”": "“We stay,” | “Nobody will drive us away.”",
    "“We stay,” the elder said. “Nobody drives us away. Not even the flood.”": "“We stay,” | “Nobody drives us away."
    " Not even the flood.”",
    "“We came here long ago. We stay,” said the elder.": "“We came here long ago. We stay,”",
}


@pytest.mark.parametrize("text", QUOTED_ON)
def test_a_quotation_goes_on_without_a_cue_of_its_own(text: str) -> None:
    assert [content for _, _, content in triples(text)] == [QUOTED_ON[text]]


def test_a_quotation_in_a_later_sentence_of_other_words_is_not_taken_for_the_speakers() -> None:
    text = "“We stay,” the elder said. A banner at the mill reads “Nobody drives us away from here”."
    assert statement(text).content[-1].text == "“We stay,”"


NOTHING = [
    "The report was published on Friday.",
    "The road to the claim office is open.",
    "He made a statement of claim.",
    "The confirmed cases rose to forty.",
    "Its reported losses were small.",
    "They declared war on the valley.",
    "The council called off the march.",
    "To say so is easy.",
    "The United States opened an embassy.",
    "The mill burned and nobody was hurt.",
    "Talks between both sides begin on Monday.",
    "It is clear that the road is open.",
    "Nobody confirmed the report.",
    "No one in the army confirmed the report.",
    "Neither side has confirmed the talks.",
    "Neither the army nor the government denied the report.",
    "None of the officials confirmed the report.",
    "",
    "...",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert triples(text) == []


def test_a_verb_within_a_quotation_reports_nothing_by_itself() -> None:
    assert triples("“The army said no,” the elder said.") == [("the elder", "said", "“The army said no,”")]


def test_furniture_says_nothing_and_parts_what_stands_around_it() -> None:
    text = "The army said no.Our editor said: give now! The elder said yes."
    found = statements(text, "Our editor said: give now!")
    assert [(s.source and s.source.text, s.content[0].text) for s in found] == [
        ("The army", "no"),
        ("The elder", "yes"),
    ]
    assert triples(text) != triples(text.replace("Our editor said: give now!", ""))


def test_a_verb_takes_no_content_from_across_furniture() -> None:
    text = "The elder said\nSubscribe now\nthe mill had burned."
    assert statements(text, "Subscribe now") == ()
