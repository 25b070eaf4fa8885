"""Signing in, reviewing, notes and following, as forms without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.record.readings import pakistani_reports
from tests.web.desks import ELSEWHERE, Page, client_at, client_of, record_of

from onrecord.desk.notes import Notes, Subject
from onrecord.desk.watches import Question, Watches
from onrecord.web.back import way_back


@pytest.fixture
def own(tmp_path: Path) -> Iterator[TestClient]:
    """A desk that a test may change."""
    with client_at(tmp_path / "own.db") as client:
        yield client


def fields(client: TestClient, address: str, action: str) -> dict[str, str]:
    """The hidden fields of the form on a page that goes to an address."""
    text = client.get(address).text
    form = next(
        part for part in re.split("<form ", text) if f'method="post" action="{action}"' in part.partition(">")[0]
    )
    hidden = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form.partition("</form>")[0])
    return dict(hidden)


def test_a_judgement_is_a_row_and_the_next_item_comes_up(own: TestClient) -> None:
    record = record_of(own)
    given = fields(own, "/review?kind=statement", "/review")
    answer = own.post("/review", data=given | {"verdict": "reject", "note": "nobody said so"}, follow_redirects=False)
    (row,) = record.corrections(given["statement"])
    assert (answer.status_code, answer.headers["location"]) == (303, f"/review?kind=statement&done={row.id}")
    assert (row.action, row.user, row.note) == ("reject", "A. Reader", "nobody said so")
    assert fields(own, "/review?kind=statement", "/review")["statement"] != given["statement"]
    history = Page(own.get("/review/history").text).text
    assert "nobody said so" in history
    assert "A. Reader" in history


def test_a_link_is_rejected_and_the_claim_says_so(own: TestClient) -> None:
    given = fields(own, "/review?kind=link", "/review")
    own.post("/review", data=given | {"verdict": "reject"})
    states = {link.statement: link.state for link in record_of(own).claim(given["claim"]).links}
    assert states[given["statement"]] == "rejected"


def test_a_correction_changes_only_what_was_filled_in(own: TestClient) -> None:
    given = fields(own, "/review?kind=statement", "/review")
    own.post("/review", data=given | {"verdict": "correct", "certainty": "unknown", "act": "", "speaker": ""})
    (row,) = record_of(own).corrections(given["statement"])
    assert [value.field for value in row.values] == ["certainty"]


def test_an_empty_correction_and_a_wrong_value_say_what_is_wrong(own: TestClient) -> None:
    given = fields(own, "/review?kind=statement", "/review")
    assert own.post("/review", data=given | {"verdict": "correct"}).status_code == 400
    answer = own.post("/review", data=given | {"verdict": "correct", "act": "shouts"})
    assert answer.status_code == 400
    assert "shouts" in answer.text
    assert not record_of(own).corrections()


def test_a_form_without_its_token_changes_nothing(own: TestClient) -> None:
    given = fields(own, "/review?kind=statement", "/review")
    given.pop("form_token")
    assert own.post("/review", data=given | {"verdict": "reject"}).status_code == 403
    assert own.post("/notes", data={"kind": "claim", "ident": "x", "text": "y"}).status_code == 403
    assert not record_of(own).corrections()


def test_two_reviewers_are_compared(own: TestClient) -> None:
    given = fields(own, "/review?kind=statement", "/review")
    own.post("/review", data=given | {"verdict": "accept"})
    text = Page(own.get("/review/agreement?a=A. Reader&b=Somebody Else").text).text
    assert "Judged by both" in text
    assert own.get("/review/agreement?a=A. Reader&b=A. Reader").status_code == 400


def test_a_note_is_written_answered_and_withdrawn(own: TestClient) -> None:
    claim = record_of(own).standing("TTP talks").claim.id
    given = fields(own, f"/claims/{claim}", "/notes")
    own.post("/notes", data=given | {"text": "<i>Which round</i> is this?"})
    text = own.get(f"/claims/{claim}").text
    assert "&lt;i&gt;Which round&lt;/i&gt; is this?" in text
    ident = re.search(r'id="note-([0-9a-f]+)"', text)
    assert ident is not None
    own.post("/notes", data=given | {"kind": "note", "ident": ident.group(1), "text": "The second."})
    assert "The second." in own.get("/notes").text
    own.post(f"/notes/{ident.group(1)}/withdraw", data=given)
    after = own.get(f"/claims/{claim}").text
    assert "Which round" not in after
    assert "withdrawn" in after
    assert "The second." in after


def test_a_note_on_words_shows_just_these_words(own: TestClient) -> None:
    report = record_of(own).reports()[0]
    text = record_of(own).reading(report.id).article.text
    page = Page(own.get(f"/notes/on/report/{report.id}?start=2&end=9").text)
    assert text[2:9].strip() in page.text
    assert own.get(f"/notes/on/report/{report.id}?start=2&end=99999999").status_code == 400


def test_what_is_followed_is_listed(own: TestClient) -> None:
    claim = record_of(own).standing("TTP talks").claim.id
    given = fields(own, f"/claims/{claim}", "/following")
    own.post("/following", data=given | {"follow": "yes"})
    assert "You follow" in own.get("/following").text
    assert f"/claims/{claim}" in own.get("/following").text
    own.post("/following", data=given | {"follow": "no"})
    assert f"/claims/{claim}" not in own.get("/following").text


def test_what_came_in_after_the_page_was_made_stays_new(own: TestClient) -> None:
    record = record_of(own)
    claim = record.standing("TTP talks").claim.id
    given = fields(own, f"/claims/{claim}", "/following")
    own.post("/following", data=given | {"follow": "yes"})
    shown_at = datetime.now(UTC).isoformat()
    own.post("/notes", data=fields(own, f"/claims/{claim}", "/notes") | {"text": "Not seen yet."})
    Notes(record).write(Subject("claim", claim), "By another.", "B. Reader", datetime.now(UTC))
    own.post("/following/seen", data=given | {"at": shown_at})
    assert "By another." in own.get("/following").text
    own.post("/following/seen", data=given)
    assert "By another." not in own.get("/following").text
    assert own.post("/following/seen", data=given | {"at": "soon"}).status_code == 400


def test_a_saved_question_is_asked_and_removed(own: TestClient) -> None:
    given = fields(own, "/following", "/following/questions")
    own.post("/following/questions", data=given | {"kind": "any-denial", "words": "TTP talks", "name": "Denials"})
    text = own.get("/following").text
    assert "Denials" in text
    address = re.search(r"/following/questions/([^/]+)/remove", text)
    assert address is not None
    own.post(address.group(0), data=given)
    assert "Denials" not in own.get("/following").text


@pytest.mark.parametrize("kind", ["statement", "link"])
def test_what_was_just_judged_can_be_undone_on_the_next_page(own: TestClient, kind: str) -> None:
    given = fields(own, f"/review?kind={kind}", "/review")
    after = own.post("/review", data=given | {"verdict": "reject"})
    assert "Recorded: rejected" in Page(after.text).text
    address = f"{after.url.path}?{after.url.query.decode()}"
    undo = fields(own, address, "/review/withdraw")
    undone = own.post("/review/withdraw", data=undo)
    assert "Withdrawn: rejected" in Page(undone.text).text
    assert f"kind={kind}" in str(undone.url)
    assert fields(own, f"/review?kind={kind}", "/review")["statement"] == given["statement"]
    assert own.post("/review/withdraw", data=undo | {"ident": "0" * 24}).status_code == 400


def test_only_ones_own_judgements_can_be_withdrawn_in_the_history(own: TestClient) -> None:
    record = record_of(own)
    given = fields(own, "/review?kind=statement", "/review")
    with record.review("B. Reader", datetime.now(UTC)) as review:
        review.reject_statement(given["statement"])
    page = own.get("/review/history").text
    assert "/review/withdraw" not in page
    own.post("/review", data=fields(own, "/review?kind=link", "/review") | {"verdict": "accept"})
    row = fields(own, "/review/history", "/review/withdraw")
    text = Page(own.post("/review/withdraw", data=row).text).text
    assert "Withdrawn: confirmed" in text
    assert "/review/withdraw" not in own.get("/review/history").text
    assert 'value="B. Reader"' in own.get("/review/agreement").text


def test_a_corrected_statement_is_shown_with_who_corrected_it_and_what(own: TestClient) -> None:
    given = fields(own, "/review?kind=statement", "/review")
    with record_of(own).review("B. Reader", datetime.now(UTC)) as review:
        made = review.correct_statement(given["statement"], {"act": "doubts"})
    for address in ("/review?kind=statement", "/review?kind=link"):
        for _ in range(40):
            text = Page(own.get(address).text).text
            now = fields(own, address, "/review")
            if now["statement"] == given["statement"]:
                break
            own.post("/review", data=now | {"verdict": "unsure" if now["item_kind"] == "statement" else "accept"})
        assert f"corrected by B. Reader : {made.values[0].text}" in text
        assert "the act (doubts)" in text


def test_news_show_stance_act_title_and_what_became_of_the_claim(tmp_path: Path) -> None:
    with client_at(tmp_path / "news.db", list(pakistani_reports()[:1])) as own:
        record = record_of(own)
        claim = record.standing("TTP talks").claim.id
        given = fields(own, f"/claims/{claim}", "/following")
        own.post("/following", data=given | {"follow": "yes"})
        saved = fields(own, "/following", "/following/questions")
        own.post("/following/questions", data=saved | {"kind": "any-denial", "words": "", "name": "Denials"})
        (watch,) = Watches(record).all()
        assert "Being asked now" in own.get("/following").text
        Watches(record).run(datetime.now(UTC))
        assert "Nothing new so far" in own.get("/following").text
        record.add(pakistani_reports()[1], datetime.now(UTC))
        Watches(record).run(datetime.now(UTC))
        own.app.state.desk.board.refresh()  # type: ignore[attr-defined]
        answer = own.get("/following")
        text = Page(answer.text).text
        assert "denies Rehman Malik Government of Pakistan named denies (“ rejected ”) on talks" in text
        assert "claimed anonymously to disputed" in text
        assert "standing unchanged" in text
        assert "On nov-16" in text
        assert f"/api/feeds/{watch.id}.atom" in [
            one["href"] for one in Page(answer.text).all("link", "rel", "alternate")
        ]
        feed = own.get(f"/api/feeds/{watch.id}.atom").text
        assert f"/following#question-{watch.id}" in feed


def test_what_was_on_record_before_a_question_is_folded_and_old_in_its_feed(own: TestClient) -> None:
    watch = Watches(record_of(own)).add(Question("any-denial", words="TTP talks"), "A. Reader", datetime.now(UTC))
    found = Watches(record_of(own)).run(datetime.now(UTC))
    assert all(one.already for one in found)
    text = Page(own.get("/following").text).text
    assert f"Already on record: {len(found)}" in text
    times = re.findall(r"<updated>(\d{4})", own.get(f"/api/feeds/{watch.id}.atom").text)
    assert set(times[1:]) == {"2011"}


def test_notes_on_words_stand_in_the_report_and_lead_to_these_words(own: TestClient) -> None:
    record = record_of(own)
    report = record.reports()[0]
    words, other = (f"/notes/on/report/{report.id}?start={a}&end={b}" for a, b in ((2, 9), (4, 12)))
    for address, text in ((words, "Which one?"), (other, "Another.")):
        own.post("/notes", data=fields(own, address, "/notes") | {"text": text})
    page = own.get(words)
    assert "Which one?" in page.text
    assert "Another." not in page.text
    assert "autofocus" in Page(page.text).all("textarea")[-1]
    shown = Page(own.get(f"/reports/{report.id}").text)
    assert words in [one.get("href") for one in shown.all("a")]
    quoted = record.reading(report.id).article.text[2:9].strip()
    text = Page(own.get("/notes").text).text
    assert quoted in text
    assert (report.title or "") in text


def test_the_thread_of_a_reply_is_shown_whole(own: TestClient) -> None:
    record = record_of(own)
    claim = record.standing("TTP talks").claim.id
    first = Notes(record).write(Subject("claim", claim), "The opening.", "B. Reader", datetime.now(UTC))
    Notes(record).write(Subject("note", first.id), "The reply.", "C. Reader", datetime.now(UTC))
    text = own.get(f"/notes/on/note/{first.id}").text
    assert "The opening." in text
    assert "The reply." in text


@pytest.mark.parametrize(
    ("given", "leads"),
    [
        ("/review?kind=link", "/review?kind=link"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("/\\elsewhere.example", "/"),
        ("/a\r\nSet-Cookie: x=y", "/"),
        ("", "/"),
        (None, "/"),
    ],
)
def test_a_form_leads_back_into_the_desk_only(given: str | None, leads: str) -> None:
    assert way_back(given) == leads


def test_from_elsewhere_there_is_only_the_way_in(tmp_path: Path) -> None:
    with client_at(tmp_path / "far.db", host="0.0.0.0") as near:  # noqa: S104  what is tested
        far = client_of(near.app, ELSEWHERE)  # type: ignore[arg-type]
        for address in ("/", "/review", "/notes", "/map/places.geojson", "/api/claims"):
            assert far.get(address, follow_redirects=False).status_code in {303, 401, 403}, address
        page = far.get("/sign-in")
        assert page.status_code == 200
        assert 'type="password"' in page.text
        given = fields(far, "/sign-in", "/sign-in")
        assert far.post("/sign-in", data=given | {"given": "A. Stranger"}).status_code == 401
        assert far.post("/sign-in", data={"given": "A. Stranger"}).status_code == 403
