"""Learns what each sign of responsibility weighs, and writes `src/onrecord/assets/responsibility.json`.

Multinomial logistic regression over `blame.SIGNS` and `blame.WHOLE` on MUC-4's dev part, rarer classes counting for more
so that all three weigh alike. Before it writes, it measures ten times over on tenths of the reports left out.
`python -m training.responsibility --corpora FOLDER`.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from evaluation.muc4 import Muc4Scores, f1_of, question, read_for
from evaluation.muc4_corpus import GRADES, Incident, incidents, reports

from onrecord.linking.blame import SIGNS, WHOLE, Blame
from onrecord.linking.responsibility import likeliest
from onrecord.reading import EncoderReader

ASSET = Path(__file__).parents[2] / "src" / "onrecord" / "assets" / "responsibility.json"
NAMES = (*SIGNS, *WHOLE)
STIFFNESS = 30.0
"""How much weights are held to nought (half the sum of their squares, times this, beside the sum of losses)."""
FOLDS, DIVISIONS = 10, (1, 2, 3, 4, 5)
"""Parts of the reports, and the seeds of the ways to part them."""

Learnt = tuple[dict[str, list[float]], list[float]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One question with how strongly each sign speaks."""

    incident: Incident
    strengths: dict[str, float]


def main() -> None:
    """Measures on reports left out, then learns from all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=ASSET)
    arguments = parser.parse_args()
    found = lessons(arguments.corpora / "muc4")
    for seed in DIVISIONS:
        scores = left_out(found, seed)
        each = ", ".join(f"{grade} {f1_of(scores.read, grade):.3f}" for grade in GRADES)
        print(f"division {seed}: macro-F1 {scores.macro_f1:.3f} ({each})")
    signs, bias = learn(found)
    arguments.out.write_text(as_json(signs, bias), encoding="utf-8")


def as_json(signs: dict[str, list[float]], bias: list[float]) -> str:
    """The asset: one sign a line, its weights in the order claimed, suspected, fact."""
    rows = ",\n".join(f"  {json.dumps(sign)}: {json.dumps(row)}" for sign, row in signs.items())
    return f'{{\n "bias": {json.dumps(bias)},\n "signs": {{\n{rows}\n }}\n}}\n'


def lessons(folder: Path) -> list[Lesson]:
    """The questions of the dev part that the readings of their reports say anything of."""
    found = []
    for incident, reading in read_for(incidents(folder, "dev"), reports(folder, "dev"), EncoderReader()):
        blame = Blame(reading)
        party, deed = question(reading, incident)
        told = blame.told(sorted(party), sorted(deed))
        found.append(Lesson(incident, blame.strengths(party, told)))
    return found


def left_out(found: Sequence[Lesson], seed: int) -> Muc4Scores:
    """The scores on every tenth of the reports with weights from the rest."""
    names = sorted({lesson.incident.report for lesson in found})
    random.Random(seed).shuffle(names)  # noqa: S311 - chance from a seed, for runs that can be repeated
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    scores = Muc4Scores()
    for number in range(FOLDS):
        signs, bias = learn([lesson for lesson in found if fold[lesson.incident.report] != number])
        for lesson in found:
            if fold[lesson.incident.report] == number:
                shares = likeliest(lesson.strengths, signs, bias)
                read = max(GRADES, key=shares.__getitem__)
                gold = lesson.incident.grades
                scores.read[read if read in gold else gold[0], read] += 1
    return scores


def learn(found: Sequence[Lesson]) -> Learnt:
    """The weights of all signs for the three classes, and what each class has to begin with."""
    rows = torch.tensor([[1.0, *(lesson.strengths[name] for name in NAMES)] for lesson in found], dtype=torch.double)
    classes = torch.tensor([GRADES.index(lesson.incident.grades[0]) for lesson in found])
    counts = Counter(classes.tolist())
    weight = torch.tensor([len(found) / (len(GRADES) * counts[c]) for c in classes.tolist()], dtype=torch.double)
    matrix = torch.zeros(len(NAMES) + 1, len(GRADES), dtype=torch.double, requires_grad=True)
    optimiser = torch.optim.LBFGS([matrix], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        losses = torch.nn.functional.cross_entropy(rows @ matrix, classes, reduction="none")
        total: torch.Tensor = (weight * losses).sum() + STIFFNESS / 2 * matrix[1:].square().sum()
        total.backward()
        return total

    optimiser.step(loss)
    centred = (matrix - matrix.mean(1, keepdim=True)).detach().tolist()
    rounded = [[round(number, 3) for number in row] for row in centred]
    return dict(zip(NAMES, rounded[1:], strict=True)), rounded[0]


if __name__ == "__main__":
    main()
