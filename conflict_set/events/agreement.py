"""How far two annotators of events agree: `python -m conflict_set.events.agreement` prints the table of AGREEMENT.md.

The passages of `events/second/` were annotated again by somebody who had not seen the first annotation of events, with
the statements and actors of the passage before him. An event of one matches one of the other where their triggers share
a character, each at most once: first where the triggers are most alike, then where the statements are. All further rows
count matched events; kappa is Cohen's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from conflict_set.events.marks import GoldEvent, Participant, all_events, events_of
from conflict_set.passages import Passage, Stretch, all_passages

HERE = Path(__file__).parents[1]

T = TypeVar("T")
Pair = tuple[GoldEvent, GoldEvent]


@dataclass
class Overlap:
    """What both name, and how much each names, of things that an event may have several of or none."""

    both: int = 0
    first: int = 0
    second: int = 0

    @property
    def f1(self) -> float:
        """F1 of the second against the first, the same as of the first against the second."""
        return 2 * self.both / max(1, self.first + self.second)

    def count(self, first: Sequence[T], second: Sequence[T], same: Callable[[T, T], bool]) -> None:
        """Counts what two events name; each thing of the first meets one of the second at most."""
        left = list(second)
        for one in first:
            found = next((other for other in left if same(one, other)), None)
            if found is not None:
                left.remove(found)
                self.both += 1
        self.first += len(first)
        self.second += len(second)


@dataclass
class Agreement:
    """Counts from which the table is made."""

    passages: int = 0
    triggers: Overlap = field(default_factory=Overlap)
    events: Overlap = field(default_factory=Overlap)
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    modes: Counter[tuple[str, str]] = field(default_factory=Counter)
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    statements: Counter[bool] = field(default_factory=Counter)
    sides: dict[str, Overlap] = field(
        default_factory=lambda: {name: Overlap() for name in ("actors", "recipients", "both taken together")}
    )
    place: Overlap = field(default_factory=Overlap)
    time: Overlap = field(default_factory=Overlap)
    numbers: Overlap = field(default_factory=Overlap)


def agreement() -> Agreement:
    """The counts over all passages whose events were annotated twice."""
    passages = {p.id: p for part in ("train", "held_out") for p in all_passages(HERE / part)}
    first, second = all_events(HERE, "train") | all_events(HERE, "held_out"), second_events(passages.values())
    counts = Agreement()
    for name in sorted(second.keys() & first.keys()):
        _count(counts, passages[name], first[name], second[name])
    return counts


def second_events(passages: Iterable[Passage]) -> dict[str, list[GoldEvent]]:
    """The second annotation by passage; its files hold passages of both parts."""
    known = list(passages)
    found: dict[str, list[GoldEvent]] = {}
    for path in sorted((HERE / "events" / "second").glob("*.txt")):
        found |= events_of(path, known)
    return found


def matched(first: Sequence[GoldEvent], second: Sequence[GoldEvent]) -> list[Pair]:
    """The events that both annotators mark, in the order of the first."""
    near = [(_likeness(a, b), i, j) for i, a in enumerate(first) for j, b in enumerate(second) if _meets(a, b)]
    found: dict[int, int] = {}
    for _, i, j in sorted(near, key=lambda n: (-n[0][0], -n[0][1], n[1], n[2])):
        if i not in found and j not in found.values():
            found[i] = j
    return [(first[i], second[j]) for i, j in sorted(found.items())]


def kappa(pairs: Counter[tuple[str, str]]) -> float:
    """Cohen's kappa from counts of (first, second)."""
    total = max(1, pairs.total())
    first, second = Counter[str](), Counter[str]()
    for (one, other), n in pairs.items():
        first[one] += n
        second[other] += n
    chance = sum(n * second[value] for value, n in first.items()) / total**2
    return (alike(pairs) - chance) / (1 - chance) if chance < 1 else 1.0


def alike(pairs: Counter[tuple[str, str]]) -> float:
    """The share of pairs whose two values are the same."""
    return sum(n for (one, other), n in pairs.items() if one == other) / max(1, pairs.total())


