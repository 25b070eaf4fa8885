"""The review queue, its history and the agreement of two reviewers, as JSON and as tables that fit the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.output import cut, safe
from onrecord.cli.tables import STANCE_STYLES
from onrecord.contract import noun_json
from onrecord.record import Correction
from onrecord.review import Agreement, HistoryRow, ReviewItem, ReviewPage

Json = dict[str, Any]
_ACTIONS = {"accept": "green", "correct": "yellow", "reject": "red", "confirm": "green", "withdraw": "dim"}


def correction_json(one: Correction) -> Json:
    """A correction under the names of the record."""
    plain: Json = noun_json(one)
    return plain


def agreement_json(found: Agreement) -> Json:
    """The object that `onrecord review --agreement --format json` prints."""
    return {
        "first": found.first,
        "second": found.second,
        "kinds": [noun_json(one) for one in found.kinds],
        "disagreements": [noun_json(one) for one in found.disagreements],
    }


def print_corrections(screen: Console, made: Sequence[Correction], *, withdrawn: bool) -> None:
    """What was said of a statement, or withdrawn."""
    for one in made:
        changed = "; ".join(value.text for value in one.values)
        screen.print(
            Text.assemble(
                "withdrawn: " if withdrawn else "",
                (one.action, "bold"),
                f"  statement {one.statement}  ",
                (safe(changed), ""),
                "  " if changed else "",
                (safe(one.user), "dim"),
            )
        )


def print_queue(screen: Console, page: ReviewPage) -> None:
    """What to judge next, each with its reason and its words."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("judge", no_wrap=True)
    table.add_column("who, what and why", ratio=6)
    table.add_column("read as", no_wrap=True)
    for item in page.items:
        day = "no date" if item.published is None else item.published.isoformat()
        table.add_row(
            Text.assemble((item.kind, "bold"), f"\n{item.statement[:8]}\n{day}"),
            _what(item, screen.width),
            Text.assemble(
                (item.stance, STANCE_STYLES.get(item.stance, "")), f"\n{item.act}\n{item.source_kind}\n",
                (f"{item.sure:.2f}", "dim"),
            ),
        )  # fmt: skip
    screen.print(table)
    shown = f"{len(page.items)} of {page.left} to judge"
    screen.print(Text(shown if page.next is None else f"{shown}; go on with --after {page.next}", style="dim"))


def _what(item: ReviewItem, width: int) -> Text:
    words = " ".join(span.text for span in (item.source, item.cue, *item.content) if span is not None)
    told = Text(cut(" ".join(_who(item)) or "nobody named", width))
    told.append("\n" + cut(words, max(60, 2 * width)))
    told.append("\n" + cut(f"{item.gloss} [{item.claim[:8]}]", width), style="bold")
    told.append("\n" + cut(item.reason, 2 * width), style="dim")
    for said in item.said:
        told.append(
            "\n" + cut(f"{said.user}: {said.action} {said.text or ''} {said.note or ''}", width), style="yellow"
        )
    return told


def _who(item: ReviewItem) -> Iterable[str]:
    if item.speaker is not None:
        yield item.speaker
    if item.party is not None:
        yield f"({item.party})"


def print_history(screen: Console, rows: Iterable[HistoryRow]) -> None:
    """What reviewers did, by time."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("when", "who"):
        table.add_column(name, no_wrap=True)
    table.add_column("what", ratio=6)
    for row in rows:
        what = Text.assemble(
            (row.action, _ACTIONS.get(row.action, "bold")), f" {row.kind}  ", (cut(row.text, 2 * screen.width), "")
        )
        if row.note is not None:
            what.append("\n" + cut(row.note, screen.width), style="italic")
        if row.withdrawn_at is not None:
            what.append(f"\nwithdrawn {row.withdrawn_at[:16]}", style="dim")
        table.add_row(row.at[:16].replace("T", " "), Text(cut(row.user, 24)), what)
    screen.print(table)


def print_agreement(screen: Console, found: Agreement) -> None:
    """How far two reviewers agree, and on what they do not."""
    screen.print(Text(cut(f"{found.first} and {found.second}", screen.width), style="bold"))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("judgement")
    for name in ("both judged", "agreed", "share", "kappa"):
        table.add_column(name, justify="right")
    for one in found.kinds:
        share = "" if one.share is None else f"{100 * one.share:.0f} %"
        kappa = "" if one.kappa is None else f"{one.kappa:.2f}"
        table.add_row(one.kind.replace("_", " "), str(one.judged), str(one.agreed), share, kappa)
    screen.print(table)
    if found.disagreements:
        differing = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for name in ("they differ on", "the first", "the second"):
            differing.add_column(name, no_wrap=True)
        differing.add_column("words", ratio=6)
        for row in found.disagreements:
            words = cut(row.words, 2 * screen.width)
            differing.add_row(f"{row.kind}\n{row.subject[:8]}", cut(row.first, 24), cut(row.second, 24), words)
        screen.print(differing)
