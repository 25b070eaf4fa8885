"""What is said before its source, as the whole of its clause."""

from __future__ import annotations

import pytest
from tests.reading.by_hand import parsed

from onrecord.reading.parts import Cue, Parts
from onrecord.reading.wholeclauses import with_whole_clauses

MET = (
    "MANILA/PROPN/5/obl -/PUNCT/5/punct Envoys/NOUN/5/nsubj secretly/ADV/5/advmod met/VERB/14/ccomp rebels/NOUN/5/obj"
    " ,/PUNCT/5/punct the/DET/10/det first/ADJ/10/amod time/NOUN/5/obl ,/PUNCT/10/punct two/NUM/13/nummod"
    " people/NOUN/14/nsubj said/VERB/14/root"
)


def content(told: str, first: int, last: int, source: tuple[int, int], cue: int) -> str:
    report, tree = parsed(told)
    part = Parts(Cue(cue, cue, anchor=False, sure=-0.1), (source,), ((first, last),), (), (), (), (), -0.1, -0.1)
    (found,) = with_whole_clauses(report, tree, [part])
    return report.span(*found.content[0]).text


@pytest.mark.parametrize("first", [7, 2])
def test_words_behind_a_comma_are_taken_with_their_clause_and_without_the_dateline(first: int) -> None:
    assert content(MET, first, 9, (11, 12), 13) == "Envoys secretly met rebels , the first time"


def test_a_clause_of_its_own_stays_alone() -> None:
    told = (
        "Guns/NOUN/2/nsubj fired/VERB/7/ccomp ,/PUNCT/2/punct nobody/PRON/5/nsubj died/VERB/2/parataxis ,/PUNCT/7/punct"
        " said/VERB/7/root medics/NOUN/7/nsubj"
    )
    assert content(told, 3, 4, (7, 7), 6) == "nobody died"
