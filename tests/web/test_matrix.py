from __future__ import annotations

from datetime import date

import pytest
from tests.record.told import ARMY, PAKISTAN, TALKS, TTP, USA, Told, told

from onrecord.desk.board.lines import Line, cells_of
from onrecord.desk.board.views import BoardLine
from onrecord.model import ClaimSummary
from onrecord.record.vantage import Vantage
from onrecord.web.claim.bodies import bodies_of
from onrecord.web.matrix import Matrix, matrix
from onrecord.web.wording import named


def board(*some: Told) -> Matrix:
    day = date(2011, 12, 10)
    summary = ClaimSummary(TALKS, "disputed", 1, 1, day, day)
    cells = cells_of(Line(summary, some), Vantage())
    return matrix([BoardLine(summary, cells.cells, cells.keys)], "own", {TALKS.id: bodies_of(TALKS, some)})


def test_a_party_s_cell_holds_what_its_branch_says_where_it_is_silent_itself() -> None:
    (row,) = board(told("a", "affirms", TTP, "11-21"), told("b", "denies", ARMY, "11-22")).rows
    first, second = row.cells
    assert first is not None
    assert first.through is None
    assert second is not None
    assert second.position is not None
    assert (second.party, second.through, second.position.stance) == (PAKISTAN.name, ARMY.name, "denies")
    assert row.others == ()


def test_a_branch_beside_its_party_stands_among_the_others_and_says_for_whom_it_speaks() -> None:
    told_ = (
        told("a", "affirms", PAKISTAN, "11-21"),
        told("b", "denies", ARMY, "11-22"),
        told("c", "denies", USA, "11-22"),
    )
    (row,) = board(*told_).rows
    assert [cell.through for cell in row.cells if cell is not None] == [None, None]
    assert [(other.party, row.speak_for.get(other.party)) for other in row.others] == [
        (ARMY.name, PAKISTAN.name),
        (USA.name, None),
    ]


@pytest.mark.parametrize(
    ("parties", "words"),
    [
        (1, "confirmed by the party"),
        (2, "confirmed by both"),
        (3, "confirmed by all parties"),
        (None, "confirmed by both"),
    ],
)
def test_a_confirmed_claim_says_how_many_confirm_it(parties: int | None, words: str) -> None:
    assert named("confirmed-by-both", parties) == words
    assert named("disputed", parties) == "disputed"
