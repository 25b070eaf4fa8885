"""Two reviewers agree on so many judgements of so many, and on so much more than chance would have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest
from tests.record.stores import Stores
from tests.review.judged import COLOMBIAN, NOW, PAKISTANI, add_reports, statement

from onrecord.errors import UsageError
from onrecord.record import Record
from onrecord.review import agreement
from onrecord.review.agreement import kappa

ONE, TWO = "R. One", "R. Two"


@pytest.fixture
def record(stores: Stores) -> Iterator[Record]:
    add_reports(stores.place())
    with Record.open(stores.place()) as opened:
        yield opened


def test_kappa_is_cohens() -> None:
    # The worked example of Wikipedia's article: 20 both yes, 15 both no, 5 and 10 apart.
    pairs = Counter({("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15})
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa(Counter({("yes", "yes"): 3, ("no", "no"): 1})) == 1
    assert kappa(Counter({("yes", "no"): 1, ("no", "yes"): 1})) == -1
    assert kappa(Counter({("yes", "yes"): 3})) is None
    assert kappa(Counter()) is None


def test_what_both_judged_is_compared_by_kind(record: Record) -> None:
    faqir, malik, ehsan = (statement(record, words) for words in ("Maulvi", "Rehman", "Ehsanullah"))
    with record.review(ONE, NOW) as review:
        review.accept_statement(faqir)
        review.correct_statement(malik, {"act": "doubts", "party": "TTP"})
        review.reject_statement(ehsan)
        review.judge_link(faqir, PAKISTANI, "confirm")
        review.judge_link(malik, PAKISTANI, "reject")
    with record.review(TWO, NOW + timedelta(minutes=1)) as review:
        review.accept_statement(faqir)
        review.correct_statement(malik, {"act": "doubts"}, anew=True)
        review.accept_statement(ehsan, anew=True)
        review.judge_link(faqir, PAKISTANI, "confirm")
    found = agreement(record, ONE, f" {TWO} ")
    rows = {row.kind: (row.judged, row.agreed, row.share) for row in found.kinds}
    assert rows["link"] == (1, 1, 1.0)
    assert rows["statement"] == (3, 2, 0.6667)
    assert rows["act"] == (2, 2, 1.0)
    assert rows["party"] == (2, 1, 0.5)
    assert rows["identity"] == (0, 0, None)
    assert {row.kind: row.kappa for row in found.kinds}["act"] == 1.0
    assert {(row.kind, row.subject, row.first, row.second) for row in found.disagreements} == {
        ("statement", ehsan, "reject", "accept"),
        ("party", malik, "ttp", "gov-pak"),
    }
    assert next(row.words for row in found.disagreements if row.subject == ehsan).startswith(
        "Ehsanullah Ehsan denied"
    )


def test_the_last_word_counts_and_what_is_withdrawn_does_not(record: Record) -> None:
    faqir = statement(record, "Maulvi")
    for after, user in enumerate((ONE, TWO)):
        with record.review(user, NOW + timedelta(minutes=after)) as review:
            review.accept_statement(faqir)
    with record.review(TWO, NOW + timedelta(minutes=2)) as review:
        review.reject_statement(faqir)
    assert [row.kind for row in agreement(record, ONE, TWO).disagreements] == ["statement"]
    with record.review(TWO, NOW + timedelta(minutes=3)) as review:
        review.withdraw_correction(faqir)
    assert agreement(record, ONE, TWO).disagreements == []


def test_words_on_copies_are_words_on_one_statement(record: Record) -> None:
    copies = [link.statement for link in record.claim(COLOMBIAN).links if link.stance == "affirms"]
    told = record.sayings(copies)
    santos = [ident for ident in copies if (told[ident].source or "").startswith("President")]
    assert len(santos) == 2
    for user, ident in zip((ONE, TWO), santos, strict=True):
        with record.review(user, NOW) as review:
            review.reject_statement(ident)
    assert {row.kind: row.agreed for row in agreement(record, ONE, TWO).kinds}["statement"] == 1


def test_identities_are_compared_too(record: Record) -> None:
    faqir, malik = (record.identities(name)[0].members[0] for name in ("Faqir", "Malik"))
    for after, (user, judged) in enumerate(((ONE, "different"), (TWO, "same"))):
        record.judge(faqir, malik, judged, user, NOW + timedelta(minutes=after))  # type: ignore[arg-type]
    (row,) = agreement(record, ONE, TWO).disagreements
    assert (row.kind, row.first, row.second) == ("identity", "different", "same")


def test_nobody_agrees_with_himself(record: Record) -> None:
    with pytest.raises(UsageError, match="between two reviewers"):
        agreement(record, ONE, ONE)
    assert all(row.judged == 0 for row in agreement(record, "No", "Body").kinds)
