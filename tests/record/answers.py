"""All that a record answers, as lines of JSON, to compare two records byte for byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from typing import Any

from onrecord.contract import canonical, reading_json, standing_json, summary_json
from onrecord.record import Record

ROLES = ("spokesman", "deputy chief", "president", "interior minister", "commander")
WORDS = ("talks", "peace talk*", '"peace talks"', "government den*", "álvaro uribe")


def answers(record: Record, known_at: datetime | None = None) -> Iterator[str]:
    """Every question of the interface, as of every fourth day on which a report was published, and without one."""
    reports = record.reports()
    yield from map(_line, reports)
    for report in reports:
        yield canonical(reading_json(record.reading(report.id)))
    days = sorted({report.published for report in reports if report.published is not None})
    for day in (None, *days[::4]):
        yield from _as_of(record, day, known_at)
    for words in WORDS:
        yield from map(_line, record.search(words))
        yield from map(_line, record.search(words, until=days[len(days) // 2]))
    for day in days[::5]:
        yield from map(_line, record.changes(day))


def _as_of(record: Record, day: date | None, known_at: datetime | None) -> Iterator[str]:
    board = record.claims(as_of=day, known_at=known_at)
    yield from (canonical(summary_json(line)) for line in board)
    for line in board:
        yield canonical(standing_json(record.standing(line.claim.id, day, known_at)))
        yield from map(_line, record.testimonies(line.claim.id, day, known_at))
    if board:
        brief = record.brief(board[0].claim.id, day, known_at)
        yield from (brief.markdown(), brief.html())
    yield from map(_line, record.positions(as_of=day, known_at=known_at))
    yield from map(_line, record.timeline(as_of=day, known_at=known_at))
    everybody = record.identities(as_of=day)
    yield from map(_line, everybody)
    for identity in everybody[:5]:
        yield _line(record.who(identity.id, day, known_at))
    for role in ROLES:
        yield from map(_line, record.office_holders(role, as_of=day))


def _line(noun: Any) -> str:
    plain = asdict(noun) if is_dataclass(noun) and not isinstance(noun, type) else noun
    return json.dumps(plain, ensure_ascii=False, default=str)
