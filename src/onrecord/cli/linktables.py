"""Links of claims and what reviewers decided of them, as JSON and as tables that fit the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.output import cut, safe
from onrecord.contract import noun_json
from onrecord.model import Claim
from onrecord.record import Decision, HeldClaim, HeldLink, Saying

Json = dict[str, Any]
_STATES = {"suggested": "dim", "confirmed": "green", "rejected": "red"}
_STANCES = {"affirms": "green", "denies": "red", "declines": "yellow", "unclear": "yellow"}


def link_json(link: HeldLink, claim: Claim) -> Json:
    """One line of `onrecord links --format json`."""
    occasion, site = link.occasion, link.occasion.site
    return {
        "id": link.id,
        "claim": claim.id,
        "statement": link.statement,
        "report": link.report,
        "published": None if link.published is None else link.published.isoformat(),
        "stance": link.stance,
        "score": link.score,
        "state": link.state,
        "from": None if occasion.first is None else occasion.first.isoformat(),
        "to": None if occasion.last is None else occasion.last.isoformat(),
        "precision": occasion.precision,
        "place": None if site is None else site.name,
        "background": occasion.background,
        "correction": None if link.correction is None else noun_json(link.correction),
        "decisions": [decision_json(one) for one in (link.decision, link.moved) if one is not None],
    }


def decision_json(decision: Decision) -> Json:
    """What a reviewer decided, under the names of the record."""
    return asdict(decision)


def print_links(screen: Console, held: HeldClaim, sayings: Mapping[str, Saying]) -> None:
    """The statements that bear on a claim, with their ids, by which a reviewer names them."""
    screen.print(Text(safe(held.claim.gloss), style="bold"), Text(f"  claim {held.claim.id}", style="dim"), sep="")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("statement", no_wrap=True, style="dim")
    table.add_column("who and what", ratio=6)
    table.add_column("stance", no_wrap=True)
    table.add_column("link", no_wrap=True)
    for link in held.links:
        table.add_row(
            f"{link.statement[:8]}\n{'no date' if link.published is None else link.published.isoformat()}",
            _words(sayings.get(link.statement), screen.width),
            Text(link.stance, style=_STANCES[link.stance]),
            Text.assemble((link.state, _STATES[link.state]), f" {link.score:.2f}", _by_whom(link)),
        )
    screen.print(table)


def print_decisions(screen: Console, made: Sequence[Decision], *, withdrawn: bool) -> None:
    """What was decided or withdrawn."""
    for one in made:
        done = "withdrawn: " if withdrawn else ""
        goes = "" if one.to_link is None else f" to {one.to_link}"
        screen.print(Text.assemble(done, (one.action, "bold"), f"  link {one.link}{goes}  ", (safe(one.user), "dim")))


def _words(saying: Saying | None, width: int) -> Text:
    if saying is None:
        return Text("")
    return Text(cut(f"{saying.source or ''} {saying.cue or ''}: {saying.content}", max(60, width)))


def _by_whom(link: HeldLink) -> str:
    made = [one for one in (link.decision, link.moved, link.correction) if one is not None]
    return "".join(
        f"\n{one.action} by {safe(one.user)}" + (f": {safe(one.note)}" if one.note else "") for one in made
    )
