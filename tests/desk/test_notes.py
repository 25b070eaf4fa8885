"""Notes on all that can be noted on, replies, withdrawals, and what is refused."""

from __future__ import annotations

import pytest
from tests.desk.held import ADDED, after, held_record
from tests.record.stores import Stores
from tests.record.tables import tables_of

from onrecord.desk.noterows import MOST_DEEP
from onrecord.desk.notes import MOST_CHARACTERS, Notes, Subject
from onrecord.errors import (
    ClaimNotFound,
    CursorUnknown,
    NotAllowed,
    NotOnDesk,
    PersonNotFound,
    ReportNotFound,
    UsageError,
)
from onrecord.record import Record


def report_of(record: Record, given: str) -> str:
    return next(report.id for report in record.reports() if report.given_id == given)


def talks(record: Record) -> str:
    return record.claims("TTP talks")[0].claim.id


def test_a_note_stands_on_the_characters_it_is_about(stores: Stores) -> None:
    with held_record(stores) as record:
        ident, notes = report_of(record, "dec-10"), Notes(record)
        text = record.reading(ident).article.text
        start = text.index("peace talks")
        note = notes.write(Subject("report", ident, start, start + 11), " his\r\nwords ", "A. Nna", ADDED)
        assert (note.quoted, note.text, note.user, note.report) == ("peace talks", "his\nwords", "A. Nna", ident)
        assert note.thread == note.id
        assert notes.note(note.id) == note
        assert notes.on(Subject("report", ident)) == (note,)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 3), (0, 10**6), (0, None), (None, 4)])
def test_a_stretch_has_to_be_in_the_report(stores: Stores, start: int | None, end: int | None) -> None:
    with held_record(stores) as record, pytest.raises(UsageError):
        Notes(record).write(Subject("report", report_of(record, "dec-10"), start, end), "x", "A. Nna", ADDED)


def test_notes_on_a_report_stand_in_the_order_of_its_text(stores: Stores) -> None:
    with held_record(stores) as record:
        ident, notes = report_of(record, "dec-10"), Notes(record)
        said = [link.statement for link in record.claim(talks(record)).links if link.report == ident]
        late = notes.write(Subject("statement", said[-1]), "on the last", "A. Nna", after(0))
        early = notes.write(Subject("report", ident, 0, 5), "on the first words", "B. Ob", after(1))
        whole = notes.write(Subject("report", ident), "on all of it", "B. Ob", after(2))
        assert [note.id for note in notes.on(Subject("report", ident))] == [early.id, whole.id, late.id]
        assert [note.id for note in notes.on(Subject("statement", said[-1]))] == [late.id]
        assert notes.counts("report") == {ident: 3}


def test_a_note_on_a_claim_is_found_by_every_id_of_the_claim(stores: Stores) -> None:
    with held_record(stores) as record:
        held, notes = record.claim(talks(record)), Notes(record)
        note = notes.write(Subject("claim", held.links[-1].id), "of 2011", "A. Nna", ADDED)
        for link in held.links:
            assert [one.id for one in notes.on(Subject("claim", link.id))] == [note.id]
        assert notes.counts("claim", [link.id for link in held.links]) == {held.links[-1].id: 1}


def test_a_note_on_an_actor_is_found_by_every_id_of_the_actor(stores: Stores) -> None:
    with held_record(stores) as record:
        army, notes = record.identities("Pakistan Army")[0], Notes(record)
        assert len(army.members) > 1
        note = notes.write(Subject("actor", army.members[-1]), "its spokesmen", "A. Nna", ADDED)
        for ident in (army.id, *army.members):
            assert [one.id for one in notes.on(Subject("actor", ident))] == [note.id]


def test_replies_stand_under_what_they_reply_to(stores: Stores) -> None:
    with held_record(stores) as record:
        notes = Notes(record)
        first = notes.write(Subject("claim", talks(record)), "who?", "A. Nna", after(0))
        second = notes.write(Subject("note", first.id), "he", "B. Ob", after(1))
        third = notes.write(Subject("note", second.id), "sure?", "A. Nna", after(2))
        fourth = notes.write(Subject("note", first.id), "or she", "C. Lara", after(3))
        (thread,) = notes.on(Subject("claim", talks(record)))
        assert [reply.id for reply in thread.replies] == [second.id, fourth.id]
        assert [reply.id for reply in thread.replies[0].replies] == [third.id]
        assert {note.thread for note in (first, second, third, fourth)} == {first.id}
        assert notes.counts("claim") == {talks(record): 4}
        assert [reply.id for reply in notes.note(second.id).replies] == [third.id]


