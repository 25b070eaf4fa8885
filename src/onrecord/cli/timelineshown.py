"""A timeline in the terminal: a day, who spoke, what it did to the claim, and the words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from onrecord.cli.output import cut, safe
from onrecord.cli.quoted import moved, print_words, print_wrapped, printed, who
from onrecord.cli.tables import STANCE_STYLES
from onrecord.record.questions.timeline import TimelineEntry

_INDENT = 12


def print_timeline(screen: Console, entries: Sequence[TimelineEntry]) -> None:
    """Every statement with its day; the claim is named wherever it is another one than in the line before."""
    if not entries:
        screen.print("nothing was said on any claim by then")
    claim = None
    for entry in entries:
        if entry.claim != claim:
            screen.print(
                Text(cut(entry.gloss, max(20, screen.width - 10)), style="bold"), Text(entry.claim[:8], style="dim")
            )
            claim = entry.claim
        _print_entry(screen, entry)


def _print_entry(screen: Console, entry: TimelineEntry) -> None:
    head = Text(f"{entry.date or 'no date':<{_INDENT}}")
    head.append_text(who(entry.speaker, entry.source, entry.source_kind, entry.party))
    head.append("  ").append(entry.stance, style=STANCE_STYLES[entry.stance])
    if entry.reported_by is not None:
        head.append(f"  told by {cut(entry.reported_by, 30)}", style="dim")
    lines = head.wrap(screen, screen.width)
    screen.print(lines[0])
    for line in lines[1:]:
        print_wrapped(screen, line, _INDENT)
    where = printed(entry.outlet, entry.published, entry.statement)
    if entry.copies:
        where += f" and {len(entry.copies)} {'copy' if len(entry.copies) == 1 else 'copies'}"
    print_words(screen, f"{safe(entry.cue)}: {entry.words}" if entry.cue else entry.words, where, _INDENT)
    if entry.withdrawn is not None:
        print_wrapped(screen, Text(f"the report was withdrawn on {entry.withdrawn}", style="yellow"), _INDENT)
    if entry.before is not None and entry.after is not None:
        print_wrapped(screen, Text("standing: ").append_text(moved(entry.before, entry.after)), _INDENT)
