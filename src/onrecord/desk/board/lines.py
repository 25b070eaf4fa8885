"""The lines of a page as they are shown: each claim with the positions of parties and what changed on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.desk.board.views import BoardLine
from onrecord.model import ClaimSummary, Standing, Testimony
from onrecord.record.moments import seen, standing_still
from onrecord.record.positions import positions
from onrecord.record.questions.changes import ClaimChange, changes_since
from onrecord.record.questions.heard import Heard, heard_on
from onrecord.record.questions.positions import ClaimPosition, positions_on
from onrecord.record.reports import Saying
from onrecord.record.vantage import Vantage


@dataclass(frozen=True, slots=True)
class Line:
    """A claim that is to be shown, with its testimonies as of the day."""

    summary: ClaimSummary
    told: Sequence[Testimony]


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a line, and the key of the party of each."""

    cells: tuple[ClaimPosition, ...]
    keys: tuple[str | None, ...]


def cells_of(line: Line, vantage: Vantage) -> Cells:
    """The positions of the parties on a claim, without the history of its standing."""
    claim = line.summary.claim
    told = seen(line.told, vantage.as_of)
    counting = standing_still(told, vantage.as_of)
    held = positions(claim, counting)
    standing = Standing(claim, None, line.summary.standing, held, None, None, None, (), 0, 0, ())
    cells = tuple(positions_on([Heard(claim, (), tuple(counting), {}, standing, {})]))
    party_of = {t.statement: None if t.party is None else t.party.key for t in told}
    return Cells(cells, tuple(party_of.get(cell.statements[0]) for cell in cells))


def line_of(line: Line, cells: Cells, vantage: Vantage, since: date | None, words: Mapping[str, Saying]) -> BoardLine:
    """The line as it is shown; `words` are those of the statements on it, needed for what changed since a day only."""
    moved = () if since is None else tuple(_moved(line, seen(line.told, vantage.as_of), vantage, since, words))
    return BoardLine(line.summary, cells.cells, cells.keys, moved)


def _moved(
    line: Line, told: Sequence[Testimony], vantage: Vantage, since: date, words: Mapping[str, Saying]
) -> Iterable[ClaimChange]:
    if not _is_recent(line, since):
        return ()
    return changes_since([heard_on(line.summary.claim, told, words, vantage)], since)


def statements_of(lines: Sequence[Line], since: date) -> list[str]:
    """The statements whose words are needed to say what changed since a day."""
    return sorted({t.statement for line in lines if _is_recent(line, since) for t in line.told})


def _is_recent(line: Line, since: date) -> bool:
    """Whether something was published on a claim, or taken back, on that day or after it."""
    return any(day is not None and day >= since for t in line.told for day in (t.published, t.withdrawn))