def test_replies_do_not_go_down_for_ever(stores: Stores) -> None:
    with held_record(stores) as record:
        notes = Notes(record)
        note = notes.write(Subject("claim", talks(record)), "0", "A. Nna", ADDED)
        for depth in range(MOST_DEEP):
            note = notes.write(Subject("note", note.id), str(depth), "A. Nna", after(depth))
        with pytest.raises(UsageError, match="deep at most"):
            notes.write(Subject("note", note.id), "x", "A. Nna", after(99))


def test_the_text_of_a_withdrawn_note_is_gone_and_the_note_is_not(stores: Stores) -> None:
    with held_record(stores) as record:
        notes = Notes(record)
        note = notes.write(Subject("claim", talks(record)), "a slip", "A. Nna", after(0))
        reply = notes.write(Subject("note", note.id), "indeed", "B. Ob", after(1))
        with pytest.raises(NotAllowed, match=r"A\. Nna"):
            notes.withdraw(note.id, "B. Ob", after(2))
        gone = notes.withdraw(note.id, "A. Nna", after(3))
        assert (gone.text, gone.withdrawn_by, gone.withdrawn_at) == (None, "A. Nna", gone.withdrawn_at)
        assert gone.withdrawn_at is not None
        assert notes.withdraw(note.id, "A. Nna", after(4)) == gone
        (thread,) = notes.on(Subject("claim", talks(record)))
        assert (thread.text, [one.text for one in thread.replies]) == (None, ["indeed"])
        assert notes.counts("claim") == {talks(record): 1}
        assert notes.withdraw(reply.id, "C. Hief", after(5), anybodys=True).withdrawn_by == "C. Hief"
    kept = tables_of(stores.place())["note"]
    assert len(kept) == 4
    assert sum("a slip" in row for row in kept) == 1


def test_the_newest_notes_come_in_pages(stores: Stores) -> None:
    with held_record(stores) as record:
        notes, claim = Notes(record), talks(record)
        made = [
            notes.write(Subject("claim", claim), str(n), "A. Nna" if n % 2 else "B. Ob", after(n // 2))
            for n in range(7)
        ]
        seen, after_that = list[str](), None
        while True:
            page = notes.newest(limit=3, after=after_that)
            seen += [note.id for note in page.notes]
            if page.next is None:
                break
            after_that = page.next
        assert sorted(seen) == sorted(note.id for note in made)
        assert len(set(seen)) == 7
        assert [note.written_at for note in page.notes] == [made[0].written_at]
        assert {note.user for note in notes.newest(user="A. Nna").notes} == {"A. Nna"}
        assert notes.newest(kind="report").notes == ()
        with pytest.raises(CursorUnknown):
            notes.newest(after="nonsense")


@pytest.mark.parametrize("text", ["", " \n ", "x" * (MOST_CHARACTERS + 1)])
def test_notes_that_are_none(stores: Stores, text: str) -> None:
    with held_record(stores) as record, pytest.raises(UsageError):
        Notes(record).write(Subject("claim", talks(record)), text, "A. Nna", ADDED)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "\u202egnihton", "zero \0 one", "x" * MOST_CHARACTERS, "🕊"]
)
def test_any_other_text_comes_back_as_it_was_written(stores: Stores, text: str) -> None:
    with held_record(stores) as record:
        note = Notes(record).write(Subject("claim", talks(record)), text, "A. Nna", ADDED)
        assert Notes(record).note(note.id).text == text


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("report", ReportNotFound),
        ("statement", NotOnDesk),
        ("claim", ClaimNotFound),
        ("actor", PersonNotFound),
        ("note", NotOnDesk),
        ("weather", UsageError),
    ],
)
def test_notes_on_what_is_not_there(stores: Stores, kind: str, error: type[Exception]) -> None:
    with held_record(stores) as record:
        with pytest.raises(error):
            Notes(record).write(Subject(kind, "0" * 24), "x", "A. Nna", ADDED)  # type: ignore[arg-type]
        assert Notes(record).on(Subject("claim", "0" * 24)) == ()
        with pytest.raises(NotOnDesk):
            Notes(record).withdraw("0" * 24, "A. Nna", ADDED)


def test_the_same_note_at_the_same_moment_is_one(stores: Stores) -> None:
    with held_record(stores) as record:
        notes = Notes(record)
        made = {notes.write(Subject("claim", talks(record)), "twice", "A. Nna", ADDED).id for _ in range(2)}
        assert len(made) == len(notes.newest().notes) == 1
