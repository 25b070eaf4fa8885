from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.record.questions.held import FIRST, filled
from tests.record.readings import ANONYMOUS, reading_of_report

from onrecord.errors import ClaimNotFound
from onrecord.record import Record

DAYS = [None, date(2011, 11, 15), date(2011, 11, 16), date(2011, 12, 10), date(2012, 8, 20), date(2012, 9, 4)]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with filled(tmp_path / "x.db") as opened:
        yield opened


@pytest.mark.parametrize("as_of", DAYS)
def test_the_matrix_says_what_the_standing_of_each_claim_says(record: Record, as_of: date | None) -> None:
    cells = record.positions(as_of=as_of)
    for summary in record.claims(as_of=as_of):
        found = record.standing(summary.claim.id, as_of)
        on_record = [c for c in cells if c.claim == summary.claim.id and c.sourced != "anonymous"]
        assert [(c.party, c.stance, c.since) for c in on_record] == [
            (p.party, p.stance, p.since) for p in found.positions
        ]
        assert {c.standing for c in on_record} <= {found.standing}
        assert [c.party for c in on_record if c.divided] == list(found.divided_parties)
        told = [s for c in on_record for s in c.statements]
        assert told == [s for p in found.positions for who in p.speakers for s in who.statements]


def test_the_firmest_source_of_a_stance_is_named(record: Record) -> None:
    cells = {(c.gloss, c.party): c for c in record.positions("TTP talks")}
    gloss = "talks between TTP and Government of Pakistan"
    divided = cells[gloss, "TTP"]
    assert (divided.stance, divided.divided, divided.sourced) == ("divided", True, "named")
    assert set(divided.speakers) == {"Maulvi Faqir Mohammad", "Ehsanullah Ehsan"}
    assert cells[gloss, "Pakistan Army"].sourced == "collective"
    assert not cells[gloss, "Pakistan Army"].to_the_claim
    assert cells[gloss, "TTP"].to_the_claim


def test_a_party_of_which_only_anonymous_sources_spoke_has_a_cell_of_that_kind(tmp_path: Path) -> None:
    with filled(tmp_path / "y.db", [reading_of_report("a", date(2011, 11, 15), ANONYMOUS)]) as record:
        (cell,) = record.positions()
        assert (cell.party, cell.stance, cell.sourced, cell.since) == ("TTP", "affirms", "anonymous", "2011-11-15")
        assert (cell.since_precision, cell.standing) == ("day", "claimed-anonymously")
        assert record.standing("talks").positions == ()


def test_only_what_the_record_held_is_seen(record: Record) -> None:
    assert {c.gloss for c in record.positions(known_at=FIRST)} == {"talks between TTP and Government of Pakistan"}
    assert len({c.gloss for c in record.positions()}) == 2


def test_words_that_no_claim_has_are_told(record: Record) -> None:
    with pytest.raises(ClaimNotFound, match="the nearest are"):
        record.positions("zebra crossing")
