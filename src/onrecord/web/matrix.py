"""The board as a matrix of claims and parties: which parties have a column, and what stands in each cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.desk.board import BoardLine
from onrecord.model import Party
from onrecord.record.questions.positions import ClaimPosition

Columns = Literal["parties", "own"]
"""A column for each of the parties that speak most, or for each claim's own first and second party."""
Bodies = Mapping[str, Mapping[str, Party]]
"""By claim, the party to it for which each branch speaks, by the branch's key."""
_MOST_COLUMNS = 5
_FEWEST_CLAIMS = 2
_COVERED = 0.75
_OWN = ("A party to it", "Other party to it")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key of its party, None where each claim has a party of its own there, and its heading."""

    key: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands where a claim meets a column: the party, and its position, None where it is silent.

    `through` is the branch that speaks for it where it does not speak itself; the position is then the branch's, or None
    where that has a column of its own.
    """

    party: str
    position: ClaimPosition | None
    through: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the board with a cell for each column, None where it has none, and the other parties' positions.

    `speak_for` names the party to the claim for which a branch speaks, by the name of the branch.
    """

    line: BoardLine
    cells: tuple[Cell | None, ...]
    others: tuple[ClaimPosition, ...]
    speak_for: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Some lines of the board against parties."""

    kind: Columns
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def others(self) -> bool:
        """Whether any line has positions of parties without a column."""
        return any(row.others for row in self.rows)

    @property
    def width(self) -> int:
        """How many columns the table has in all."""
        return 3 + len(self.columns) + self.others


def matrix(lines: Sequence[BoardLine], wanted: Columns | None = None, bodies: Bodies | None = None) -> Matrix:
    """The lines against the parties that speak on most of them, or each against its own parties.

    Unless one is wanted, parties have columns where these would hold most of the positions, as in a record of one
    conflict; in a record of many most cells would stay empty. `bodies` are the branches of parties that speak for them.
    """
    columns = _frequent(lines)
    above = bodies or {}
    if wanted is None:
        held = sum(_covered(line, columns) for line in lines)
        wanted = "parties" if held >= _COVERED * sum(len(line.cells) for line in lines) else "own"
    if wanted == "own":
        most = max((len(line.summary.claim.parties) for line in lines), default=0)
        columns = tuple(Column(None, name) for name in _OWN[:most])
    return Matrix(wanted, columns, tuple(_row(line, columns, above.get(line.summary.claim.id, {})) for line in lines))


def _frequent(lines: Sequence[BoardLine]) -> tuple[Column, ...]:
    """A party that speaks on one line alone would leave its column empty, and stands among the others."""
    spoken: Counter[str] = Counter()
    names: dict[str, Counter[str]] = {}
    for line in lines:
        for key, cell in zip(line.keys, line.cells, strict=True):
            if key is not None:
                spoken[key] += 1
                names.setdefault(key, Counter())[cell.party] += 1
    fewest = min(_FEWEST_CLAIMS, len(lines))
    frequent = sorted((-number, key) for key, number in spoken.items() if number >= fewest)
    return tuple(Column(key, _name(names[key])) for _, key in frequent[:_MOST_COLUMNS])


def _covered(line: BoardLine, columns: Sequence[Column]) -> int:
    keys = {column.key for column in columns}
    return len({key for key in line.keys if key is not None} & keys)


def _row(line: BoardLine, columns: Sequence[Column], above: Mapping[str, Party]) -> Row:
    own = line.summary.claim.parties
    names = {party.key: party.name for party in own}
    keys = [own[n].key if n < len(own) else None for n in range(len(columns))]
    keys = [column.key or key for column, key in zip(columns, keys, strict=True)]
    by_key, others = _sorted_out(line, keys)
    speak_for = {
        cell.party: above[key].name
        for key, cell in zip(line.keys, line.cells, strict=True)
        if key is not None and key in above
    }
    cells: list[Cell | None] = []
    for key, column in zip(keys, columns, strict=True):
        name = names.get(key or "", column.name)
        branch = next((b for b in line.keys if b is not None and b in above and above[b].key == key), None)
        if key is None:
            cells.append(None)
        elif key in by_key:
            cells.append(Cell(by_key[key].party, by_key[key]))
        elif branch is None:
            cells.append(Cell(name, None) if column.key is None else None)
        elif branch in by_key:
            cells.append(Cell(name, None, by_key[branch].party))
        else:
            position = line.cell(branch)
            others = tuple(other for other in others if other is not position)
            cells.append(Cell(name, position, None if position is None else position.party))
    return Row(line, tuple(cells), others, speak_for)


def _sorted_out(
    line: BoardLine, keys: Sequence[str | None]
) -> tuple[dict[str | None, ClaimPosition], tuple[ClaimPosition, ...]]:
    """The positions of the parties with these keys, and all others."""
    by_key: dict[str | None, ClaimPosition] = {}
    others: list[ClaimPosition] = []
    for key, cell in zip(line.keys, line.cells, strict=True):
        if key is not None and key in keys and key not in by_key:
            by_key[key] = cell
        else:
            others.append(cell)
    return by_key, tuple(others)


def _name(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))
