"""A page as the encoder sees it: its pieces as tokens, a marker before each, in windows that share some context.

The marker says how a piece is parted from the one before; the outlet's own name becomes one token, so that what is
learnt of one outlet's appeals holds for another's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.page.pieces import Boundary, Piece

Tokens = Callable[[str], list[int]]
"""Turns text into token numbers, without special tokens."""

OUTLET = "[MASK]"
START, END = 101, 102
MARKERS: dict[Boundary, int] = {"line": 3, "glue": 4, "sentence": 5}
LONGEST_PIECE = 80
LONGEST_WINDOW = 320
CONTEXT = 3


@dataclass(frozen=True, slots=True)
class Window:
    """Token numbers, and for each piece to be judged here its number on the page and the place of its marker."""

    tokens: tuple[int, ...]
    markers: tuple[tuple[int, int], ...]


def without_outlet(text: str, outlet: str | None) -> str:
    """The text with the outlet's name made one token, with or without its article."""
    core = re.sub(r"^the\s+", "", outlet or "", flags=re.IGNORECASE).strip()
    if not core:
        return text
    return re.sub(rf"\b(?:the\s+)?{re.escape(core)}(?!\w)", f" {OUTLET} ", text, flags=re.IGNORECASE)


def windows(parts: Sequence[Piece], outlet: str | None, tokens: Tokens) -> Iterator[Window]:
    """The windows of a page in order; every piece is judged in exactly one, with pieces before it as context."""
    encoded = [[MARKERS[p.boundary], *tokens(without_outlet(p.text[:1000], outlet))[:LONGEST_PIECE]] for p in parts]
    first = 0
    while first < len(encoded):
        begin = max(0, first - CONTEXT)
        end = begin
        length = 2
        while end < len(encoded) and (end <= first or length + len(encoded[end]) <= LONGEST_WINDOW):
            length += len(encoded[end])
            end += 1
        yield _window(encoded, begin, first, end)
        # What follows a piece tells as much as what goes before: the last ones are judged in the next window.
        first = end if end == len(encoded) else max(first + 1, end - CONTEXT)


def _window(encoded: list[list[int]], begin: int, first: int, end: int) -> Window:
    tokens = [START] if begin == 0 else []
    markers = []
    last = end if end == len(encoded) else max(first + 1, end - CONTEXT)
    for number in range(begin, end):
        if first <= number < last:
            markers.append((number, len(tokens)))
        tokens += encoded[number]
    if end == len(encoded):
        tokens.append(END)
    return Window(tuple(tokens), tuple(markers))
