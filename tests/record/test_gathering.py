"""What must hold of claims however links came in: order, copies and what came later make no difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Figure, Matter, Occasion, Party, Precision, Site
from onrecord.record.decisions import Action, Decision
from onrecord.record.gathering import HeldClaim, gather
from onrecord.record.heldlinks import HeldLink

START = date(2011, 1, 1)
TALKS = Matter("talks", "CONSULT", "CONSULT", "talks between A and B", (Party("a", "A"), Party("b", "B")))
ATTACK = Matter("attack", "ASSAULT", "ASSAULT", "attack by A on B", (Party("a", "A"), Party("b", "B")))
ON_C = Matter("on-c", "ASSAULT", "ASSAULT", "attack by A on C", (Party("a", "A"), Party("c", "C")))
HALF = Matter("half", "ASSAULT", "ASSAULT", "attack by A", (Party("a", "A"),))
MATTERS = {matter.id: matter for matter in (TALKS, ATTACK, ON_C, HALF)}
SITES = (
    None,
    Site("1", "Khar", "place", "PAK", None, 34.7, 71.5),
    Site("2", "Quetta", "place", "PAK", None, 30.2, 67.0),
)
SPANS: tuple[tuple[int, Precision], ...] = ((0, "day"), (6, "week"), (29, "month"), (364, "year"))
DAYS = st.integers(0, 900).map(lambda n: START + timedelta(days=n))


@st.composite
def occasion(draw: st.DrawFn, published: date | None) -> Occasion:
    site, tense = draw(st.sampled_from(SITES)), draw(st.sampled_from(["news", "news", "news", "background", "ahead"]))
    known = Occasion(site=site, background=tense == "background", ahead=tense == "ahead")
    if draw(st.booleans()):
        return known
    near = draw(DAYS) if published is None else published - timedelta(days=draw(st.integers(-5, 40)))
    length, precision = draw(st.sampled_from(SPANS))
    return replace(known, first=near, last=near + timedelta(days=length), precision=precision)


@st.composite
def links(draw: st.DrawFn) -> list[HeldLink]:
    found = []
    for number in range(draw(st.integers(1, 14))):
        published = draw(st.none() | DAYS)
        figure = Figure("killed", float(draw(st.integers(1, 3))), None) if draw(st.integers(0, 4)) == 0 else None
        matter, when = (
            draw(st.sampled_from(["talks", "attack", "attack", "on-c", "half", "half"])),
            draw(occasion(published)),
        )
        name, report = f"l{number:02}", f"r{number:02}"
        found.append(HeldLink(name, f"s{number}", report, matter, 0, published, "affirms", 0.9, when, figure))
    return found


def of_their_own(some: Iterable[HeldLink]) -> dict[str, str]:
    return {link.report: link.report for link in some}


def parts(claims: Iterable[HeldClaim], only: set[str] | None = None) -> set[frozenset[str]]:
    """The links that are together, of some links only."""
    whole = (frozenset(link.id for link in one.links if only is None or link.id in only) for one in claims)
    return {part for part in whole if part}


@given(links(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=150)
def test_the_order_of_adding_makes_no_difference(some: list[HeldLink], chance: object) -> None:
    shuffled = list(some)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert gather(MATTERS, shuffled, of_their_own(some)) == gather(MATTERS, some, of_their_own(some))


@given(links(), DAYS)
@settings(deadline=None, max_examples=300)
def test_what_was_published_later_changes_no_claim_of_before(some: list[HeldLink], as_of: date) -> None:
    before = [link for link in some if link.published is not None and link.published <= as_of]
    then = gather(MATTERS, before, of_their_own(some))
    now = gather(MATTERS, some, of_their_own(some))
    assert parts(then) == parts(now, {link.id for link in before})
    assert {one.claim.id for one in then} <= {one.claim.id for one in now}


@given(links(), st.data())
@settings(deadline=None, max_examples=200)
def test_a_copy_says_nothing_on_an_occasion_of_its_own(some: list[HeldLink], data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(some))
    later = data.draw(st.integers(0, 400).map(timedelta) | st.none())
    published = None if original.published is None or later is None else original.published + later
    copy = replace(original, id="copy", statement="copy", report="copy", published=published)
    origin_of = of_their_own(some) | {"copy": original.report}
    without = gather(MATTERS, some, of_their_own(some))
    assert parts(gather(MATTERS, [*some, copy], origin_of), {link.id for link in some}) == parts(without)
    (holding,) = [
        one for one in gather(MATTERS, [*some, copy], origin_of) if "copy" in {link.id for link in one.links}
    ]
    assert original.id in {link.id for link in holding.links}


@given(links())
@settings(deadline=None, max_examples=100)
def test_every_link_is_in_one_claim_and_finds_it(some: list[HeldLink]) -> None:
    claims = gather(MATTERS, some, of_their_own(some))
    assert sorted(link.id for one in claims for link in one.links) == sorted(link.id for link in some)
    assert all(one.claim.id == one.links[0].id for one in claims)


def link(name: str, published: str, **fields: object) -> HeldLink:
    day = date.fromisoformat(published)
    plain = HeldLink(
        name, f"s-{name}", f"r-{name}", "attack", 0, day, "affirms", 0.9, Occasion(day, day, "day"), None
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def decided(number: int, action: Action, one: str, to: str | None = None, *, withdrawn: bool = False) -> Decision:
    at = f"2026-01-{number:02}"
    return Decision(
        f"d{number}", action, one, "attack", to, to and "attack", "R", None, at, "later" if withdrawn else None
    )


def gathered(some: Sequence[HeldLink], *decisions: Decision) -> dict[str, str]:
    """The links of each claim run together, by its id."""
    claims = gather(MATTERS, some, of_their_own(some), decisions)
    return {one.claim.id: "".join(link.id for link in one.links) for one in claims}


THREE = [link("a", "2011-11-01"), link("b", "2011-11-01"), link("c", "2011-12-01"), link("d", "2012-01-01")]


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([], {"a": "ab", "c": "c", "d": "d"}),
        ([decided(1, "join", "c", "a")], {"a": "abc", "d": "d"}),
        ([decided(1, "join", "a", "c")], {"a": "abc", "d": "d"}),
        ([decided(1, "join", "c", "a"), decided(2, "join", "d", "b")], {"a": "abcd"}),
        ([decided(1, "join", "c", "a"), decided(2, "join", "a", "c")], {"a": "abc", "d": "d"}),
        ([decided(1, "join", "c", "a", withdrawn=True)], {"a": "ab", "c": "c", "d": "d"}),
        ([decided(1, "move", "a", "a")], {"a": "a", "b": "b", "c": "c", "d": "d"}),
        ([decided(1, "move", "b", "d")], {"a": "a", "c": "c", "b": "bd"}),
        ([decided(1, "move", "b", "d"), decided(2, "move", "b", "c")], {"a": "a", "b": "bc", "d": "d"}),
        ([decided(1, "join", "c", "a"), decided(2, "move", "c", "c")], {"a": "ab", "c": "c", "d": "d"}),
        ([decided(1, "move", "a", "c"), decided(2, "move", "c", "a")], {"a": "ac", "b": "b", "d": "d"}),
        ([decided(1, "move", "a", "nowhere"), decided(2, "join", "nowhere", "a")], {"a": "ab", "c": "c", "d": "d"}),
    ],
    ids=["none", "join", "join-the-other-way", "join-three", "join-in-a-ring", "withdrawn", "split", "move", "move-again",
         "split-what-was-joined", "move-to-each-other", "not-seen"],
)  # fmt: skip
def test_reviewers_join_split_and_move(decisions: list[Decision], expected: dict[str, str]) -> None:
    assert gathered(THREE, *decisions) == expected


def test_a_joined_claim_reads_as_the_one_that_is_kept() -> None:
    talks = link("t", "2011-11-01", matter="talks")
    (one,) = gather(MATTERS, [talks, THREE[0]], of_their_own([talks, THREE[0]]), [decided(1, "join", "a", "t")])
    assert (one.claim.gloss, one.claim.id) == ("talks between A and B", "a")


def test_figures_are_claims_of_their_own_that_know_their_rivals() -> None:
    def figured(name: str, low: float | None, high: float | None) -> HeldLink:
        return link(name, "2011-11-01", figure=Figure("killed", low, high))

    some = [THREE[0], figured("f", 12, 12), figured("g", 12, 12), figured("h", 40, None), figured("i", 10, 20)]
    some.append(link("w", "2011-11-01", figure=Figure("wounded", 3, 3)))
    some.append(link("x", "2011-11-01", figure=Figure("killed", None, None, 45)))
    claims = {one.claim.gloss: one.claim for one in gather(MATTERS, some, of_their_own(some))}
    assert {gloss: claim.rivals for gloss, claim in claims.items()} == {
        "attack by A on B": (),
        "12 killed in attack by A on B": ("h", "x"),
        "at least 40 killed in attack by A on B": ("f", "i"),
        "10 to 20 killed in attack by A on B": ("h", "x"),
        "about 45 killed in attack by A on B": ("f", "i"),
        "3 wounded in attack by A on B": (),
    }


def test_figures_of_two_attacks_are_rivals_only_once_the_attacks_are_one() -> None:
    some = [
        *(link("e", "2011-11-01"), link("f", "2011-11-01", figure=Figure("killed", 12, 12))),
        *(link("x", "2012-11-01"), link("y", "2012-11-01", figure=Figure("killed", 40, 40))),
    ]

    def rivals(*decisions: Decision) -> dict[str, tuple[str, ...]]:
        found = gather(MATTERS, some, of_their_own(some), decisions)
        return {one.claim.id: one.claim.rivals for one in found}

    assert rivals() == {"e": (), "f": (), "x": (), "y": ()}
    assert rivals(decided(1, "join", "x", "e")) == {"e": (), "f": ("y",), "y": ("f",)}


def test_background_affirms_only_what_was_told_as_news_before() -> None:
    old = Occasion(date(2011, 11, 1), date(2011, 11, 1), "day", background=True)
    some = [
        THREE[0],
        link("p", "2013-05-01", occasion=old),
        link("q", "2013-05-01", occasion=replace(old, first=START, last=START)),
    ]
    stances = {li.id: li.stance for one in gather(MATTERS, some, of_their_own(some)) for li in one.links}
    assert stances == {"a": "affirms", "p": "affirms", "q": "unclear"}


def test_days_and_place_are_what_all_statements_tell_together() -> None:
    november = Occasion(date(2011, 11, 1), date(2011, 11, 30), "month", SITES[1])
    some = [
        link("a", "2011-12-01", occasion=november),
        link("b", "2011-12-02", occasion=Occasion(date(2011, 11, 12), date(2011, 11, 12))),
    ]
    (attack,) = gather(MATTERS, some, of_their_own(some))
    assert (str(attack.claim.first), str(attack.claim.last), attack.claim.place) == (
        "2011-11-12",
        "2011-11-12",
        "Khar",
    )
    talks = [replace(one, matter="talks") for one in some]
    (lasting,) = gather(MATTERS, talks, of_their_own(some))
    assert (str(lasting.claim.first), str(lasting.claim.last)) == ("2011-11-01", "2011-11-30")
    (unknown,) = gather(MATTERS, [link("a", "2011-12-01", occasion=Occasion())], {"r-a": "r-a"})
    assert (unknown.claim.first, unknown.claim.last, unknown.claim.place) == (None, None, None)


@pytest.mark.parametrize(
    ("days", "expected"),
    [((11, 12), ("11", "12")), ((12, 11), ("11", "12")), ((11, 12, 12), ("12", "12")), ((11, 11, 12), ("11", "11"))],
)
def test_a_deed_is_of_the_day_that_most_give_and_of_both_where_as_many_give_the_next(
    days: tuple[int, ...], expected: tuple[str, str]
) -> None:
    some = [
        link(name, "2011-12-01", occasion=Occasion(date(2011, 11, day), date(2011, 11, day), "day"))
        for name, day in zip("abc", days, strict=False)
    ]
    (attack,) = gather(MATTERS, some, of_their_own(some))
    assert (str(attack.claim.first)[8:], str(attack.claim.last)[8:]) == expected
