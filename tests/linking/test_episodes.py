from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from onrecord.linking import episodes as linking
from onrecord.linking.marks import Episode, Mark
from onrecord.model import Matter, Occasion, Party, Precision, Site

BAJAUR = Site("geonames:1", "Bajaur", "admin2", "PAK", "Khyber Pakhtunkhwa", 34.7, 71.5)
KHAR = Site("geonames:2", "Khar", "place", "PAK", "Khyber Pakhtunkhwa", 34.73, 71.52)
BANNU = Site("geonames:3", "Bannu", "place", "PAK", "Khyber Pakhtunkhwa", 32.99, 70.6)
PROVINCE = Site("geonames:4", "Khyber Pakhtunkhwa", "admin1", "PAK", "Khyber Pakhtunkhwa", 34.0, 71.5)
QUETTA = Site("geonames:5", "Quetta", "place", "PAK", "Balochistan", 30.18, 67.0)
KABUL = Site("geonames:6", "Kabul", "place", "AFG", "Kabul", 34.53, 69.17)


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def told(
    name: str,
    published: str | None,
    on: str | None = None,
    to: str | None = None,
    precision: Precision = "day",
    at: Site | None = None,
    *,
    background: bool = False,
    ahead: bool = False,
) -> Mark:
    """An occasion that one report of a day tells of, with the days that it gives for it."""
    first, last = day(on), day(to) or day(on)
    occasion = Occasion(first, last, precision if on else None, at, background, ahead)
    return Mark((name,), f"r-{name}", 0, day(published), day(published), occasion)


def episodes(marks: Iterable[Mark], *, lasting: bool) -> list[Episode]:
    """The episodes of one matter."""
    kind = "CONSULT" if lasting else "ASSAULT"
    matter = Matter("m", kind, kind, "", (Party("a", "A"), Party("b", "B")))
    return [episode for _, episode in linking.episodes([matter], {"m": marks})]


def together(marks: Iterable[Mark], *, lasting: bool) -> list[str]:
    """The names of the marks of each episode, run together."""
    return ["".join(mark.links[0] for mark in one.marks) for one in episodes(marks, lasting=lasting)]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([told("a", "2011-11-15"), told("b", "2012-03-05"), told("c", "2014-02-01")], ["ab", "c"]),
        ([told("a", "2011-06-01"), told("b", "2011-11-28"), told("c", "2012-05-26")], ["abc"]),
        ([told("a", "2011-11-15"), told("b", "2012-05-14")], ["a", "b"]),
        ([told("a", "2011-11-15"), told("b", "2014-02-01", "2011-12-01")], ["ab"]),
        ([told("a", "2011-11-15"), told("b", "2014-02-01", "2014-02-07", ahead=True)], ["a", "b"]),
        ([told("a", "2014-02-01"), told("b", "2014-03-01", "2011-01-01", "2011-12-31", "year")], ["a", "b"]),
        ([told("a", "2011-11-15"), told("b", "2012-11-01", "2011-01-01", "2011-12-31", "year"), told("c", "2012-11-30")],
         ["ab", "c"]),
        ([told("a", "2012-11-01", "2011-01-01", "2011-12-31", "year"), told("b", "2012-11-02", "2011-03-01")], ["ab"]),
        ([told("a", "2011-11-15"), told("b", None)], ["ab"]),
        ([told("a", None), told("b", None)], ["ab"]),
        ([told("a", "2011-11-15", at=KHAR), told("b", "2011-11-16", at=KABUL)], ["ab"]),
    ],
    ids=["two-rounds", "kept-in-the-air", "half-a-year", "told-later", "to-come", "another-year", "a-year-stretches-nothing",
         "a-year-made-exact", "undated-report", "nothing-known", "anywhere"],
)  # fmt: skip
def test_what_lasts_is_one_while_it_is_spoken_of(marks: list[Mark], expected: list[str]) -> None:
    assert together(marks, lasting=True) == expected


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([told("a", "2011-11-13", "2011-11-12"), told("b", "2011-11-14", "2011-11-12")], ["ab"]),
        ([told("a", "2011-11-13", "2011-11-12"), told("b", "2011-11-14", "2011-11-13")], ["ab"]),
        ([told("a", "2011-11-13", "2011-11-12"), told("b", "2011-11-15", "2011-11-14")], ["a", "b"]),
        ([told("a", "2011-11-13", "2011-11-12"), told("b", "2011-11-14", "2011-11-13"),
          told("c", "2011-11-15", "2011-11-14")], ["ab", "c"]),
        ([told("a", "2011-12-01", "2011-11-01", "2011-11-30", "month"), told("b", "2011-12-02", "2011-11-12"),
          told("c", "2011-12-03", "2011-11-25")], ["ab", "c"]),
        ([told("a", "2011-11-13", "2011-11-12"), told("b", "2011-11-20")], ["ab"]),
        ([told("a", "2011-11-13", "2011-11-12"), told("b", "2011-11-27")], ["a", "b"]),
        ([told("a", "2011-11-08", "2011-11-05"), told("b", "2011-11-13", "2011-11-12"), told("c", "2011-11-14")],
         ["a", "bc"]),
        ([told("a", "2011-11-14"), told("b", "2011-11-15", "2011-11-10"), told("c", "2011-11-16", "2011-11-05")],
         ["ab", "c"]),
        ([told("a", "2011-11-14"), told("b", "2011-11-20"), told("c", "2011-12-09")], ["ab", "c"]),
        ([told("a", "2011-11-01", ahead=True), told("b", "2011-11-09", "2011-11-08")], ["ab"]),
        ([told("a", "2011-11-01", "2011-10-31"), told("b", "2011-11-01", ahead=True)], ["a", "b"]),
        ([told("a", "2011-11-13", "2011-11-12"), told("b", "2012-01-05", "2011-01-01", "2011-12-31", "year"),
          told("c", "2012-02-05", "2011-02-05", "2012-02-05", "duration")], ["a", "bc"]),
        ([told("a", "2011-11-13", "2011-11-12"), told("b", None)], ["ab"]),
        ([told("a", None), told("b", None, "2011-11-12")], ["a", "b"]),
    ],
    ids=["one-day", "time-zones", "two-days", "no-chain", "month-narrowed", "followed-up", "a-fortnight", "latest",
         "undated-first", "undated-only", "came-to-pass", "again", "in-all", "undated-report", "no-time-at-all"],
)  # fmt: skip
def test_a_deed_is_of_its_day(marks: list[Mark], expected: list[str]) -> None:
    assert together(marks, lasting=False) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (KHAR, BAJAUR, True),
        (KHAR, PROVINCE, True),
        (KHAR, None, True),
        (KHAR, BANNU, False),
        (KHAR, QUETTA, False),
        (PROVINCE, QUETTA, False),
        (KHAR, KABUL, False),
        (KHAR, Site("x", "Pakistan", "country", "PAK"), True),
        (KHAR, Site("geonames:9", "Khar", "place", "PAK", "Punjab", 31.0, 73.0), True),
        (KHAR, Site("geonames:9", "Khar", "place", "AFG", "Kabul", 34.5, 69.2), False),
        (KHAR, Site("name:mamund:PAK", "Mamund", "place", "PAK"), False),
    ],
)
def test_places_that_contradict_each_other_are_two_deeds(one: Site, other: Site | None, same: bool) -> None:
    marks = [told("a", "2011-11-13", "2011-11-12", at=one), told("b", "2011-11-13", "2011-11-12", at=other)]
    assert together(marks, lasting=False) == (["ab"] if same else ["a", "b"])


