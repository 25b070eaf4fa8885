"""How a record grows: `python -m evaluation.record_speed [--reports N]`, a benchmark and not a test.

Adds reports that are made up, not read, to a new record: statements of many speakers on a few hundred matters, with days,
places and figures, and a copy now and then. Prints the milliseconds of a processor that a report costs among the first
and among the last thousand, and what `standing` and the board of claims take on the whole. With `--database` the record
is kept: a run that was ended goes on where it stopped, and what it passes over is not counted.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from onrecord.model import (
    Act,
    Actor,
    ActorKind,
    Article,
    Certainty,
    ClaimSummary,
    DateExpression,
    Event,
    Mention,
    Place,
    Quantity,
    Reading,
    SourceKind,
    Span,
    Statement,
)
from onrecord.record import Record

Answer = TypeVar("Answer")
GROUPS, STATES, SPEAKERS, TOWNS = 40, 12, 1_500, 120
_START = date(2009, 1, 1)
_DAYS = 2_500
_SYLLABLES = [
    first + vowel for first in "b d f g h k l m n p r s t v z sh kh tr gr st".split() for vowel in "a e i o u".split()
]
_TYPES = ("CONSULT", "ASSAULT", "CONSULT", "AGREE", "ASSAULT", "RETREAT", "ACCUSE", "COERCE", "CONSULT")
_SAID: tuple[tuple[Act, SourceKind], ...] = (
    ("asserts", "named"),
    ("denies", "collective"),
    ("confirms", "named"),
    ("asserts", "anonymous"),
    ("denies", "role"),
    ("declines", "role"),
)


def main() -> None:
    """Makes the record in a folder that is thrown away, and prints what it costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--database", help="keep the record here, or fill a server's database")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(given.database or str(Path(folder) / "speed.db"), given.reports)


