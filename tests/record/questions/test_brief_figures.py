from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.record.questions.held import filled
from tests.record.readings import EHSAN, MALIK, PAKISTAN, TTP, Said, reading_of_report

from onrecord.model import Quantity, Reading, Span
from onrecord.record import Record


def killed(reading: Reading, words: str, low: float | None, high: float | None) -> Reading:
    """The reading with a number of its text as a quantity of its first event."""
    at = reading.article.text.index(words)
    quantity = Quantity(Span.of(reading.article.text, at, at + len(words)), low, low, high, "killed")
    first, *others = reading.events
    return replace(reading, events=(replace(first, quantities=(quantity,)), *others))


def attack(ident: str, day: date, source: str, words: str, *, army: bool) -> Reading:
    speaker, party = (MALIK, PAKISTAN) if army else (EHSAN, TTP)
    content = f"the attack left {words} dead"
    said = Said(source, "said", content, "named", "asserts", party, speaker, (TTP, PAKISTAN), "attack", "ASSAULT")
    return reading_of_report(ident, day, said)


def texts(record: Record, words: str) -> str:
    page = record.brief(words)
    return " ".join(
        s.text for section in page.sections if section.heading == "Rival figures" for s in section.sentences
    )


def test_figures_that_contradict_one_another_are_told_with_who_gave_them(tmp_path: Path) -> None:
    readings = [
        killed(attack("a", date(2011, 12, 10), "Rehman Malik", "12 people", army=True), "12 people", 12, 12),
        killed(
            attack("b", date(2011, 12, 10), "Ehsanullah Ehsan", "at least 30", army=False), "at least 30", 30, None
        ),
    ]
    with filled(tmp_path / "x.db", readings) as record:
        told = " ".join(texts(record, summary.claim.id) for summary in record.claims())
    assert "Rehman Malik" in told
    assert "Ehsanullah Ehsan" in told
    assert "killed" in told


def test_figures_that_fit_one_another_are_no_rivals(tmp_path: Path) -> None:
    readings = [
        killed(attack("a", date(2011, 12, 10), "Rehman Malik", "12 people", army=True), "12 people", 12, 12),
        killed(
            attack("b", date(2011, 12, 10), "Ehsanullah Ehsan", "at least 10", army=False), "at least 10", 10, None
        ),
    ]
    with filled(tmp_path / "x.db", readings) as record:
        assert "".join(texts(record, summary.claim.id) for summary in record.claims()) == ""
