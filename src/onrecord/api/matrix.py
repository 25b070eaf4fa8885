"""The matrix of claims and parties, read off the board that is held ready: a page of it asks for few claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.api.paging import Page, packed, unpacked
from onrecord.desk.board import Board, BoardLine, BoardView
from onrecord.desk.board.cursors import cursor_of, sort_key
from onrecord.record.questions.positions import ClaimPosition

_AT_ONCE = 500


def lines_of(board: Board, view: BoardView) -> Iterator[BoardLine]:
    """All lines of a board from the cursor of the view on, page by page."""
    after, more = view.after, True
    while more:
        page = board.page(replace(view, limit=_AT_ONCE, after=after))
        yield from page.lines
        after, more = page.next, page.next is not None


def cells_of(board: Board, view: BoardView) -> Iterator[ClaimPosition]:
    """Every party's position on every claim, the most reported claims first."""
    for line in lines_of(board, view):
        yield from line.cells


def page_of_cells(
    board: Board, view: BoardView, limit: int, after: str | None, question: object
) -> Page[ClaimPosition]:
    """The cells after a cursor, which names the last claim that was given whole and how many cells of the next one."""
    claim, given = (None, 0) if after is None else unpacked(after, question, str, int)
    found: list[tuple[ClaimPosition, str | None, int]] = []
    before = claim
    for line in _following(board, replace(view, after=claim), limit):
        found += [(cell, before, n + 1) for n, cell in enumerate(line.cells) if before != claim or n >= given]
        before = cursor_of(sort_key(line.summary, None, "reported"), "reported")
        if len(found) > limit:
            break
    cells = tuple(cell for cell, _, _ in found[:limit])
    return Page(cells, None, packed(question, list(found[limit - 1][1:])) if len(found) > limit else None)


def _following(board: Board, view: BoardView, limit: int) -> Iterator[BoardLine]:
    """The lines from a cursor on, in pages of the size that is likely to be enough."""
    page = board.page(replace(view, limit=limit))
    yield from page.lines
    if page.next is not None:
        yield from lines_of(board, replace(view, after=page.next))
