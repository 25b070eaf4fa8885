"""Who governs whom: parts of speech and dependency relations of every sentence (Universal Dependencies)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.encoding.weights import Weights
from onrecord.reading.encoded import Encoded

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True)
class Grammar:
    """For each word of a report: its part of speech, the number of the word that governs it, and the relation.

    The root of a sentence governs itself.
    """

    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]


def grammar(report: Encoded, weights: Weights) -> Grammar:
    """The grammar of all sentences of a report."""
    import numpy as np

    if not report.places:
        return Grammar((), (), ())
    vectors = report.vectors
    tags = weights.linear("grammar.tags", vectors).argmax(1)
    dependent = np.maximum(weights.linear("grammar.dependent", vectors), 0) @ weights.arrays["grammar.arc"]
    head = np.maximum(weights.linear("grammar.head", vectors), 0)
    heads = np.zeros(len(vectors), dtype=np.int64)
    for begin, end in report.bounds:
        if end > begin:
            heads[begin:end] = tree(dependent[begin:end] @ head[begin:end].T) + begin
    one = np.maximum(weights.linear("grammar.dependent_label", vectors), 0)
    other = np.maximum(weights.linear("grammar.head_label", vectors), 0)[heads]
    label = weights.arrays["grammar.label"]
    count, width = len(label), one.shape[1]
    mixed = (one @ label.transpose(1, 0, 2).reshape(width, -1)).reshape(len(one), count, width)
    scores = np.matmul(mixed, other[:, :, None])[:, :, 0] + weights.linear(
        "grammar.label_linear", np.concatenate([one, other], 1)
    )
    roots = heads == np.arange(len(heads))
    root = weights.labels["relations"].index("root")
    scores[~roots, root] = -1e4
    relations = scores.argmax(1)
    relations[roots] = root
    return Grammar(
        tuple(weights.labels["tags"][t] for t in tags),
        tuple(int(h) for h in heads),
        tuple(weights.labels["relations"][r] for r in relations),
    )


def tree(scores: np.ndarray) -> np.ndarray:
    """The head of each word so that all hang together under one root that governs itself.

    `scores` is dependents × heads with the score of being root on the diagonal. The greedy answer is kept where it is a
    tree; elsewhere the root is the word with the best score for it, and each cycle is broken where that costs least.
    """
    import numpy as np

    count = len(scores)
    heads: np.ndarray = scores.argmax(1)
    roots = np.flatnonzero(heads == np.arange(count))
    if len(roots) != 1:
        margin = scores.diagonal() - _best_other(scores)
        root = int(margin.argmax()) if not len(roots) else int(roots[margin[roots].argmax()])
        scores = scores.copy()
        others = np.arange(count) != root
        scores[others, np.flatnonzero(others)] = -1e9
        scores[root] = -1e9
        scores[root, root] = 0.0
        heads = scores.argmax(1)
    for _ in range(count):
        cycle = _cycle(heads)
        if not cycle:
            break
        _break(heads, scores, cycle)
    return heads


def _best_other(scores: np.ndarray) -> np.ndarray:
    import numpy as np

    masked = scores.copy()
    np.fill_diagonal(masked, -1e9)
    best: np.ndarray = masked.max(1)
    return best


def _cycle(heads: np.ndarray) -> list[int]:
    """The words of a cycle of two and more, if any."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        path = []
        word = start
        while state[word] == 0 and heads[word] != word:
            state[word] = 1
            path.append(word)
            word = int(heads[word])
        if state[word] == 1:
            return path[path.index(word) :]
        for seen in [*path, word]:
            state[seen] = 2
    return []


def _break(heads: np.ndarray, scores: np.ndarray, cycle: list[int]) -> None:
    """Gives one word of a cycle the head outside it that costs least."""
    inside = set(cycle)
    under = [w for w in range(len(heads)) if w not in inside and not _below(heads, w, inside)]
    best = max(((float(scores[w, h] - scores[w, heads[w]]), w, h) for w in cycle for h in under), default=None)
    if best is None:
        heads[cycle[0]] = cycle[0]
        return
    heads[best[1]] = best[2]


def _below(heads: np.ndarray, word: int, ancestors: set[int]) -> bool:
    """Whether a word hangs from any of these."""
    for _ in range(len(heads)):
        if word in ancestors:
            return True
        if heads[word] == word:
            return False
        word = int(heads[word])
    return True
