"""The likeliest sequence of tags under the rule that no stretch goes on that has not begun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np


def log_shares(scores: np.ndarray) -> np.ndarray:
    """Natural logarithms of the shares that a softmax gives to the last axis."""
    import numpy as np

    top = scores.max(-1, keepdims=True)
    found: np.ndarray = scores - top - np.log(np.exp(scores - top).sum(-1, keepdims=True))
    return found


def likeliest(scores: np.ndarray, moves: np.ndarray) -> np.ndarray:
    """The best tags for each of several sequences at once (Viterbi).

    `scores` is sequences × words × tags, `moves` tags × tags with what a step from one tag to the next adds; a first
    word follows tag 0. The answer is sequences × words.
    """
    import numpy as np

    count, length, tags = scores.shape
    best = scores[:, 0] + moves[0]
    back = np.zeros((count, length, tags), dtype=np.int8)
    for word in range(1, length):
        ways = best[:, :, None] + moves[None]
        back[:, word] = ways.argmax(1)
        best = ways.max(1) + scores[:, word]
    path = np.zeros((count, length), dtype=np.int64)
    path[:, -1] = best.argmax(-1)
    rows = np.arange(count)
    for word in range(length - 1, 0, -1):
        path[:, word - 1] = back[rows, word, path[:, word]]
    return path


def edges(tags: Sequence[str], name: str) -> tuple[int, int]:
    """The numbers of the tags of a name's first word and of its further words; of a tag without edges, itself twice."""
    if name in tags:
        return tags.index(name), tags.index(name)
    return tags.index(f"B-{name}"), tags.index(f"I-{name}")


def allowed_moves(tags: Sequence[str]) -> np.ndarray:
    """What a step costs: nothing, or all where a tag "I-x" (or "I") would follow neither "B-x" nor "I-x"."""
    import numpy as np

    moves = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for one, before in enumerate(tags):
        for other, after in enumerate(tags):
            if after[0] == "I" and not (before[0] in "BI" and before[1:] == after[1:]):
                moves[one, other] = -1e4
    return moves


def runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """First and last place of each unbroken stretch of true flags."""
    found: list[tuple[int, int]] = []
    for place, flag in enumerate(flags):
        if flag and found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        elif flag:
            found.append((place, place))
    return found