def test_a_deed_without_a_day_goes_where_it_was_done() -> None:
    marks = [
        told("a", "2011-11-13", "2011-11-12", at=KHAR),
        told("b", "2011-11-14", "2011-11-13", at=QUETTA),
        told("c", "2011-11-15", at=KHAR),
    ]
    assert together(marks, lasting=False) == ["ac", "b"]


@pytest.mark.parametrize("lasting", [True, False])
def test_background_belongs_to_what_was_and_keeps_nothing_going(lasting: bool) -> None:
    marks = [
        told("a", "2011-11-15", "2011-11-14"),
        told("b", "2014-02-01", "2011-11-14", background=True),
        told("c", "2014-02-01", background=True),
        told("d", "2014-02-01"),
        told("e", "2014-02-01", "2009-05-01", background=True),
    ]
    found = {"".join(mark.links[0] for mark in one.marks): one for one in episodes(marks, lasting=lasting)}
    assert sorted(found) == ["abc", "d", "e"]
    assert [len(found[name].echoes) for name in ("abc", "d", "e")] == [0, 0, 1]


@pytest.mark.parametrize("lasting", [True, False])
def test_background_without_anything_before_it_stands_apart(lasting: bool) -> None:
    marks = [told("a", "2011-11-15", background=True), told("b", "2011-11-15"), told("c", None, background=True)]
    assert together(marks, lasting=lasting) == ["b", "ac"]


def test_days_at_the_ends_of_the_calendar_break_nothing() -> None:
    ends = [told(n, p, o) for n, p, o in (("a", "0001-01-01", None), ("b", "9999-12-31", "9999-12-31"))]
    for lasting in (True, False):
        assert together([*ends, told("c", "9999-12-31", ahead=True)], lasting=lasting)[0] == "a"


def test_many_deeds_of_one_matter_are_told_apart_in_no_time() -> None:
    start = date(2000, 1, 1)
    marks = [
        replace(
            told(str(n), "2000-01-01", "2000-01-01"),
            published=start + timedelta(days=3 * n),
            occasion=Occasion(on, on),
        )
        for n in range(2_000)
        for on in [start + timedelta(days=3 * n)]
    ]
    assert len(episodes(marks, lasting=False)) == 2_000
