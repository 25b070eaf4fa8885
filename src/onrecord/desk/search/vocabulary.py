"""The different words of some reports, in order, in few bytes: a word has its place for a number."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Vocabulary(Sequence[bytes]):
    """Words in the order of their letters, behind one another; `starts` has the place of each, and the end."""

    letters: bytes
    starts: Numbers

    @classmethod
    def of(cls, words: Iterable[str]) -> Vocabulary:
        """The vocabulary of some different words."""
        ordered = sorted(word.encode("utf-8", "surrogatepass") for word in words)
        starts = np.zeros(len(ordered) + 1, np.int32)
        np.cumsum([len(word) for word in ordered], out=starts[1:])
        return cls(b"".join(ordered), starts)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, at: int) -> bytes:  # type: ignore[override]
        return self.letters[self.starts[at] : self.starts[at + 1]]

    def numbers(self, word: str, *, begins: bool) -> tuple[int, int]:
        """The numbers of a word, or of all that begin with it: the first, and the one after the last."""
        wanted = word.encode("utf-8", "surrogatepass")
        first = bisect_left(self, wanted)
        if begins:
            # No word has a byte of this value, so that all that begin so come before it.
            return first, bisect_left(self, wanted + b"\xff")
        return first, first + (first < len(self) and self[first] == wanted)
