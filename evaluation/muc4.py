"""Who is behind an incident, and how the report tells it: claimed or admitted, suspected or accused, or told as fact.

Gold is slot 11 of MUC-4's templates, one question for each organisation of each incident. Its grades make three
classes: CLAIMED OR ADMITTED; SUSPECTED OR ACCUSED, with BY AUTHORITIES, and POSSIBLE; REPORTED AS FACT. A question
holds the organisation's strings and those of what was hit, and nothing else of the key. Where the key allows several
grades each is right. Scores: F1 of each class and their mean; beside them what always saying the most frequent class
would score.

`python -m evaluation.muc4 --corpora FOLDER [--part dev|tst] [--verbose]`: `tst` (tst1 and tst2) is measured on, never
looked into; `dev` taught the weights, so its scores are kinder. `--verbose` lists what is wrong, of dev alone.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.muc4_corpus import GRADES, Grade, Incident, incidents, reports
from onrecord.linking.responsibility import VIOLENT, responsibility
from onrecord.model import Article, Reading, Span
from onrecord.reading import EncoderReader, Reader
from onrecord.resolution import resolve

PARTS = {"dev": ("dev",), "tst": ("tst1", "tst2")}
MOST_FREQUENT: Grade = "fact"
"""Of dev's incidents; what is answered where the reading finds no sentence on the organisation."""


@dataclass
class Muc4Scores:
    """How often a class of the key was read as which class."""

    read: Counter[tuple[Grade, Grade]] = field(default_factory=Counter)
    baseline: Counter[tuple[Grade, Grade]] = field(default_factory=Counter)

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the three classes."""
        return sum(f1_of(self.read, grade) for grade in GRADES) / len(GRADES)

    @property
    def baseline_f1(self) -> float:
        """The same of always saying the most frequent class."""
        return sum(f1_of(self.baseline, grade) for grade in GRADES) / len(GRADES)

    @property
    def accuracy(self) -> float:
        """The share of questions answered rightly."""
        return sum(n for (gold, read), n in self.read.items() if gold == read) / max(1, self.read.total())


def f1_of(counts: Counter[tuple[Grade, Grade]], grade: Grade) -> float:
    """The F1 of one class."""
    gold = sum(n for (g, _), n in counts.items() if g == grade)
    read = sum(n for (_, r), n in counts.items() if r == grade)
    return 2 * counts[grade, grade] / (gold + read) if gold + read else 0.0


def muc4_scores(folder: Path, reader: Reader, part: str = "tst", *, verbose: bool = False) -> Muc4Scores:
    """The scores of a reader on a part of MUC-4 (`dev`, or `tst` for tst1 and tst2), in the folder that holds them."""
    scores = Muc4Scores()
    for name in PARTS[part]:
        asked = incidents(folder, name)
        for incident, reading in read_for(asked, reports(folder, name), reader):
            grade = graded(reading, incident)
            scores.read[_right_or_first(incident, grade), grade] += 1
            scores.baseline[_right_or_first(incident, MOST_FREQUENT), MOST_FREQUENT] += 1
            if verbose and part == "dev" and grade not in incident.grades:
                print(f"{incident.report} {incident.template} {incident.names[0]}: {incident.grades} read as {grade}")
    return scores


def read_for(
    asked: Iterable[Incident], articles: Mapping[str, Article], reader: Reader
) -> Iterator[tuple[Incident, Reading]]:
    """Each incident with the reading of its report, every report read once."""
    known: dict[str, Reading] = {}
    for incident in asked:
        if incident.report not in known:
            article = articles[incident.report]
            known = {incident.report: resolve(article, reader.read(article))}
        yield incident, known[incident.report]


def graded(reading: Reading, incident: Incident) -> Grade:
    """How the reading tells that the organisation did it."""
    found = responsibility(reading, *question(reading, incident))
    return MOST_FREQUENT if found is None else found.basis


def question(reading: Reading, incident: Incident) -> tuple[list[Span], list[Span]]:
    """The words of a report for an incident's organisation, and those for the deed.

    The deed is what was hit and the violent events told in the same sentences; all violent events where there are none.
    """
    text = reading.article.text
    hit = standing_in(text, incident.targets)
    events = [e.trigger for e in reading.events if e.type in VIOLENT]
    beside = [e for e in events if any(_in_one_sentence(text, e, target) for target in hit)]
    return standing_in(text, incident.names), [*hit, *(beside or events)]


def standing_in(text: str, strings: Sequence[str]) -> list[Span]:
    """Where strings of a key stand in a text as whole words, the longest first where they overlap."""
    places = {
        m.span() for s in strings for m in re.finditer(rf"(?<!\w){re.escape(s)}(?!\w)", text) if m.end() > m.start()
    }
    found: list[Span] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not found or start >= found[-1].end:
            found.append(Span.of(text, start, end))
    return found


def _in_one_sentence(text: str, one: Span, other: Span) -> bool:
    first, last = min(one.end, other.end), max(one.start, other.start)
    return not re.search(r"[.!?][\"')\]]*\s|\n", text[first:last])


def _right_or_first(incident: Incident, grade: Grade) -> Grade:
    return grade if grade in incident.grades else incident.grades[0]


def main() -> None:
    """Prints the table of classes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--part", choices=sorted(PARTS), default="tst")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    scores = muc4_scores(arguments.corpora / "muc4", EncoderReader(), arguments.part, verbose=arguments.verbose)
    for gold in GRADES:
        row = ", ".join(f"{scores.read[gold, read]} as {read}" for read in GRADES)
        print(f"{gold}: F1 {f1_of(scores.read, gold):.3f} ({row})")
    print(f"macro-F1 {scores.macro_f1:.3f}, {scores.accuracy:.3f} right, of {scores.read.total()} questions")
    print(f"always {MOST_FREQUENT}: macro-F1 {scores.baseline_f1:.3f}")


if __name__ == "__main__":
    main()
