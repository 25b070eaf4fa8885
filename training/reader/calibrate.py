"""Measures what the weights alone do not hold: when a word is a cue, and how sure a statement is.

    python -m training.reader.calibrate --corpora FOLDER

On PolNeAR's development part, with the int8 weights themselves: of the thresholds whose lenient triple F1 is within a
fifth of a point of the best the highest, then a logistic regression from how sure the tags are to whether the statement
is right (its lenient triple). Half of the articles fit the regression, the other half fill the table of reliability in
`reliability.md`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from evaluation.attribution import ROLES, Attribution, Role, Words, cover, score, words_of

from onrecord.encoding.weights import Weights, weights
from onrecord.model import Article, Furniture
from onrecord.reading.encoded import Encoded, encode
from onrecord.reading.parts import Parts, cues, parts
from training.reader.documents import appeal_labels, factappeal
from training.reader.export import ASSETS

APPEAL_SENTENCES = 1_000
NO_WORSE = 0.002
THRESHOLDS = (-1.2, -0.9, -0.6, -0.3, 0.0, 0.3)
Read = tuple[str, list[Attribution], Encoded]


def articles(path: Path) -> list[Read]:
    """Every article with its gold statements and its vectors."""
    found: list[Read] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        furniture = tuple(Furniture(start, end, "other", "discarded") for start, end in sorted(data["discard"]))
        gold: list[Attribution] = [{r: [tuple(s) for s in a[r]] for r in ROLES} for a in data["attributions"]]
        found.append((data["text"], gold, encode(Article(data["id"], data["text"], furniture=furniture))))
    return found


def attribution_of(report: Encoded, found: Parts) -> Attribution:
    """A cue's parts as spans of characters."""

    def spans(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(report.places[first][0], report.places[last][1]) for first, last in stretches]

    cue = [] if found.cue.anchor else spans([(found.cue.first, found.cue.last)])
    return {"source": spans(found.source), "cue": cue, "content": spans(found.content)}


def with_threshold(known: Weights, threshold: float) -> Weights:
    """The weights with another threshold for cues."""
    return Weights(known.arrays, known.labels, {**known.measured, "cue_threshold": [threshold]})


def best_threshold(read: Sequence[Read], known: Weights) -> float:
    """Of the thresholds with about the best lenient triple F1, the highest: it finds the fewest cues that are none."""
    results = {}
    for threshold in THRESHOLDS:
        chosen = with_threshold(known, threshold)
        documents = [
            (text, gold, [attribution_of(r, p) for p in parts(r, cues(r, chosen), chosen) if p.content])
            for text, gold, r in read
        ]
        results[threshold] = score(documents).lenient.f1
        print(f"cue threshold {threshold:+.1f}: lenient triple F1 {100 * results[threshold]:.1f}")
    good = max(results.values()) - NO_WORSE
    return max(threshold for threshold, f1 in results.items() if f1 >= good)


def judged_statements(read: Sequence[Read], known: Weights) -> tuple[np.ndarray, np.ndarray]:
    """How sure each found statement is (rows of three numbers), and whether it is right."""
    rows, right = [], []
    for text, gold, report in read:
        words = words_of(text)
        wanted = [{r: cover(a[r], words) for r in ROLES} for a in gold]
        for found in parts(report, cues(report, known), known):
            if not found.content:
                continue
            spans = attribution_of(report, found)
            have = {r: cover(spans[r], words) for r in ROLES}
            rows.append([found.cue.sure, found.sure, found.weakest])
            right.append(float(any(_meets(have, want) for want in wanted)))
    return np.array(rows), np.array(right)


def _meets(have: Mapping[Role, Words], want: Mapping[Role, Words]) -> bool:
    others: tuple[Role, ...] = ("cue", "source")
    union = len(have["content"] | want["content"])
    share = len(have["content"] & want["content"]) / union if union else 0.0
    return share >= 0.5 and all(bool(have[r] & want[r]) or not (have[r] or want[r]) for r in others)


def fitted(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Bias and three factors of a logistic regression, by Newton's method with a small penalty."""
    inputs = np.concatenate([np.ones((len(rows), 1)), rows], 1)
    factors = np.zeros(inputs.shape[1])
    for _ in range(50):
        share = 1 / (1 + np.exp(-inputs @ factors))
        slope = inputs.T @ (share - right) + 0.1 * factors
        bend = (inputs * (share * (1 - share))[:, None]).T @ inputs + 0.1 * np.eye(len(factors))
        factors -= np.linalg.solve(bend, slope)
    return factors


def appeal_thresholds(path: Path, known: Weights) -> list[float]:
    """For each mark of FactAppeal the score above which it is given: the one with the best F1 on training sentences."""
    labels = known.labels["appeals"]
    scores, gold = [], []
    for document in islice(factappeal(path), APPEAL_SENTENCES):
        found = encode(Article(document.name, document.text))
        scores.append(known.linear("appeals", found.vectors))
        marked = np.zeros_like(scores[-1])
        for kind, first, last in document.appeals or ():
            for label in appeal_labels(kind):
                marked[first : last + 1, labels.index(label)] = 1.0
        gold.append(marked)
    every, wanted = np.concatenate(scores), np.concatenate(gold)

    def f1(label: int, threshold: float) -> float:
        have = every[:, label] > threshold
        right = (have & (wanted[:, label] > 0)).sum()
        return float(2 * right / max(1, have.sum() + wanted[:, label].sum()))

    steps = [step / 4 for step in range(-16, 5)]
    return [max(steps, key=lambda t: (f1(label, t), -abs(t))) for label in range(len(labels))]


def reliability(factors: np.ndarray, rows: np.ndarray, right: np.ndarray) -> tuple[str, float]:
    """A table of stated and observed shares in ten steps, and the expected calibration error."""
    share = 1 / (1 + np.exp(-(np.concatenate([np.ones((len(rows), 1)), rows], 1) @ factors)))
    lines = ["| stated | statements | mean stated | right |", "|---|---:|---:|---:|"]
    error = 0.0
    for step in range(10):
        here = (share >= step / 10) & (share < (step + 1) / 10 + (step == 9))
        if here.any():
            error += abs(share[here].mean() - right[here].mean()) * here.mean()
            lines.append(
                f"| {step / 10:.1f} to {(step + 1) / 10:.1f} | {here.sum()} | {share[here].mean():.2f} |"
                f" {right[here].mean():.2f} |"
            )
    return "\n".join(lines), error


def main() -> None:
    """Calibrates from the command line."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpora", type=Path, required=True)
    given = arguments.parse_args()
    read = articles(given.corpora / "statements" / "polnear-dev.jsonl")
    threshold = best_threshold(read, weights())
    known = with_threshold(weights(), threshold)
    factors = fitted(*judged_statements(read[::2], known))
    table, error = reliability(factors, *judged_statements(read[1::2], known))
    path = ASSETS / "settings.json"
    card = json.loads(path.read_text(encoding="utf-8"))
    card["measured"] |= {"cue_threshold": [threshold], "confidence": [round(float(f), 4) for f in factors]}
    train = given.corpora / "statements" / "factappeal-train.csv"
    card["measured"]["appeal_thresholds"] = appeal_thresholds(train, known)
    path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    words = f"Cue threshold {threshold:+.1f}. Expected calibration error {100 * error:.1f} points.\n\n{table}\n"
    (ASSETS / "reliability.md").write_text(words, encoding="utf-8")
    print(words)


if __name__ == "__main__":
    main()
