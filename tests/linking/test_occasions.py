from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.linking.actors import event, reading, span, statement

from onrecord.linking.claims import links
from onrecord.model import Article, DateExpression, Event, EventStatus, Link, Place, Quantity

NOVEMBER = DateExpression(span("in November"), "2011-11", date(2011, 11, 1), date(2011, 11, 30), "month")
MONDAY = DateExpression(span("on Monday"), "2011-11-14", date(2011, 11, 14), date(2011, 11, 14), "day")
NO_DAY = DateExpression(span("recently"), None)
KHAR = Place("p1", "Khar", "place", (), "PAK", "Khyber Pakhtunkhwa", 1174872, 34.7, 71.5)
UNLISTED = Place("p2", "Mamúnd", "place", (), "PAK")


def at(start: int, date: DateExpression | None = None, status: EventStatus = "actual", **fields: object) -> Event:
    plain = event(trigger=span("attack", start), type_="ASSAULT", status=status, ident=f"e{start}")
    return replace(plain, date=date, **fields)  # type: ignore[arg-type]


def linked(*events: Event) -> list[Link]:
    found = replace(reading((statement(), statement(ident="s2")), events), places=(KHAR, UNLISTED))
    return list(links(found))


def days(*events: Event) -> list[str | None]:
    return [None if link.occasion.first is None else str(link.occasion.first) for link in linked(*events)]


def test_an_event_without_a_day_shares_that_of_the_nearest_before_it() -> None:
    events = at(0, MONDAY), at(50, NOVEMBER, statement="s2"), at(90, NO_DAY, statement="s2")
    assert days(*events) == ["2011-11-14", "2011-11-01"]
    assert days(at(0, statement="s2"), at(50, MONDAY)) == ["2011-11-14", "2011-11-14"]


def test_a_year_is_lent_to_no_other_mention() -> None:
    year = DateExpression(span("in 2008"), "2008", date(2008, 1, 1), date(2008, 12, 31), "year")
    assert days(at(0, year), at(50, statement="s2")) == ["2008-01-01", None]


def test_the_outlets_own_words_tell_the_day_and_the_place() -> None:
    (link,) = linked(at(0, MONDAY, statement=None, place="p1"), at(50))
    assert (link.occasion.first, link.occasion.precision) == (date(2011, 11, 14), "day")
    assert link.occasion.site is not None
    assert link.occasion.site.key == "geonames:1174872"


def test_a_place_that_no_gazetteer_has_is_known_by_its_folded_name_and_country() -> None:
    (link,) = linked(at(0, place="p2"))
    assert link.occasion.site is not None
    assert link.occasion.site.key == "name:mamund:PAK"


def test_past_present_and_future_are_kept_apart() -> None:
    assert days(at(0, MONDAY), at(50, status="future")) == ["2011-11-14", None]
    assert days(at(0, MONDAY, "historical"), at(50)) == ["2011-11-14", None]
    assert days(at(0, MONDAY), at(50, status="historical")) == ["2011-11-14", None]
    assert days(at(0, MONDAY), at(50, status="negated", statement="s2")) == ["2011-11-14", "2011-11-14"]


def test_other_matters_lend_no_day() -> None:
    talks = event(trigger=span("talks", 50), ident="e9", told_by="s2")
    assert days(at(0, MONDAY), talks) == ["2011-11-14", None]


def test_each_figure_is_a_link_beside_that_of_the_event() -> None:
    def number(low: float | None, high: float | None, unit: str | None = "Killed ") -> Quantity:
        return Quantity(span("some"), None, low, high, unit)

    quantities = number(12, None), number(12, None), number(30, 50), number(None, None), number(3, 3, None)
    found = linked(at(0, MONDAY, quantities=(*quantities, Quantity(span("two"), 2.0, None, None, "captured"))))
    figures = [None if (f := link.figure) is None else (f.unit, f.low, f.high, f.about) for link in found]
    assert figures == [None, ("killed", 12, None, None), ("killed", 30, 50, None), ("captured", None, None, 2)]
    assert {link.occasion for link in found} == {found[0].occasion}


def test_a_statement_on_two_days_has_a_link_for_each() -> None:
    assert days(at(0, MONDAY), at(50, NOVEMBER), at(90, MONDAY)) == ["2011-11-14", "2011-11-01"]


def test_the_attack_of_which_somebody_is_accused_is_the_only_one_that_was_told_of() -> None:
    text = f"{'.' * 90} of the attack and of an attack"
    accused, of_another = (
        at(place, actors=("a1",), recipients=("a3",)) for place in (text.index("attack"), text.rindex("attack"))
    )

    def day(*events: Event) -> list[str | None]:
        found = replace(reading((statement(),), events), article=Article("r1", text))
        return [None if link.occasion.first is None else str(link.occasion.first) for link in links(found)]

    told = at(0, MONDAY, statement=None, actors=(), recipients=("a9",))
    assert day(told, accused) == ["2011-11-14"]
    assert day(at(0, MONDAY, statement=None, actors=("a2",), recipients=("a1",)), accused) == [None]
    assert day(replace(told, recipients=("a2",), type="COERCE"), of_another) == [None]
