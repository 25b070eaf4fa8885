from __future__ import annotations

from typing import Any

from evaluation.relations import Document, Score, document, scores, side_by_side

from onrecord.model import Span
from onrecord.reading import Found
from onrecord.reading.relations import BodyRelation

TEXT = "ELN fighters and the army met; a tank of the army burned."
ROW: dict[str, Any] = {
    "id": "d1",
    "text": TEXT,
    "entities": [
        {"begin": 0, "end": 3, "type": "Organisation"},
        {"begin": 0, "end": 12, "type": "Organisation"},
        {"begin": 17, "end": 25, "type": "Organisation"},
        {"begin": 31, "end": 37, "type": "Vehicle"},
    ],
    "relations": [
        {"type": "BelongsTo", "sourceBegin": 0, "sourceEnd": 12, "targetBegin": 0, "targetEnd": 3},
        {"type": "BelongsTo", "sourceBegin": 31, "sourceEnd": 37, "targetBegin": 17, "targetEnd": 25},
        {"type": "FightingAgainst", "sourceBegin": 17, "sourceEnd": 25, "targetBegin": 0, "targetEnd": 12},
        {"type": "CoLocated", "sourceBegin": 0, "sourceEnd": 12, "targetBegin": 17, "targetEnd": 25},
    ],
}
ELN, FIGHTERS, ARMY, MET = (Span.of(TEXT, *at) for at in ((0, 3), (0, 12), (17, 25), (26, 29)))
PART = BodyRelation("part_of", FIGHTERS, ELN, FIGHTERS)
AGAINST = BodyRelation("opposed_to", FIGHTERS, ARMY, MET)


def scored(*told: BodyRelation, every: bool = False) -> dict[str, Score]:
    return scores([(document(ROW), Found())], lambda _document, _reading: told, every)


def test_only_relations_of_actors_are_asked_for() -> None:
    read = document(ROW)
    assert [(kind, one.text, other.text) for kind, one, other in read.asked] == [
        ("opposed_to", "ELN fighters", "the army"),
        ("part_of", "ELN fighters", "ELN"),
    ]
    assert len(read.every) == 3


def test_all_found_and_nothing_else_scores_full_marks() -> None:
    assert scored(PART, AGAINST)["all"].f1 == 1.0
    assert scored(PART, AGAINST, every=True)["all"].recall == 2 / 3


def test_direction_counts_for_parts_and_not_for_opponents() -> None:
    turned = [BodyRelation(r.kind, r.other, r.one, r.words) for r in (PART, AGAINST)]
    found = scored(*turned)
    assert (found["part_of"].f1, found["opposed_to"].f1) == (0.0, 1.0)


def test_nothing_told_is_no_error() -> None:
    assert (scored()["all"].precision, scored()["all"].recall, scored()["all"].f1) == (0.0, 0.0, 0.0)


def test_a_mention_inside_another_can_be_left_aside() -> None:
    finder = side_by_side(lambda _document, _reading: (PART, AGAINST))
    assert finder(document(ROW), Found()) == (AGAINST,)


def test_the_part_of_a_document_is_fixed_by_its_id() -> None:
    parts = {Document(str(n), "", (), (), ()).part for n in range(20)}
    assert parts == {"tune", "dev"}
    assert document(ROW).part == document(ROW).part
