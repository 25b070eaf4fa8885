from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.test_standing_properties import START, sayings
from tests.record.told import TALKS, Told

from onrecord.model import PartyStance
from onrecord.record.moments import seen, standing_still
from onrecord.record.positions import UNIDENTIFIED, positions
from onrecord.web.claim.axis import Axis
from onrecord.web.claim.stances import stances_of

DAYS = [START + timedelta(days=n) for n in range(14)]


def stance_on(steps: Sequence[tuple[date, PartyStance]], day: date) -> PartyStance | None:
    return next((stance for begins, stance in reversed(steps) if begins <= day), None)


def held_on(found: Mapping[str, Sequence[tuple[date, PartyStance]]], day: date) -> dict[str, PartyStance]:
    stances = {party: stance_on(steps, day) for party, steps in found.items()}
    return {party: stance for party, stance in stances.items() if stance is not None}


@given(sayings())
@settings(deadline=None, max_examples=200)
def test_a_band_is_where_the_record_says_that_the_party_stood_on_each_day(told: list[Told]) -> None:
    kept = [t for t in told if t.withdrawn is None]
    found = stances_of(TALKS, kept)
    names = {t.party.key: t.party.name for t in kept if t.party is not None}
    for day in DAYS:
        stood = positions(TALKS, standing_still(seen(kept, day), day))
        held = held_on(found, day)
        assert {names[key]: stance for key, stance in held.items()} == {
            p.party: p.stance for p in stood if p.party != UNIDENTIFIED
        }


@given(
    st.lists(st.dates(date(1990, 1, 1), date(2030, 1, 1)), min_size=1, max_size=8), st.lists(st.dates(), max_size=4)
)
@settings(deadline=None)
def test_an_axis_keeps_the_order_of_days_and_names_few_of_them(published: list[date], said: list[date]) -> None:
    axis = Axis.over(published, said)
    assert axis is not None
    places = [axis.at(day) for day in sorted(published)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in [*places, *map(axis.at, said)])
    ticks = axis.ticks()
    assert 2 <= len(ticks) <= 10
    assert [tick.x for tick in ticks] == sorted(tick.x for tick in ticks)


def test_no_day_no_axis() -> None:
    assert Axis.over([], [date(2011, 1, 1)]) is None
