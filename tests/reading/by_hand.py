"""Reports, grammar and weights made by hand, for tests of heads whatever the trained weights are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

import numpy as np
from hypothesis import strategies as st

from onrecord.encoding.quotations import quotations
from onrecord.encoding.weights import Weights
from onrecord.encoding.words import words
from onrecord.model import Act, Article, Certainty, EventStatus, SourceKind, SourceType, Span
from onrecord.reading.closeness import FEATURES
from onrecord.reading.encoded import Encoded
from onrecord.reading.grammar import Grammar
from onrecord.reading.happenings import SIDE_TAGS, VALUES
from onrecord.reading.parts import CUE_TAGS, PART_TAGS
from onrecord.reading.segmentation import Sentence, paragraphs, sentences
from onrecord.reading.stretches import ACTOR_KINDS

WIDTH = 5
LABELS: Mapping[str, Sequence[str]] = {
    "tags": ("DET", "NOUN", "PROPN", "VERB", "CCONJ", "PUNCT"),
    "relations": ("conj", "det", "obj", "root"),
    "spans.conflict": (*sorted(ACTOR_KINDS), "place", "time"),
    "act": get_args(Act),
    "certainty": get_args(Certainty),
    "source_kind": get_args(SourceKind),
    "source_type": (*get_args(SourceType), "none"),
    "event_type": ("CONSULT", "ASSAULT"),
    "event_mode": ("CONSULT", "CONSULT/phone", "ASSAULT", "ASSAULT/aerial"),
    "event_status": get_args(EventStatus),
}
_TOWARDS: Mapping[str, tuple[int, ...]] = {
    "parts.word.weight": (4, WIDTH),
    "parts.word_by.weight": (4, WIDTH),
    "parts.cue.weight": (4, WIDTH),
    "parts.cue_by.weight": (4, WIDTH),
    "parts.distance.weight": (24, 4),
    "parts.sentence.weight": (9, 4),
    "parts.middle.weight": (4, 4),
}
SHAPES: Mapping[str, tuple[int, ...]] = {
    "grammar.tags.weight": (6, WIDTH),
    "grammar.dependent.weight": (4, WIDTH),
    "grammar.head.weight": (4, WIDTH),
    "grammar.arc": (4, 4),
    "grammar.dependent_label.weight": (3, WIDTH),
    "grammar.head_label.weight": (3, WIDTH),
    "grammar.label": (4, 3, 3),
    "grammar.label_linear.weight": (4, 6),
    "stretches.conflict.first.weight": (4, WIDTH),
    "stretches.conflict.last.weight": (4, WIDTH),
    "stretches.conflict.both": (11, 4, 4),
    "stretches.conflict.first_only.weight": (11, 4),
    "stretches.conflict.last_only.weight": (11, 4),
    "cue.weight": (len(CUE_TAGS), WIDTH),
    **_TOWARDS,
    "parts.tags.weight": (len(PART_TAGS), 4),
    "trigger.weight": (3, WIDTH),
    **{name.replace("parts.", "sides."): shape for name, shape in _TOWARDS.items()},
    "sides.tags.weight": (len(SIDE_TAGS), 4),
    "happenings.asked.weight": (2 * WIDTH, WIDTH),
    "happenings.first.weight": (4, 5 * WIDTH + 1),
    **{f"happenings.scores.{n}.weight": (len(LABELS[n]), 4) for n in VALUES},
    "antecedents.mention.weight": (4, 3 * WIDTH),
    "antecedents.by.weight": (4, 4),
    "antecedents.alone.weight": (1, 4),
    "antecedents.pair.weight": (4, 4 + FEATURES),
    "antecedents.score.weight": (1, 4),
    "values.asked.weight": (WIDTH, WIDTH),
    "values.first.weight": (4, 5 * WIDTH + 2),
    **{f"values.scores.{n}.weight": (len(LABELS[n]), 4) for n in ("act", "certainty")},
    **{f"values.scores.{n}.weight": (len(LABELS[n]), 4) for n in ("source_kind", "source_type")},
}
SEEDS = st.integers(0, 2**32 - 1)


def encoded(article: Article | str, seed: int | None = None) -> Encoded:
    """A report cut into words, with vectors of zeros, or drawn from a seed."""
    report = Article("r1", article) if isinstance(article, str) else article
    parts = sentences(report)
    places: list[tuple[int, int]] = []
    sentence: list[int] = []
    bounds: list[tuple[int, int]] = []
    for number, part in enumerate(parts):
        found = words(report.text, part.span.start, part.span.end)
        bounds.append((len(places), len(places) + len(found)))
        places += found
        sentence += [number] * len(found)
    marks = quotations(report.text, paragraphs(report))
    vectors = np.zeros((len(places), WIDTH), dtype=np.float32) if seed is None else drawn(seed, (len(places), WIDTH))
    return Encoded(report.text, parts, marks, tuple(places), tuple(sentence), tuple(bounds), vectors)


def parsed(told: str) -> tuple[Encoded, Grammar]:
    """One sentence of words as form/TAG/head/relation; heads count from 1, and the root's is its own."""
    rows = [word.rsplit("/", 3) for word in told.split()]
    text = " ".join(row[0] for row in rows)
    places: list[tuple[int, int]] = []
    for form, *_ in rows:
        start = places[-1][1] + 1 if places else 0
        places.append((start, start + len(form)))
    count = len(rows)
    report = Encoded(
        text,
        (Sentence(Span.of(text, 0, len(text)), 0),),
        (),
        tuple(places),
        (0,) * count,
        ((0, count),),
        np.zeros((count, WIDTH), dtype=np.float32),
    )
    tags, heads, relations = (tuple(row[at] for row in rows) for at in (1, 2, 3))
    return report, Grammar(tags, tuple(int(h) - 1 for h in heads), relations)


def drawn(seed: int, shape: tuple[int, ...], scale: float = 1.0) -> np.ndarray:
    """Numbers that a seed gives."""
    return (np.random.default_rng(seed).standard_normal(shape) * scale).astype(np.float32)


def weights(seed: int) -> Weights:
    """Small weights that nobody trained."""
    arrays = {name: drawn(seed + at, shape, 3.0) for at, (name, shape) in enumerate(SHAPES.items())}
    return Weights(
        arrays, LABELS, {"cue_threshold": [0.0], "trigger_threshold": [0.0], "confidence": [0.0, 1.0, 1.0, 0.0]}
    )
