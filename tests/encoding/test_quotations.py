from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.reports import article

from onrecord.encoding.quotations import Quotation, quotations
from onrecord.reading.segmentation import paragraphs


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text, paragraphs(article(text)))]


BALANCED = {
    "He said “we stay” and “we sow”.": ["“we stay”", "“we sow”"],
    'He said "we stay" and "we sow".': ['"we stay"', '"we sow"'],
    "He said ``we stay'' twice.": ["``we stay''"],
    "Er sagte: „Wir bleiben“.": ["„Wir bleiben“"],
    "Il a dit «nous restons».": ["«nous restons»"],
    'He said “we stay".': ['“we stay"'],
    "It isn't a quotation.": [],
    "The villagers' mill, the miller's house": [],
    "“”": ["“”"],
}


@pytest.mark.parametrize("text", BALANCED)
def test_quotations_stand_between_their_marks(text: str) -> None:
    assert quoted(text) == BALANCED[text]


UNBALANCED = {
    "“We stay.\n“We sow.” He left.": ["“We stay.", "“We sow.”"],
    '"We stay.\n\n"We sow." He left.': ['"We stay.', '"We sow."'],
    "“We stay, he said.\nThe mill burned.": ["“We stay, he said."],
    "We stay,” he said. “Or not.”": ["“Or not.”"],
    'A 5" pipe burst. He said "no".': ['"no"'],
    "We stay»": [],
}


@pytest.mark.parametrize("text", UNBALANCED)
def test_a_missing_mark_spoils_no_more_than_its_paragraph(text: str) -> None:
    assert quoted(text) == UNBALANCED[text]


def test_a_quotation_does_not_run_through_furniture() -> None:
    text = "“We stay\nGIVE NOW\nwe sow.” The mill burned."
    found = quotations(text, paragraphs(article(text, "GIVE NOW")))
    assert [text[q.start : q.end] for q in found] == ["“We stay"]


def test_covering() -> None:
    assert Quotation(3, 9).covers(3, 9)
    assert not Quotation(3, 9).covers(2, 5)
    assert not Quotation(3, 9).covers(5, 10)


@given(st.text(st.sampled_from("\"“”«»„'`ab .\n"), max_size=80))
@settings(deadline=None, max_examples=150)
def test_quotations_come_in_order_and_never_cross_a_line(text: str) -> None:
    end = 0
    for quotation in quotations(text, paragraphs(article(text))):
        assert end <= quotation.start < quotation.end <= len(text)
        assert "\n" not in text[quotation.start : quotation.end]
        end = quotation.end
