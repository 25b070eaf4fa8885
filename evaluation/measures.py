"""All measures of the project, each with a name under which its floor is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.attribution import Scores
from evaluation.factappeal import factappeal
from evaluation.furniture import HELD_OUT, FurnitureScores, furniture_scores
from evaluation.model_document import model_document
from evaluation.polnear import polnear
from evaluation.samples import sample_standings
from onrecord.reading import Reader


@dataclass(frozen=True, slots=True)
class Measure:
    """One number: its name, what it says, its value, and whether more is better."""

    name: str
    meaning: str
    value: float
    rising: bool = True


def measures(reader: Reader, corpora: Path | None, document: Path | None) -> Iterator[Measure]:
    """Every measure that the given folders allow; those without their corpus are left out."""
    yield from _furniture(furniture_scores(HELD_OUT))
    yield from _samples(reader)
    if document is not None:
        held, points = model_document(document, reader)
        yield Measure("model-document.points", f"points of the model document that hold, of {points}", held)
    if corpora is not None:
        yield from _polnear(polnear(corpora / "statements" / "polnear-dev.jsonl", reader))
        for label, value in factappeal(corpora / "statements" / "factappeal-val.csv", reader).items():
            yield Measure(
                f"factappeal-val.{label.replace(' ', '-')}",
                f"FactAppeal validation, F1 over words, {label}",
                _percent(value),
            )


def _furniture(found: FurnitureScores) -> Iterator[Measure]:
    pieces = f"held-out pages, {found.furniture} pieces of furniture and {found.report} of report"
    yield Measure(
        "furniture.long-found", f"furniture of 12 words or more found, % ({pieces})", _percent(found.long_found)
    )
    yield Measure(
        "furniture.report-marked", "pieces of report marked as furniture, %", _percent(found.report_marked), False
    )
    yield Measure("furniture.all-found", "all furniture found, short pieces too, %", _percent(found.all_found))
    yield Measure("furniture.kinds-right", "kind right, of furniture found, %", _percent(found.kinds_right))
    yield Measure("furniture.credits-right", "agency credits right, %", _percent(found.credits_right))


def _samples(reader: Reader) -> Iterator[Measure]:
    held, rows = sample_standings(reader)
    yield Measure("samples.standings", f"expected standings of the sample record that hold, of {rows}", held)


def _polnear(found: Scores) -> Iterator[Measure]:
    for name, share in (("lenient", found.lenient), ("strict", found.strict)):
        yield Measure(f"polnear-dev.{name}-f1", f"PolNeAR dev, {name} triple F1", _percent(share.f1))
    yield Measure(
        "polnear-dev.lenient-precision", "PolNeAR dev, lenient triple precision", _percent(found.lenient.precision)
    )
    yield Measure("polnear-dev.lenient-recall", "PolNeAR dev, lenient triple recall", _percent(found.lenient.recall))
    for unit, values in (("span", found.span), ("soft", found.soft)):
        for role, value in values.items():
            yield Measure(f"polnear-dev.{unit}-{role}", f"PolNeAR dev, {unit} F1, {role}", _percent(value))


def _percent(share: float) -> float:
    return round(100 * share, 1)