def measure(place: str, reports: int) -> None:
    """Fills a record and asks it."""
    with Record.open(place, create=True) as record:
        taken = _add(record, reports)
        part = max(1, min(1_000, len(taken) // 2))
        if taken:
            first, last = (1_000 * statistics.mean(some) for some in (taken[:part], taken[-part:]))
            print(f"add          {first:6.2f} ms a report among the first {part:,}, {last:6.2f} among the last")
            print(f"growth       {last / first:6.2f} times")
        _ask(record)


def _add(record: Record, reports: int) -> list[float]:
    """The seconds of a processor that each report took which the record did not hold yet."""
    taken: list[float] = []
    for reading in readings(reports):
        begun = time.process_time()
        if record.add(reading, datetime.now(UTC)).new:
            taken.append(time.process_time() - begun)
    return taken


def _ask(record: Record) -> None:
    board, seconds = _timed(record.claims)
    print(f"claims       {1_000 * seconds:6.0f} ms for {len(board):,} claims")
    chosen = board[:: max(1, len(board) // 200)]
    day = _START + timedelta(days=_DAYS // 2)
    asked: dict[str, Callable[[ClaimSummary], object]] = {
        "by id": lambda one: record.standing(one.claim.id),
        "as of a day": lambda one: record.standing(one.claim.id, day),
        "by words": lambda one: record.standing(one.claim.gloss),
    }
    for name, ask in asked.items():
        times = sorted(_timed(partial(ask, one))[1] for one in chosen)
        middle, worst = 1_000 * statistics.median(times), 1_000 * times[int(0.95 * len(times))]
        print(f"standing     {middle:6.1f} ms at the median {name}, {worst:6.1f} at the 95th percentile")
    largest = max(board, key=lambda one: one.links.suggested)
    _, seconds = _timed(lambda: record.standing(largest.claim.id))
    print(f"the largest  {1_000 * seconds:6.1f} ms for a claim of {largest.links.suggested:,} links")


def readings(reports: int, seed: int = 5) -> Iterator[Reading]:
    """Made-up readings in the order of publication, the same ones for the same seed."""
    world = _World(random.Random(seed))  # noqa: S311 - nothing here is secret
    for number in range(reports):
        yield world.report(number, _START + timedelta(days=number * _DAYS // reports))


class _World:
    """Parties, speakers and towns, and reports on them."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._groups = [self._actor(n, "armed_group", f"{self._name(3)} Front") for n in range(GROUPS)]
        self._states = [self._actor(n, "government", f"Government of {self._name(3)}") for n in range(STATES)]
        self._people = [f"{self._name(2)} {self._name(3)}" for _ in range(SPEAKERS)]
        self._towns = [(self._name(3), 20 + 15 * chance.random(), 40 + 30 * chance.random()) for _ in range(TOWNS)]
        self._last = ""

    def report(self, number: int, published: date) -> Reading:
        """A report of one to four statements by the two sides of one conflict, in sentences of its own."""
        chance = self._chance
        group, state = self._sides()
        copied = self._last if chance.random() < 0.1 else ""
        text = copied or " ".join(self._sentence() for _ in range(14))
        self._last = text
        cast = [replace(side, mentions=(Mention(Span.of(text, 0, 5), "name"),)) for side in (group, state)]
        place = self._place(text)
        statements, events = list[Statement](), list[Event]()
        for told in range(1, chance.randint(1, 4) + 1):
            speaker = self._speaker(told, chance.choice(cast), text)
            act, kind = chance.choice(_SAID)
            if kind == "named":
                cast.append(speaker)
            statements.append(self._statement(told, text, act, kind, speaker))
            events.append(self._event(told, text, published, act))
        article = Article(f"r{number}", text, outlet=f"Outlet {number % 40}", published=published)
        return Reading(article, tuple(statements), tuple(events), tuple(cast), (place,))

    def _sides(self) -> tuple[Actor, Actor]:
        """Of few conflicts much is written and of many little."""
        number = min(GROUPS - 1, int(self._chance.expovariate(0.08)))
        return self._groups[number], self._states[(number * 7 + self._chance.randint(0, 2)) % STATES]

    def _speaker(self, told: int, side: Actor, text: str) -> Actor:
        name = self._people[(hash_of(side.name) + int(self._chance.expovariate(0.05))) % SPEAKERS]
        mention = Mention(Span.of(text, 10 * told, 10 * told + 6), "name")
        return Actor(f"p{told}", name, "person", (mention,), party=side.id)

    def _statement(self, told: int, text: str, act: Act, kind: SourceKind, speaker: Actor) -> Statement:
        source, cue = Span.of(text, 10 * told, 10 * told + 6), Span.of(text, 10 * told + 7, 10 * told + 9)
        content = Span.of(text, 60 * told, 60 * told + 50)
        said: Certainty = "negated" if act == "denies" else "unknown" if act == "declines" else "actual"
        who = speaker.id if kind == "named" else None
        return Statement(
            f"s{told}", (content,), source, cue, kind, act, said, "indirect", 0.9, speaker=who, party=speaker.party
        )

    def _event(self, told: int, text: str, published: date, act: Act) -> Event:
        trigger, type_ = Span.of(text, 60 * told, 60 * told + 8), self._chance.choice(_TYPES)
        day = published - timedelta(days=self._chance.randint(0, 6))
        number = float(self._chance.choice((2, 5, 12, 30)))
        dated = DateExpression(trigger, day.isoformat(), day, day, "day") if self._chance.random() < 0.6 else None
        killed = Quantity(trigger, number, number, number, "killed")
        return Event(
            f"e{told}",
            trigger,
            type_,
            "negated" if act == "denies" else "actual",
            0.8,
            f"s{told}",
            actors=("armed_group",),
            recipients=("government",),
            place="p1" if self._chance.random() < 0.5 else None,
            date=dated,
            quantities=(killed,) if type_ == "ASSAULT" and self._chance.random() < 0.5 else (),
        )

    def _place(self, text: str) -> Place:
        name, lat, lon = self._chance.choice(self._towns)
        mention = Mention(Span.of(text, 0, 5), "name")
        return Place("p1", name, "place", (mention,), "XXA", geonames=hash_of(name), lat=lat, lon=lon)

    def _actor(self, number: int, kind: ActorKind, name: str) -> Actor:
        return Actor(kind, name, kind, (), known_as=f"{kind}-{number}")

    def _name(self, syllables: int) -> str:
        return "".join(self._chance.choices(_SYLLABLES, k=syllables)).capitalize()

    def _sentence(self) -> str:
        return " ".join(self._name(self._chance.randint(1, 3)).lower() for _ in range(12)).capitalize() + "."


def hash_of(words: str) -> int:
    """A number for words that is the same in every run."""
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:4], "big")


def _timed(ask: Callable[[], Answer]) -> tuple[Answer, float]:
    begun = time.perf_counter()
    return ask(), time.perf_counter() - begun


if __name__ == "__main__":
    main()
