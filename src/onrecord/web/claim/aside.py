"""What the lines of the board need besides themselves: whose branches speak, and who speaks for no known party."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from onrecord.desk import Desk
from onrecord.desk.board import BoardLine
from onrecord.model import Party
from onrecord.record.moments import seen
from onrecord.record.positions import UNIDENTIFIED
from onrecord.record.reports import sayings
from onrecord.web.claim.bodies import bodies_of
from onrecord.web.filters import cut

_MOST_LETTERS = 60


def bodies_on(desk: Desk, lines: Sequence[BoardLine], as_of: date | None) -> Mapping[str, Mapping[str, Party]]:
    """By claim, the party to it for which each branch speaks; only claims with outsiders can have any."""
    with_outsiders = [line for line in lines if any(not cell.to_the_claim for cell in line.cells)]
    told = desk.board.told([line.summary.claim.id for line in with_outsiders], as_of)
    return {ident: bodies_of(one.held.claim, seen(one.testimonies, as_of)) for ident, one in told.items()}


def unknown_speakers(desk: Desk, lines: Sequence[BoardLine]) -> Mapping[str, str]:
    """Who speaks where no report tells for which party, by statement: a name, or the report's words for the source."""
    cells = [cell for line in lines for cell in line.cells if cell.party == UNIDENTIFIED and cell.statements]
    found = {cell.statements[0]: cell.speakers[0] for cell in cells if cell.speakers}
    nameless = sorted({cell.statements[0] for cell in cells} - found.keys())
    with desk.record.asking() as connection:
        words = sayings(connection, nameless) if nameless else {}
    return found | {ident: cut(one.source, _MOST_LETTERS) for ident, one in words.items() if one.source}
