"""The board of claims held ready in memory: a page of it as of any day, while others add reports."""

from onrecord.desk.board.board import Board
from onrecord.desk.board.views import BoardLine, BoardPage, BoardView, Counted, Facets, PartyColumn, Sort

__all__ = ["Board", "BoardLine", "BoardPage", "BoardView", "Counted", "Facets", "PartyColumn", "Sort"]
