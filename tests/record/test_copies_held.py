from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from tests.record.readings import (
    ANONYMOUS,
    EHSAN_DENIES,
    FAQIR_CONFIRMS,
    GOVERNMENT_DENIES,
    filler,
    reading_of_report,
)
from tests.record.stores import Place, Stores
from tests.record.tables import add_all, tables_of

from onrecord.model import LinkCounts, Reading
from onrecord.record import Record, likeness

APPEAL = "Your support helps us to tell the story, and every donation counts in these hard times for all of us. "


def cut(ident: str, day: int | None, sentences: int, of: str = "agency", *, head: str = "") -> Reading:
    """One outlet's cut of an agency report."""
    body = " ".join(filler(of, 30).split(". ")[:sentences])
    out = None if day is None else date(2011, 12, day)
    return reading_of_report(ident, out, FAQIR_CONFIRMS, outlet=ident, body=body, head=head, furniture=bool(head))


def overlapping(number: int, day: int) -> Reading:
    """A report that shares ten sentences with the one before it and four with the one before that."""
    sentences = [filler(f"n{n}", 1) for n in range(6 * number, 6 * number + 16)]
    return reading_of_report(f"c{number}", date(2011, 12, day), FAQIR_CONFIRMS, body=" ".join(sentences))


def origins_in(path: Place) -> dict[str, str]:
    with Record.open(path) as record:
        names = {report.id: report.given_id for report in record.reports()}
        return {report.given_id: names[report.origin] for report in record.reports()}


def test_three_outlets_cuts_of_one_report_count_once(stores: Stores) -> None:
    path = stores.place("x")
    cuts = [cut("dawn", 11, 30), cut("times", 10, 12, head=APPEAL), cut("post", 12, 20)]
    add_all(path, [*cuts, reading_of_report("rival", date(2011, 12, 10), FAQIR_CONFIRMS)])
    with Record.open(path) as record:
        found = record.standing("TTP talks")
        assert (found.reports, found.independent_reports) == (4, 2)
        (summary,) = record.claims()
        assert (summary.reports, summary.independent_reports) == (4, 2)
    assert origins_in(path) == {"dawn": "times", "times": "times", "post": "times", "rival": "rival"}


def test_a_copy_of_a_copy_has_the_first_origin(stores: Stores) -> None:
    path = stores.place("x")
    add_all(path, [overlapping(n, 10 + n) for n in range(4)])
    assert len(tables_of(path)["copy"]) == 3
    assert set(origins_in(path).values()) == {"c0"}
    with Record.open(path) as record:
        assert record.standing("TTP talks", date(2011, 12, 11)).independent_reports == 1


def test_as_of_a_day_only_the_copies_out_by_then_tie_reports_together(stores: Stores) -> None:
    bridged = [overlapping(0, 10), overlapping(2, 11), overlapping(1, 12)]
    for number, order in enumerate(([0, 1, 2], [2, 1, 0])):
        path = stores.place(str(number))
        add_all(path, [bridged[i] for i in order])
        with Record.open(path) as record:
            counts = [record.standing("TTP talks", date(2011, 12, day)).independent_reports for day in (10, 11, 12)]
        assert counts == [1, 2, 1]


def test_an_undated_copy_is_never_the_origin_of_a_dated_one(stores: Stores) -> None:
    path = stores.place("x")
    add_all(path, [cut("undated", None, 20), cut("dated", 12, 20)])
    assert origins_in(path) == {"undated": "dated", "dated": "dated"}


def test_a_copy_changes_no_standing(stores: Stores) -> None:
    told = [reading_of_report("a", date(2011, 12, 9), GOVERNMENT_DENIES), cut("one", 10, 25)]
    told.append(reading_of_report("b", date(2011, 12, 11), EHSAN_DENIES, ANONYMOUS))
    add_all(stores.place("without"), told)
    add_all(stores.place("with"), [*told, cut("two", 12, 15)])
    found = []
    for name in ("without", "with"):
        with Record.open(stores.place(name)) as record:
            standing = record.standing("TTP talks")
            found.append(replace(standing, positions=(), reports=0, links=LinkCounts()))
    assert found[0] == found[1]


def test_adding_tells_of_the_copies_it_found(stores: Stores) -> None:
    reports = [cut("one", 10, 20), cut("two", 10, 15), cut("other", 10, 20, of="x")]
    one, two, three = add_all(stores.place("x"), reports)
    assert (one.copies, two.copies, three.copies) == ((), (one.report_id,), ())


def test_a_turn_of_phrase_that_everybody_uses_costs_nothing(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "COMMON", 5)
    path = stores.place("x")
    phrase = filler("a phrase that each report has", 2)
    bodies = [f"{filler(str(n), 9)} {phrase}" for n in range(20)]
    add_all(path, [reading_of_report(f"r{n}", None, FAQIR_CONFIRMS, body=body) for n, body in enumerate(bodies)])
    hashes: Sequence[object] = [row[0] for row in tables_of(path)["shingle"]]
    assert max(hashes.count(h) for h in set(hashes)) == 5
    assert tables_of(path)["copy"] == []
    for late in add_all(path, [cut("late-1", None, 20), cut("late-2", None, 20)])[1:]:
        assert len(late.copies) == 1
