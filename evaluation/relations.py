"""re3d: who belongs to whom, leads, backs, fights whom in reports on the war in Syria and Iraq.

The encoder has learnt re3d's entities (its BBC part left out), never its relations. Two thirds of the documents are for
tuning the lists of relation words, one third for looking at alone; the split is fixed by each document's id.

    python -m evaluation.relations entities/re3d-train.jsonl
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.model import Article, Span
from onrecord.reading import EncoderReader, Found, Reader
from onrecord.reading.relations import BodyRelation, head_of, relations, relations_between
from onrecord.reading.relations.mentions import spans_of

KINDS = {
    "BelongsTo": "part_of",
    "InChargeOf": "in_charge_of",
    "FightingAgainst": "opposed_to",
    "AlliesOf": "allied_with",
    "IsSynonymOf": "same_as",
}
"""re3d's relations and ours. `source` of a BelongsTo is the part, of an InChargeOf whoever is in charge."""
ENTITIES = {"Person": "person", "Organisation": "organisation", "Nationality": "country", "Location": "place"}
"""re3d's entities that can be an actor or a place; weapons, vehicles, money, quantities and documents are neither."""
_BOTH_WAYS = frozenset({"allied_with", "opposed_to", "same_as"})

Told = tuple[str, Span, Span]
"""A relation without its words: kind, one, other."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of re3d: its entities that are actors or places, and its relations.

    `asked` are the relations between actors, and those of actors in charge of places; `every` also those of weapons,
    vehicles and the like, which no record of actors holds.
    """

    id: str
    text: str
    entities: tuple[tuple[Span, str], ...]
    asked: tuple[Told, ...]
    every: tuple[Told, ...]

    @property
    def part(self) -> str:
        """The part of the split: "tune" for two thirds of the documents, "dev" for one third."""
        return (
            "dev" if int(hashlib.sha1(self.id.encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0 else "tune"
        )


@dataclass(frozen=True, slots=True)
class Score:
    """How many relations were found and are in the gold, and how many of the gold were found."""

    right: int
    told: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of told relations that the gold holds, 0 to 1."""
        return self.right / self.told if self.told else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold's relations that were told, 0 to 1."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def documents(path: Path) -> Iterator[Document]:
    """The documents of re3d as packed in one file of JSON lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield document(json.loads(line))


def document(row: dict[str, object]) -> Document:
    """One document from its JSON object."""
    text, kinds = str(row["text"]), _entities(row)
    entities = tuple(sorted((s, ENTITIES[k]) for s, k in kinds.items() if k in ENTITIES))
    kind_of = dict(entities)
    every = tuple(sorted(_told(text, row)))
    asked = tuple(t for t in every if _is_asked(t, kind_of))
    return Document(str(row["id"]), text, entities, asked, every)


def _entities(row: dict[str, object]) -> dict[Span, str]:
    text = str(row["text"])
    rows: Iterable[dict[str, object]] = row["entities"]  # type: ignore[assignment]
    return {Span.of(text, int(str(e["begin"])), int(str(e["end"]))): str(e["type"]) for e in rows}


def _told(text: str, row: dict[str, object]) -> set[Told]:
    rows: Iterable[dict[str, object]] = row["relations"]  # type: ignore[assignment]
    found = set()
    for relation in rows:
        kind = KINDS.get(str(relation["type"]))
        if kind is not None:
            one, other = (
                Span.of(text, int(str(relation[f"{end}Begin"])), int(str(relation[f"{end}End"])))
                for end in ("source", "target")
            )
            found.add(_ordered((kind, one, other)))
    return found


def _ordered(told: Told) -> Told:
    """A relation that holds both ways with its mentions in the order of the text, so that it counts once."""
    kind, one, other = told
    return (kind, *sorted((one, other))) if kind in _BOTH_WAYS else told  # type: ignore[return-value]


def _is_asked(told: Told, kind_of: dict[Span, str]) -> bool:
    kind, one, other = told
    kinds = kind_of.get(one), kind_of.get(other)
    if None in kinds or kinds[0] == "place":
        return False
    return kinds[1] != "place" or kind == "in_charge_of"


Finder = Callable[[Document, Found], tuple[BodyRelation, ...]]


def with_gold_mentions(document: Document, found: Found) -> tuple[BodyRelation, ...]:
    """The relations found between the gold's own entities; the grammar is the reader's."""
    return () if found.grammar is None else relations_between(document.text, found.grammar, document.entities)


def end_to_end(document: Document, found: Found) -> tuple[BodyRelation, ...]:
    """The relations found between the reader's own mentions."""
    return relations(document.text, found)


def side_by_side(finder: Finder) -> Finder:
    """The relations of a finder without those of a mention inside another one.

    "IS fighters" are part of IS for us; re3d marks such pairs as two entities and hardly ever as a relation.
    """

    def found(document: Document, reading: Found) -> tuple[BodyRelation, ...]:
        return tuple(r for r in finder(document, reading) if not r.one.overlaps(r.other))

    return found


def within_reach(rows: Sequence[tuple[Document, Found]], kinds: Collection[str]) -> float:
    """The share of the gold's relations of some kinds whose two mentions the reader has found, 0 to 1."""
    reached, count = 0, 0
    for document, reading in rows:
        same = _Same(reading)
        mentions = [span for span, _ in spans_of(reading)]
        for kind, one, other in document.asked:
            if kind in kinds:
                count += 1
                reached += all(any(same.mention(span, each) for span in mentions) for each in (one, other))
    return reached / count if count else 0.0


def scores(rows: Sequence[tuple[Document, Found]], finder: Finder, every: bool = False) -> dict[str, Score]:
    """The scores of each kind of relation, and of all kinds together ("all").

    Two mentions match when each one's governing word stands in the other. A relation told is right when it matches one
    of the gold's, which is found then; relations that hold both ways match either way.
    """
    right, told, found, gold = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for document, reading in rows:
        wanted = document.every if every else document.asked
        here = [_ordered((r.kind, r.one, r.other)) for r in finder(document, reading)]
        same = _Same(reading)
        told.update(t[0] for t in here)
        gold.update(t[0] for t in wanted)
        right.update(t[0] for t in here if any(same.relation(t, w) for w in wanted))
        found.update(w[0] for w in wanted if any(same.relation(t, w) for t in here))
    by_kind = {k: Score(right[k], told[k], found[k], gold[k]) for k in KINDS.values()}
    return {**by_kind, "all": Score(right.total(), told.total(), found.total(), gold.total())}


class _Same:
    """Tells whether relations are the same, by the governing words of their mentions."""

    def __init__(self, reading: Found) -> None:
        self._reading = reading
        self._heads: dict[Span, Span] = {}

    def relation(self, one: Told, other: Told) -> bool:
        """Whether two relations are of one kind, between the same mentions."""
        if one[0] != other[0]:
            return False
        straight = self.mention(one[1], other[1]) and self.mention(one[2], other[2])
        crossed = one[0] in _BOTH_WAYS and self.mention(one[1], other[2]) and self.mention(one[2], other[1])
        return straight or crossed

    def mention(self, one: Span, other: Span) -> bool:
        """Whether each of two mentions holds the other's governing word."""
        return one.overlaps(other) and one.contains(self._head(other)) and other.contains(self._head(one))

    def _head(self, span: Span) -> Span:
        if span not in self._heads:
            grammar = self._reading.grammar
            head = head_of(grammar, span) if grammar is not None else None
            self._heads[span] = span if head is None else head
        return self._heads[span]


def readings(path: Path, reader: Reader) -> Iterator[tuple[Document, Found]]:
    """The documents of re3d, read."""
    for each in documents(path):
        yield each, reader.read(Article(each.id, each.text))


def main() -> None:
    """Prints the scores of both parts, with the gold's mentions and end to end."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, help="re3d-train.jsonl")
    rows = list(readings(parser.parse_args().path, EncoderReader()))
    print_scores(rows)


def print_scores(rows: Sequence[tuple[Document, Found]]) -> None:
    """Prints a table: part, mentions, kind of relation, precision, recall, F1, told, gold."""
    for part in ("tune", "dev"):
        here = [row for row in rows if row[0].part == part]
        for kind in KINDS.values():
            print(f"{part:4}  both mentions found by the reader: {kind:12}  {100 * within_reach(here, {kind}):5.1f}")
        for name, finder, every in (
            ("gold mentions", with_gold_mentions, False),
            ("end to end", end_to_end, False),
            ("gold mentions, side by side", side_by_side(with_gold_mentions), False),
            ("end to end, side by side", side_by_side(end_to_end), False),
            ("gold mentions, every relation", with_gold_mentions, True),
        ):
            for kind, score in scores(here, finder, every).items():
                shares = "  ".join(f"{100 * s:5.1f}" for s in (score.precision, score.recall, score.f1))
                print(f"{part:4}  {name:30}  {kind:12}  {shares}  told {score.told:4}  gold {score.gold:4}")


if __name__ == "__main__":
    main()
