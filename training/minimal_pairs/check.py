"""What a reader makes of sentences that are never learnt from: `python -m training.minimal_pairs.check [--verbose]`.

For every form the share of events that are found, whose status is right, whose statement is right (its cue where one
tells it, none where only the report does), whose speaker is, and of those with status and speaker both right. What
somebody plans may also stand in a statement of his own.
`--learnt` counts the sentences that are learnt from instead.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from conflict_set.events.marks import GoldEvent, events_of
from conflict_set.passages import GoldStatement, Passage, Stretch, passages

from onrecord.model import Article, Event, Reading, Span, Statement
from onrecord.reading import EncoderReader, Reader
from onrecord.resolution import resolve
from training.minimal_pairs.compose import Composed, composed

STEPS = ("found", "status", "statement", "speaker", "both")


@dataclass(frozen=True, slots=True)
class Checked:
    """One event of a composed passage and which of the STEPS a reader took rightly; what it read instead, in words."""

    form: str
    kind: str
    text: str
    right: Mapping[str, bool]
    read: str


def checked(reader: Reader, seed: int, count: int, *, kept: bool = True) -> Iterator[Checked]:
    """The main event of each of `count` composed passages as a reader reads it, actors resolved."""
    made = {f"mp-{number:04}": one for number, one in enumerate(composed(seed, count, kept), 1)}
    for passage, gold in _marked(made.values()):
        one = made[passage.id]
        article = Article(passage.id, passage.text)
        reading = resolve(article, reader.read(article))
        event = _main(one, passage, gold)
        planner = [p.actor for p in event.actors] if one.form == "planned to hold" else []
        yield Checked(one.form, one.kind, one.text, *_judged(passage, event, reading, planner))


def _marked(made: Iterable[Composed]) -> Iterator[tuple[Passage, list[GoldEvent]]]:
    every = list(made)
    with tempfile.TemporaryDirectory() as folder:
        texts, marks = Path(folder) / "passages.txt", Path(folder) / "events.txt"
        texts.write_text("\n\n".join("\n".join(one.passage) for one in every), encoding="utf-8")
        marks.write_text("\n\n".join("\n".join(one.events) for one in every), encoding="utf-8")
        found = passages(texts)
        gold = events_of(marks, found)
    yield from ((passage, gold[passage.id]) for passage in found)


def _main(one: Composed, passage: Passage, gold: list[GoldEvent]) -> GoldEvent:
    """The event that the passage was composed for: the first of its kind's type in the form's own sentences."""
    places = [passage.sentences[number] for number in one.sentences]
    own = [e for e in gold if any(first <= e.trigger[0] < last for first, last in places)]
    return next((e for e in own if e.type == one.type), own[0])


def _judged(
    passage: Passage, gold: GoldEvent, reading: Reading, planner: Sequence[str | None]
) -> tuple[dict[str, bool], str]:
    told = next((s for s in passage.statements if s.id in gold.statements), None)
    statements = {s.id: s for s in reading.statements}
    every = [
        (_steps(gold, told, event, statements.get(event.statement or ""), reading, passage, planner), event)
        for event in reading.events
        if _meet([gold.trigger], [event.trigger])
    ]
    if not every:
        return dict.fromkeys(STEPS, False), "not found"
    right, event = max(every, key=lambda pair: (pair[0]["both"], sum(pair[0].values())))
    return right, _words(event, statements.get(event.statement or ""), gold, told)


def _steps(
    gold: GoldEvent,
    told: GoldStatement | None,
    event: Event,
    statement: Statement | None,
    reading: Reading,
    passage: Passage,
    planner: Sequence[str | None],
) -> dict[str, bool]:
    steps = {"found": True, "status": event.status == gold.status}
    if told is None or statement is None:
        source = [statement.source] if statement is not None and statement.source is not None else []
        mentions = [m for actor in passage.actors if actor.id in planner for m in actor.mentions]
        own = told is None and _meet(mentions, source)
        steps["statement"] = steps["speaker"] = own or (told is None and statement is None)
    else:
        cue = [statement.cue] if statement.cue else []
        steps["statement"] = _meet(told.cue, cue)
        steps["speaker"] = _is_speaker(told, statement, reading, passage)
    return steps | {"both": steps["status"] and steps["speaker"]}


def _is_speaker(told: GoldStatement, statement: Statement, reading: Reading, passage: Passage) -> bool:
    """Whether the statement's source, or a mention of its speaker, is a mention of who speaks."""
    if told.speaker is None:
        return statement.speaker is None and statement.source_kind in (told.source_kind, "impersonal")
    actor = next(a for a in passage.actors if a.id == told.speaker)
    if told.source_kind in ("anonymous", "role"):
        source = [statement.source] if statement.source else []
        return statement.source_kind == told.source_kind and _meet(told.source, source)
    speaker = next((a for a in reading.actors if a.id == statement.speaker), None)
    return speaker is not None and _meet(actor.mentions, [m.span for m in speaker.mentions])


def _meet(stretches: Iterable[Stretch], spans: Iterable[Span]) -> bool:
    some = list(spans)
    return any(first < span.end and span.start < last for first, last in stretches for span in some)


def _words(event: Event, statement: Statement | None, gold: GoldEvent, told: GoldStatement | None) -> str:
    """What was read and what should have been, for reading along."""
    who = "the report"
    if statement is not None:
        source = statement.source.text if statement.source else "-"
        who = f"{source} ({statement.source_kind}, {statement.act}, {statement.cue.text if statement.cue else '-'})"
    wanted = f"{told.source_kind}, {told.act}" if told else "the report"
    return f"{event.type} {event.status} “{event.trigger.text}” told by {who}; is {gold.status}, {wanted}"


def main() -> None:
    """Prints the shares by form; verbose: every event that is misread before them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--count", type=int, default=1200)
    parser.add_argument("--learnt", action="store_true", help="count the sentences that are learnt from")
    parser.add_argument("--verbose", action="store_true", help="print every event that is misread")
    chosen = parser.parse_args()
    every = list(checked(EncoderReader(), chosen.seed, chosen.count, kept=not chosen.learnt))
    for one in every:
        if chosen.verbose and not one.right["both"]:
            print(f"{one.kind}, {one.form}: {one.text}\n    {one.read}")
    print(f"{'':30}" + "".join(f"{step:>10}" for step in STEPS) + f"{'events':>8}")
    for form in [*dict.fromkeys(one.form for one in every), "all"]:
        some = [one for one in every if form in (one.form, "all")]
        shares = (sum(one.right[step] for one in some) / len(some) for step in STEPS)
        print(f"{form:30}" + "".join(f"{share:10.3f}" for share in shares) + f"{len(some):8}")


if __name__ == "__main__":
    main()