def _count(counts: Agreement, passage: Passage, first: Sequence[GoldEvent], second: Sequence[GoldEvent]) -> None:
    counts.passages += 1
    counts.triggers.count(_triggers(first), _triggers(second), _touch)
    pairs = matched(first, second)
    counts.events.first += len(first)
    counts.events.second += len(second)
    counts.events.both += len(pairs)
    for one, other in pairs:
        counts.types[one.type, other.type] += 1
        if one.type == other.type:
            counts.modes[one.mode or "-", other.mode or "-"] += 1
        counts.statuses[one.status, other.status] += 1
        counts.statements[set(one.statements) == set(other.statements)] += 1
        _count_sides(counts, passage, one, other)
        counts.place.count(_some(one.place), _some(other.place), _touch)
        counts.time.count(_some(one.time), _some(other.time), _touch)
        counts.numbers.count(
            one.quantities, other.quantities, lambda a, b: a.unit == b.unit and _touch(a.span, b.span)
        )


def _count_sides(counts: Agreement, passage: Passage, one: GoldEvent, other: GoldEvent) -> None:
    def same(a: Participant, b: Participant) -> bool:
        return _same(passage, a, b)

    counts.sides["actors"].count(one.actors, other.actors, same)
    counts.sides["recipients"].count(one.recipients, other.recipients, same)
    counts.sides["both taken together"].count(
        [*one.actors, *one.recipients], [*other.actors, *other.recipients], same
    )


def _same(passage: Passage, one: Participant, other: Participant) -> bool:
    """Whether two marks are of the same one, or one of a person and the other of his body."""
    if one.actor and other.actor:
        body = {a.id: a.of for a in passage.actors}
        return one.actor == other.actor or body[one.actor] == other.actor or body[other.actor] == one.actor
    return any(_touch(a, b) for a in _spans(passage, one) for b in _spans(passage, other))


def _spans(passage: Passage, someone: Participant) -> Iterable[Stretch]:
    if someone.span is not None:
        return [someone.span]
    return next(a.mentions for a in passage.actors if a.id == someone.actor)


def _triggers(events: Iterable[GoldEvent]) -> list[Stretch]:
    return sorted({event.trigger for event in events})


def _some(stretch: Stretch | None) -> list[Stretch]:
    return [] if stretch is None else [stretch]


def _touch(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _meets(one: GoldEvent, other: GoldEvent) -> bool:
    return _touch(one.trigger, other.trigger)


def _likeness(one: GoldEvent, other: GoldEvent) -> tuple[float, float]:
    shared = min(one.trigger[1], other.trigger[1]) - max(one.trigger[0], other.trigger[0])
    whole = max(one.trigger[1], other.trigger[1]) - min(one.trigger[0], other.trigger[0])
    mine, yours = set(one.statements), set(other.statements)
    return shared / whole, len(mine & yours) / len(mine | yours) if mine | yours else 1.0


def table(counts: Agreement) -> str:
    """The agreement as Markdown."""
    return "\n".join(["| what | value |", "|---|---:|", *_rows(counts)])


def _rows(counts: Agreement) -> Iterator[str]:
    yield f"| passages | {counts.passages} |"
    for name, some in (("triggers", counts.triggers), ("events", counts.events)):
        yield f"| {name} of the first and of the second annotator | {some.first} and {some.second} |"
        yield f"| {name} that both mark, F1 | {some.both}, {100 * some.f1:.1f} |"
    yield f"| type: alike, kappa | {100 * alike(counts.types):.1f}, {kappa(counts.types):.2f} |"
    yield f"| mode, of those alike in type: alike, kappa | {100 * alike(counts.modes):.1f}, {kappa(counts.modes):.2f} |"
    yield f"| status: alike, kappa | {100 * alike(counts.statuses):.1f}, {kappa(counts.statuses):.2f} |"
    yield f"| same statements | {100 * counts.statements[True] / max(1, counts.statements.total()):.1f} |"
    for name, some in (
        *counts.sides.items(),
        ("place", counts.place),
        ("time", counts.time),
        ("numbers, with what they count", counts.numbers),
    ):
        yield f"| {name}: first, second, F1 | {some.first}, {some.second}, {100 * some.f1:.1f} |"


if __name__ == "__main__":
    print(table(agreement()))
