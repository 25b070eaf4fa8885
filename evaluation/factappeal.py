"""FactAppeal: facts that rest on a source, quoted directly or not, and sources named or not.

The score here is a macro-F1 over words: the mean of the F1 of the words of direct appeals, indirect appeals, named
sources and unnamed sources. It is this project's own definition, not the one of the paper that brought the corpus.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evaluation.attribution import Share, cover, words_of
from onrecord.model import Article
from onrecord.reading import Reader

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
            named = statement.source_kind in {"named", "collective"} and statement.source.text[0].isupper()
            found.append(
                ("named source" if named else "unnamed source", (statement.source.start, statement.source.end))
            )
    return iter(found)
