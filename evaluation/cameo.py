"""CAMEO's quad classes and sides: what kind of act a news sentence tells, and the words for who does it to whom.

Gold are the sentences of ConfliBERT's `cameo_class` (class 0 to 4: a statement only, verbal cooperation, material
cooperation, verbal conflict, material conflict) and `cameo_ner` (stretches of source and target). Of a sentence's events
the first told is the answer as in PLV, its class that of its PLOVER code; a sentence without one, or with an appeal, is a
statement only. Scored is every fifth sentence, in none of which an error was looked up; nothing is learnt from the rest.

`python -m evaluation.cameo --corpora FOLDER`
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeVar

from evaluation.attribution import Share
from evaluation.conflict import macro_f1
from evaluation.plv import first_told, root_of
from evaluation.plv_corpus import FOLDS, KEPT
from onrecord.model import Article, Event, Reading, Span
from onrecord.reading import EncoderReader, Reader
from onrecord.resolution import resolve

Side = Literal["actor", "recipient"]
Stretch = tuple[int, int]
Row = TypeVar("Row")
CLASSES = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "1"),
    **dict.fromkeys(("AID", "COOPERATE", "YIELD"), "2"),
    **dict.fromkeys(("ACCUSE", "REJECT", "SANCTION", "THREATEN"), "3"),
    **dict.fromkeys(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST"), "4"),
}
"""The class of each root code by PLOVER's table of quad codes; CAMEO counts appeals (REQUEST) with mere statements."""
STATEMENT_ONLY = "0"
SIDES: dict[str, Side] = {"S": "actor", "T": "recipient"}


@dataclass
class CameoScores:
    """Pairs of right and read class; for each side how many stretches are gold, read, the same, and overlapping."""

    classes: Counter[tuple[str, str]] = field(default_factory=Counter)
    gold: Counter[Side] = field(default_factory=Counter)
    read: Counter[Side] = field(default_factory=Counter)
    same: Counter[Side] = field(default_factory=Counter)
    touched: Counter[Side] = field(default_factory=Counter)

    @property
    def macro(self) -> float:
        """Macro-F1 over the five classes."""
        return macro_f1(self.classes)

    def exact(self, side: Side) -> Share:
        """Stretches of a side read to the character."""
        return Share.of(self.same[side], self.read[side], self.gold[side])

    def overlapping(self, side: Side) -> Share:
        """Stretches of a side of which some words are read."""
        return Share.of(self.touched[side], self.read[side], self.gold[side])


def cameo_scores(folder: Path, reader: Reader) -> CameoScores:
    """The scores on the kept fifth of both files, in the folder that holds the corpora."""
    scores = CameoScores()
    for sentence, gold in _kept(list(classed(folder / "events/cameo_class-train.tsv"))):
        scores.classes[gold, quad_class(_read(sentence, reader))] += 1
    for sentence, spans in _kept(list(sided(folder / "events/cameo_ner-train.txt"))):
        _count(scores, spans, first_told(_read(sentence, reader).events))
    return scores


def quad_class(reading: Reading) -> str:
    """The class of a sentence's first event; a statement only where it tells none."""
    best = first_told(reading.events)
    return STATEMENT_ONLY if best is None else CLASSES.get(root_of(best), STATEMENT_ONLY)


def classed(path: Path) -> Iterator[tuple[str, str]]:
    """Sentences with their class."""
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence, _, label = line.rpartition("\t")
        yield sentence, label.strip()


def sided(path: Path) -> Iterator[tuple[str, dict[Side, list[Stretch]]]]:
    """Sentences, their words joined by blanks, with the stretches of source and target."""
    for block in path.read_text(encoding="utf-8").replace("\r", "").split("\n\n"):
        rows = [line.rsplit(" ", 1) for line in block.splitlines() if " " in line]
        spans: dict[Side, list[Stretch]] = {"actor": [], "recipient": []}
        at = 0
        for word, tag in rows:
            side = SIDES.get(tag[-1])
            if side is not None and tag.startswith("B"):
                spans[side].append((at, at + len(word)))
            elif side is not None and spans[side]:
                spans[side][-1] = spans[side][-1][0], at + len(word)
            at += len(word) + 1
        if rows:
            yield " ".join(word for word, _ in rows), spans


def _kept(rows: Sequence[Row]) -> Sequence[Row]:
    return rows[KEPT::FOLDS]


def _read(sentence: str, reader: Reader) -> Reading:
    article = Article("cameo", sentence)
    return resolve(article, reader.read(article))


def _count(scores: CameoScores, gold: dict[Side, list[Stretch]], event: Event | None) -> None:
    for side in SIDES.values():
        told: list[Span] = [] if event is None else [p.span for p in event.participants if p.side == side]
        scores.gold[side] += len(gold[side])
        scores.read[side] += len(told)
        scores.same[side] += sum((span.start, span.end) in gold[side] for span in told)
        scores.touched[side] += sum(any(s < span.end and span.start < e for s, e in gold[side]) for span in told)


def main() -> None:
    """Prints the scores from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    given = parser.parse_args()
    found = cameo_scores(given.corpora, EncoderReader())
    right = sum(n for (gold, read), n in found.classes.items() if gold == read)
    print(
        f"{found.classes.total()} sentences: class right {right / found.classes.total():.3f}, macro-F1 {found.macro:.3f}"
    )
    for side in SIDES.values():
        print(
            f"{side}: {found.gold[side]} stretches, exact F1 {found.exact(side).f1:.3f}, some words "
            f"{found.overlapping(side).f1:.3f}"
        )


if __name__ == "__main__":
    main()
