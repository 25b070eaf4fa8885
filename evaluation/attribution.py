"""Scores of attribution against gold, the units of which are words.

Definitions: *exact*, a role counts where its set of words is identical; *soft*, proportional overlap (Pareti 2016);
*span*, every contiguous span of a role is one unit (the unit of CofeNet's table); *triple*, a one-to-one alignment on
content, lenient where cue and source overlap and the contents' Jaccard index is at least .5, strict where all three
are identical.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Role = Literal["source", "cue", "content"]
Spans = Sequence[tuple[int, int]]
Attribution = dict[Role, Spans]
Words = frozenset[int]
ROLES: tuple[Role, ...] = ("source", "cue", "content")
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*|[$%&]")


@dataclass(frozen=True, slots=True)
class Share:
    """Precision, recall and F1, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @classmethod
    def of(cls, right: float, predicted: float, gold: float) -> Share:
        """From counts."""
        return cls(right / predicted if predicted else 0.0, right / gold if gold else 0.0)


@dataclass(frozen=True, slots=True)
class Scores:
    """What came out: F1 of each role by the three units, and the triples."""

    exact: dict[Role, float]
    soft: dict[Role, float]
    span: dict[Role, float]
    lenient: Share
    strict: Share
    predicted: int
    gold: int


def words_of(text: str) -> list[tuple[int, int]]:
    """Start and end of each word."""
    return [match.span() for match in _WORD.finditer(text)]


def cover(spans: Spans, words: Sequence[tuple[int, int]]) -> Words:
    """The numbers of the words that the spans touch."""
    return frozenset(i for s, e in spans for i, (a, b) in enumerate(words) if a < e and b > s)


def score(documents: Iterable[tuple[str, Sequence[Attribution], Sequence[Attribution]]]) -> Scores:
    """The scores over documents, each a text with its gold and its predicted attributions."""
    counts: Counter[str] = Counter()
    soft: Counter[str] = Counter()
    for text, gold, predicted in documents:
        words = words_of(text)
        gold_words = [{r: cover(a[r], words) for r in ROLES} for a in gold]
        predicted_words = [{r: cover(a[r], words) for r in ROLES} for a in predicted]
        for role in ROLES:
            _count_role(
                counts,
                soft,
                role,
                [x[role] for x in gold_words if x[role]],
                [x[role] for x in predicted_words if x[role]],
            )
            _count_spans(counts, role, *(_span_units(text, words, side, role) for side in (gold, predicted)))
        _count_triples(counts, gold_words, predicted_words)
    return _scores(counts, soft)


def _count_role(
    counts: Counter[str], soft: Counter[str], role: Role, gold: list[Words], predicted: list[Words]
) -> None:
    counts[f"{role} exact"] += sum((Counter(gold) & Counter(predicted)).values())
    counts[f"{role} predicted"] += len(predicted)
    counts[f"{role} gold"] += len(gold)
    # Counter holds the sums of shares too; its values need not be whole.
    soft[f"{role} predicted"] += sum(max((len(x & y) / len(x) for y in gold), default=0) for x in predicted)  # type: ignore[assignment]
    soft[f"{role} gold"] += sum(max((len(x & y) / len(y) for x in predicted), default=0) for y in gold)  # type: ignore[assignment]


def _span_units(text: str, words: Sequence[tuple[int, int]], side: Sequence[Attribution], role: Role) -> set[Words]:
    return {cover([span], words) for a in side for span in _merged(a[role], text)} - {frozenset()}


def _merged(spans: Spans, text: str) -> list[tuple[int, int]]:
    """Spans parted by white space or punctuation only, as one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and not _WORD.search(text[out[-1][1] : start]):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _count_spans(counts: Counter[str], role: Role, gold: set[Words], predicted: set[Words]) -> None:
    counts[f"{role} span right"] += len(gold & predicted)
    counts[f"{role} span predicted"] += len(predicted)
    counts[f"{role} span gold"] += len(gold)


def _count_triples(counts: Counter[str], gold: list[dict[Role, Words]], predicted: list[dict[Role, Words]]) -> None:
    pairs = []
    for i, x in enumerate(gold):
        for j, y in enumerate(predicted):
            nearness = _jaccard(x["content"], y["content"]) + 0.01 * bool(x["cue"] & y["cue"])
            if nearness > 0:
                pairs.append((nearness, i, j))
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for _, i, j in sorted(pairs, key=lambda pair: -pair[0]):
        if i in used_gold or j in used_predicted:
            continue
        used_gold.add(i)
        used_predicted.add(j)
        x, y = gold[i], predicted[j]
        meets = all(bool(x[r] & y[r]) or not (x[r] or y[r]) for r in ("cue", "source"))
        counts["lenient"] += int(_jaccard(x["content"], y["content"]) >= 0.5 and meets)
        counts["strict"] += int(all(x[r] == y[r] for r in ROLES))
    counts["predicted"] += len(predicted)
    counts["gold"] += len(gold)


def _jaccard(one: Words, other: Words) -> float:
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def _scores(counts: Counter[str], soft: Counter[str]) -> Scores:
    exact, softly, span = {}, {}, {}
    for r in ROLES:
        predicted, gold = max(1, counts[f"{r} predicted"]), max(1, counts[f"{r} gold"])
        exact[r] = Share.of(counts[f"{r} exact"], predicted, gold).f1
        softly[r] = Share(soft[f"{r} predicted"] / predicted, soft[f"{r} gold"] / gold).f1
        span[r] = Share.of(counts[f"{r} span right"], counts[f"{r} span predicted"], counts[f"{r} span gold"]).f1
    totals = (counts["predicted"], counts["gold"])
    lenient, strict = (Share.of(counts[k], *totals) for k in ("lenient", "strict"))
    return Scores(exact, softly, span, lenient, strict, *totals)
