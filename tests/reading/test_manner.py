"""What a speaker does with the content, how sure of it, in what form, by what medium and when it was said."""

from __future__ import annotations

import pytest
from tests.reading.reports import reading, statement, statements

from onrecord.model import Act, Certainty, Form, SourceKind, SourceType

ACTS: dict[str, Act] = {
    "The elder said the mill had burned.": "asserts",
    "According to the elder, the mill had burned.": "asserts",
    "The commander is believed to have left.": "asserts",
    "The army confirmed the report.": "confirms",
    "The minister acknowledged that talks were held.": "confirms",
    "The president admitted meeting the rebels.": "confirms",
    "The army denied the report.": "denies",
    "The minister rejected the claim.": "denies",
    "The spokesman dismissed the report as propaganda.": "denies",
    "The minister confirmed that the report was incorrect.": "denies",
    "The spokesman said the report was baseless.": "denies",
    "The spokesman said there was no truth in the report.": "denies",
    "The minister called the claim baseless.": "denies",
    "The ministry could neither confirm nor deny the report.": "declines",
    "The ministry would not confirm or deny the report.": "declines",
    "The ministry declined to comment.": "declines",
    "The minister refused to say whether talks were held.": "declines",
    "The army did not respond to questions.": "declines",
    "The army did not confirm the report.": "declines",
    "The mayor could not be reached.": "unavailable",
    "The mayor was unavailable for comment.": "unavailable",
    "The officials were not available on Saturday.": "unavailable",
    "It is unclear whether the truce will hold.": "doubts",
    "The envoy doubted that the truce would hold.": "doubts",
    "The envoy questioned the report.": "doubts",
    "The rebels promised to free the hostages.": "promises",
    "The minister vowed to rebuild the mill.": "promises",
    "“We will rebuild the mill,” the mayor said.": "promises",
    "The rebels threatened to burn the mill.": "threatens",
    "The envoy called for talks.": "demands",
    "The envoy called on both sides to stop.": "demands",
    "The elder urged the rebels to leave.": "demands",
    "The group demanded the release of its men.": "demands",
    "The army accused the rebels of burning the mill.": "accuses",
    "The army blamed the rebels for the fire.": "accuses",
    "The envoy condemned the attack.": "accuses",
    "The analyst predicted that the truce would fail.": "predicts",
    "The minister called the attack a crime.": "asserts",
}


@pytest.mark.parametrize("text", ACTS)
def test_what_the_speaker_does_with_the_content(text: str) -> None:
    assert statement(text).act == ACTS[text]


CERTAINTIES: dict[str, Certainty] = {
    "The elder said the mill had burned.": "actual",
    "The army confirmed the report.": "actual",
    "The elder said the mill may burn.": "possible",
    "The elder said the mill burned in May.": "actual",
    "The minister said an accord could be signed soon.": "possible",
    "The minister said an accord was likely.": "possible",
    "The minister hopes to sign an accord.": "possible",
    "The minister said the talks will begin in May.": "possible",
    "The commander is believed to have left.": "possible",
    "The elder said the mill had not burned.": "negated",
    "The elder said nobody was hurt and the mill stood.": "actual",
    "The elder said there were no talks.": "negated",
    "The elder said they were never asked.": "negated",
    "The army denied the report.": "negated",
    "The elder said he would leave if the rebels came.": "conditional",
    "The elder said he would stay unless the rebels came.": "conditional",
    "The elder asked whether the mill had burned.": "unknown",
    "It is unclear who burned the mill.": "unknown",
    "The army declined to comment.": "unknown",
    "The mayor could not be reached.": "unknown",
    "The rebels threatened to burn the mill.": "possible",
}


@pytest.mark.parametrize("text", CERTAINTIES)
def test_how_sure_the_speaker_is(text: str) -> None:
    assert statement(text).certainty == CERTAINTIES[text]


FORMS: dict[str, Form] = {
    "The elder said the mill had burned.": "indirect",
    "“The mill has burned,” the elder said.": "direct",
    "The elder said: “The mill has burned.”": "direct",
    "“The mill has burned,” said the elder. “Nobody was hurt in the fire.”": "direct",
    "The elder said the mill had “burned to the ground”.": "mixed",
    "The army denied “any such talks”.": "direct",
}


@pytest.mark.parametrize("text", FORMS)
def test_direct_indirect_and_mixed(text: str) -> None:
    assert statement(text).form == FORMS[text]


