"""The matrix of claims and parties in the terminal: as many parties side by side as fit, the others below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from onrecord.cli.output import cut, safe
from onrecord.cli.tables import STANCE_STYLES, STANDING_STYLES
from onrecord.record.positions import UNIDENTIFIED
from onrecord.record.questions.positions import ClaimPosition
from onrecord.resolution.names import folded

_CELL = 18
_CLAIM = 24


def print_positions(screen: Console, cells: Sequence[ClaimPosition]) -> None:
    """A table for as many parties as fit; those that speak to most claims come first."""
    if not cells:
        screen.print("nobody is on record on any claim")
        return
    parties, fitting = _parties(cells), max(1, (screen.width - _CLAIM) // _CELL)
    for at in range(0, len(parties), fitting):
        some = parties[at : at + fitting]
        screen.print(_grid([cell for cell in cells if folded(cell.party) in some], some))
    screen.print(Text("* no party to the claim; since: the day from which the stance was held", style="dim"))


def _parties(cells: Iterable[ClaimPosition]) -> list[str]:
    """Parties, accents left out, by the number of claims that they speak to; speakers of no known party last."""
    spoken = Counter(party for party, _ in {(folded(cell.party), cell.claim) for cell in cells})
    return sorted(spoken, key=lambda party: (party == UNIDENTIFIED, -spoken[party], party))


def _grid(cells: Sequence[ClaimPosition], parties: Sequence[str]) -> Grid:
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_lines=True)
    grid.add_column("claim", width=_CLAIM - 2)
    for party in parties:
        name = next(cell.party for cell in cells if folded(cell.party) == party)
        grid.add_column(Text(cut(name, 2 * _CELL)), width=_CELL - 2)
    for claim in dict.fromkeys(cell.claim for cell in cells):
        own = [cell for cell in cells if cell.claim == claim]
        first = own[0]
        head = Text.assemble(safe(first.gloss), "\n", (first.standing, STANDING_STYLES[first.standing]))
        head.append(f"\n{first.claim[:8]}", style="dim")
        grid.add_row(head, *(_cell([cell for cell in own if folded(cell.party) == party]) for party in parties))
    return grid


def _cell(cells: Sequence[ClaimPosition]) -> Text:
    """Each position of the party, one below the other: only speakers of no known party have several."""
    told = Text("\n").join(
        Text.assemble(
            (cell.stance, STANCE_STYLES[cell.stance]),
            "" if cell.to_the_claim else "*",
            (f"\n{cell.sourced}\n{cell.since or 'no date'}", "dim"),
        )
        for cell in cells
    )
    return told if cells else Text("–", style="dim")
