from __future__ import annotations

import re
from datetime import date

import pytest
from starlette.testclient import TestClient
from tests.web.desks import Page, record_of

from onrecord.record.search.query import terms_of
from onrecord.web.pages.searchhits import marked
from onrecord.web.pages.searching import Asked, search


@pytest.mark.parametrize(
    "words", ["talks", "government denied", '"any talks"', "explor*", "zeppelin", "rehman talks"]
)
def test_what_is_found_is_what_the_record_finds_in_its_order(desk: TestClient, words: str) -> None:
    record = record_of(desk)
    hits = record.search(words)
    with record.asking() as connection:
        page = search(connection, Asked(words))
        said = search(connection, Asked(words, "statements"))
    assert [one.id for one in page.reports] == [hit.report for hit in hits]
    assert (page.total, page.next) == (len(hits), None)
    assert page.statements == said.total == sum(len(hit.statements) for hit in hits)
    assert [one.id for report in said.reports for one in said.found.said(report)] == [
        one.id for hit in hits for one in hit.statements
    ]


def test_reports_are_narrowed_to_those_in_which_a_statement_fits(desk: TestClient) -> None:
    record = record_of(desk)
    with record.asking() as connection:
        page = search(connection, Asked("talks", act="confirms"))
    assert [one.id for one in page.reports] == [hit.report for hit in record.search("talks", act="confirms")]


def test_days_and_months_bound_the_search(desk: TestClient) -> None:
    record = record_of(desk)
    with record.asking() as connection:
        by_month = search(connection, Asked("talks", month="2011-11"))
        by_days = search(connection, Asked("talks", since=date(2011, 11, 1), until=date(2011, 11, 30)))
    assert by_month.reports == by_days.reports
    assert by_month.reports
    assert all(str(one.published).startswith("2011-11") for one in by_month.reports)


def test_the_pages_follow_one_another(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.web.pages.searching.A_PAGE", 3)
    record, seen, after = record_of(desk), list[str](), ""
    while True:
        page = Page(desk.get(f"/search?q=talks{after}").text)
        hrefs = [
            one["href"].partition("#")[0] for one in page.all("a") if one.get("href", "").startswith("/reports/")
        ]
        seen += list(dict.fromkeys(hrefs))
        more = [one["href"] for one in page.all("a") if "after=" in one.get("href", "")]
        if not more:
            break
        after = f"&after={more[-1].rpartition('after=')[2].partition('&')[0]}"
    assert [href.rpartition("/")[2] for href in seen] == [hit.report for hit in record.search("talks")]


def test_as_of_a_day_nothing_later_is_found(desk: TestClient) -> None:
    page = Page(desk.get("/search?q=talks&as_of=2011-11-15").text)
    days = [one["datetime"] for one in page.all("time") if re.fullmatch(r"\d{4}-\d\d-\d\d", one["datetime"])]
    assert "2011-11-15" in days
    assert "2011-12-10" not in days


def test_hits_lead_to_the_words_and_mark_them(desk: TestClient) -> None:
    text = desk.get("/search?q=confirmed&kind=statements").text
    page = Page(text)
    held = {row.id for hit in record_of(desk).search("confirmed") for row in hit.statements}
    led = {one["href"].partition("#")[2] for one in page.all("a") if one.get("href", "").startswith("/reports/")}
    assert held <= led
    assert "<mark>confirmed</mark>" in text


def test_marked_pieces_are_the_text() -> None:
    text = "Talks, peace talks: TALKS of Álvaro"
    pieces = marked(text, terms_of('"peace talks" talks alvaro'))
    assert "".join(words for words, _ in pieces) == text
    assert [words for words, hit in pieces if hit] == ["Talks", "peace talks", "TALKS", "Álvaro"]


def test_claims_are_found_too_and_an_empty_search_says_how(desk: TestClient) -> None:
    assert "talks between TTP and Government of Pakistan" in Page(desk.get("/search?q=talks&kind=claims").text).text
    assert "words that follow one another" in Page(desk.get("/search").text).text
    assert "Nothing found" in Page(desk.get("/search?q=zeppelin").text).text


@pytest.mark.parametrize(
    "query", ["q=%22%22", "q=***", "q=talks&after=x", "q=talks&since=x", "q=" + "+".join(f"w{n}" for n in range(40))]
)
def test_what_cannot_be_searched_for_is_refused_with_words(desk: TestClient, query: str) -> None:
    answer = desk.get(f"/search?{query}")
    assert 400 <= answer.status_code < 500
    assert "problem" in answer.text or "words that follow one another" in answer.text


def test_where_a_word_finds_little_its_beginning_is_offered(desk: TestClient) -> None:
    page = Page(desk.get("/search?q=talk").text)
    (wider,) = [link for link in page.all("a") if link["href"] == "/search?q=talk%2A"]
    found = Page(desk.get(wider["href"]).text)
    assert "Nothing found" in page.text
    assert "Words that begin so: talk* 12 reports" in " ".join(page.text.split())
    assert "12 of 12 reports" in " ".join(found.text.split())
    for plenty in ("talks", "talk*", '"peace talk"', "talk&outlet=Reuters"):
        assert "Words that begin so" not in Page(desk.get(f"/search?q={plenty}").text).text


def test_the_icon_is_where_browsers_look_for_it(desk: TestClient) -> None:
    answer = desk.get("/favicon.ico")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("image/svg+xml")
