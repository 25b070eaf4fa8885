"""Events of the conflict set: whether triggers, types, status, sides and numbers are read as the annotators marked them.

A marked event is found where a read trigger shares a character with its own; of several (one for each statement that
tells it) the one whose statement's cue overlaps the marked statement's. Type, mode and status are counted on events
found. Somebody who takes part is right where the actor that the reading gives has a mention that shares a character
with a mention of the marked actor, or with the marked words, or where the words read for him do; for a person, his body
is as right as he.

`python -m evaluation.events [--verbose] [own]`: held-out part, or what of train is kept to choose with.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from conflict_set.events.marks import GoldEvent, Participant, all_events, is_kept_to_choose
from conflict_set.passages import Passage, all_passages

from evaluation.conflict import macro_f1
from onrecord.model import Article, Event, Reading, Span
from onrecord.reading import EncoderReader, Reader
from onrecord.resolution import resolve

CONFLICT_SET = Path(__file__).parents[1] / "conflict_set"
Stretch = tuple[int, int]


@dataclass
class EventScores:
    """Counts from which all shares are made."""

    gold: int = 0
    found: int = 0
    read: int = 0
    read_right: int = 0
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    modes: Counter[bool] = field(default_factory=Counter)
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    sides_right: int = 0
    sides_gold: int = 0
    sides_read: int = 0
    both: Counter[bool] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)

    @property
    def trigger_f1(self) -> float:
        """F1 of triggers."""
        return _f1(self.found, self.read_right, self.gold, self.read)

    @property
    def typed_f1(self) -> float:
        """F1 of triggers with the right type."""
        right = sum(n for (gold, read), n in self.types.items() if gold == read)
        return 2 * right / max(1, self.gold + self.read)

    @property
    def sides_f1(self) -> float:
        """F1 of those who take part, on events found, actor and recipient told apart."""
        return 2 * self.sides_right / max(1, self.sides_gold + self.sides_read)

    @property
    def numbers_f1(self) -> float:
        """F1 of numbers with unit and range."""
        return 2 * self.numbers["right"] / max(1, self.numbers["gold"] + self.numbers["read"])


def event_scores(reader: Reader, part: str = "held_out", *, own: bool = False, verbose: bool = False) -> EventScores:
    """The scores of a reader on the passages of a part whose events are marked; `own`: those kept to choose with."""
    marked, scores = all_events(CONFLICT_SET, part), EventScores()
    for passage in all_passages(CONFLICT_SET / part):
        if passage.id not in marked or own != (part == "train" and is_kept_to_choose(passage.id)):
            continue
        article = Article(passage.id, passage.text, published=date.fromisoformat(passage.facts["published"]))
        _count(scores, passage, marked[passage.id], resolve(article, reader.read(article)), verbose=verbose)
    return scores


def _count(
    scores: EventScores, passage: Passage, gold: Sequence[GoldEvent], reading: Reading, *, verbose: bool
) -> None:
    wanted = {event.trigger for event in gold}
    read = {event.trigger for event in reading.events}
    scores.gold += len(wanted)
    scores.read += len(read)
    scores.found += sum(any(_meets(w, (r.start, r.end)) for r in read) for w in wanted)
    scores.read_right += sum(any(_meets(w, (r.start, r.end)) for w in wanted) for r in read)
    seen: set[Stretch] = set()
    for event in gold:
        found = _found(passage, event, reading)
        if found is None:
            if verbose:
                print(f"{passage.id} {event.id}: not found: {_words(passage, event)}")
            continue
        scores.statuses[event.status, found.status] += 1
        if verbose and event.status != found.status:
            print(f"{passage.id} {event.id}: {event.status} read as {found.status}: {_words(passage, event)}")
        if event.trigger in seen:
            continue
        seen.add(event.trigger)
        scores.types[event.type, found.type] += 1
        if verbose and event.type != found.type:
            print(f"{passage.id} {event.id}: {event.type} read as {found.type}: {_words(passage, event)}")
        scores.modes[(event.mode or "") == (found.mode or "")] += event.type == found.type
        _count_sides(scores, passage, event, found, reading, verbose=verbose)
        _count_numbers(scores, event, found)


def _found(passage: Passage, event: GoldEvent, reading: Reading) -> Event | None:
    near = [e for e in reading.events if _meets(event.trigger, (e.trigger.start, e.trigger.end))]
    cues = [c for s in passage.statements if s.id in event.statements for c in s.cue]
    statements = {s.id: s for s in reading.statements}

    def away(found: Event) -> bool:
        cue = statements[found.statement].cue if found.statement else None
        return bool(cues) != bool(cue) or (cue is not None and not any(_meets(c, (cue.start, cue.end)) for c in cues))

    return min(near, key=lambda e: (away(e), abs(e.trigger.start - event.trigger[0])), default=None)


def _count_sides(
    scores: EventScores, passage: Passage, event: GoldEvent, found: Event, reading: Reading, *, verbose: bool
) -> None:
    mutual = event.type in {"CONSULT", "AGREE", "COOPERATE", "SUPPORT"}
    right = True
    for name, gold, read in (
        ("actor", event.actors, found.actors),
        ("recipient", event.recipients, found.recipients),
    ):
        other = (found.actors + found.recipients) if mutual else read
        spans = [p.span for p in found.participants if mutual or p.side == name]
        unknown = [p.span for p in found.participants if p.side == name and p.actor is None]
        hits = sum(_is_told(passage, someone, other, spans, reading) for someone in gold)
        scores.sides_right += hits
        scores.sides_gold += len(gold)
        scores.sides_read += len(read) + len(unknown)
        right = right and hits == len(gold)
    scores.both[right] += bool(event.actors and event.recipients)
    if verbose and not right:
        names = {a.id: a.name for a in reading.actors}
        told = [[names[a] for a in some] for some in (found.actors, found.recipients)]
        wanted = [[_name(passage, p) for p in some] for some in (event.actors, event.recipients)]
        print(f"{passage.id} {event.id}: sides {wanted} read as {told}: {_words(passage, event)}")


def _is_told(
    passage: Passage, someone: Participant, read: Iterable[str], words: Iterable[Span], reading: Reading
) -> bool:
    spans = _spans(passage, someone)
    actors = {a.id: a for a in reading.actors}
    mentions = [*words, *(m.span for ident in read for m in actors[ident].mentions)]
    return any(_meets(span, (m.start, m.end)) for span in spans for m in mentions)


def _spans(passage: Passage, someone: Participant) -> list[Stretch]:
    """Where somebody stands: his own mentions, and those of the body that he is of."""
    if someone.span is not None:
        return [someone.span]
    actors = {a.id: a for a in passage.actors}
    own = actors[someone.actor or ""]
    above = actors.get(own.of or "")
    return [*own.mentions, *(above.mentions if above else ())]


def _count_numbers(scores: EventScores, event: GoldEvent, found: Event) -> None:
    gold = Counter((q.unit, q.span) for q in event.quantities)
    scores.numbers["gold"] += len(gold)
    scores.numbers["read"] += len(found.quantities)
    for unit, span in gold:
        scores.numbers["right"] += any(
            q.unit == unit and _meets(span, (q.span.start, q.span.end)) for q in found.quantities
        )


def _meets(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _f1(found: int, read_right: int, gold: int, read: int) -> float:
    recall, precision = found / max(1, gold), read_right / max(1, read)
    return 2 * recall * precision / max(1e-9, recall + precision)


def _words(passage: Passage, event: GoldEvent) -> str:
    start, end = event.trigger
    before, after = passage.text[max(0, start - 70) : start], passage.text[end : end + 60]
    return f"{before}[{passage.text[start:end]}]{after}".replace("\n", " ")


def _name(passage: Passage, someone: Participant) -> str:
    start, end = _spans(passage, someone)[0]
    return passage.text[start:end]


def summary(scores: EventScores) -> str:
    """The scores for a reader's eye."""
    return "\n".join(
        [
            f"{scores.gold} events marked, {scores.read} read",
            f"triggers F1 {scores.trigger_f1:.3f}, with type {scores.typed_f1:.3f}",
            f"type of those found {same_share(scores.types):.3f}, macro-F1 {macro_f1(scores.types):.3f}",
            f"mode {scores.modes[True] / max(1, scores.modes.total()):.3f}",
            f"status {same_share(scores.statuses):.3f}, macro-F1 {macro_f1(scores.statuses):.3f}",
            f"sides F1 {scores.sides_f1:.3f}, both right {scores.both[True] / max(1, scores.both.total()):.3f}",
            f"numbers F1 {scores.numbers_f1:.3f} ({scores.numbers['gold']})",
        ]
    )


def same_share(pairs: Counter[tuple[str, str]]) -> float:
    """The share of pairs of marked and read value that are equal."""
    return sum(n for (gold, read), n in pairs.items() if gold == read) / max(1, pairs.total())


def main(arguments: Sequence[str]) -> None:
    """Prints the scores from the command line."""
    own = "own" in arguments
    found = event_scores(EncoderReader(), "train" if own else "held_out", own=own, verbose="--verbose" in arguments)
    print(summary(found))


if __name__ == "__main__":
    main(sys.argv[1:])
