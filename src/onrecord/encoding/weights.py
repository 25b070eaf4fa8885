"""The trained reader's weights: an int8 encoder and small heads, loaded once, when the first report is read.

Made by `training/reader` (see the card in `assets/reader/`). The encoder runs window by window, so that a report reads
the same whatever is read beside it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, cast

from onrecord.settings import settings

if TYPE_CHECKING:
    import numpy as np
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

_LONGEST_WORD = 8
"""Pieces of a word that are looked at; the rest of a longer one is a damaged text or an address."""


@dataclass(frozen=True)
class Weights:
    """The numbers of all heads by name, the labels that they choose among, and measured settings."""

    arrays: Mapping[str, np.ndarray]
    labels: Mapping[str, Sequence[str]]
    measured: Mapping[str, Sequence[float]]

    def linear(self, name: str, states: np.ndarray) -> np.ndarray:
        """A linear layer's output for rows of states."""
        found: np.ndarray = states @ self.arrays[name + ".weight"].T
        bias = self.arrays.get(name + ".bias")
        return found if bias is None else found + bias


@cache
def weights() -> Weights:
    """The heads' weights and labels."""
    import numpy as np

    with as_file(files("onrecord.assets") / "reader" / "heads.npz") as path, np.load(path) as stored:
        arrays = {name: stored[name].astype(np.float32) for name in stored.files}
    card = json.loads((files("onrecord.assets") / "reader" / "settings.json").read_text(encoding="utf-8"))
    return Weights(arrays, card["labels"], card["measured"])


@cache
def _session() -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = settings().threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    model = (files("onrecord.assets") / "reader" / "encoder.onnx").read_bytes()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


@cache
def _tokeniser() -> Tokenizer:
    from tokenizers import Tokenizer

    text = (files("onrecord.assets") / "reader" / "tokenizer.json").read_text(encoding="utf-8")
    tokeniser = Tokenizer.from_str(text)
    tokeniser.no_padding()
    tokeniser.no_truncation()
    return tokeniser


@cache
def special_pieces() -> tuple[int, int, int]:
    """The numbers of the pieces that open a window, close it, and stand for what is unknown."""
    return cast("tuple[int, int, int]", tuple(_tokeniser().token_to_id(name) for name in ("[CLS]", "[SEP]", "[UNK]")))


_KNOWN: dict[str, tuple[int, ...]] = {}
_MOST_KNOWN = 200_000


def pieces_of(word: str) -> tuple[int, ...]:
    """The numbers of a word's pieces; one unknown piece for a word that has none."""
    found = _KNOWN.get(word)
    if found is None:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        ids = _tokeniser().encode(word[:200], add_special_tokens=False).ids[:_LONGEST_WORD]
        found = _KNOWN[word] = tuple(ids) or (special_pieces()[2],)
    return found


def encoded(pieces: Sequence[int], capitals: Sequence[int], places: Sequence[int]) -> np.ndarray:
    """The vectors of one window's pieces, pieces × width."""
    import numpy as np

    row = {
        "pieces": np.array([pieces], dtype=np.int64),
        "capitals": np.array([capitals], dtype=np.int64),
        "settings": np.array([places], dtype=np.int64),
        "mask": np.ones((1, len(pieces)), dtype=np.float32),
    }
    return cast("np.ndarray", _session().run(None, row)[0][0])
