"""Who, where and when under a report: what a reader of the terminal sees, and the reasons when asked for."""

from __future__ import annotations

import io
from datetime import date

from rich.console import Console

from onrecord.cli.world import print_world
from onrecord.model import (
    Actor,
    Article,
    Candidate,
    DateExpression,
    Dateline,
    Evidence,
    Mention,
    Place,
    Reading,
    Relation,
    Role,
    Span,
)

TEXT = (
    "KHAR, 9 Dec. Last month Faqir, said to be deputy chief of the TTP, spoke in Bajur. \x1b[2J Islamabad denied it."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


READING = Reading(
    Article("r", TEXT, published=date(2011, 12, 15)),
    actors=(
        Actor(
            "a1", "Faqir", "person", (Mention(span("Faqir"), "name"),) * 2, "a2",
            roles=(Role("deputy chief", "a2", True, span("deputy chief")),),
            candidates=(Candidate("un:QDi.1", "Faqir Muhammad", 0.2, (Evidence("place", "another district", -2.0),)),),
        ),
        Actor(
            "a2", "TTP", "armed_group", (Mention(span("TTP"), "name"),), "a2", country="PAK", known_as="TTP",
            relations=(Relation("opposed_to", "a1", span("TTP")),),
            evidence=(Evidence("name", "is called TTP", 3.0, span("TTP")),),
        ),
    ),
    places=(
        Place(
            "p1", "Bajaur", "admin2", (Mention(span("Bajur"), "name"),), "PAK", "FATA", 7, 34.7, 71.5,
            evidence=(Evidence("country", "the report is about Pakistan", 1.2),),
        ),
        Place("p2", "\x1b[2J", "region", (Mention(span("\x1b[2J"), "name"),), acting=(span("Islamabad"),)),
    ),
    dates=(
        DateExpression(span("Last month"), "2011-11", date(2011, 11, 1), date(2011, 11, 30), "month", "START", "published x"),
        DateExpression(span("9 Dec")),
    ),
    dateline=Dateline(span("KHAR, 9 Dec"), "p1", None, disagrees=True),
)  # fmt: skip


def shown(*, why: bool, width: int = 90) -> str:
    out = io.StringIO()
    print_world(Console(file=out, width=width, color_system=None), READING, why=why)
    return out.getvalue()


def test_actors_places_and_days_are_listed_with_what_is_known_of_them() -> None:
    flat = " ".join(shown(why=False).split())
    assert "person · for TTP · said to be deputy chief of TTP “Faqir” 2×" in flat
    assert "armed group · PAK · opposed to Faqir" in flat
    assert "district · FATA · PAK · 34.70 71.50" in flat
    assert "stands for its government 1×" in flat
    assert "start of 2011-11 2011-11-01 to 2011-11-30" in flat
    assert "9 Dec no value" in flat
    assert "its day is not the day of publication" in flat
    assert "registry" not in flat


def test_reasons_and_what_else_it_may_be_are_told_when_asked_for() -> None:
    flat = " ".join(shown(why=True).split())
    assert "registry: TTP +3.0 name is called TTP" in flat
    assert "not in the registry or Faqir Muhammad (un:QDi.1), 0.20 -2.0 place another district" in flat
    assert "GeoNames 7 +1.2 country the report is about Pakistan" in flat
    assert "counted from published x" in flat


def test_nothing_in_a_report_acts_on_the_terminal() -> None:
    assert "\x1b" not in shown(why=True)


def test_the_tables_fit_a_narrow_terminal() -> None:
    assert max(map(len, shown(why=True, width=60).splitlines())) <= 60


def test_a_report_that_speaks_of_nobody_prints_nothing() -> None:
    out = io.StringIO()
    print_world(Console(file=out, width=80), Reading(Article("r", "x")), why=True)
    assert out.getvalue() == ""
