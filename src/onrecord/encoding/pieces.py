"""A flattened page cut into pieces that can each be report or furniture: sentences, and what is glued to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.encoding.sentences import sentence_ends, trimmed

Boundary = Literal["line", "glue", "sentence"]

# `difference.The Pakistani Taliban`: a sentence ends and a capital follows without a space.
_GLUED_SENTENCE = re.compile(
    r"(?<=[a-zà-ÿ0-9)%][.!?…])(?=[\"“A-ZÀ-Þ][\w ’'-])|(?<=[.!?…][\"”’])(?=[A-ZÀ-Þ])|(?<=[A-Z]{2}[.!?])(?=[A-Z][a-z])"
)
# `valleyRead more`: words that open furniture, glued to a word or a credit before them.
_GLUED_LEAD = re.compile(
    r"(?<=[a-zà-ÿ0-9.!?)”\"’])(?=(?:Read (?:more|next|also)|Share (?:this|on)|Follow (?:us|our|the)|Sign (?:up"
    r"|in)|Subscribe|Advertisement|ADVERTISEMENT|"
    r"Photo(?:graph)?:|Image:|Picture:|Related|RELATED|Comments?\b|More (?:on|from)|Also (?:read|on)|Watch:"
    r"|Listen:|Join |Skip to|Back to|Copyright|©|Topics:|Tags:|Most [Rr]ead|Support (?:our|us|the)|Donate"
    r"|Download |Get our|Story continues|READ))"
)

_LONG = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page, how it is parted from the one before it, and its place among lines and sentences."""

    start: int
    end: int
    text: str
    boundary: Boundary
    line: int
    line_start: int
    line_text: str


def is_long(piece: Piece) -> bool:
    """Whether a piece has twelve words or more, enough to tell by itself what it is."""
    return len(piece.text.split()) >= _LONG


def pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a page in order; white space between them belongs to none."""
    found: list[Piece] = []
    for number, line in enumerate(m for m in re.finditer(r"[^\n]+", text) if m.group().strip()):
        boundary: Boundary = "line"
        whole = line.group()
        for start, end, following in _cuts(text, line.start(), line.end()):
            first, last = trimmed(text, start, end)
            if last > first:
                found.append(Piece(first, last, text[first:last], boundary, number, line.start(), whole))
                boundary = following
    return tuple(found)


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int, Boundary]]:
    """Start and end of each piece of a line, and how the next one is parted from it."""
    ends: dict[int, Boundary] = dict.fromkeys(sentence_ends(text, start, end), "sentence")
    for pattern in (_GLUED_SENTENCE, _GLUED_LEAD):
        ends |= dict.fromkeys((m.start() for m in pattern.finditer(text, start, end) if m.start() > start), "glue")
    position = start
    for stop in sorted(ends):
        yield position, stop, ends[stop]
        position = stop
    yield position, end, "line"
