"""What people follow and what is new on it since they looked."""

from __future__ import annotations

import pytest
from tests.desk.held import ADDED, after, held_record
from tests.desk.test_notes import talks
from tests.record.readings import pakistani_reports
from tests.record.stores import Stores
from tests.record.tables import tables_of

from onrecord.desk.follows import Follows
from onrecord.desk.notes import Notes, Subject
from onrecord.desk.watches import Question, Watches
from onrecord.errors import ClaimNotFound, NotOnDesk, PersonNotFound, UsageError


def test_following_twice_is_once_and_giving_up_is_a_row(stores: Stores) -> None:
    with held_record(stores) as record:
        follows, held = Follows(record), record.claim(talks(record))
        first = follows.follow("A. Nna", "claim", held.claim.id, after(0))
        assert (first.label, first.since, first.seen_at) == (held.claim.gloss, first.since, first.since)
        assert follows.follow("A. Nna", "claim", held.links[-1].id, after(1)) == first
        assert all(follows.holds("A. Nna", "claim", link.id) for link in held.links)
        assert follows.followers("claim", held.links[-1].id) == ("A. Nna",)
        assert not follows.holds("B. Ob", "claim", held.claim.id)
        follows.unfollow("A. Nna", "claim", held.links[-1].id, after(2))
        follows.unfollow("A. Nna", "claim", held.claim.id, after(3))
        assert (follows.of("A. Nna"), follows.followers("claim", held.claim.id)) == ((), ())
        follows.follow("A. Nna", "claim", held.claim.id, after(2))
        assert follows.holds("A. Nna", "claim", held.claim.id)
    assert len(tables_of(stores.place())["follow"]) == 3


def test_what_is_new_on_a_claim(stores: Stores) -> None:
    with held_record(stores, pakistani_reports()[:1]) as record:
        follows = Follows(record)
        follows.follow("A. Nna", "claim", talks(record), after(1))
        assert follows.news("A. Nna") == ()
        record.add(pakistani_reports()[1], after(2))
        news = follows.news("A. Nna")
        assert sorted((one.kind, one.speaker) for one in news if one.kind == "statement") == [
            ("statement", "Rehman Malik"),
            ("statement", "The army"),
            ("statement", "The government"),
        ]
        (moved,) = [one for one in news if one.kind == "standing"]
        assert (moved.before, moved.after) == ("claimed-anonymously", "disputed")
        assert moved.statement == record.standing("TTP talks").changes[-1].because
        assert {one.claim for one in news} == {talks(record)}
        follows.looked("A. Nna", after(3))
        assert follows.news("A. Nna") == ()
        record.add(pakistani_reports()[2], after(4))
        assert {one.speaker for one in follows.news("A. Nna")} == {
            "Maulvi Faqir Mohammad",
            "Anonymous militants",
            "The army",
        }


def test_a_claim_is_still_followed_when_an_older_report_gives_it_another_id(stores: Stores) -> None:
    later = pakistani_reports()[1:]
    with held_record(stores, later) as record:
        follows, before = Follows(record), talks(record)
        follows.follow("A. Nna", "claim", before, after(1))
        record.add(pakistani_reports()[0], after(2))
        assert talks(record) != before
        assert follows.holds("A. Nna", "claim", talks(record))
        assert [one.words for one in follows.news("A. Nna") if one.kind == "statement"] == [
            "exploratory talks were under way"
        ]


def test_what_is_new_of_an_actor_and_of_a_party_is_told_once(stores: Stores) -> None:
    with held_record(stores, pakistani_reports()[:3]) as record:
        follows, ttp = Follows(record), record.identities("TTP")[0]
        follows.follow("A. Nna", "party", "ttp", after(1))
        faqir = record.who("Faqir").person
        assert faqir is not None
        follows.follow("A. Nna", "actor", faqir.id, after(1))
        assert {one.label for one in follows.of("A. Nna")} == {"TTP", "Maulvi Faqir Mohammad"}
        assert ttp.known_as == "ttp"
        record.add(pakistani_reports()[3], after(2))
        (news,) = follows.news("A. Nna")
        assert (news.speaker, news.party, news.words) == ("Ehsanullah Ehsan", "TTP", "that talks were held")


def test_what_others_write_is_news(stores: Stores) -> None:
    with held_record(stores) as record:
        follows, notes = Follows(record), Notes(record)
        follows.follow("A. Nna", "claim", talks(record), after(1))
        notes.write(Subject("claim", talks(record)), "my own", "A. Nna", after(2))
        note = notes.write(Subject("claim", record.claim(talks(record)).links[-1].id), "look", "B. Ob", after(3))
        slip = notes.write(Subject("claim", talks(record)), "slip", "B. Ob", after(4))
        notes.withdraw(slip.id, "B. Ob", after(5))
        assert [(one.kind, one.note and one.note.id) for one in follows.news("A. Nna")] == [("note", note.id)]
        assert follows.news("C. Lara") == ()


def test_replies_to_a_note_of_ones_own_are_news_without_following(stores: Stores) -> None:
    with held_record(stores) as record:
        follows, notes = Follows(record), Notes(record)
        mine = notes.write(Subject("claim", talks(record)), "who?", "A. Nna", after(1))
        reply = notes.write(Subject("note", mine.id), "he", "B. Ob", after(2))
        (news,) = follows.news("A. Nna")
        assert (news.kind, news.follow, news.note and news.note.id) == ("reply", None, reply.id)
        assert follows.news("B. Ob") == ()
        follows.looked("A. Nna", after(3))
        assert follows.news("A. Nna") == ()


def test_findings_of_a_saved_question_are_news(stores: Stores) -> None:
    with held_record(stores, pakistani_reports()[:3]) as record:
        follows, watches = Follows(record), Watches(record)
        watch = watches.add(Question("any-denial", party="TTP"), "B. Ob", after(1))
        follows.follow("A. Nna", "watch", watch.id[:8], after(1))
        watches.run(after(1))
        assert follows.news("A. Nna") == ()
        record.add(pakistani_reports()[3], after(2))
        (found,) = watches.run(after(3))
        (news,) = follows.news("A. Nna")
        assert (news.kind, news.finding, news.follow and news.follow.label) == ("finding", found, "any denial by TTP")


def test_one_thing_is_looked_at_alone(stores: Stores) -> None:
    with held_record(stores, pakistani_reports()[:1]) as record:
        follows = Follows(record)
        held = follows.follow("A. Nna", "claim", talks(record), after(1))
        follows.follow("A. Nna", "party", "ttp", after(1))
        record.add(pakistani_reports()[3], after(2))
        follows.looked("A. Nna", after(3), "claim", held.subject)
        assert {one.follow and one.follow.kind for one in follows.news("A. Nna")} == {"party"}


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("claim", ClaimNotFound),
        ("actor", PersonNotFound),
        ("party", PersonNotFound),
        ("watch", NotOnDesk),
        ("x", UsageError),
    ],
)
def test_what_is_not_there_is_not_followed(stores: Stores, kind: str, error: type[Exception]) -> None:
    with held_record(stores) as record:
        with pytest.raises(error):
            Follows(record).follow("A. Nna", kind, "0" * 24, ADDED)  # type: ignore[arg-type]
        Follows(record).unfollow("A. Nna", kind, "0" * 24, ADDED)  # type: ignore[arg-type]
        assert not Follows(record).holds("A. Nna", kind, "0" * 24)  # type: ignore[arg-type]
