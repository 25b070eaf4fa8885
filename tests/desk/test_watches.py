"""Saved questions: what each kind finds, each thing once, in whatever order and however often reports come in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import permutations

import pytest
from sqlalchemy import text
from tests.desk.held import ADDED, after, held_record
from tests.record.readings import (
    ANONYMOUS,
    COLOMBIA_DENIES,
    EHSAN_DENIES,
    FAQIR_CONFIRMS,
    colombian_reports,
    pakistani_reports,
    reading_of_report,
)
from tests.record.stores import Stores
from tests.record.tables import tables_of

from onrecord.desk.watches import WATCH_KINDS, Finding, Question, Watches
from onrecord.errors import ClaimNotFound, CursorUnknown, NotAllowed, NotOnDesk, PersonNotFound, UsageError
from onrecord.model import Reading
from onrecord.record import Record

TALKS = "talks between TTP and Government of Pakistan"


def grown(record: Record, question: Question, readings: Sequence[Reading]) -> list[list[Finding]]:
    """What a question finds in an empty record after each report."""
    watches = Watches(record)
    watch = watches.add(question, "A. Nna", ADDED)
    found = [list(watches.run(ADDED, watch.id))]
    for number, reading in enumerate(readings, 1):
        record.add(reading, after(number))
        found.append(list(watches.run(after(number), watch.id)))
    return found


def told(found: Sequence[Sequence[Finding]]) -> list[list[str]]:
    return [[one.said for one in some] for some in found]


def test_the_first_named_confirmation_is_told_when_it_comes(stores: Stores) -> None:
    with held_record(stores, []) as record:
        found = grown(record, Question("first-named-confirmation", words="TTP talks"), pakistani_reports())
        assert told(found) == [[], [], [], [f"Maulvi Faqir Mohammad confirms: {TALKS}"], []]
        (one,) = found[3]
        assert (one.published, one.party, one.already) == (date(2011, 12, 10), "TTP", False)
        assert (one.statement, one.claim) == (
            record.standing("TTP talks").first_named_confirmation.statement,  # type: ignore[union-attr]
            record.standing("TTP talks").claim.id,
        )


def test_denials_are_told_of_a_party_and_of_its_branches(stores: Stores) -> None:
    with held_record(stores, []) as record:
        question = Question("any-denial", words="talks", party="Government of Pakistan")
        found = grown(record, question, [*pakistani_reports(), *colombian_reports()])
        assert [len(some) for some in found] == [0, 0, 3, 1, 0, 0, 0, 0, 0]
        assert {one.party for some in found for one in some} == {"Government of Pakistan", "Pakistan Army"}


def test_denials_by_anybody_of_anything(stores: Stores) -> None:
    with held_record(stores, []) as record:
        found = grown(record, Question("any-denial"), [*pakistani_reports(), *colombian_reports()])
        assert [len(some) for some in found] == [0, 0, 3, 1, 1, 0, 1, 0, 0]


def test_a_party_goes_by_its_other_names(stores: Stores) -> None:
    with held_record(stores, [], {"ttp": ["Tehrik-i-Taliban Pakistan"]}) as record:
        found = grown(record, Question("any-denial", party="tehrik i taliban"), pakistani_reports())
        assert told(found)[4] == [f"Ehsanullah Ehsan denies: {TALKS}"]


def test_changes_of_standing_are_those_that_the_record_answers(stores: Stores) -> None:
    with held_record(stores, []) as record:
        found = grown(record, Question("standing-changed", words="TTP talks"), pakistani_reports())
        moved = [(one.before, one.after, one.statement) for some in found for one in some]
        assert moved == [(c.before, c.after, c.because) for c in record.standing("TTP talks").changes[1:]]
        assert [one.said for some in found for one in some] == [f"claimed-anonymously → disputed: {TALKS}"]


def test_a_claim_is_new_once(stores: Stores) -> None:
    with held_record(stores, []) as record:
        found = grown(record, Question("new-claim", words="talks"), [*pakistani_reports(), *colombian_reports()])
        assert told(found)[:3] == [[], [f"new: {TALKS}"], []]
        assert [one.gloss for some in found for one in some] == [
            TALKS,
            "talks between FARC and Government of Colombia",
        ]


def test_an_older_report_makes_no_claim_new_again(stores: Stores) -> None:
    with held_record(stores, []) as record:
        found = grown(record, Question("new-claim"), list(reversed(pakistani_reports())))
        assert [len(some) for some in found] == [0, 1, 0, 0, 0]
        assert found[1][0].claim != record.claims()[0].claim.id
        assert record.standing(found[1][0].claim or "").claim.id == record.claims()[0].claim.id


def test_what_somebody_says_and_what_is_said_for_a_party(stores: Stores) -> None:
    with held_record(stores, pakistani_reports()[:1]) as record:
        record.add(pakistani_reports()[2], ADDED)
        faqir = record.who("Faqir").person
        assert faqir is not None
        watches = Watches(record)
        by_actor = watches.add(Question("new-statement", actor=faqir.id), "A. Nna", after(1))
        by_party = watches.add(Question("new-statement", party="TTP", words="talks"), "A. Nna", after(1))
        assert told([watches.run(after(1), by_actor.id)]) == [["Maulvi Faqir Mohammad: peace talks"]]
        assert [one.already for one in watches.run(after(1), by_party.id)] == [True, True, True]
        record.add(pakistani_reports()[3], after(2))
        assert told([watches.run(after(2))]) == [["Ehsanullah Ehsan: that talks were held"]]


def test_a_copy_is_no_second_denial(stores: Stores) -> None:
    body = " ".join(f"word{n} of the agency" for n in range(200))
    first = reading_of_report("one", date(2011, 12, 11), EHSAN_DENIES, body=body)
    copy = reading_of_report("two", date(2011, 12, 12), EHSAN_DENIES, body=body, outlet="Another")
    earlier = reading_of_report("three", date(2011, 12, 10), EHSAN_DENIES, body=body, outlet="A Third")
    with held_record(stores, []) as record:
        found = grown(record, Question("any-denial"), [first, copy, earlier])
        assert len({report.origin for report in record.reports()}) == 1
        assert [len(some) for some in found] == [0, 1, 0, 0]


def test_a_killed_report_is_told(stores: Stores) -> None:
    news = reading_of_report("news", date(2011, 12, 10), FAQIR_CONFIRMS)
    with held_record(stores, [news]) as record:
        watches = Watches(record)
        of_talks = watches.add(Question("correction", words="TTP talks"), "A. Nna", ADDED)
        of_else = watches.add(Question("correction", words="FARC talks"), "A. Nna", ADDED)
        assert watches.run(ADDED) == ()
        report = record.reports()[0].id
        with record.changing() as connection:
            row = {
                "r": report,
                "k": "killed",
                "p": date(2011, 12, 11),
                "t": after(1).isoformat(timespec="microseconds"),
            }
            connection.execute(
                text(
                    "INSERT INTO withdrawal (report_id, notice_report, kind, published, recorded_at)"
                    " VALUES (:r, :r, :k, :p, :t)"
                ),
                row | {"p": row["p"].isoformat()} if stores.in_files else row,  # type: ignore[attr-defined]
            )
        (found,) = watches.run(after(1))
        assert (found.watch, found.report, found.detail) == (of_talks.id, report, "killed by its outlet")
        assert watches.findings(of_else.id).findings == ()


@pytest.mark.parametrize("kind", [kind for kind in WATCH_KINDS if kind != "new-statement"])
def test_running_again_finds_nothing_more(stores: Stores, kind: str) -> None:
    with held_record(stores) as record:
        watches = Watches(record)
        watch = watches.add(Question(kind), "A. Nna", after(1))  # type: ignore[arg-type]
        first = watches.run(after(1))
        assert all(one.already for one in first)
        before = tables_of(stores.place())
        assert watches.run(after(2)) == ()
        assert tables_of(stores.place()) == before
        assert watches.run(after(3), watch.id, whole=True) == ()
        assert sorted(one.id for one in watches.findings().findings) == sorted(one.id for one in first)


def test_a_run_that_was_killed_is_made_up_for(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    with held_record(stores) as record:
        watches = Watches(record)
        watches.add(Question("any-denial"), "A. Nna", after(1))
        watches.add(Question("new-claim"), "A. Nna", after(2))
        keep = Watches._keep

        def killed_at_the_second(self: Watches, *given: object) -> list[Finding]:
            if Watches.findings(self).findings:
                raise KeyboardInterrupt
            return keep(self, *given)  # type: ignore[arg-type]

        monkeypatch.setattr(Watches, "_keep", killed_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            watches.run(after(3))
        monkeypatch.undo()
        assert {one.what for one in watches.findings().findings} == {"any-denial"}
        assert {one.what for one in watches.run(after(4))} == {"new-claim"}


def test_reports_that_come_in_late_are_found_too(stores: Stores) -> None:
    with held_record(stores, pakistani_reports()[1:]) as record:
        watches = Watches(record)
        watches.add(Question("new-statement", party="TTP"), "A. Nna", ADDED)
        assert len(watches.run(after(1))) == 3
        # Another process took its time of recording first and came to write last.
        record.add(pakistani_reports()[0], after(-1))
        assert told([watches.run(after(2))]) == [["Anonymous militants: exploratory talks were under way"]]


def test_a_reviewers_decision_is_heard(stores: Stores) -> None:
    with held_record(stores) as record:
        watches = Watches(record)
        watches.add(Question("standing-changed", words="TTP talks"), "A. Nna", ADDED)
        watches.run(ADDED)
        denials = [link.statement for link in record.claim("TTP talks").links if link.stance == "denies"]
        with record.review("R. Eviewer", after(1)) as review:
            for statement in denials:
                review.judge_link(statement, "TTP talks", "reject")
        assert [one.after for one in watches.run(after(2))] == ["claimed-by-one-side"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_in_whatever_order_reports_come_the_denials_are_the_same(stores: Stores, order: tuple[int, ...]) -> None:
    readings = [pakistani_reports()[n] for n in (1, 2, 3)]
    with held_record(stores, []) as record:
        found = grown(record, Question("any-denial"), [readings[n] for n in order])
        denials = {link.statement for link in record.claim("TTP talks").links if link.stance == "denies"}
        assert sorted(one.statement or "" for some in found for one in some) == sorted(denials)


def test_what_was_published_before_a_day_is_left_out(stores: Stores) -> None:
    with held_record(stores) as record:
        watches = Watches(record)
        watches.add(Question("any-denial", since=date(2011, 12, 10)), "A. Nna", ADDED)
        assert {one.published for one in watches.run(ADDED)} == {date(2011, 12, 10), date(2011, 12, 11)}


def test_one_claim_is_asked_about_by_its_id(stores: Stores) -> None:
    with held_record(stores, [*pakistani_reports(), *colombian_reports()]) as record:
        watches, claim = Watches(record), record.standing("FARC talks").claim.id
        watches.add(Question("any-denial", claim=claim), "A. Nna", ADDED)
        assert {one.gloss for one in watches.run(ADDED)} == {"talks between FARC and Government of Colombia"}
        record.add(reading_of_report("again", date(2012, 8, 21), COLOMBIA_DENIES), after(1))
        record.add(reading_of_report("other", date(2012, 8, 21), ANONYMOUS), after(1))
        assert [one.claim for one in watches.run(after(1))] == [record.standing("FARC talks").claim.id]


def test_findings_come_in_pages_the_last_found_first(stores: Stores) -> None:
    with held_record(stores) as record:
        watches = Watches(record)
        mine = watches.add(Question("any-denial"), "A. Nna", ADDED)
        watches.add(Question("new-claim"), "B. Ob", ADDED)
        watches.run(ADDED)
        seen, cursor = list[Finding](), None
        while True:
            page = watches.findings(limit=2, after=cursor)
            seen += page.findings
            cursor = page.next
            if cursor is None:
                break
        assert len({one.id for one in seen}) == len(seen) == 6
        days = [one.published or date.min for one in seen]
        assert days == sorted(days, reverse=True)
        assert len(watches.findings(mine.id[:8]).findings) == len(watches.findings(user="A. Nna").findings) == 5
        for wrong in ("nonsense", "a b c", "a 2011-13-01 c"):
            with pytest.raises(CursorUnknown):
                watches.findings(after=wrong)


def test_a_question_is_given_up_by_a_row(stores: Stores) -> None:
    with held_record(stores) as record:
        watches = Watches(record)
        watch = watches.add(Question("any-denial", party="TTP"), "A. Nna", ADDED, name="Denials of the TTP")
        watches.run(ADDED)
        with pytest.raises(NotAllowed, match=r"A\. Nna"):
            watches.remove(watch.id, "B. Ob", after(1))
        assert watches.remove(watch.id[:6], "A. Nna", after(1)).removed_by == "A. Nna"
        assert watches.remove(watch.id, "C. Hief", after(2), anybodys=True).removed_by == "A. Nna"
        assert (watches.all(), [one.name for one in watches.all(removed=True)]) == ((), ["Denials of the TTP"])
        assert len(watches.findings(watch.id).findings) == 1
        assert watches.run(after(3)) == ()
        with pytest.raises(NotOnDesk):
            watches.watch("0" * 24)


def wrong_questions() -> Iterator[tuple[Question, type[Exception]]]:
    yield Question("weather"), UsageError  # type: ignore[arg-type]
    yield Question("new-statement"), UsageError
    yield Question("new-claim", claim="0" * 24), UsageError
    yield Question("any-denial", actor="0" * 24), UsageError
    yield Question("any-denial", words="talks", claim="0" * 24), UsageError
    yield Question("any-denial", words="x" * 201), UsageError
    yield Question("any-denial", words="talks \0"), UsageError
    yield Question("any-denial", party="\u202e"), UsageError
    yield Question("any-denial", claim="0" * 24), ClaimNotFound
    yield Question("new-statement", actor="0" * 24), PersonNotFound


@pytest.mark.parametrize(("question", "error"), list(wrong_questions()))
def test_questions_that_make_no_sense(stores: Stores, question: Question, error: type[Exception]) -> None:
    with held_record(stores) as record, pytest.raises(error):
        Watches(record).add(question, "A. Nna", ADDED)


@pytest.mark.parametrize("words", ["", "no such words", "talks", "%", '"', "مذاکرات", "x " * 100])
def test_any_words_may_be_asked(stores: Stores, words: str) -> None:
    with held_record(stores) as record:
        watches = Watches(record)
        for kind in WATCH_KINDS:
            party = "TTP" if kind == "new-statement" else None
            watches.add(Question(kind, words=words, party=party), "A. Nna", ADDED)
        watches.run(ADDED)
        assert len(watches.all()) == len(WATCH_KINDS)


def test_a_question_says_what_it_asks(stores: Stores) -> None:
    with held_record(stores, []) as record:
        watch = Watches(record).add(
            Question("any-denial", words="  talks ", party="TTP", since=date(2011, 1, 1)), "A. Nna", ADDED
        )
        assert watch.name == watch.question.said == "any denial by TTP of talks since 2011-01-01"
        assert Watches(record).watch(watch.id) == watch
        assert datetime.fromisoformat(watch.made_at) == ADDED
