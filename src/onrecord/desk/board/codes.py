"""Numbers in place of values, so that many claims are told apart, counted and sorted at once."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

Value = TypeVar("Value", bound=Hashable)
Numbers = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]


class Codes(Generic[Value]):
    """A number for each value that was ever met, in the order of meeting."""

    def __init__(self) -> None:
        self.values: list[Value] = []
        self._codes: dict[Value, int] = {}

    def __len__(self) -> int:
        return len(self.values)

    def of(self, value: Value) -> int:
        """The number of a value, a new one where it has none yet."""
        code = self._codes.setdefault(value, len(self.values))
        if code == len(self.values):
            self.values.append(value)
        return code

    def known(self, value: Value) -> int | None:
        """The number of a value; None where it was never met."""
        return self._codes.get(value)


class Ranks:
    """The places of texts in their order, worked out anew when further ones were met."""

    def __init__(self, texts: Codes[str]) -> None:
        self._texts = texts
        self._ranks: Numbers = np.zeros(0, np.int64)

    def of(self, codes: Numbers) -> Numbers:
        """The place of each text, by its number."""
        if len(self._ranks) < len(self._texts):
            count = len(self._texts)
            ordered = sorted(range(count), key=self._texts.values.__getitem__)
            ranks = np.empty(count, np.int64)
            ranks[ordered] = np.arange(count)
            self._ranks = ranks
        return self._ranks[codes]


def numbers(values: list[int]) -> Numbers:
    """A list of numbers as an array."""
    return np.array(values, np.int64)
