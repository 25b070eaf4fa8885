"""Answers as tables that fit the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.output import cut, safe
from onrecord.model import ClaimSummary, First, Position, Reading, Stance, Standing, Statement

if TYPE_CHECKING:
    from onrecord.record import ReportSummary, Saying

ACT_STYLES = {
    "confirms": "bold green",
    "asserts": "green",
    "denies": "bold red",
    "doubts": "yellow",
    "declines": "yellow",
    "unavailable": "yellow",
    "promises": "cyan",
    "threatens": "magenta",
    "demands": "cyan",
    "accuses": "magenta",
    "predicts": "cyan",
}
STANDING_STYLES = {
    "disputed": "bold yellow",
    "denied": "red",
    "confirmed-by-both": "bold green",
    "claimed-by-one-side": "green",
    "claimed-by-third-party": "cyan",
    "claimed-anonymously": "dim cyan",
    "unreported": "dim",
}
STANCE_STYLES = {
    "affirms": "green",
    "denies": "red",
    "divided": "bold yellow",
    "declines": "yellow",
    "unclear": "yellow",
}
_QUOTED = 3


def print_reading(screen: Console, reading: Reading) -> None:
    """One report: its heading, and a line for each statement."""
    article = reading.article
    facts = [article.outlet, article.published.isoformat() if article.published else "no date", article.credit]
    screen.print(Text(cut(article.title or article.id, screen.width), style="bold"))
    screen.print(Text(cut(" · ".join(f for f in facts if f), screen.width), style="dim"))
    if not reading.statements:
        screen.print(Text("  no statements found", style="dim"))
    else:
        screen.print(_statements(reading, screen.width))
    screen.print()


def _statements(reading: Reading, width: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    table.add_column("who", ratio=3)
    table.add_column("for", ratio=2)
    table.add_column("does", no_wrap=True)
    table.add_column("what", ratio=6)
    names = {actor.id: actor.name for actor in reading.actors}
    for statement in reading.statements:
        table.add_row(
            _who(statement, names),
            safe(names.get(statement.party or "", "")),
            Text(statement.act, style=ACT_STYLES[statement.act]),
            Text(cut(" … ".join(c.text for c in statement.content), max(60, 2 * width // 3))),
        )
    return table


def _who(statement: Statement, names: Mapping[str, str]) -> Text:
    """The speaker's name if known, with the source's own words where they differ."""
    words = statement.source.text if statement.source else f"({statement.source_kind})"
    name = names.get(statement.speaker or "")
    if name is None or name in words:
        return Text(cut(words, 48))
    return Text.assemble(cut(words, 48), (f" = {cut(name, 30)}", "dim"))


def print_board(screen: Console, board: Sequence[ClaimSummary], as_of: date | None) -> None:
    """The board of claims."""
    if not board:
        screen.print(
            "no claims as of that day" if as_of else "the record holds no claims yet; add reports with: onrecord add"
        )
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title=_as_of("claims", as_of), title_justify="left")
    table.add_column("what is claimed", ratio=5)
    table.add_column("standing", no_wrap=True)
    table.add_column("reports", no_wrap=True, justify="right")
    table.add_column("first to last", no_wrap=True)
    for one in board:
        table.add_row(
            Text.assemble(safe(one.claim.gloss), "\n", (one.claim.id[:8], "dim")),
            Text(one.standing, style=STANDING_STYLES[one.standing]),
            f"{one.reports}\n({one.independent_reports} indep.)",
            f"{_day(one.first_reported)}\n{_day(one.last_reported)}",
        )
    screen.print(table)


def _as_of(what: str, as_of: date | None) -> str:
    return f"{what} as of {as_of.isoformat()}" if as_of else what


def _day(value: date | None) -> str:
    return value.isoformat() if value else "–"


def print_standing(
    screen: Console, found: Standing, sayings: Mapping[str, Saying], stances: Mapping[str, Stance]
) -> None:
    """Where a claim stands: the standing, the positions with their words, the firsts and the changes.

    `stances` are those of the statements: a speaker is quoted with what makes his stance, and with nothing else.
    """
    screen.print(
        Text(safe(found.claim.gloss), style="bold"), Text(f"  claim {found.claim.id[:8]}", style="dim"), sep=""
    )
    heading = Text("as of " + found.as_of.isoformat() if found.as_of else "on everything in the record")
    heading.append(": ").append(found.standing, style=STANDING_STYLES[found.standing])
    heading.append(f"   ({_counted(found.reports, 'report')}, {found.independent_reports} independent)", style="dim")
    screen.print(heading)
    if found.divided_parties:
        screen.print(Text("divided: " + ", ".join(map(safe, found.divided_parties)), style="bold yellow"))
    screen.print()
    for position in found.positions:
        _print_position(screen, position, sayings, stances)
    for label, first in (
        ("first claim", found.first_claim),
        ("first named confirmation", found.first_named_confirmation),
        ("first denial", found.first_denial),
    ):
        screen.print(Text(f"{label:<26}"), _told_first(first), sep="")
    for change in found.changes:
        screen.print(Text(f"{change.date or 'no date':<12}{change.before} → {change.after}", style="dim"))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _print_position(
    screen: Console, position: Position, sayings: Mapping[str, Saying], stances: Mapping[str, Stance]
) -> None:
    stance = Text(position.stance, style=STANCE_STYLES[position.stance])
    screen.print(
        Text(safe(position.party), style="bold"),
        "  ",
        stance,
        Text(f"  since {position.since}" if position.since else "  no date", style="dim"),
        sep="",
    )
    for speaker in position.speakers:
        name = speaker.name or _words_of(speaker.statements, sayings) or "unnamed"
        screen.print(
            "  ",
            Text(cut(name, 40)),
            Text(f" ({speaker.source_kind}) ", style="dim"),
            Text(speaker.stance, style=STANCE_STYLES[speaker.stance]),
            Text(f" {speaker.first or 'no date'}", style="dim"),
            sep="",
        )
        making = [s for s in speaker.statements if stances.get(s) == speaker.stance]
        for words, printed in _newest(making or speaker.statements, sayings):
            more = f" and {len(printed) - 1} more" if len(printed) > 1 else ""
            where = cut(f"  {printed[0].outlet or 'no outlet'}, {_day(printed[0].published)}{more}", 60)
            room = max(20, screen.width - len(where) - 9)
            screen.print(Text(f"      “{cut(words, room)}”"), Text(f" {where}", style="dim"), sep="")
    screen.print()


def _newest(statements: Sequence[str], sayings: Mapping[str, Saying]) -> list[tuple[str, list[Saying]]]:
    """The last things a speaker said, newest first and undated ones last, each with every report that prints it."""
    printed: dict[str, list[Saying]] = {}
    known = [sayings[s] for s in statements if s in sayings]
    for saying in sorted(known, key=lambda s: s.published or date.min, reverse=True):
        printed.setdefault(f"{saying.cue or ''}: {saying.content}".lstrip(": "), []).append(saying)
    return list(printed.items())[:_QUOTED]


def _words_of(statements: Sequence[str], sayings: Mapping[str, Saying]) -> str | None:
    return next((s.source for i in statements if (s := sayings.get(i)) is not None and s.source), None)


def _told_first(first: First | None) -> Text:
    if first is None:
        return Text("none", style="dim")
    who = safe(first.speaker or f"{first.source_kind} source")
    party = f" for {safe(first.party)}" if first.party and first.party != first.speaker else ""
    return Text(f"{first.date or 'no date'}  {who}{party}")


def _how_held(report: ReportSummary) -> str:
    """How a report hangs together with its origin, and whether it was taken back, by which report."""
    told = []
    if report.version is not None and report.origin != report.id:
        told.append(f"{report.version}, {report.kept:.0%} kept")
    if report.withdrawn is not None:
        told.append(f"{report.withdrawn} by {(report.withdrawn_by or '')[:8]}")
    return "\n".join(told)


def print_reports(screen: Console, held: Sequence[ReportSummary]) -> None:
    """The reports of a record."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("report", no_wrap=True, style="dim")
    table.add_column("published", no_wrap=True)
    table.add_column("title and outlet", ratio=5, min_width=20)
    table.add_column("says", justify="right")
    table.add_column("copy of", no_wrap=True, style="dim")
    table.add_column("as", ratio=2, style="dim")
    for report in held:
        table.add_row(
            report.id[:8],
            _day(report.published),
            Text.assemble(
                cut(report.title or report.given_id, 90), "\n", (cut(report.outlet or "no outlet", 60), "dim")
            ),
            str(report.statements),
            report.origin[:8] if report.origin != report.id else "",
            _how_held(report),
        )
    screen.print(table if held else "the record holds no reports yet")
