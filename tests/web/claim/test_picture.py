from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.record.told import ARMY, PAKISTAN, TALKS, TTP, USA, Told, told
from tests.web.claim.sayings import saying

from onrecord.model import Party
from onrecord.record.questions.heard import Heard, heard_on
from onrecord.record.vantage import Vantage
from onrecord.web.claim.bodies import bodies_of
from onrecord.web.claim.picture import Picture, picture_of


def heard(*some: Told) -> Heard:
    return heard_on(TALKS, some, {t.statement: saying(t) for t in some}, Vantage())


def pictured(*some: Told) -> Picture:
    picture = picture_of(heard(*some), None)
    assert picture is not None
    return picture


def test_a_branch_speaks_for_its_party_which_is_not_silent_then() -> None:
    lanes = {
        lane.party: lane.aside
        for lane in pictured(told("a", "denies", ARMY, "11-21"), told("b", "affirms", USA, "11-22")).lanes
    }
    assert lanes == {
        "TTP": "has not spoken",
        "Government of Pakistan": "through Pakistan Army",
        "Pakistan Army": "speaks for Government of Pakistan",
        "United States": "no party to it",
    }


def test_only_what_is_on_record_makes_a_branch_and_one_report_is_enough() -> None:
    unaware = replace(ARMY, part_of=None)
    anonymous = told("a", "affirms", ARMY, "11-21", kind="anonymous")
    assert bodies_of(TALKS, [anonymous]) == {}
    assert bodies_of(TALKS, [told("b", "denies", unaware, "11-21"), told("c", "denies", ARMY, "11-22")]) == {
        ARMY.key: PAKISTAN
    }


def test_two_spellings_of_one_party_share_a_lane() -> None:
    spellings = Party("alvaro uribe", "Álvaro Uribe"), Party("alvaro uribe", "Alvaro Uribe")
    lanes = pictured(*(told(f"s{n}", "affirms", p, f"11-2{n}") for n, p in enumerate(spellings))).lanes
    assert [lane.party for lane in lanes] == ["TTP", "Government of Pakistan", "Álvaro Uribe"]
    assert len(lanes[-1].bands) == 1


def test_what_has_no_day_stands_in_a_corner_and_makes_no_band_before_the_first_report() -> None:
    dated, undated = told("a", "affirms", TTP, "12-10", said="11-01"), told("b", "denies", PAKISTAN, None)
    picture = pictured(dated, undated)
    assert [(one.party, one.stance, one.statement) for one in picture.corner] == [
        ("Government of Pakistan", "denies", "b")
    ]
    first = pictured(told("a", "affirms", TTP, "12-10", said="11-01")).standings[0]
    assert picture.standings
    assert min(band.x for band in picture.standings) == first.x > 2
    assert date(2011, 12, 10).strftime("%-d Dec") in picture.standings[0].words
