"""What must hold of every standing, whatever was told: copies, order and later reports make no difference."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.told import ARMY, PAKISTAN, TALKS, TTP, USA, Told

from onrecord.model import Party, Precision, SourceKind, Stance, Standing
from onrecord.record.standing import standing, standing_name

START = date(2011, 11, 1)
DAYS = st.integers(0, 12).map(lambda n: START + timedelta(days=n))
STANCES: tuple[Stance, ...] = ("affirms", "denies", "declines", "unclear")
KINDS: tuple[SourceKind, ...] = ("named", "role", "anonymous", "collective", "document", "outlet", "impersonal")
PARTIES: tuple[Party | None, ...] = (TTP, PAKISTAN, ARMY, USA, None)
PRECISIONS: tuple[Precision, ...] = ("day", "week", "month", "duration")


@st.composite
def saying(draw: st.DrawFn, number: int) -> Told:
    party = draw(st.sampled_from(PARTIES))
    report = f"r{draw(st.integers(0, 5))}-{number}"
    said = draw(st.none() | DAYS)
    return Told(
        statement=f"s{number}",
        report=report,
        origin=report,
        stance=draw(st.sampled_from(STANCES)),
        source_kind=draw(st.sampled_from(KINDS)),
        speaker_key=f"{None if party is None else party.key} {draw(st.integers(0, 2))}",
        speaker_name=None,
        speaks_for_party=draw(st.booleans()),
        party=party,
        published=draw(st.none() | DAYS),
        said_first=said,
        said_precision=None if said is None else draw(st.sampled_from(PRECISIONS)),
        withdrawn=draw(DAYS) if draw(st.integers(0, 7)) == 0 else None,
    )


@st.composite
def sayings(draw: st.DrawFn) -> list[Told]:
    return [draw(saying(number)) for number in range(draw(st.integers(0, 9)))]


def essence(found: Standing) -> object:
    """All of a standing but the lists of statements and the number of reports, which a copy adds to."""
    positions = tuple(
        replace(position, speakers=tuple(replace(s, statements=()) for s in position.speakers))
        for position in found.positions
    )
    return replace(found, positions=positions, reports=0)


@given(sayings(), st.randoms(use_true_random=False), st.none() | DAYS)
@settings(deadline=None, max_examples=150)
def test_the_order_of_adding_does_not_matter(told: list[Told], rng: object, as_of: date | None) -> None:
    shuffled = list(told)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    assert standing(TALKS, shuffled, as_of) == standing(TALKS, told, as_of)


@given(sayings(), DAYS)
@settings(deadline=None, max_examples=150)
def test_what_came_after_makes_no_difference(told: list[Told], as_of: date) -> None:
    before = [known_by(t, as_of) for t in told if t.published is not None and t.published <= as_of]
    assert standing(TALKS, told, as_of) == standing(TALKS, before, as_of)
    assert replace(standing(TALKS, before, None), as_of=as_of) == standing(TALKS, before, as_of)


def known_by(told: Told, day: date) -> Told:
    """What was told, as it was known on a day: a withdrawal that is still to come is not."""
    return replace(told, withdrawn=None) if told.withdrawn is not None and told.withdrawn > day else told


@given(sayings(), st.none() | DAYS)
@settings(deadline=None, max_examples=150)
def test_what_was_withdrawn_is_as_if_unsaid(told: list[Told], as_of: date | None) -> None:
    left = [t for t in told if t.withdrawn is None or (as_of is not None and t.withdrawn > as_of)]
    found, expected = standing(TALKS, told, as_of), standing(TALKS, left, as_of)
    assert replace(found, changes=()) == replace(expected, changes=())


@given(sayings(), st.data(), st.none() | DAYS)
@settings(deadline=None, max_examples=250)
def test_adding_a_copy_changes_no_standing(told: list[Told], data: st.DataObject, as_of: date | None) -> None:
    if not told:
        return
    original = data.draw(st.sampled_from(told))
    later = data.draw(st.integers(0, 9).map(timedelta) | st.none())
    published = None if original.published is None or later is None else original.published + later
    copy = replace(original, statement=data.draw(st.sampled_from(["a", "z"])), report="copy", published=published)
    assert essence(standing(TALKS, [*told, copy], as_of)) == essence(standing(TALKS, told, as_of))


@given(sayings(), DAYS, DAYS)
@settings(deadline=None, max_examples=150)
def test_the_changes_up_to_a_day_are_the_first_of_all_changes(told: list[Told], one: date, other: date) -> None:
    dated = [t for t in told if t.published is not None]
    early, late = (standing(TALKS, dated, day).changes for day in sorted((one, other)))
    assert late[: len(early)] == early


@given(sayings(), st.none() | DAYS)
@settings(deadline=None, max_examples=150)
def test_the_changes_lead_from_unreported_to_the_standing(told: list[Told], as_of: date | None) -> None:
    found = standing(TALKS, told, as_of)
    names = ["unreported", *(change.after for change in found.changes)]
    assert [change.before for change in found.changes] == names[:-1]
    assert names[-1] == found.standing == standing_name(TALKS, told, as_of)


@given(sayings())
@settings(deadline=None, max_examples=150)
def test_parties_are_divided_where_speakers_of_them_or_their_branches_differ(told: list[Told]) -> None:
    found = standing(TALKS, told)
    assert set(found.divided_parties) <= {party.name for party in TALKS.parties}
    for side in (party for party in TALKS.parties if party.name in found.divided_parties):
        own = {party.name for party in PARTIES if party is not None and side.key in {party.key, party.part_of}}
        heard = {speaker.stance for p in found.positions if p.party in own for speaker in p.speakers}
        assert {"affirms", "denies"} <= heard
    for position in found.positions:
        stances = {speaker.stance for speaker in position.speakers}
        if position.stance == "divided":
            assert {"affirms", "denies"} <= stances
        else:
            assert position.stance in stances


@given(sayings(), st.lists(saying(99), max_size=3))
@settings(deadline=None, max_examples=250)
def test_what_has_no_date_changes_no_dated_change(told: list[Told], added: list[Told]) -> None:
    undated = [
        replace(t, statement=f"u{n}", report=f"u{n}", origin=f"u{n}", published=None) for n, t in enumerate(added)
    ]
    dated = [t for t in told if t.published is not None]
    found, without = standing(TALKS, [*dated, *undated]), standing(TALKS, dated)
    assert found.changes[: len(without.changes)] == without.changes
    closing = found.changes[len(without.changes) :]
    assert len(closing) == (found.standing != without.standing)
    assert all(c.date is None and c.because in {u.statement for u in undated} for c in closing)


@given(sayings(), st.data())
@settings(deadline=None, max_examples=250)
def test_an_undated_copy_changes_nothing_that_is_dated(told: list[Told], data: st.DataObject) -> None:
    dated = [t for t in told if t.published is not None]
    if not dated:
        return
    original = data.draw(st.sampled_from(dated))
    copy = replace(original, statement=data.draw(st.sampled_from(["a", "z"])), report="copy", published=None)
    found, without = standing(TALKS, [*dated, copy]), standing(TALKS, dated)
    assert essence(found) == essence(without)


@given(sayings(), saying(99))
@settings(deadline=None, max_examples=250)
def test_a_stance_that_is_kept_keeps_the_day_since_which_it_is_known(told: list[Told], added: Told) -> None:
    undated = replace(added, published=None, said_first=None, said_precision=None)
    dated = [t for t in told if t.published is not None]
    before = {(p.party, p.stance): p.since for p in standing(TALKS, dated).positions if p.party != "unidentified"}
    after = {(p.party, p.stance): p.since for p in standing(TALKS, [*dated, undated]).positions}
    assert {held: since for held, since in after.items() if held in before} == {
        held: since for held, since in before.items() if held in after
    }
