"""What changed, in the terminal: day by day, claim by claim."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.console import Console
from rich.text import Text

from onrecord.cli.output import cut
from onrecord.cli.quoted import moved, print_words, print_wrapped, printed
from onrecord.cli.tables import STANDING_STYLES
from onrecord.record.questions.changes import ClaimChange

_NAMES = {"new claim": ("new", "bold cyan"), "standing": ("changed", "bold"), "statements": ("more said", "dim")}


def print_changes(screen: Console, found: Sequence[ClaimChange], since: date) -> None:
    """The changes of each day; none is told as such."""
    if not found:
        screen.print(f"nothing changed since {since.isoformat()}")
    day = None
    for change in found:
        if change.date != day:
            day = change.date
            screen.print(Text(day.isoformat(), style="bold"))
        _print_change(screen, change)


def _print_change(screen: Console, change: ClaimChange) -> None:
    head = Text.assemble(_NAMES[change.kind], "  ", change.gloss, (f"  {change.claim[:8]}", "dim"))
    print_wrapped(screen, Text(head.plain.replace("\n", " "), spans=head.spans), 2)
    if change.kind == "statements" or change.before == change.after:
        number = f"{change.statements} statement{'' if change.statements == 1 else 's'} since, the last by "
        line = Text.assemble((change.after, STANDING_STYLES[change.after]), f", {number}{cut(_who(change), 60)}:")
    else:
        line = moved(change.before, change.after).append(f", because of {cut(_who(change), 60)}:")
    print_wrapped(screen, line, 4)
    print_words(screen, change.words, printed(change.outlet, change.date, change.because), 4)


def _who(change: ClaimChange) -> str:
    name = change.speaker or "an unnamed source"
    return name if change.party is None or change.party == name else f"{name} ({change.party})"
