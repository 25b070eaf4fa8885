from __future__ import annotations

from datetime import date

import pytest
from evaluation.copies import copy_scores, hard_case_scores
from evaluation.copies.hardcases import hard_cases

from onrecord.linking.versions import Kinship, kinship, version_of
from onrecord.model import Article

STORY = [
    "Talks between the two governments began on Monday in a hotel near the border, officials of both sides said.",
    "The first meeting lasted three hours and dealt with the exchange of wounded prisoners.",
    "A spokesman for the northern delegation said that its members would stay for a week.",
    "The southern foreign minister called the mood better than expected and declined to give details.",
    "An earlier round broke down in spring when shells fell on a market in the disputed town.",
    "Observers have counted more than two hundred violations of the truce since then.",
]


def told(*sentences: str, day: date | None = date(2012, 5, 1), agency: str | None = "AP") -> Article:
    return Article("r", "\n".join(sentences), credit=agency, published=day)


def kin(one: Article, other: Article) -> Kinship | None:
    return kinship(version_of(one), version_of(other))


def test_every_hard_case_written_by_hand_is_told_right() -> None:
    scores = hard_case_scores()
    assert scores.misses == []
    assert scores.asked.total() == 30


def test_generated_pairs_reach_their_targets() -> None:
    scores = copy_scores("measure", 12)
    assert scores.recall >= 0.97
    assert scores.precision >= 0.97


def test_it_makes_no_difference_which_report_is_named_first() -> None:
    for pair in hard_cases():
        there, back = kin(pair.one, pair.other), kin(pair.other, pair.one)
        assert (there is None) == (back is None)
        if there is not None and back is not None:
            assert (there.kind, there.kept, there.likelihood) == (back.kind, back.kept, back.likelihood)
            assert {there.earlier, back.earlier} in ({0, 1}, {None})


def test_a_cut_was_made_from_the_whole_even_if_it_was_printed_first() -> None:
    whole, cut = told(*STORY, day=date(2012, 5, 2)), told(*STORY[:3])
    found = kin(cut, whole)
    assert found is not None
    assert (found.kind, found.earlier, found.days, found.agency) == ("cut", 1, 1, "AP")


def test_a_later_version_of_the_agency_is_a_write_through_of_the_earlier() -> None:
    lede = "Prisoners will go home on Friday after a second day of talks, negotiators announced in a joint statement."
    more = "Buses were seen near the camp in the evening, and families had begun to gather there."
    found = kin(told(*STORY), told(lede, STORY[0], more, *STORY[2:], day=date(2012, 5, 2)))
    assert found is not None
    assert (found.kind, found.earlier) == ("write-through", 0)


def test_what_is_printed_again_is_a_reprint() -> None:
    found = kin(told(*STORY), told(*STORY, day=date(2012, 5, 3), agency=None))
    assert found is not None
    assert (found.kind, found.earlier, found.kept, found.agency) == ("reprint", 0, 1.0, None)


@pytest.mark.parametrize("text", ["", "\n", '"', "“”", "a", "\x00", "— …", "'" * 50, "word " * 3000])
def test_odd_texts_are_compared_without_ado(text: str) -> None:
    kin(told(text), told(*STORY))
    found = kin(told(text), told(text))
    assert found is None or found.kept == 1.0


def test_quotations_that_two_reporters_share_make_no_copy() -> None:
    said = [f'"{s[:-1]}," he said.' for s in STORY]
    one = told("The minister spoke for an hour in the old theatre.", *said)
    other = told(
        "Few seats were empty when the guest began.", *(f"{s} It was noted down." for s in said), agency=None
    )
    assert kin(one, other) is None
