"""Furniture in a flattened page: appeals, forums, navigation, captions and the rest, as spans with kind and reason.

Three signals are added up for each piece of the page, as log-odds: what a head on the encoder takes the piece for, in its
place (`judge`), whether the outlet prints the line in other reports too (`repetition`), and that a headline is never
furniture. The likeliest division of the whole page follows (`sequence`), since furniture comes in blocks and a text
rarely changes sides within a line.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from onrecord.encoding.pages import EncodedPage, encoded_page
from onrecord.encoding.pieces import Piece, is_long
from onrecord.encoding.recasing import in_likely_case
from onrecord.model import Furniture, FurnitureKind
from onrecord.page.judge import Judgement, costs, judged, log_odds, shifts
from onrecord.page.repetition import RepeatedLines, normal
from onrecord.page.sequence import best_sequence

_MOST_PIECES = 1_500
_REPETITION_WEIGHTS = {0: 0.0, 1: 0.0, 2: 1.5, 3: 3.0}
_DESCRIPTIONS: dict[FurnitureKind, str] = {
    "appeal": "an appeal for support",
    "forum": "an invitation to comment",
    "navigation": "navigation of the site",
    "advert": "a promotion",
    "related": "a pointer to other reports",
    "caption": "a caption or picture credit",
    "paywall": "a note on access",
    "legal": "a legal or copyright line",
    "other": "a note about the report, not of it",
}
_ADDRESS = re.compile(r"\b(?:we|our|us|you|your)\b", re.IGNORECASE)
_CALL = re.compile(
    r"\b(?:support|donate|subscribe|sign (?:up|in)|join|follow|download|click|read more|share|register|log in"
    r"|comment)\b",
    re.IGNORECASE,
)


def furniture_of(
    text: str, outlet: str | None = None, repeated: RepeatedLines | None = None, title: str | None = None
) -> tuple[Furniture, ...]:
    """The furniture of a flattened page in order, without overlap; nothing is taken out of the text.

    Of a text longer than any page (a book, a dump) only the first and the last pieces are judged.
    """
    page = encoded_page(in_likely_case(text))
    everything = page.pieces
    if len(everything) > 2 * _MOST_PIECES:
        ends = (everything[:_MOST_PIECES], everything[-_MOST_PIECES:])
        return tuple(f for parts in ends for f in _marked(page, parts, outlet, repeated, title))
    return tuple(_marked(page, everything, outlet, repeated, title))


def _marked(
    page: EncodedPage,
    parts: Sequence[Piece],
    outlet: str | None,
    repeated: RepeatedLines | None,
    title: str | None,
) -> Iterator[Furniture]:
    judgements = judged(page, parts, outlet)
    odds = [_odds(p, j, repeated, title) for p, j in zip(parts, judgements, strict=True)]
    chosen = best_sequence(odds, [p.boundary for p in parts], costs())
    marked = [
        Furniture(p.start, p.end, kind_of(j), _reason(p, j, outlet, repeated))
        for p, j, is_furniture in zip(parts, judgements, chosen, strict=True)
        if is_furniture
    ]
    return _joined(page.text, marked)


def _odds(piece: Piece, judgement: Judgement, repeated: RepeatedLines | None, title: str | None) -> float:
    """Log-odds that a piece is furniture."""
    if title is not None and normal(piece.text) == normal(title):
        return -math.inf
    # A short piece tells less of what it is, so it needs more to be called furniture.
    shift = shifts()["long" if is_long(piece) else "short"]
    again = repeated.reports_with(piece.line_text) if repeated is not None else 0
    return log_odds(judgement) + shift + _REPETITION_WEIGHTS[min(again, 3)]


def kind_of(judgement: Judgement) -> FurnitureKind:
    """The likeliest kind of furniture."""
    kinds = ((share, kind) for kind, share in judgement.items() if kind is not None)
    return max(kinds)[1]


def _reason(piece: Piece, judgement: Judgement, outlet: str | None, repeated: RepeatedLines | None) -> str:
    """Why a piece is marked, in words: what it reads as, and the plain signs of it."""
    signs = list(_signs(piece, outlet, repeated))
    return f"reads as {_DESCRIPTIONS[kind_of(judgement)]}" + (f"; {', '.join(signs)}" if signs else "")


def _signs(piece: Piece, outlet: str | None, repeated: RepeatedLines | None) -> Iterator[str]:
    if outlet and outlet.lower().removeprefix("the ") in piece.text.lower():
        yield "names the outlet"
    if _ADDRESS.search(piece.text):
        yield "speaks of us or to you"
    if _CALL.search(piece.text):
        yield "calls to act"
    if repeated is not None and repeated.reports_with(piece.line_text) > 1:
        yield f"stands in {repeated.reports_with(piece.line_text)} reports of the outlet"


def _joined(text: str, marked: Sequence[Furniture]) -> Iterator[Furniture]:
    """Neighbouring stretches of one kind as one, with the first one's reason."""
    held: Furniture | None = None
    for this in marked:
        if held is not None and held.kind == this.kind and not text[held.end : this.start].strip():
            held = Furniture(held.start, this.end, held.kind, held.reason)
            continue
        if held is not None:
            yield held
        held = this
    if held is not None:
        yield held
