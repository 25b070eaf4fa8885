"""Sentences of the sample reports for the values of the codebook.

They are chosen by hand from what the reader finds, so that nobody learns a value from a misreading; `found` lists what
there is to choose from, and a test holds that what was chosen is still among it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from onrecord import Record
from onrecord.model import Reading, Span

EXAMPLES = Path(__file__).with_name("examples.json")
_LONGEST = 220
_END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n")
Example = tuple[str, str, float, str]
"""The set of values, the value, how sure the reader is, and the words with where they stand."""


def kept() -> dict[str, dict[str, str]]:
    """The examples that the codebook shows, by set of values and value."""
    held: dict[str, dict[str, str]] = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    return held


def found(place: Path) -> dict[str, dict[str, list[str]]]:
    """All that a record has to choose examples from, by set of values and value; what the reader is surest of first."""
    ranked: dict[tuple[str, str], dict[str, float]] = {}
    with Record.open(place) as record:
        for name, value, sure, words in (*_of_reports(record), *_of_claims(record)):
            ranked.setdefault((name, value), {}).setdefault(words, sure)
    made: dict[str, dict[str, list[str]]] = {}
    for (name, value), words_of in sorted(ranked.items()):
        made.setdefault(name, {})[value] = sorted(words_of, key=lambda words: -words_of[words])
    return made


def _of_reports(record: Record) -> Iterator[Example]:
    for summary in record.reports():
        reading = record.reading(summary.id)
        printed = f"{summary.outlet}, {summary.published or 'no date'}"
        yield "published_basis", str(reading.article.published_basis), 0.0, f"{summary.title} ({printed})"
        for part in reading.article.furniture:
            yield (
                "furniture_kind",
                part.kind,
                0.0,
                f"“{_cut(reading.article.text[part.start : part.end])}” ({printed})",
            )
        if summary.version is not None:
            yield "version", summary.version, summary.kept or 0.0, f"{summary.title} ({printed})"
        for name, value, sure, span in (*_of_statements(reading), *_of_events(reading), *_of_world(reading)):
            yield name, value, sure, f"“{_sentence(reading.article.text, span)}” ({printed})"


def _of_statements(reading: Reading) -> Iterator[tuple[str, str, float, Span]]:
    for said in reading.statements:
        span = said.cue or said.source or said.content[0]
        for name in ("source_kind", "source_type", "act", "certainty", "form"):
            if (value := getattr(said, name)) is not None:
                yield name, value, said.confidence, span


def _of_events(reading: Reading) -> Iterator[tuple[str, str, float, Span]]:
    for event in reading.events:
        for name, value in (("status", event.status), ("event_type", event.type), ("event_mode", event.mode)):
            if value is not None:
                yield name, value, event.confidence, event.trigger


def _of_world(reading: Reading) -> Iterator[tuple[str, str, float, Span]]:
    for name, nouns in (("actor_kind", reading.actors), ("place_kind", reading.places)):
        for noun in nouns:
            for mention in noun.mentions[:1]:
                yield name, noun.kind, 0.0, mention.span
    for actor in reading.actors:
        for mention in actor.mentions:
            yield "mention_form", mention.form, 0.0, mention.span
        for relation in actor.relations:
            yield "relation_kind", relation.kind, 0.0, relation.span
    for day in reading.dates:
        if day.precision is not None:
            yield "precision", day.precision, 0.0, day.span


def _of_claims(record: Record) -> Iterator[Example]:
    for line in record.claims():
        yield "standing", line.standing, 0.0, line.claim.gloss
    for cell in record.positions():
        yield "party_stance", cell.stance, 0.0, f"{cell.party} on {cell.gloss}"
    for entry in record.timeline():
        yield "stance", entry.stance, 0.0, f"“{_cut(entry.words)}”, {entry.act}, on {entry.gloss}"


def _sentence(text: str, span: Span) -> str:
    """The sentence of a text in which a span begins, with the words of the span in bold."""
    ends = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    start, end = next((a, b) for a, b in pairwise(ends) if a <= span.start < b)
    return _cut(f"{text[start : span.start]}**{span.text}**{text[span.end : max(end, span.end)]}")


def _cut(words: str) -> str:
    whole = " ".join(words.split())
    return whole if len(whole) <= _LONGEST else f"{whole[:_LONGEST].rsplit(' ', 1)[0]} …"
