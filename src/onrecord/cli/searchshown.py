"""What a search found, in the terminal: reports with the words marked, and who said them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from onrecord.cli.output import cut, safe
from onrecord.cli.quoted import print_words, print_wrapped, who
from onrecord.cli.tables import ACT_STYLES
from onrecord.record.search import SearchHit

_STATEMENTS = 3


def print_hits(screen: Console, hits: Sequence[SearchHit], number: int) -> None:
    """The reports in their order, and how many more there are."""
    if not hits:
        screen.print("no report holds all these words")
    for hit in hits:
        _print_hit(screen, hit)
    if number > len(hits):
        screen.print(Text(f"… and {number - len(hits)} more; --limit shows more of them", style="dim"))


def _print_hit(screen: Console, hit: SearchHit) -> None:
    screen.print(Text(cut(hit.title or "no title", screen.width), style="bold"))
    copy = "" if hit.origin == hit.report else f"  copy of {hit.origin[:8]}"
    where = f"{hit.outlet or 'no outlet'}, {hit.published or 'no date'}  report {hit.report[:8]}{copy}"
    screen.print(Text(cut(where, screen.width), style="dim"))
    if hit.snippet is not None:
        print_wrapped(screen, _marked(hit), 2)
    for statement in hit.statements[:_STATEMENTS]:
        head = who(statement.speaker, statement.source, statement.source_kind, statement.party)
        print_wrapped(screen, head.append("  ").append(statement.act, style=ACT_STYLES[statement.act]), 4)
        print_words(screen, statement.words, f"[{statement.id[:8]}]", 6)
    more = len(hit.statements) - _STATEMENTS
    if more > 0:
        screen.print(Text(f"    and {more} more statement{'' if more == 1 else 's'} with these words", style="dim"))
    screen.print()


def _marked(hit: SearchHit) -> Text:
    """The snippet with the words in reverse and in brackets, so that they are seen without colour."""
    if hit.snippet is None:
        return Text()
    start, told, at = hit.snippet.start, Text("… "), 0
    for mark in sorted(hit.marks):
        first, last = mark.start - start, mark.end - start
        if first < at or last > len(hit.snippet.text):
            continue
        told.append(_flat(hit.snippet.text[at:first])).append(f"[{safe(mark.text)}]", style="bold reverse")
        at = last
    return told.append(_flat(hit.snippet.text[at:])).append(" …")


def _flat(text: str) -> str:
    return safe(text.replace("\n", " ").replace("\t", " "))
