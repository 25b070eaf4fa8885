"""Events as documents mark them: those of the conflict set, the sentences of PLV, and minimal pairs."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from conflict_set.events.marks import (
    STATUSES,
    GoldEvent,
    Participant,
    all_events,
    events_of,
    is_kept_to_choose,
)
from conflict_set.passages import Passage, all_passages, passages
from evaluation.plv_corpus import is_kept, marked_sides, plv_rows

from onrecord.reading.ontology import MODES
from training.minimal_pairs.compose import composed
from training.reader.conflict import document_of
from training.reader.documents import Document, MarkedEvent, Stretch, plain

HERE = Path(__file__).parent
LABELS: dict[str, list[str]] = {
    "event_type": list(MODES),
    "event_mode": [name for kind, modes in MODES.items() for name in (kind, *(f"{kind}/{mode}" for mode in modes))],
    "event_status": list(STATUSES),
}
"""What the heads of events choose among; a mode is named with its type, a type alone has none."""
TOLD = frozenset({"actual", "historical"})
"""Statuses at which PLV names the type of the act itself: "will release" is AGREE there, "will not release" REJECT."""
BACK = 2
"""Sentences before the trigger's within which somebody who takes part is looked for."""


def conflict_with_events(folder: Path) -> Iterator[Document]:
    """The passages of the conflict set whose events are marked, but those that are kept to choose settings with."""
    marked = all_events(folder, "train")
    for passage in all_passages(folder / "train"):
        if passage.id in marked and not is_kept_to_choose(passage.id):
            yield with_events(document_of(passage), passage, marked[passage.id])


def events_alone(document: Document) -> Document:
    """A document with its events and no other marks, so that events can be seen oftener than all the rest."""
    return replace(document, attributions=None, spans=None, clusters=None, starts=None)


def with_events(document: Document, passage: Passage, gold: Iterable[GoldEvent]) -> Document:
    """A passage's document with its events, one for each statement that tells it with a cue of its own."""
    cues = {statement.id: document.covered(statement.cue) for statement in passage.statements}
    document.events = []
    for event in gold:
        trigger = document.covered([event.trigger])
        if not trigger:
            continue
        sides = _sides(document, passage, event, trigger)
        values = values_of(event.type, event.mode, event.status)
        for cue in sorted({cues[name] for name in event.statements}) or [()]:
            document.events.append(MarkedEvent(trigger, values, cue, sides))
    document.events.sort(key=lambda e: (e.trigger, e.cue))
    return document


def values_of(kind: str, mode: str | None, status: str) -> dict[str, str]:
    """The values of an event under the heads' names."""
    return {"event_type": kind, "event_mode": f"{kind}/{mode}" if mode else kind, "event_status": status}


def _sides(
    document: Document, passage: Passage, event: GoldEvent, trigger: Sequence[int]
) -> dict[str, tuple[Stretch, ...]]:
    mentions = {actor.id: actor.mentions for actor in passage.actors}

    def stretch(span: tuple[int, int] | None) -> tuple[Stretch, ...]:
        words = document.covered([span]) if span else ()
        return ((words[0], words[-1]),) if words else ()

    def taking_part(some: Iterable[Participant]) -> tuple[Stretch, ...]:
        spans = (p.span or _nearest(document, mentions[p.actor or ""], trigger) for p in some)
        return tuple(found for span in spans for found in stretch(span))

    return {
        "actor": taking_part(event.actors),
        "recipient": taking_part(event.recipients),
        "place": stretch(event.place),
        "time": stretch(event.time),
        "number": tuple(found for quantity in event.quantities for found in stretch(quantity.span)),
    }


def _nearest(
    document: Document, mentions: Iterable[tuple[int, int]], trigger: Sequence[int]
) -> tuple[int, int] | None:
    """The mention nearest to the trigger: in its sentence, or else up to BACK sentences before."""
    here = document.sentence[trigger[0]]
    near = []
    for mention in mentions:
        words = document.covered([mention])
        if not words or trigger[0] in words:
            continue
        apart = here - document.sentence[words[0]]
        if 0 <= apart <= BACK:
            near.append((apart, min(abs(words[0] - trigger[-1]), abs(trigger[0] - words[-1])), mention))
    return min(near)[2] if near else None


def plv(folder: Path, kept: bool = False) -> Iterator[Document]:
    """PLV's sentences with the one event that is coded in each; `kept` gives those that are never learnt from."""
    with (HERE / "plv_triggers.tsv").open(encoding="utf-8") as marks:
        triggers = {int(row["row"]): row for row in csv.DictReader(marks, delimiter="\t")}
    for number, row in enumerate(plv_rows(folder)):
        if is_kept(row) == kept and number in triggers:
            yield _plv_document(number, row, triggers[number])


def _plv_document(number: int, row: Mapping[str, str], mark: Mapping[str, str]) -> Document:
    document = plain("plv", f"plv-{number}", row["sentence"], [(0, len(row["sentence"]))])
    document.some_events = True
    document.events = []
    trigger = document.covered([(int(mark["start"]), int(mark["end"]))])
    if trigger:
        source, target = marked_sides(row)
        sides = {side: _stretch(document, span) for side, span in (("actor", source), ("recipient", target))}
        values = {"event_status": mark["status"]}
        if mark["status"] in TOLD:
            values["event_type"] = mark["type"]
        document.events.append(MarkedEvent(trigger, values, (), sides))
    return document


def _stretch(document: Document, span: tuple[int, int] | None) -> tuple[Stretch, ...]:
    words = document.covered([span]) if span else ()
    return ((words[0], words[-1]),) if words else ()


def minimal_pairs(seed: int = 5, count: int = 2400) -> Iterator[Document]:
    """The composed minimal pairs: the same event held, denied, planned, called for and so on, by many parties."""
    with tempfile.TemporaryDirectory() as folder:
        texts, marks = Path(folder) / "passages.txt", Path(folder) / "events.txt"
        made = composed(seed, count)
        texts.write_text("\n\n".join("\n".join(one.passage) for one in made), encoding="utf-8")
        marks.write_text("\n\n".join("\n".join(one.events) for one in made), encoding="utf-8")
        found = passages(texts)
        gold = events_of(marks, found)
        for passage in found:
            yield with_events(document_of(passage), passage, gold[passage.id])
