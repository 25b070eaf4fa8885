from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.record.questions.held import LATER
from tests.web.desks import Page, client_at, record_of


def taliban_talks(desk: TestClient) -> str:
    return record_of(desk).standing("TTP talks").claim.id


@pytest.mark.parametrize(
    "day", [date(2011, 11, 15), date(2011, 11, 16), date(2011, 12, 10), date(2011, 12, 11), None], ids=str
)
def test_a_claim_says_where_it_stood_on_the_day(desk: TestClient, day: date | None) -> None:
    standing = record_of(desk).standing(taliban_talks(desk), day)
    text = desk.get(f"/claims/{standing.claim.id}", params={} if day is None else {"as_of": day.isoformat()}).text
    lead = text.partition('class="lead claim-standing"')[2].partition("</p>")[0]
    assert f'class="standing {standing.standing}"' in lead
    for party in standing.divided_parties:
        assert f"{party}</bdi> is divided" in lead


def test_every_statement_stands_on_the_page_with_its_words_and_its_place_in_the_report(desk: TestClient) -> None:
    record, ident = record_of(desk), taliban_talks(desk)
    page = Page(desk.get(f"/claims/{ident}").text)
    told = record.testimonies(ident)
    for testimony in told:
        assert f"s-{testimony.statement}" in page.idents
        assert any(
            one["href"].startswith(f"/reports/{testimony.report}") and one["href"].endswith(f"#{testimony.statement}")
            for one in page.all("a")
        )
    for saying in record.sayings([t.statement for t in told]).values():
        assert saying.content.split()[0] in page.text


def test_statements_without_a_day_come_last_under_their_own_heading(desk: TestClient) -> None:
    text = desk.get(f"/claims/{taliban_talks(desk)}").text.partition('id="statements"')[2]
    told = record_of(desk).testimonies(taliban_talks(desk))
    dated, _, without = text.partition(">Without a day</h3>")
    timeless = {t.statement for t in told if t.published is None and t.said_first is None}
    assert timeless
    assert set(re.findall(r'<article[^>]* id="s-([0-9a-f]+)"', without)) <= timeless
    assert not timeless & set(re.findall(r'<article[^>]* id="s-([0-9a-f]+)"', dated))


def test_copies_are_folded_under_what_they_copy(desk: TestClient) -> None:
    text = desk.get(f"/claims/{taliban_talks(desk)}").text
    folded = re.findall(r'<details class="copies">.*?</details>', text, re.DOTALL)
    assert folded
    assert any("The Copyist" in one for one in folded)


def test_each_mark_of_the_picture_leads_to_a_statement_and_says_what_it_is(desk: TestClient) -> None:
    text = desk.get(f"/claims/{taliban_talks(desk)}").text
    picture = text.partition('<svg class="picture"')[2].partition("</section>")[0]
    marks = re.findall(r'<a href="/claims/[^"]*#(s-[0-9a-f]+)" aria-label="([^"]+)">', picture)
    assert len(marks) >= 5
    idents = Page(text).idents
    assert all(ident in idents and words for ident, words in marks)
    assert 'class="mark affirms hollow"' in picture
    assert 'class="mark affirms solid"' in picture
    assert 'class="mark denies ringed"' in picture


def test_the_picture_as_of_a_day_shows_nothing_later(desk: TestClient) -> None:
    ident = taliban_talks(desk)
    seen = {t.statement for t in record_of(desk).testimonies(ident, date(2011, 11, 16))}
    text = desk.get(f"/claims/{ident}?as_of=2011-11-16").text
    assert set(re.findall(r"#s-([0-9a-f]+)", text)) <= seen


def test_firsts_and_changes_lead_to_their_statements(desk: TestClient) -> None:
    standing = record_of(desk).standing(taliban_talks(desk))
    text = desk.get(f"/claims/{standing.claim.id}").text
    history = text.partition('id="history-title"')[2].partition("</section>")[0]
    assert standing.first_named_confirmation is not None
    assert standing.first_denial is not None
    for statement in (
        standing.first_named_confirmation.statement,
        standing.first_denial.statement,
        *(change.because for change in standing.changes),
    ):
        assert f"#s-{statement}" in history


def test_each_cell_of_the_board_lands_on_the_party_at_its_claim(desk: TestClient) -> None:
    board = Page(desk.get("/").text)
    cells = [one["href"] for one in board.all("a", "class", "cell")]
    assert cells
    for address in cells:
        page = Page(desk.get(address).text)
        assert address.partition("#")[2] in page.idents


def test_before_its_first_report_a_claim_has_a_page_that_says_so(desk: TestClient) -> None:
    answer = desk.get(f"/claims/{taliban_talks(desk)}?as_of=2011-01-01")
    assert answer.status_code == 200
    assert "No report had spoken of it" in Page(answer.text).text


def test_no_such_claim_is_not_found(desk: TestClient) -> None:
    answer = desk.get("/claims/ffffffffffffffffffffffff")
    assert answer.status_code == 404
    assert Page(answer.text).all("main", "id", "content")


def test_the_brief_says_all_that_the_record_s_own_brief_says(desk: TestClient) -> None:
    ident = taliban_talks(desk)
    brief = record_of(desk).brief(ident, date(2011, 12, 10))
    page = Page(desk.get(f"/claims/{ident}/brief?as_of=2011-12-10").text)
    for section in brief.sections:
        assert section.heading in page.text
        for sentence in section.sentences:
            assert " ".join(sentence.text.split()) in page.text
    assert "Record as of 10 Dec 2011" in page.text
    for source in brief.sources:
        assert f"source-{source.key}" in page.idents


def test_what_a_reviewer_said_of_a_statement_stands_beside_it(tmp_path: Path) -> None:
    with client_at(tmp_path / "talks.db") as client:
        record = record_of(client)
        testimony = record.testimonies(taliban_talks(client))[0]
        with record.review("B. Reviewer", LATER) as review:
            review.correct_statement(testimony.statement, {"act": "doubts"})
        page = client.get(f"/claims/{taliban_talks(client)}").text
    shown = page.partition(f'id="s-{testimony.statement}"')[2].partition("</article>")[0]
    assert "corrected by B. Reviewer" in shown
