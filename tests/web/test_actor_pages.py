from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.record.questions.held import everything
from tests.web.desks import Page, client_at, record_of

from onrecord.desk.cast import Cast
from onrecord.desk.cast.listing import ActorsAsked, actors_page
from onrecord.record.vantage import Vantage
from onrecord.web.pages.actornetwork import MOST, network_of
from onrecord.web.pages.actorsaid import said_by, said_of
from onrecord.web.pages.actorties import Tie, ties_of


@pytest.mark.parametrize("day", [None, date(2011, 11, 16), date(2011, 12, 10), date(2000, 1, 1)])
def test_everybody_is_who_the_record_says(desk: TestClient, day: date | None) -> None:
    record = record_of(desk)
    found = Cast(record).as_of(day).listed
    held = record.identities(as_of=day)
    assert [(k.id, k.name, k.kind, k.known_as, k.reports, k.first, k.last) for k in found] == [
        (i.id, i.name, i.kind, i.known_as, len(i.reports), i.first, i.last) for i in held
    ]
    assert [set(k.names) for k in found] == [{name for name, _ in i.names} for i in held]


def test_what_a_reviewer_judges_shows_at_once(tmp_path: Path) -> None:
    with client_at(tmp_path / "r.db", everything()) as client:
        record, cast = record_of(client), Cast(record_of(client))
        before = cast.as_of(None)
        two = [one for one in before.listed if one.kind == "person"][:2]
        record.judge(two[0].id, two[1].id, "same", "A. Reviewer", datetime(2026, 3, 1, tzinfo=UTC), "one man")
        joined = cast.as_of(None).find(two[0].id)
        assert joined is not None
        assert joined == cast.as_of(None).find(two[1].id)
        assert joined.reviewed
        page = Page(client.get(f"/actors/{joined.id}").text)
        assert "A. Reviewer" in page.text
        assert "one man" in page.text


@pytest.mark.parametrize(
    ("words", "name"), [("faqeer muhammad", "Maulvi Faqir Mohammad"), ("TTP", "TTP"), ("uribe", "Álvaro Uribe")]
)
def test_names_are_found_in_any_spelling(desk: TestClient, words: str, name: str) -> None:
    everybody = Cast(record_of(desk)).as_of(None)
    assert name in [one.name for one in actors_page(everybody, ActorsAsked(words)).lines]


def test_the_list_is_narrowed_by_kind_and_party_and_counts_say_so(desk: TestClient) -> None:
    everybody = Cast(record_of(desk)).as_of(None)
    page = actors_page(everybody, ActorsAsked())
    for kind, _, count in page.kinds:
        assert actors_page(everybody, ActorsAsked(kind=kind)).total == count  # type: ignore[arg-type]
    for party, _, count in page.parties:
        some = actors_page(everybody, ActorsAsked(party=party))
        assert some.total == count
        assert {one.party for one in some.lines} == {party}


@pytest.mark.parametrize("name", ["Maulvi Faqir Mohammad", "Government of Pakistan", "TTP"])
def test_what_is_on_record_by_and_about_somebody_is_what_the_record_says(desk: TestClient, name: str) -> None:
    record = record_of(desk)
    one = next(k for k in Cast(record).as_of(None).listed if k.name == name)
    who = record.who(one.id)
    with record.asking() as connection:
        said, about = said_by(connection, one, Vantage(), most=1_000), said_of(connection, one, Vantage())
    assert {s.statement for s in said.statements} == {s.statement for s in who.statements}
    assert {s.statement for s in about.statements} == {s.statement for s in who.said_of}


def test_ties_are_told_once_each_and_lead_to_reports(desk: TestClient) -> None:
    record = record_of(desk)
    everybody = Cast(record).as_of(None)
    one = next(k for k in everybody.listed if k.name == "TTP")
    with record.asking() as connection:
        ties = ties_of(connection, one, everybody, Vantage())
    assert ("has part", "Maulvi Faqir Mohammad") in [(tie.kind, tie.name) for tie in ties]
    assert len({(tie.kind, tie.key) for tie in ties}) == len(ties)
    assert one.id not in {tie.key for tie in ties}
    held = {report.id for report in record.reports()}
    assert all(set(tie.reports) <= held for tie in ties)


def test_names_in_the_network_do_not_lie_over_each_other() -> None:
    ties = [Tie("speaks beside", f"Somebody {n}", f"k{n:02}", None, n, ()) for n in range(40)]
    network = network_of(ties)
    assert network is not None
    assert (len(network.nodes), network.left_out) == (MOST, 40 - MOST)
    for side in ("start", "end"):
        heights = sorted(node.y for node in network.nodes if node.side == side)
        assert all(b - a >= 16 for a, b in pairwise(heights))
    assert all(0 <= node.x <= network.width and 0 <= node.y <= network.height for node in network.nodes)
    assert network == network_of(list(ties))
    assert network_of([]) is None


def test_a_page_says_who_somebody_is_and_where_they_stand(desk: TestClient) -> None:
    one = next(k for k in Cast(record_of(desk)).as_of(None).listed if k.name == "Maulvi Faqir Mohammad")
    page = Page(desk.get(f"/actors/{one.id}").text)
    assert "said to be deputy chief of TTP" in page.text
    assert "talks between TTP and Government of Pakistan" in page.text
    assert [node for node in page.all("a") if node.get("aria-label", "").endswith(": part of")]


def test_an_id_that_begins_so_finds_them_and_none_is_not_found(desk: TestClient) -> None:
    one = next(k for k in Cast(record_of(desk)).as_of(None).listed if k.kind == "person")
    assert one.name in Page(desk.get(f"/actors/{one.id[:10]}").text).text
    assert desk.get("/actors/ffffffffffff").status_code == 404


def test_as_of_a_day_before_anybody_spoke_of_them_the_page_says_since_when(desk: TestClient) -> None:
    one = next(k for k in Cast(record_of(desk)).as_of(None).listed if k.name == "Maulvi Faqir Mohammad")
    page = Page(desk.get(f"/actors/{one.id}?as_of=2011-11-20").text)
    assert "Not on record by then" in page.text
    assert any("as_of=2011-12-10" in link.get("href", "") for link in page.all("a"))
