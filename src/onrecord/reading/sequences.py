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
    """The best tags for each of several sequences at once (what Viterbi finds, with less work).

    `scores` is sequences × words × tags, `moves` tags × tags with what a step from one tag to the next adds; a first
    word follows tag 0. The answer is sequences × words.

    The best tag of every word by itself is the answer wherever no step costs anything. Around a step that does, a
    sequence is worked out anew, as far as words could have another tag at all: no word can whose best tag is better than
    its second by more than what it would cost to mend all costly steps on the spot.
    """
    import numpy as np

    moves = moves - moves.max()
    path: np.ndarray = scores.argmax(-1)
    before = np.concatenate([np.zeros((len(path), 1), dtype=path.dtype), path[:, :-1]], 1)
    costly = moves[before, path] < 0
    for row in np.flatnonzero(costly.any(1)):
        _mend(path[row], scores[row], moves, np.flatnonzero(costly[row]))
    return path


def _mend(path: np.ndarray, scores: np.ndarray, moves: np.ndarray, costly: np.ndarray) -> None:
    """Makes a path of best tags the best whole sequence, given the words whose steps cost something."""
    import numpy as np

    ordered = np.partition(scores, -2, -1)
    margin = ordered[:, -1] - ordered[:, -2]
    cost = sum(
        scores[word, path[word]] - scores[word, _stand_ins(moves, path[word])].max(initial=-1e9) for word in costly
    )
    settled = np.flatnonzero(margin > cost)
    done = -1
    for word in costly:
        if word <= done:
            continue
        at = int(np.searchsorted(settled, word))
        first = int(settled[at - 1]) + 1 if at else 0
        end = int(settled[at]) if at < len(settled) else len(path)
        opening = moves[path[first - 1] if first else 0]
        closing = moves[:, path[end]] if end < len(path) else None
        path[first:end] = _step_by_step(scores[first:end], moves, opening, closing)
        done = end


def _stand_ins(moves: np.ndarray, tag: int) -> np.ndarray:
    """The tags that may follow any tag, and that all may follow that may follow this one."""
    import numpy as np

    return np.flatnonzero((moves >= 0).all(0) & (moves >= moves[tag]).all(1))


def _step_by_step(
    scores: np.ndarray, moves: np.ndarray, opening: np.ndarray, closing: np.ndarray | None
) -> list[int]:
    """The best tags of some words in a row (words × tags) between two words whose tags are settled (Viterbi)."""
    best = scores[0] + opening
    back = []
    for row in scores[1:]:
        ways = best[:, None] + moves
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    tags = [int((best if closing is None else best + closing).argmax())]
    for before in reversed(back):
        tags.append(int(before[tags[-1]]))
    return tags[::-1]


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
