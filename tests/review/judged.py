"""A record to review: talks that are claimed, denied and confirmed, with readings of different certainty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from tests.record.readings import (
    ANONYMOUS,
    EHSAN_DENIES,
    FAQIR_CONFIRMS,
    GOVERNMENT_DENIES,
    MALIK_DENIES,
    SANTOS_CONFIRMS,
    TIMOCHENKO_CONFIRMS,
    Said,
    filler,
    reading_of_report,
)
from tests.record.stores import Place
from tests.record.tables import add_all

from onrecord.model import Reading
from onrecord.record import Record

NOW = datetime(2026, 2, 1, tzinfo=UTC)
PAKISTANI, COLOMBIAN = "TTP talks", "FARC talks"


def read_with(
    ident: str,
    day: date,
    told: Sequence[Said],
    confidences: Sequence[float],
    *,
    event: float = 0.9,
    body: str | None = None,
) -> Reading:
    """A report whose statements were read with these confidences."""
    reading = reading_of_report(ident, day, *told, outlet=ident, body=body)
    return replace(
        reading,
        statements=tuple(replace(s, confidence=c) for s, c in zip(reading.statements, confidences, strict=True)),
        events=tuple(replace(e, confidence=event) for e in reading.events),
    )


def add_reports(place: Place) -> None:
    """The only confirmation is unsure, one of the denials too; two papers have one agency's story of Colombia."""
    colombian = [SANTOS_CONFIRMS, TIMOCHENKO_CONFIRMS]
    add_all(
        place,
        [
            read_with("nov-15", date(2011, 11, 15), [ANONYMOUS], [0.6]),
            read_with("nov-16", date(2011, 11, 16), [GOVERNMENT_DENIES, MALIK_DENIES], [0.95, 0.55]),
            read_with("dec-10", date(2011, 12, 10), [FAQIR_CONFIRMS], [0.55]),
            read_with("dec-11", date(2011, 12, 11), [EHSAN_DENIES], [0.9]),
            read_with("semana", date(2012, 8, 27), colombian, [0.7, 0.8], event=0.95, body=filler("efe", 30)),
            read_with("tiempo", date(2012, 8, 28), colombian, [0.7, 0.8], event=0.95, body=filler("efe", 30)),
        ],
    )


def statement(record: Record, words: str, claim: str = PAKISTANI) -> str:
    """The statement on a claim, the first in order, whose source begins with these words."""
    idents = [link.statement for link in record.claim(claim).links]
    told = record.sayings(idents)
    return next(ident for ident in idents if (told[ident].source or "").startswith(words))
