from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.record.questions.held import everything
from tests.record.readings import Said, reading_of_report
from tests.web.desks import Page, client_at, record_of

DAYS = [date(2011, 11, 14), date(2011, 11, 15), date(2011, 11, 16), date(2011, 12, 10), date(2012, 8, 20)]


def shown_claims(text: str) -> list[str]:
    """The claims that a board lists, in order, by their ids."""
    table = text.partition("<tbody>")[2]
    return re.findall(r'class="row" href="/claims/([0-9a-f]+)', table)


@pytest.mark.parametrize("day", [*DAYS, None], ids=str)
def test_the_board_as_of_a_day_holds_the_claims_of_that_day_and_where_they_stand(
    desk: TestClient, day: date | None
) -> None:
    board = record_of(desk).claims(as_of=day)
    text = desk.get("/", params={} if day is None else {"as_of": day.isoformat()}).text
    assert shown_claims(text) == [line.claim.id for line in board]
    table = text.partition("<tbody>")[2]
    assert re.findall(r'<td class="col-standing"[^>]*><span class="standing ([a-z-]+)"', table) == [
        line.standing for line in board
    ]


@pytest.mark.parametrize("day", [*DAYS[1:], None], ids=str)
def test_every_position_of_the_record_has_its_cell_with_stance_and_date(desk: TestClient, day: date | None) -> None:
    record = record_of(desk)
    text = desk.get("/", params={} if day is None else {"as_of": day.isoformat()}).text
    shown = re.findall(r'<span class="stance (\w+)"', text.partition("<tbody>")[2])
    assert sorted(shown) == sorted(position.stance for position in record.positions(as_of=day))


def test_the_slider_spans_the_record_and_stands_at_the_day(desk: TestClient) -> None:
    page = Page(desk.get("/?as_of=2011-11-16").text)
    (form,) = page.all("form", "id", "dayline")
    (slide,) = page.all("input", "id", "day-slide")
    assert form["data-first"] == "2011-11-15"
    assert int(slide["max"]) == (date(2012, 9, 4) - date(2011, 11, 15)).days
    assert slide["value"] == "1"


def test_the_steps_lead_to_the_days_with_reports_around(desk: TestClient) -> None:
    text = desk.get("/?as_of=2011-11-20").text
    steps = text.partition('id="day-steps"')[2].partition("</span>\n  </div>")[0]
    assert "as_of=2011-11-17" in steps
    assert "as_of=2011-12-10" in steps


def test_what_moved_since_a_day_is_told_with_the_statement_that_moved_it(desk: TestClient) -> None:
    since, until = date(2012, 8, 20), date(2012, 9, 1)
    page = desk.get("/", params={"since": since.isoformat(), "as_of": until.isoformat()}).text
    changes = [c for c in record_of(desk).changes(since, as_of=until) if c.before != c.after]
    assert changes
    for change in changes:
        assert f"#s-{change.because}" in page


def test_narrowing_keeps_the_rest_of_the_address(desk: TestClient) -> None:
    page = Page(desk.get("/?q=talks&as_of=2012-08-27&standing=disputed").text)
    (form,) = page.all("form", "class", "narrowing")
    hidden = {one["name"]: one["value"] for one in page.all("input", "type", "hidden")}
    assert form["action"] == "/"
    assert hidden["as_of"] == "2012-08-27"
    assert hidden["standing"] == "disputed"


@pytest.mark.parametrize("standing", ["disputed", "confirmed-by-both", "denied"])
def test_a_standing_narrows_the_board_to_its_claims(desk: TestClient, standing: str) -> None:
    board = [line.claim.id for line in record_of(desk).claims() if line.standing == standing]
    assert shown_claims(desk.get("/", params={"standing": standing}).text) == board


def test_words_that_no_claim_has_are_told_in_the_page(desk: TestClient) -> None:
    answer = desk.get("/?q=zeppelin")
    assert answer.status_code == 200
    assert "zeppelin" in Page(answer.text).text


@pytest.mark.parametrize(
    "asked",
    ["as_of=yesterday", "as_of=2011-02-31", "since=x", "sort=x", "standing=x", "columns=x", "as_of=9999-01-01"],
)
def test_what_makes_no_sense_is_refused_in_the_look_of_the_desk(desk: TestClient, asked: str) -> None:
    answer = desk.get(f"/?{asked}")
    assert answer.status_code in {400, 422}
    page = Page(answer.text)
    assert page.all("main", "id", "content")
    assert "Traceback" not in answer.text


def test_a_day_before_the_first_report_says_so(desk: TestClient) -> None:
    page = Page(desk.get("/?as_of=2011-01-01").text)
    assert "No claim had been reported by 1 Jan 2011" in page.text


@pytest.mark.parametrize("columns", ["parties", "own"])
def test_both_arrangements_show_every_position(desk: TestClient, columns: str) -> None:
    text = desk.get("/", params={"columns": columns}).text.partition("<tbody>")[2]
    shown = re.findall(r'<span class="stance (\w+)"', text)
    assert sorted(shown) == sorted(position.stance for position in record_of(desk).positions())


def test_at_most_two_others_stand_in_a_row_and_the_rest_are_folded(desk: TestClient) -> None:
    text = desk.get("/", params={"columns": "own"}).text.partition("<tbody>")[2]
    rows = [
        re.sub(r"<details.*?</details>", "", one, flags=re.DOTALL) for one in text.split('<td class="col-others"')[1:]
    ]
    assert rows
    assert all(one.partition("</td>")[0].count("<li>") <= 2 for one in rows)


def test_who_speaks_for_no_known_party_is_named_by_the_report_s_own_words(tmp_path: Path) -> None:
    villager = Said("One villager", "said", "that talks were held", "anonymous")
    reading = reading_of_report("villager", date(2011, 12, 1), villager)
    with client_at(tmp_path / "talks.db", [*everything(), reading]) as client:
        unknown = [p for p in record_of(client).positions() if p.party == "unidentified"]
        page = Page(client.get("/", params={"columns": "own"}).text)
    assert unknown
    assert "unidentified" not in page.text
    assert "party unknown: One villager" in page.text


def test_the_line_of_days_counts_in_digits_and_owns_up_to_reports_without_a_date(desk: TestClient) -> None:
    record = record_of(desk)
    days = [one.published for one in record.reports()]
    dated, undated = sum(d is not None for d in days), sum(d is None for d in days)

    def told_at(address: str) -> str:
        return Page(desk.get(address).text.partition('id="day-told"')[2].partition("</p>")[0]).text

    assert f"{dated} {'dated report' if undated else 'report'}" in told_at("/")
    assert ("without a date" in told_at("/")) == bool(undated)
    seen = sum(d is not None and d <= DAYS[2] for d in days)
    assert f"{seen} reports by 16 Nov 2011, {dated - seen} later" in told_at("/?as_of=2011-11-16")


def test_a_printed_board_names_its_record_and_its_day(desk: TestClient) -> None:
    page = Page(desk.get("/?as_of=2011-12-10").text)
    assert page.all("p", "class", "print-only")
    assert "Record: " in page.text
    assert "As of 10 Dec 2011" in page.text
