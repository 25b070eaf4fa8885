from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.record.readings import (
    ANONYMOUS,
    EHSAN,
    FAQIR,
    FAQIR_CONFIRMS,
    GOVERNMENT_DENIES,
    TTP,
    Said,
    filler,
    reading_of_report,
)
from tests.web.desks import BIDI, SCRIPT, Page, client_at, hostile_report, record_of

from onrecord.model import Furniture, Reading, Span

APPEAL = "Give now. " * 40 + "\n"
LONG = reading_of_report("long", date(2012, 2, 2), ANONYMOUS, body="\n".join(filler(f"l{n}", 40) for n in range(60)))


def nested() -> Reading:
    """Ehsan said that Faqir had confirmed talks: the inner statement stands in the outer one's content."""
    outer = Said("Ehsanullah Ehsan", "said", "that Faqir had confirmed peace talks", "named", "asserts", TTP, EHSAN)
    inner = Said("Faqir", "had confirmed", "peace talks", "named", "confirms", TTP, FAQIR, through="s1")
    held = reading_of_report("nested", date(2012, 3, 1), outer, inner)
    text = held.article.text
    within = [
        Span.of(text, at, at + len(words))
        for words in ("Faqir", "had confirmed", "peace talks")
        for at in [text.index(words)]
    ]
    second = replace(held.statements[1], source=within[0], cue=within[1], content=(within[2],))
    return replace(held, statements=(held.statements[0], second))


def strange() -> Reading:
    """Furniture, carriage returns, text from right to left, and characters that turn text round."""
    body = f"{SCRIPT}\r\nقال المتحدث {BIDI} & <b>\r  two  blanks\n\n\u00a0end\u202c"
    held = reading_of_report("strange", date(2012, 3, 2), FAQIR_CONFIRMS, head=APPEAL, furniture=True, body=body)
    title = "An enormous title " + SCRIPT + "x" * 1_000_000
    return replace(held, article=replace(held.article, title=title, url="javascript:alert(1)"))


