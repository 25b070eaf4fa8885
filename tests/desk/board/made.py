"""Small records made by chance, for boards: reports of two conflicts, copies, notices, and all that reviewers do."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from tests.record.readings import (
    ANONYMOUS,
    ARMY_DENIES,
    COLOMBIA_DENIES,
    EHSAN_DENIES,
    FAQIR_CONFIRMS,
    FARC,
    GOVERNMENT_DENIES,
    MALIK_DENIES,
    PAKISTAN,
    SANTOS_CONFIRMS,
    TIMOCHENKO_CONFIRMS,
    URIBE_ALLEGES,
    Said,
    filler,
    reading_of_report,
)

from onrecord.errors import UsageError
from onrecord.model import Reading
from onrecord.record import Record

SAYINGS = (
    *(ANONYMOUS, GOVERNMENT_DENIES, ARMY_DENIES, MALIK_DENIES, EHSAN_DENIES, FAQIR_CONFIRMS, URIBE_ALLEGES),
    *(COLOMBIA_DENIES, SANTOS_CONFIRMS, TIMOCHENKO_CONFIRMS),
)
START = date(2011, 11, 1)
NOW = datetime(2026, 2, 1, tzinfo=UTC)
SPAN = 400
Thing = TypeVar("Thing")
Step = Callable[[Record], object]


def by_chance(seed: int) -> random.Random:
    """Chance that is the same for the same number."""
    return random.Random(seed)  # noqa: S311  nothing here is secret


def readings(chance: random.Random, count: int) -> list[Reading]:
    """Reports of days between which half a year may lie; some without a day, some copied, some taken back."""
    made: list[Reading] = []
    for number in range(count):
        day = START + timedelta(days=chance.choice((chance.randint(0, 9), chance.randint(0, SPAN))))
        told = [_on_a_day(said, day, chance) for said in chance.sample(SAYINGS, chance.randint(1, 3))]
        body = filler(f"agency {chance.randint(0, 2)}", 30) if chance.random() < 0.3 else None
        published = None if chance.random() < 0.06 else day
        made.append(
            reading_of_report(f"story-{number}-told", published, *told, body=body, outlet=f"Outlet {number % 3}")
        )
        if chance.random() < 0.15:
            text = f"KILL\nEditors: please kill the story headlined “On story-{number}-told”. "
            later = day + timedelta(days=chance.randint(0, 3))
            body, outlet = "Nothing else. " * 3, f"Outlet {number % 3}"
            made.append(reading_of_report(f"kill{number}", later, body=body, head=text, outlet=outlet))
    return made


def _on_a_day(said: Said, day: date, chance: random.Random) -> Said:
    """The saying on an attack or on talks, of a day or of none, with a number of killed or none."""
    told = day - timedelta(days=chance.randint(0, 20))
    on = (told, told, "day") if chance.random() < 0.4 else None
    if chance.random() < 0.3:
        number = float(chance.choice((3, 12)))
        killed = (number, number) if chance.random() < 0.6 else None
        near = START + timedelta(days=chance.choice((3, 4, 8)))
        on = (near, near, "day") if chance.random() < 0.5 else on
        one = said.sides[0]
        sides = chance.choice((said.sides, said.sides, (one,), (one,), (one, FARC if one is not FARC else PAKISTAN)))
        attack = replace(said, content="an attack", trigger="attack", event="ASSAULT", on=on, killed=killed)  # type: ignore[arg-type]
        return replace(attack, sides=sides, party=one if sides == (one,) else said.party)
    return replace(said, on=on)  # type: ignore[arg-type]


def adding(reading: Reading) -> Step:
    """Adds a report."""
    return lambda record: record.add(reading, NOW)


def deciding(chance: random.Random, minutes: int) -> Step:
    """Something that a reviewer decides on what there is by then; where it makes no sense, nothing."""
    at = NOW + timedelta(minutes=minutes)
    kind = chance.choice(("join", "split", "reject", "confirm", "same", "different", "correct", "withdraw", "unjoin"))
    pick = chance.random()

    def step(record: Record) -> None:
        with suppress(UsageError):
            if kind in {"same", "different"}:
                people = record.identities()
                one, other = _two(people, pick)
                record.judge(one.id, other.id, "same" if kind == "same" else "different", "R. Eviewer", at)
            else:
                _review(record, kind, pick, at)

    return step


def _review(record: Record, kind: str, pick: float, at: datetime) -> None:
    claims = [line.claim.id for line in record.claims()]
    one, other = _two(claims, pick)
    statements = [link.statement for link in record.claim(one).links]
    statement = statements[int(pick * len(statements))]
    with record.review("R. Eviewer", at) as review:
        if kind == "join":
            review.join(one, other)
        elif kind == "unjoin":
            review.unjoin(one, other)
        elif kind == "split":
            review.split(one, [statement])
        elif kind in {"reject", "confirm"}:
            review.judge_link(statement, one, "reject" if kind == "reject" else "confirm")
        elif kind == "correct":
            review.correct_statement(statement, {"act": "denies" if pick < 0.5 else "asserts"})
        else:
            review.reject_statement(statement)


def _two(some: Sequence[Thing], pick: float) -> tuple[Thing, Thing]:
    if len(some) < 2:
        raise UsageError("there are no two")
    first = int(pick * len(some))
    return some[first], some[(first + 1 + int(pick * 97) % (len(some) - 1)) % len(some)]
