"""All measures of the project, each with a name under which its floor is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evaluation.attribution import Scores
from evaluation.claimed import claimed_in_corpora, what_is_claimed
from evaluation.conflict import HELD_OUT as HELD_OUT_PASSAGES
from evaluation.conflict import ConflictScores, conflict
from evaluation.constructions import constructions
from evaluation.factappeal import factappeal, tag_scores
from evaluation.furniture import HELD_OUT as HELD_OUT_PAGES
from evaluation.furniture import FurnitureScores, furniture_scores
from evaluation.grammar import grammar_scores
from evaluation.model_document import model_document
from evaluation.polnear import polnear
from evaluation.samples import sample_standings
from evaluation.table import Measure, percent
from evaluation.world import from_corpora, who_and_where
from onrecord.reading import Reader


def measures(reader: Reader, corpora: Path | None, document: Path | None) -> Iterator[Measure]:
    """Every measure that the given folders allow; those without their corpus are left out."""
    yield from _furniture(furniture_scores(HELD_OUT_PAGES))
    yield from _samples(reader)
    for table, (right, of) in constructions(reader).items():
        yield Measure(
            f"constructions.{table.replace(' ', '-').replace(',', '')}",
            f"constructions, {table}, right of {of}",
            right,
        )
    yield from _conflict(conflict(reader, HELD_OUT_PASSAGES))
    yield from who_and_where(reader)
    yield from what_is_claimed(reader)
    if document is not None:
        held, points = model_document(document, reader)
        yield Measure("model-document.points", f"points of the model document that hold, of {points}", held)
    if corpora is not None:
        yield from _polnear(polnear(corpora / "statements" / "polnear-dev.jsonl", reader))
        for label, value in factappeal(corpora / "statements" / "factappeal-val.csv", reader).items():
            yield Measure(
                f"factappeal-val.{label.replace(' ', '-')}",
                f"FactAppeal validation, F1 over words, {label}",
                percent(value),
            )
        yield Measure(
            "factappeal-val.tags",
            "FactAppeal validation, macro-F1 over words of all marks, the encoder's own head",
            percent(tag_scores(corpora / "statements" / "factappeal-val.csv")["macro"]),
        )
        for corpus in ("ewt", "gum"):
            yield from _grammar(corpora, corpus)
        yield from from_corpora(reader, corpora)
        yield from claimed_in_corpora(reader, corpora)


def _grammar(corpora: Path, corpus: str) -> Iterator[Measure]:
    found, name = grammar_scores(corpora, corpus), corpus.upper()
    yield Measure(f"{corpus}-dev.las", f"{name} dev, labelled attachment on gold words, %", percent(found.labelled))
    yield Measure(
        f"{corpus}-dev.uas", f"{name} dev, unlabelled attachment on gold words, %", percent(found.unlabelled)
    )
    yield Measure(f"{corpus}-dev.tags", f"{name} dev, parts of speech on gold words, %", percent(found.tags))
    yield Measure(f"{corpus}-dev.words", f"{name} dev, words cut alike, F1", percent(found.words))
    yield Measure(f"{corpus}-dev.sentences", f"{name} dev, sentences begun alike, F1", percent(found.sentences))


def _conflict(found: ConflictScores) -> Iterator[Measure]:
    of = f"conflict set, held out ({found.gold} statements)"
    yield Measure("conflict.lenient-f1", f"{of}, lenient triple F1", percent(found.spans.lenient.f1))
    for role, value in found.spans.span.items():
        yield Measure(f"conflict.span-{role}", f"{of}, span F1, {role}", percent(value))
    yield Measure("conflict.matched", f"{of}, statements found, %", percent(found.matched / found.gold))
    for name, value in found.macro.items():
        words = name.replace("_", " ")
        yield Measure(f"conflict.{name}", f"{of}, {words}, macro-F1 on those found", percent(value))
        yield Measure(
            f"conflict.{name}-all",
            f"{of}, {words}, macro-F1, missed and extra ones wrong",
            percent(found.end_to_end[name]),
        )
    yield Measure("conflict.speaker", f"{of}, speaker right of those found, %", percent(found.speakers))
    yield Measure("conflict.parent", f"{of}, nested statements found hung rightly, %", percent(found.parents))


def _furniture(found: FurnitureScores) -> Iterator[Measure]:
    pieces = f"held-out pages, {found.furniture} pieces of furniture and {found.report} of report"
    yield Measure(
        "furniture.long-found", f"furniture of 12 words or more found, % ({pieces})", percent(found.long_found)
    )
    yield Measure(
        "furniture.report-marked", "pieces of report marked as furniture, %", percent(found.report_marked), False
    )
    yield Measure("furniture.all-found", "all furniture found, short pieces too, %", percent(found.all_found))
    yield Measure(
        "furniture.kinds-found", "furniture found as the kind that it is, of all, %", percent(found.kinds_found)
    )
    yield Measure("furniture.credits-right", "agency credits right, %", percent(found.credits_right))


def _samples(reader: Reader) -> Iterator[Measure]:
    held, rows = sample_standings(reader)
    yield Measure("samples.standings", f"expected standings of the sample record that hold, of {rows}", held)


def _polnear(found: Scores) -> Iterator[Measure]:
    for name, share in (("lenient", found.lenient), ("strict", found.strict)):
        yield Measure(f"polnear-dev.{name}-f1", f"PolNeAR dev, {name} triple F1", percent(share.f1))
    yield Measure(
        "polnear-dev.lenient-precision", "PolNeAR dev, lenient triple precision", percent(found.lenient.precision)
    )
    yield Measure("polnear-dev.lenient-recall", "PolNeAR dev, lenient triple recall", percent(found.lenient.recall))
    for unit, values in (("span", found.span), ("soft", found.soft)):
        for role, value in values.items():
            yield Measure(f"polnear-dev.{unit}-{role}", f"PolNeAR dev, {unit} F1, {role}", percent(value))
