"""FactAppeal: facts that rest on a source, quoted directly or not, and sources named or not.

Two scores, both macro-F1 over words, and both this project's own: the paper that brought the corpus (Mor-Lan and others
2025) reports a macro-F1 without saying over which units, so its numbers and these must not be compared closely.

`factappeal` maps the statements that any reader finds to four labels: direct and indirect appeals, named and unnamed
sources. `tag_scores` asks the encoder's own head for this corpus for all of its marks (facts with and without appeal,
sources by name and type, their attributes, hearer, time and place), each a yes or no for every word.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from training.reader.documents import appeal_labels
from training.reader.documents import factappeal as documents

from evaluation.attribution import Share, cover, words_of
from onrecord.encoding.weights import weights
from onrecord.model import Article, Span
from onrecord.reading import Reader
from onrecord.reading.encoded import encode

LABELS = ("direct appeal", "indirect appeal", "named source", "unnamed source")
_TAG = re.compile(r"<(/?)([A-Za-z_]+)((?::[A-Za-z_ ]+)*)>")


def factappeal(path: Path, reader: Reader) -> dict[str, float]:
    """F1 of each label and their mean under "macro"."""
    counts: Counter[tuple[str, str]] = Counter()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text, gold = untagged(row["annotation"])
            words = words_of(text)
            predicted = list(predicted_spans(text, reader))
            for label in LABELS:
                want = cover([span for name, span in gold if name == label], words)
                have = cover([span for name, span in predicted if name == label], words)
                counts[label, "right"] += len(want & have)
                counts[label, "predicted"] += len(have)
                counts[label, "gold"] += len(want)
    f1 = {k: Share.of(*(counts[k, c] for c in ("right", "predicted", "gold"))).f1 for k in LABELS}
    return f1 | {"macro": sum(f1.values()) / len(f1)}


def tag_scores(path: Path) -> dict[str, float]:
    """F1 over words of every mark of the corpus as the encoder's own head gives them, and their mean under "macro"."""
    known = weights()
    labels = list(known.labels["appeals"])
    counts: Counter[tuple[str, str]] = Counter()
    for document in documents(path):
        found = encode(Article(document.name, document.text))
        gold = {(label, w) for kind, first, last in document.appeals or () for label in appeal_labels(kind)
                for w in range(first, last + 1) if found.solid[w]}  # fmt: skip
        chosen = known.linear("appeals", found.vectors) > np.array(known.measured["appeal_thresholds"])
        have = {(labels[k], int(w)) for w, k in zip(*chosen.nonzero(), strict=True) if found.solid[w]}
        for label in labels:
            counts[label, "right"] += sum(1 for pair in gold & have if pair[0] == label)
            counts[label, "predicted"] += sum(1 for pair in have if pair[0] == label)
            counts[label, "gold"] += sum(1 for pair in gold if pair[0] == label)
    f1 = {
        k: Share.of(*(counts[k, c] for c in ("right", "predicted", "gold"))).f1 for k in labels if counts[k, "gold"]
    }
    return f1 | {"macro": sum(f1.values()) / len(f1)}


def untagged(annotation: str) -> tuple[str, list[tuple[str, tuple[int, int]]]]:
    """The text without its tags, and the labelled spans."""
    text, spans, open_at, position = "", [], {}, 0
    for match in _TAG.finditer(annotation):
        text += annotation[position : match.start()]
        position = match.end()
        closing, name, details = match.groups()
        label = _label(name, details)
        if label is not None and not closing:
            open_at[label] = len(text)
        elif label is not None and label in open_at:
            spans.append((label, (open_at.pop(label), len(text))))
    return text + annotation[position:], spans


def _label(name: str, details: str) -> str | None:
    if name == "Fact_Appeal":
        return "direct appeal" if "Direct_Quote" in details and "Indirect_Quote" not in details else "indirect appeal"
    if name == "Source":
        return "unnamed source" if ":Unnamed" in details else "named source"
    return None


def predicted_spans(text: str, reader: Reader) -> Iterator[tuple[str, tuple[int, int]]]:
    """What the reader found, under the corpus's labels."""
    found = []
    for statement in reader.read(Article("sentence", text)).statements:
        kind = "indirect appeal" if statement.form == "indirect" else "direct appeal"
        found += [(kind, (c.start, c.end)) for c in statement.content]
        if statement.source is not None:
            named, source = _holds_a_name(statement.source), statement.source
            comma = source.text.find(",")  # the corpus marks an apposition apart, as an attribute of the source
            end = source.end if comma < 0 else source.start + comma
            found.append(("named source" if named else "unnamed source", (source.start, end)))
    return iter(found)


def _holds_a_name(source: Span) -> bool:
    """Whether a source holds a capitalised word that is neither a small word nor the first of the sentence."""
    words = [(source.start + m.start(), m.group()) for m in re.finditer(r"\w+", source.text)]
    small = {"the", "a", "an", "he", "she", "they", "it", "we", "i", "who"}
    capitals = [start for start, word in words if word[0].isupper() and word.lower() not in small]
    return bool(capitals) and (capitals != [0] or len(words) > 1)
