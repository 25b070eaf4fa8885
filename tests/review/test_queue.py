"""The queue puts first what is unsure and what a standing hangs on, and leaves out what a reviewer has judged."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module

import pytest
from tests.record.readings import pakistani_reports
from tests.record.stores import Stores
from tests.record.tables import add_all
from tests.review.judged import COLOMBIAN, NOW, PAKISTANI, add_reports, statement

from onrecord.errors import ClaimNotFound, ReportNotFound, UsageError
from onrecord.record import Record
from onrecord.review import ReviewItem, ReviewPage, ReviewQueue, queue


@pytest.fixture
def record(stores: Stores) -> Iterator[Record]:
    add_reports(stores.place())
    with Record.open(stores.place()) as opened:
        yield opened


def keys(page: ReviewPage) -> list[tuple[str, str]]:
    return [(item.kind, item.id) for item in page.items]


def of_statement(page: ReviewPage, ident: str) -> ReviewItem:
    return next(item for item in page.items if (item.kind, item.statement) == ("statement", ident))


def test_the_only_named_confirmation_comes_before_a_denial_that_is_as_unsure(record: Record) -> None:
    page = queue(record, 100)
    faqir, malik = statement(record, "Maulvi"), statement(record, "Rehman")
    first, second = of_statement(page, faqir), of_statement(page, malik)
    assert (first.sure, second.sure) == (0.55, 0.55)
    assert page.items[0] == first
    assert first.priority == pytest.approx(0.45 * 2.5)
    assert second.priority == pytest.approx(0.45)
    assert first.reason == (
        "55 % sure that it was read right; it is the only confirmation by a named speaker of a party to the claim"
    )
    assert second.reason == "55 % sure that it was read right; it counts among others"
    assert [item.priority for item in page.items] == sorted((i.priority for i in page.items), reverse=True)


def test_what_a_standing_hangs_on_says_where_the_claim_would_stand(record: Record) -> None:
    malik = statement(record, "Rehman")
    for words in ("The government", "Ehsanullah"):
        with record.review("Somebody", NOW) as review:
            review.reject_statement(statement(record, words))
    item = of_statement(queue(record, 100), malik)
    assert "without it the claim would be claimed by one side, not disputed" in item.reason
    assert item.priority == pytest.approx(0.45 * 3)


def test_an_item_has_the_words_of_the_report_and_where_they_stand(record: Record) -> None:
    for item in queue(record, 100).items:
        text = record.reading(item.report).article.text
        spans = [item.context, *(span for span in (item.source, item.cue) if span is not None), *item.content]
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert all(item.context.start <= span.start and span.end <= item.context.end for span in spans)
        assert item.evidence
    item = of_statement(queue(record, 100), statement(record, "Maulvi"))
    assert (item.speaker, item.party, item.stance, item.act) == (
        "Maulvi Faqir Mohammad",
        "TTP",
        "affirms",
        "confirms",
    )
    assert (item.claim, item.standing) == (record.claim(PAKISTANI).claim.id, "disputed")


def test_statements_of_copies_come_up_once(record: Record) -> None:
    items = queue(record, 100, claim=COLOMBIAN, kinds=["statement"]).items
    assert len(items) == 2
    links = record.claim(COLOMBIAN).links
    assert {item.statement for item in items} | {c for item in items for c in item.copies} == {
        x.statement for x in links
    }
    assert {item.outlet for item in items} == {"semana"}


def test_pages_follow_one_another_and_hold_everything_once(record: Record) -> None:
    whole = queue(record, 100)
    assert whole.next is None
    assert whole.left == len(whole.items) == 14
    found, after = list[tuple[str, str]](), None
    while True:
        page = queue(record, 3, after)
        assert page.left == whole.left - len(found)
        found += keys(page)
        after = page.next
        if after is None:
            break
        assert after == page.items[-1].place
    assert found == keys(whole)


def test_it_is_narrowed_by_kind_claim_party_and_report(record: Record) -> None:
    assert {item.kind for item in queue(record, 100, kinds=["link"]).items} == {"link"}
    assert {item.claim for item in queue(record, 100, claim=COLOMBIAN).items} == {record.claim(COLOMBIAN).claim.id}
    assert {item.party for item in queue(record, 100, party="TTP").items} == {"TTP"}
    assert {item.party for item in queue(record, 100, party="gov-pak").items} == {"Government of Pakistan"}
    report = record.report_id_of(record.reading("nov-16").article)
    assert {item.report for item in queue(record, 100, report="nov-16").items} == {report}
    assert queue(record, 100, report="nov-16", claim=COLOMBIAN).items == ()
    assert queue(record, 100, party="Nobody").items == ()


def test_what_a_reviewer_has_judged_is_left_out_for_him_and_later_for_others(record: Record) -> None:
    faqir = statement(record, "Maulvi")
    with record.review("One", NOW, "as printed") as review:
        review.accept_statement(faqir)
        review.judge_link(faqir, PAKISTANI, "reject")
    mine, yours = queue(record, 100, user=" One "), queue(record, 100, user="Two")
    assert faqir not in {item.statement for item in mine.items}
    item = of_statement(yours, faqir)
    assert [(said.user, said.action, said.note) for said in item.said] == [("One", "accept", "as printed")]
    assert item.reason == (
        "55 % sure that it was read right; a reviewer rejected it, and it counts for nothing; it was judged once before"
    )
    (link,) = (item for item in yours.items if (item.kind, item.statement) == ("link", faqir))
    assert {(said.user, said.action) for said in link.said} == {("One", "reject"), ("One", "accept")}


def test_where_reviewers_differ_a_third_is_asked_first(record: Record) -> None:
    ehsan = statement(record, "Ehsanullah")
    before = of_statement(queue(record, 100), ehsan).priority
    with record.review("One", NOW) as review:
        review.accept_statement(ehsan)
    assert of_statement(queue(record, 100), ehsan).priority == pytest.approx(before / 2)
    with record.review("Two", NOW + timedelta(minutes=1)) as review:
        review.correct_statement(ehsan, {"source_kind": "role"})
    item = of_statement(queue(record, 100, user="Three"), ehsan)
    assert item.priority == pytest.approx(before * 2)
    assert item.reason.endswith("; reviewers differ on it")
    assert [(said.user, said.text) for said in item.said] == [("One", None), ("Two", "source kind: named → role")]
    assert (item.source_kind, item.speaker) == ("role", None)


def test_a_withdrawn_word_brings_a_thing_back(record: Record) -> None:
    before = queue(record, 100, user="One")
    with record.review("One", NOW) as review:
        review.unsure_statement(statement(record, "Maulvi"))
    assert queue(record, 100, user="One").left == before.left - 1
    with record.review("One", NOW + timedelta(minutes=1)) as review:
        review.withdraw_correction(statement(record, "Maulvi"))
    assert queue(record, 100, user="One") == before


def test_a_queue_that_is_kept_takes_in_what_changes(record: Record, stores: Stores) -> None:
    ready = ReviewQueue(record)
    assert ready.progress == 1.0
    assert ready.page().items == ()
    assert ready.refresh(most=1)
    assert 0 < ready.progress < 1
    while ready.progress < 1:
        ready.refresh(most=1)
    assert not ready.refresh()
    assert ready.page(100) == queue(record, 100)
    add_all(stores.place(), pakistani_reports())
    with record.review("One", NOW) as review:
        review.correct_statement(statement(record, "Ehsanullah"), {"act": "confirms"})
        review.judge_link(statement(record, "Maulvi"), PAKISTANI, "reject")
    assert ready.refresh()
    assert ready.page(100) == queue(record, 100)
    with record.review("One", NOW + timedelta(minutes=1)) as review:
        review.withdraw_correction(statement(record, "Ehsanullah"))
        review.unjudge_link(statement(record, "Maulvi"), PAKISTANI)
        review.reject_statement(statement(record, "President", COLOMBIAN))
    assert ready.refresh()
    assert ready.page(100) == queue(record, 100)
    (faqir, *_), (malik, *_) = (record.identities(name) for name in ("Faqir", "Malik"))
    record.judge(faqir.members[0], malik.members[0], "different", "One", NOW)
    assert ready.refresh()
    assert ready.page(100) == queue(record, 100)


def test_an_empty_record_has_nothing_to_review(stores: Stores) -> None:
    with Record.open(stores.place("none"), create=True) as record:
        assert queue(record) == ReviewPage((), 0, None)
        assert not ReviewQueue(record).refresh()


def test_what_makes_no_sense_is_said(record: Record) -> None:
    for wrong, message in (
        ({"limit": 0}, "a page of 0 items holds nothing"),
        ({"kinds": ("links",)}, "'links' is no kind of thing to review; give any of: link, statement"),
        ({"after": "soon"}, "'soon' is no place in the queue"),
    ):
        with pytest.raises(UsageError, match=message):
            queue(record, **wrong)
    with pytest.raises(ClaimNotFound):
        queue(record, claim="talks on the moon")
    with pytest.raises(ReportNotFound):
        queue(record, report="ffffffffffff")


def test_a_large_record_is_weighed_in_the_background(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("onrecord.review.queue")
    monkeypatch.setattr(module, "_FEW", 0)
    monkeypatch.setattr(module, "_STEP", 1)
    ready = ReviewQueue(record)
    assert ready.refresh(most=1)
    with record.review("One", NOW) as review:
        review.reject_statement(statement(record, "President", COLOMBIAN))
    ready.refresh(most=1)
    until = time.monotonic() + 60
    while ready.progress < 1 and time.monotonic() < until:
        time.sleep(0.01)
    ready.close()
    ready.refresh()
    assert ready.page(100) == queue(record, 100)
