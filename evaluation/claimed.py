"""The measures of what is claimed and where it stands: events, minimal pairs, dossiers and sentences of PLV."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evaluation.cameo import SIDES, CameoScores, cameo_scores
from evaluation.conflict import macro_f1
from evaluation.copies import copy_scores
from evaluation.dossier_standings import dossier_answers, shares
from evaluation.events import EventScores, event_scores, same_share
from evaluation.minimal_pairs.scores import minimal_pair_scores
from evaluation.muc4 import muc4_scores
from evaluation.plv import plv_scores
from evaluation.table import Measure, percent
from onrecord.reading import Reader


def what_is_claimed(reader: Reader) -> Iterator[Measure]:
    """The measures that need nothing but this repository."""
    yield from _events(event_scores(reader))
    pairs = minimal_pair_scores(reader)
    of = f"minimal pairs, held-out templates ({len(pairs.verdicts)} sentences), macro over 40 kinds"
    for column in ("found", "status", "speaker", "both", "type", "sides"):
        words = "status and speaker both" if column == "both" else column
        yield Measure(f"minimal-pairs.{column}", f"{of}, {words} right, %", percent(pairs.share(column)))
    copies = copy_scores()
    yield Measure("copies.recall", "copies, composed pairs, recall, %", percent(copies.recall))
    yield Measure("copies.precision", "copies, composed pairs, precision, %", percent(copies.precision))
    answers = dossier_answers(reader)
    held = shares(answers)
    of = f"dossiers ({len(answers)} claims and days)"
    yield Measure("dossiers.claims-found", f"{of}, claims found, %", percent(held.claims_found))
    yield Measure("dossiers.standing", f"{of}, standing right, %", percent(held.standing))
    yield Measure("dossiers.divided", f"{of}, divided parties right, %", percent(held.divided))
    yield Measure("dossiers.independent", f"{of}, independent reports right, %", percent(held.independent))


def claimed_in_corpora(reader: Reader, corpora: Path) -> Iterator[Measure]:
    """The measures that need the corpora."""
    found = plv_scores(corpora, reader)
    of = f"PLV, the fifth of its sentences that is never learnt from ({found.codes.total()})"
    yield Measure(
        "plv.macro-f1", f"{of}, one of 15 codes told from the sentence alone, macro-F1", percent(found.macro)
    )
    yield from _cameo(cameo_scores(corpora, reader))
    told = muc4_scores(corpora / "muc4", reader)
    yield Measure(
        "muc4-tst.status", "MUC-4 tst1 and tst2, how it is told who did it, macro-F1 of 3", percent(told.macro_f1)
    )
    yield Measure("plv.code-and-sides", f"{of}, an event with code and both sides, %", percent(found.whole_share))


def _cameo(found: CameoScores) -> Iterator[Measure]:
    of = f"CAMEO, every fifth sentence ({found.classes.total()})"
    yield Measure("cameo.quad-class", f"{of}, one of 5 quad classes, macro-F1", percent(found.macro))
    for side, name in zip(SIDES.values(), ("source", "target"), strict=True):
        words = f"CAMEO, every fifth sentence, {name} of the first event"
        yield Measure(f"cameo.{name}-exact", f"{words}, the same words, F1", percent(found.exact(side).f1))
        yield Measure(f"cameo.{name}-some", f"{words}, some of the words, F1", percent(found.overlapping(side).f1))


def _events(found: EventScores) -> Iterator[Measure]:
    of = f"events, held-out passages ({found.gold})"
    yield Measure("events.trigger-f1", f"{of}, triggers, F1", percent(found.trigger_f1))
    yield Measure("events.typed-f1", f"{of}, triggers with type, F1", percent(found.typed_f1))
    yield Measure("events.type", f"{of}, type right of those found, %", percent(same_share(found.types)))
    yield Measure("events.type-macro", f"{of}, type of those found, macro-F1", percent(macro_f1(found.types)))
    yield Measure("events.status", f"{of}, status right of those found, %", percent(same_share(found.statuses)))
    yield Measure("events.status-macro", f"{of}, status of those found, macro-F1", percent(macro_f1(found.statuses)))
    yield Measure(
        "events.taking-part-f1", f"{of}, who takes part, known or not, on those found, F1", percent(found.sides_f1)
    )
    yield Measure("events.numbers-f1", f"{of}, numbers with unit, on those found, F1", percent(found.numbers_f1))
