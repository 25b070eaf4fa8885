"""Tokens, saved questions and findings, as JSON and as tables that fit the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli import output
from onrecord.cli.output import cut, safe
from onrecord.contract import noun_json

if TYPE_CHECKING:
    from onrecord.desk.findings import Finding
    from onrecord.desk.hooks import Hook
    from onrecord.desk.tokens import Token
    from onrecord.desk.watches import Watch

Json = dict[str, Any]
_FOUND = {"any-denial": "red", "first-named-confirmation": "green", "standing-changed": "yellow"}


def token_json(token: Token) -> Json:
    """One line of `onrecord token list --format json`."""
    return dict(noun_json(token))


def watch_json(watch: Watch, hooks: Iterable[Hook] = ()) -> Json:
    """One line of `onrecord watch list --format json`."""
    return dict(noun_json(watch)) | {"hooks": [hook_json(one) for one in hooks]}


def hook_json(hook: Hook) -> Json:
    """A webhook, without its secret."""
    return dict(noun_json(hook))


def finding_json(finding: Finding) -> Json:
    """One line of `onrecord watch findings --format json`."""
    return dict(noun_json(finding))


def print_tokens(screen: Console, tokens: Sequence[Token], now: datetime) -> None:
    """Tokens by how they begin, whose they are and what they allow."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("token", "of", "allows", "state"):
        table.add_column(name, no_wrap=name == "token")
    for one in tokens:
        until = "" if one.expires is None else f" to {one.expires.isoformat()}"
        state = Text(f"holds{until}", style="green") if one.live(now) else Text(f"ran out on {one.expires}", "dim")
        if one.revoked_at is not None:
            state = Text(f"revoked {one.revoked_at[:10]} by {safe(one.revoked_by or '')}", style="red")
        table.add_row(one.prefix, safe(one.name), ", ".join(one.scopes), state)
    screen.print(table)


def print_watches(screen: Console, watches: Sequence[Watch], hooks: Mapping[str, Sequence[Hook]]) -> None:
    """Saved questions by id, with the addresses that they call."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("question", no_wrap=True, style="dim")
    table.add_column("asks for", ratio=4)
    table.add_column("of", ratio=1)
    for one in watches:
        told = Text(safe(one.name), style="bold" if one.removed_at is None else "dim")
        if one.name != one.question.said:
            told.append(f"\n{safe(one.question.said)}", style="dim")
        if one.removed_at is not None:
            told.append(f"\ngiven up {one.removed_at[:10]} by {safe(one.removed_by or '')}", style="red")
        for hook in hooks.get(one.id, ()):
            told.append(f"\n{hook.id[:8]} calls {safe(hook.url)}", style="dim")
        table.add_row(one.id[:8], told, f"{safe(one.user)}\n{one.made_at[:10]}")
    screen.print(table)


def print_found(found: Sequence[Finding], *, as_json: bool) -> None:
    """What saved questions found."""
    if as_json:
        output.print_json(finding_json(one) for one in found)
        return
    screen = output.screen()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("published", no_wrap=True)
    table.add_column("what", no_wrap=True)
    table.add_column("found", ratio=6)
    for one in found:
        day = "no date" if one.published is None else one.published.isoformat()
        told = Text(cut(one.said, max(60, screen.width)))
        if one.words is not None:
            told.append(f"\n“{cut(one.words, max(60, screen.width))}”", style="dim")
        told.append(f"\nstatement {(one.statement or 'none')[:8]}  {safe(one.outlet or '')}", style="dim")
        table.add_row(day, Text(one.what, style=_FOUND.get(one.what, "")), told)
    screen.print(table)
