from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.cameo import cameo_scores, classed, quad_class, sided

from onrecord.model import Article, Event, Participant, Reading, Span
from onrecord.reading import Found

TEXT = "Rebels shelled the town ."
STRETCHES = "Rebels B-S\nshelled O\nthe B-T\ntown I-T\n. O\n\n"


def event(words: str, type_: str, status: str = "actual", confidence: float = 0.9) -> Event:
    sides = (
        Participant(Span(0, 6, "Rebels"), "actor"),
        Participant(Span(19, 23, "town"), "recipient"),
    )
    start = TEXT.index(words)
    trigger = Span(start, start + len(words), words)
    return Event("e1", trigger, type_, status, confidence, participants=sides)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), "0"),
        ((event("shelled", "ASSAULT"),), "4"),
        ((event("shelled", "ASSAULT", "possible"),), "3"),
        ((event("shelled", "REQUEST"),), "0"),
        ((event("town", "RETREAT"), event("shelled", "ASSAULT")), "4"),
        ((event("shelled", "ASSAULT", confidence=0.4), event("town", "RETREAT")), "2"),
    ],
)
def test_the_class_is_that_of_the_first_event_that_is_half_sure(events: tuple[Event, ...], expected: str) -> None:
    assert quad_class(Reading(Article("r", TEXT), (), events, ())) == expected


def test_files_are_read_as_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "classes.tsv").write_text(f"{TEXT}\t4\r\n", encoding="utf-8")
    (tmp_path / "sides.txt").write_text(STRETCHES * 2, encoding="utf-8")
    assert list(classed(tmp_path / "classes.tsv")) == [(TEXT, "4")]
    assert list(sided(tmp_path / "sides.txt")) == [(TEXT, {"actor": [(0, 6)], "recipient": [(15, 23)]})] * 2


class Reader:
    """Reads the same event in every sentence."""

    name = "same"

    def read(self, article: Article) -> Found:
        assert article.text == TEXT
        return Found(events=(event("shelled", "ASSAULT"),))


def test_only_every_fifth_sentence_is_scored(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "cameo_class-train.tsv").write_text(f"{TEXT}\t4\n" * 10, encoding="utf-8")
    (tmp_path / "events" / "cameo_ner-train.txt").write_text(STRETCHES * 10, encoding="utf-8")
    found = cameo_scores(tmp_path, Reader())
    assert found.classes == {("4", "4"): 2}
    assert (found.gold["actor"], found.gold["recipient"]) == (2, 2)
    assert found.exact("recipient").f1 <= found.overlapping("recipient").f1