MEDIA = {
    "The elder said by telephone that the mill had burned.": "telephone",
    "The elder told reporters in a phone call that the mill had burned.": "telephone",
    "The elder wrote on Twitter that the mill had burned.": "social media",
    "The elder said on television that the mill had burned.": "television",
    "The elder told a news conference that the mill had burned.": "news conference",
    "The elder said in a short statement that the mill had burned.": "statement",
    "The elder said in an interview that the mill had burned.": "interview",
    "The elder said in a video that the mill had burned.": "video",
    "The elder said the mill had burned.": None,
    "The elder said that the telephone was broken.": None,
}


@pytest.mark.parametrize("text", MEDIA)
def test_the_medium_is_read_outside_the_content(text: str) -> None:
    assert statement(text).medium == MEDIA[text]


SAID_ON = {
    "The elder said on Friday that the mill had burned.": ("Friday", "2011-12-09"),
    "The mill had burned, the elder said today.": ("today", "2011-12-10"),
    "Last month, officials said talks were under way.": ("Last month", "2011-11"),
    "In November, officials denied that talks were held.": ("November", "2011-11"),
    "The elder said the mill had burned on Friday.": None,
    "Over the past year, officials have said that talks go on.": None,
    "The elder said the mill had burned.": None,
}


@pytest.mark.parametrize("text", SAID_ON)
def test_when_it_was_said_is_not_when_it_happened(text: str) -> None:
    [found] = reading(text).statements
    said = None if found.said_on is None else (found.said_on.span.text, found.said_on.value)
    assert said == SAID_ON[text]


KINDS: dict[str, SourceKind] = {
    "Ana Ruiz said the mill had burned.": "named",
    "Interior Minister Ana Ruiz said the mill had burned.": "named",
    "Gen. Ana Ruiz said the mill had burned.": "named",
    "A spokesman for the Taliban said the mill had burned.": "role",
    "The interior minister said the mill had burned.": "role",
    "The deputy chief of the group said the mill had burned.": "role",
    "Militants said the mill had burned.": "anonymous",
    "Intelligence officials said the mill had burned.": "anonymous",
    "A source close to the talks said the mill had burned.": "anonymous",
    "A senior figure in the movement said the mill had burned.": "anonymous",
    "The army said the mill had burned.": "collective",
    "Both sides said the mill had burned.": "collective",
    "The Colombian government said the mill had burned.": "collective",
    "A statement said the mill had burned.": "document",
    "A letter from the commander said the mill had burned.": "document",
    "The report said the mill had burned.": "document",
    "It is unclear whether the mill has burned.": "impersonal",
    "The commander is believed to have left.": "impersonal",
}


@pytest.mark.parametrize("text", KINDS)
def test_how_the_source_is_named(text: str) -> None:
    assert statement(text).source_kind == KINDS[text]


TYPES: dict[str, SourceType | None] = {
    "Militants said the mill had burned.": "armed_group",
    "The army said the mill had burned.": "military",
    "The interior minister said the mill had burned.": "official",
    "The opposition said the mill had burned.": "party",
    "An analyst said the mill had burned.": "expert",
    "Residents said the mill had burned.": "witness",
    "A letter said the mill had burned.": "document",
    "State television said the mill had burned.": "media",
    "It is unclear whether the mill has burned.": None,
}


@pytest.mark.parametrize("text", TYPES)
def test_what_kind_of_body_or_person_speaks(text: str) -> None:
    assert statement(text).source_type == TYPES[text]


def test_a_saying_within_a_saying_has_the_outer_one_as_its_parent() -> None:
    outer, inner = statements("The minister said that the army had denied the report.")
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert (inner.source and inner.source.text, inner.act) == ("the army", "denies")
    assert outer.content[0].contains(inner.content[0])


def test_the_parent_is_the_innermost_saying_around() -> None:
    found = statements("The mayor said the minister said the army had denied the report.")
    assert [s.parent for s in found] == [None, "s1", "s2"]


def test_statements_beside_each_other_have_no_parent() -> None:
    found = statements("The army said it was true. The rebels said it was false.")
    assert [s.parent for s in found] == [None, None]


def test_a_quotation_is_surer_than_a_belief_and_hearsay_is_least_sure() -> None:
    texts = (
        "“The mill has burned,” the elder said.",
        "The elder said the mill had burned.",
        "The elder believed the mill had burned.",
        "The mill is believed to have burned.",
    )
    sure = [statement(text).confidence for text in texts]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == 4
