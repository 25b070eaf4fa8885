"""Learns by which words and neighbours the case of a word is told, and writes `src/onrecord/assets/recasing.tsv`.

Logistic regression over the signs of `onrecord.encoding.recasing.signs`; signs that are rare or weigh little are left
out. `python -m training.recasing --corpora FOLDER` prints how many words of the development parts come out right.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import torch

from onrecord.encoding.recasing import RARE
from training.recasing.material import Example, examples

ASSET = Path(__file__).parents[2] / "src" / "onrecord" / "assets" / "recasing.tsv"
FEWEST = {"w": 4, "p": 25, "n": 25, "pp": 80, "nn": 80, "e": 12}
"""How often a sign of each kind must occur to be learnt; a word or neighbour that is rarer counts as unknown."""
SCALE = 20
"""Weights are kept as whole twentieths."""
LEAST = 4
"""Twentieths below which the weight of an end or of a word two places off is left out."""
SEED, ROUNDS, BATCH, RATE, DECAY = 11, 5, 512, 0.01, 3e-7

Weights = dict[str, tuple[int, int]]


def main() -> None:
    """Learns, measures on development parts, and writes the asset."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=ASSET)
    arguments = parser.parse_args()
    train = list(examples(arguments.corpora, "train"))
    learnt = learn(train)
    rows = (f"{sign}\t{title}\t{upper}" for sign, (title, upper) in sorted(learnt.items()))
    arguments.out.write_text("\n".join(rows) + "\n", encoding="utf-8")
    told = list(examples(arguments.corpora, "dev"))
    for name, cases in (("all", (0, 1, 2)), ("lower", (0,)), ("title", (1,)), ("upper", (2,))):
        some = [e for e in told if e.case in cases]
        right = sum(answer(e, learnt) == e.case for e in some)
        print(f"{name}: {right} of {len(some)} words right, {100 * right / len(some):.2f} %")
    print(f"{len(learnt)} signs from {len(train)} words")


def learn(train: Sequence[Example]) -> Weights:
    """The weights of all signs that occur often enough."""
    counts = Counter(sign for example in train for sign in example.signs)
    numbers: dict[str, int] = {}
    rows = [[_number(sign, counts, numbers) for sign in example.signs] for example in train]
    cases = torch.tensor([example.case for example in train])
    torch.manual_seed(SEED)
    layer = torch.nn.EmbeddingBag(len(numbers) + 1, 2, mode="sum", padding_idx=0)
    torch.nn.init.zeros_(layer.weight)
    steps = ROUNDS * (len(rows) // BATCH + 1)
    optimiser = torch.optim.Adam(layer.parameters(), lr=RATE)
    falling = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.05, steps)
    for _ in range(ROUNDS):
        for chosen in torch.randperm(len(rows)).split(BATCH):
            some = [[n for n in rows[i] if n] for i in chosen.tolist()]
            begins = torch.tensor([0, *(len(r) for r in some[:-1])]).cumsum(0)
            bags = layer(torch.tensor([n for r in some for n in r]), begins)
            scores = torch.cat([torch.zeros(len(some), 1), bags], 1)
            loss = torch.nn.functional.cross_entropy(scores, cases[chosen])
            loss = loss + DECAY * layer.weight.abs().sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            falling.step()
    kept = layer.weight.detach().mul(SCALE).round().int().tolist()
    pairs = ((sign, (kept[n][0], kept[n][1])) for sign, n in numbers.items())
    return {sign: pair for sign, pair in pairs if sign[:2] in {"w=", "p=", "n="} or max(map(abs, pair)) >= LEAST}


def _number(sign: str, counts: Counter[str], numbers: dict[str, int]) -> int:
    """The number of a sign, of the rare word of its kind, or 0 for one that is left out."""
    kind = sign.partition("=")[0]
    if counts[sign] < FEWEST.get(kind, 1):
        if kind not in {"w", "p", "n"}:
            return 0
        sign = f"{kind}={RARE}"
    return numbers.setdefault(sign, len(numbers) + 1)


def answer(example: Example, learnt: Weights) -> int:
    """The likeliest case by the learnt weights."""
    scores = [0, 0, 0]
    for sign in example.signs:
        weight = learnt.get(sign)
        if weight is None and sign[:2] in {"w=", "p=", "n="}:
            weight = learnt.get(sign[:2] + RARE)
        if weight is not None:
            scores[1] += weight[0]
            scores[2] += weight[1]
    return scores.index(max(scores))


if __name__ == "__main__":
    main()
