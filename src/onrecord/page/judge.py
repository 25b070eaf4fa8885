"""The judgement of a page's pieces by the encoder: report, or which kind of furniture, with a probability for each.

A small head (see the card in `assets/reader/`) looks at the vectors of a piece's words, at how the piece is parted from
the one before, at its length, and at whether it names its outlet.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from onrecord.encoding.pages import EncodedPage
from onrecord.encoding.pieces import Boundary, Piece
from onrecord.encoding.weights import weights
from onrecord.model import FurnitureKind

if TYPE_CHECKING:
    import numpy as np

_SMALLEST_SHARE = 1e-6
BOUNDARIES: tuple[Boundary, ...] = ("line", "glue", "sentence")
SIGNS = len(BOUNDARIES) + 3
LONGEST_PIECE = 120
"""Words of a piece that are looked at; a longer one is a list, a table or a damaged page."""
Judgement = dict[FurnitureKind | None, float]
"""The probability of each kind of furniture, and under None that of report."""


def judged(page: EncodedPage, parts: Sequence[Piece], outlet: str | None) -> list[Judgement]:
    """A judgement for each of some pieces of a page, in order."""
    import numpy as np

    if not parts:
        return []
    known = weights()
    name = outlet_pattern(outlet)
    rows = np.stack([_row(page, part, name) for part in parts])
    scores = known.linear("furniture.kinds", np.maximum(known.linear("furniture.first", rows), 0))
    odds = np.exp(scores - scores.max(1, keepdims=True))
    kinds = (None, *cast("list[FurnitureKind]", known.labels["furniture"])[1:])
    return [dict(zip(kinds, map(float, row), strict=True)) for row in odds / odds.sum(1, keepdims=True)]


def _row(page: EncodedPage, piece: Piece, name: re.Pattern[str] | None) -> np.ndarray:
    import numpy as np

    first, last = page.within(piece.start, piece.end)
    mine = page.vectors(first, min(last, first + LONGEST_PIECE))
    return np.concatenate([
        mine.mean(0), mine[0], mine[-1],
        np.array(signs(piece.boundary, last - first, names(piece.text, name)), dtype=np.float32),
    ])  # fmt: skip


def signs(boundary: Boundary, words: int, names_outlet: bool) -> list[float]:
    """What tells of a piece besides its words: how it is parted from the one before, its length, its outlet's name."""
    return [*(float(boundary == b) for b in BOUNDARIES), math.log(words), float(words >= 12), float(names_outlet)]


def outlet_pattern(outlet: str | None) -> re.Pattern[str] | None:
    """The name of an outlet as words in a text, without its article; None where it has no name."""
    core = re.sub(r"^the\s+", "", outlet or "", flags=re.IGNORECASE).strip()
    return re.compile(rf"(?<!\w){re.escape(core)}(?!\w)", re.IGNORECASE) if core else None


def names(text: str, outlet: re.Pattern[str] | None) -> bool:
    """Whether a text names the outlet."""
    return outlet is not None and outlet.search(text) is not None


def log_odds(judgement: Judgement) -> float:
    """How much likelier furniture is than report, as a natural logarithm, never beyond ±14."""
    report = min(max(judgement[None], _SMALLEST_SHARE), 1 - _SMALLEST_SHARE)
    return math.log((1 - report) / report)


def shifts() -> dict[str, float]:
    """What is added to the log-odds of long and of short pieces, chosen on kept pages (see the card)."""
    return dict(zip(("long", "short"), weights().measured["furniture_shifts"], strict=True))


def costs() -> dict[Boundary, float]:
    """What it costs to change sides at each kind of boundary, chosen on kept pages (see the card)."""
    return dict(zip(BOUNDARIES, weights().measured["furniture_costs"], strict=True))
