"""The encoder that judges the pieces of a page: report, or which kind of furniture, with a probability for each.

Weights and tokeniser are assets (`assets/furniture/`, see its card); both are loaded once, when the first page needs
them. Windows are run one by one, so that a page is judged the same whatever is read beside it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from onrecord.model import FurnitureKind
from onrecord.page.pieces import Piece
from onrecord.page.windows import windows

if TYPE_CHECKING:
    import numpy as np
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

_SMALLEST_SHARE = 1e-6
Judgement = dict[FurnitureKind | None, float]
"""The probability of each kind of furniture, and under None that of report."""


def judged(parts: Sequence[Piece], outlet: str | None) -> list[Judgement]:
    """A judgement for each piece of a page, in order."""
    found: list[Judgement] = [{} for _ in parts]
    for window in windows(parts, outlet, _tokens):
        scores = _scores(window.tokens)
        for number, place in window.markers:
            found[number] = _judgement(scores[place])
    return found


def log_odds(judgement: Judgement) -> float:
    """How much likelier furniture is than report, as a natural logarithm, never beyond ±14."""
    report = min(max(judgement[None], _SMALLEST_SHARE), 1 - _SMALLEST_SHARE)
    return math.log((1 - report) / report)


def settings_of_judge() -> dict[str, float]:
    """The costs and shifts chosen on kept pages when the weights were made (see the card)."""
    return cast("dict[str, float]", _card()["sequence"])


def _judgement(scores: np.ndarray) -> Judgement:
    import numpy as np

    odds = np.exp(scores - scores.max())
    shares = odds / odds.sum()
    kinds = (None, *cast("list[FurnitureKind]", _card()["kinds"])[1:])
    return {kind: float(share) for kind, share in zip(kinds, shares, strict=True)}


def _scores(tokens: Sequence[int]) -> np.ndarray:
    import numpy as np

    ids = np.array([tokens], dtype=np.int64)
    return cast("np.ndarray", _session().run(None, {"tokens": ids, "mask": np.ones_like(ids)})[0][0])


def _tokens(text: str) -> list[int]:
    return list(_tokeniser().encode(text, add_special_tokens=False).ids)


@cache
def _card() -> dict[str, list[str] | dict[str, float]]:
    text = (files("onrecord.assets") / "furniture" / "settings.json").read_text(encoding="utf-8")
    return cast("dict[str, list[str] | dict[str, float]]", json.loads(text))


@cache
def _tokeniser() -> Tokenizer:
    from tokenizers import Tokenizer

    found = Tokenizer.from_str(
        (files("onrecord.assets") / "furniture" / "tokenizer.json").read_text(encoding="utf-8")
    )
    found.no_truncation()
    found.no_padding()
    return found


@cache
def _session() -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.log_severity_level = 3
    weights = (files("onrecord.assets") / "furniture" / "model.onnx").read_bytes()
    return InferenceSession(weights, options, providers=["CPUExecutionProvider"])
