"""Word lists of the assets as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable


def pattern(words: Iterable[str]) -> str:
    """A pattern that finds any of these words or phrases whole: a star is any ending, a blank may be a hyphen or nothing.

    Longer ones are tried first, so that "shot dead" is found before "shot".
    """
    return rf"\b(?:{'|'.join(map(_letters, sorted(set(words), key=lambda word: (-len(word), word))))})\b"


def _letters(word: str) -> str:
    return r"[\s-]*".join(re.escape(part).replace(r"\*", r"\w*") for part in word.split())