class Words(HTMLParser):
    """The text of the report on its page: all that stands in its element, tags left out."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.marks, self._depth, self._open = "", list[tuple[str, dict[str, str]]](), 0, list[int]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        if self._depth or (tag == "div" and held.get("class") == "report-words"):
            self._depth += 1
            if held.get("data-s"):
                self._open.append(self._depth)
                self.marks.append(("", held))

    def handle_endtag(self, tag: str) -> None:
        if self._depth and tag != "br":
            if self._open and self._open[-1] == self._depth:
                self._open.pop()
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.text += data
            if self._open:
                words, held = self.marks[-1]
                self.marks[-1] = words + data, held


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    copy = reading_of_report("copy", date(2011, 11, 17), GOVERNMENT_DENIES, body=filler("one"), outlet="The Copyist")
    first = reading_of_report("first", date(2011, 11, 16), GOVERNMENT_DENIES, body=filler("one"), outlet="The First")
    readings = [nested(), strange(), LONG, hostile_report(), copy, first, reading_of_report("none", None)]
    with client_at(tmp_path_factory.mktemp("reports") / "r.db", readings) as client:
        yield client


def page_of(client: TestClient, ident: str, query: str = "") -> str:
    answer = client.get(f"/reports/{ident}{query}")
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("ident", ["nested", "strange", "hostile", "copy", "none"])
def test_the_text_on_the_page_is_the_text_of_the_report(reports: TestClient, ident: str) -> None:
    assert Words(page_of(reports, ident)).text == record_of(reports).reading(ident).article.text


def test_a_long_report_is_shown_in_parts_that_are_its_text_together(reports: TestClient) -> None:
    text = record_of(reports).reading("long").article.text
    first = page_of(reports, "long")
    assert "part 1 of" in " ".join(Page(first).text.split())
    assert len(first) < 3 * 40_000
    found, number = "", 1
    while (answer := reports.get(f"/reports/long?part={number}")).status_code == 200:
        found += Words(answer.text).text
        number += 1
    assert found == text
    assert 400 <= answer.status_code < 500


@pytest.mark.parametrize("ident", ["nested", "strange", "hostile", "long"])
def test_every_statement_can_be_gone_to_by_its_id(reports: TestClient, ident: str) -> None:
    idents = Page(page_of(reports, ident)).idents
    held = record_of(reports).corrected_reading(ident).ids.values()
    assert held
    assert all(idents.count(one) == 1 for one in held)


def test_a_statement_within_another_carries_both(reports: TestClient) -> None:
    marks = Words(page_of(reports, "nested")).marks
    by_words = dict(marks)
    assert by_words["peace talks"]["data-s"] == "1 2"
    assert {"in-content", "deep-2", "act-confirms", "of-1", "of-2"} <= set(by_words["peace talks"]["class"].split())
    assert by_words["Faqir"]["data-s"].split() == ["1", "2"]
    assert "in-source" in by_words["Faqir"]["class"].split()
    assert by_words["had confirmed"]["data-act"] == "confirms"
    assert by_words["that "]["data-s"] == "1"
    assert by_words["said"]["href"] == "#about-1"
    assert by_words["had confirmed"]["href"] == "#about-2"


def test_furniture_is_folded_named_and_without_marks(reports: TestClient) -> None:
    page = Page(page_of(reports, "strange"))
    assert page.all("details", "class", "furniture")
    said = next(one["data-says"] for one in page.all("summary") if "data-says" in one)
    assert said == f"not the report: appeal, asks for money; {len(APPEAL)} characters"
    start = record_of(reports).reading("strange").article.furniture[0]
    assert start == Furniture(0, len(APPEAL), "appeal", "asks for money")
    assert not any("Give now" in words for words, _ in Words(page_of(reports, "strange")).marks)


def test_what_turns_text_round_is_kept_apart_and_named(reports: TestClient) -> None:
    page = Page(page_of(reports, "strange"))
    assert [one["data-code"] for one in page.all("bdi", "class", "turning")] == ["U+202E", "U+2066", "U+202C"]


def test_an_enormous_title_is_cut_and_an_address_that_acts_is_no_link(reports: TestClient) -> None:
    text = page_of(reports, "strange")
    assert len(text) < 120_000
    assert not Page(text).harm()
    assert not [one for one in Page(text).all("a") if one.get("href", "").startswith("javascript")]


def test_the_margin_tells_who_speaks_and_to_which_claims(reports: TestClient) -> None:
    page = Page(page_of(reports, "nested"))
    assert "Maulvi Faqir Mohammad" in page.text
    assert "talks between TTP and Government of Pakistan" in page.text
    assert [one for one in page.all("a") if one.get("href", "").startswith("/claims/")]
    assert [one for one in page.all("a") if one.get("href", "").startswith("/actors/")]


def test_copies_are_named_with_their_origin(reports: TestClient) -> None:
    assert "The First" in Page(page_of(reports, "copy")).text
    assert "1 copy of this report, counted once" in Page(page_of(reports, "first")).text
    assert "The Copyist" not in Page(page_of(reports, "first", "?as_of=2011-11-16")).text


def test_as_of_a_day_before_it_the_report_says_that_it_counts_for_nothing(reports: TestClient) -> None:
    assert "counts for nothing as of that day" in Page(page_of(reports, "nested", "?as_of=2012-01-01")).text
    assert "counts for nothing as of that day" not in Page(page_of(reports, "nested")).text


def test_what_a_reviewer_rejects_is_marked_and_kept(tmp_path: Path) -> None:
    with client_at(tmp_path / "r.db", [nested()]) as client:
        ident = record_of(client).corrected_reading("nested").ids["s2"]
        with record_of(client).review("A. Reviewer", datetime(2026, 3, 1, tzinfo=UTC), "a slip") as review:
            review.reject_statement(ident)
        text = page_of(client, "nested")
        assert "rejected by A. Reviewer" in Page(text).text
        assert "a slip" in Page(text).text
        assert ident in Page(text).idents
        assert Words(text).text == record_of(client).reading("nested").article.text


def test_a_report_that_the_record_does_not_hold_is_not_found(reports: TestClient) -> None:
    assert reports.get("/reports/ffffffffffff").status_code == 404


def test_the_style_ties_entries_and_words_of_so_many_statements(reports: TestClient) -> None:
    answer = reports.get("/reports/marks.css?n=2")
    assert answer.headers["content-type"].startswith("text/css")
    assert ".of-2{" in answer.text
    assert ".of-3" not in answer.text
    assert "stylesheet" in [
        one["rel"] for one in Page(page_of(reports, "nested")).all("link") if "marks.css?n=2" in one["href"]
    ]


def test_nobody_is_led_to_who_is_not_named(tmp_path: Path) -> None:
    held = nested()
    commander = replace(FAQIR, id="x", name="a commander", roles=(), mentions=held.actors[0].mentions)
    unnamed = replace(commander, mentions=tuple(replace(m, form="description") for m in commander.mentions))
    with client_at(tmp_path / "r.db", [replace(held, actors=(*held.actors, unnamed))]) as client:
        page = Page(page_of(client, "nested"))
        assert "a commander" in page.text
        ways = [one["href"] for one in page.all("a") if one.get("href", "").startswith(("/actors/", "/places/"))]
        assert ways
        assert all(client.get(way).status_code == 200 for way in ways)
