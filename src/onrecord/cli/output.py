"""Where words go: data to standard output, the rest to standard error; no report can act on the terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from onrecord.contract import line
from onrecord.errors import OnrecordError

Item = TypeVar("Item")
# Control characters and bidirectional overrides in a report could move the cursor or reverse what is shown.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]")
_colour = True


def use_colour(wanted: bool) -> None:
    """Turns colour off for the whole run."""
    global _colour  # noqa: PLW0603 - one terminal, one choice
    _colour = wanted


def screen() -> Console:
    """Standard output as a screen."""
    return Console(no_color=None if _colour else True, highlight=False, soft_wrap=False)


def aside() -> Console:
    """Standard error as a screen."""
    return Console(stderr=True, no_color=None if _colour else True, highlight=False)


def safe(text: str) -> str:
    """The text with characters that could act on a terminal shown as U+FFFD."""
    return _UNSAFE.sub("\ufffd", text)


def plain(text: str) -> str:
    """Safe text for a line with markup, its own brackets shown as they are."""
    return escape(safe(text))


def cut(text: str, width: int) -> str:
    """One line of at most `width` characters."""
    flat = safe(" ".join(text.split()))
    return flat if len(flat) <= width else flat[: width - 1].rstrip() + "…"


def print_json(values: Iterable[object]) -> None:
    """Prints each value as one line of JSON in UTF-8, whatever the terminal's encoding."""
    for value in values:
        sys.stdout.buffer.write(line(value).encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def print_page(page: str) -> None:
    """Prints a page in UTF-8, whatever the terminal's encoding."""
    sys.stdout.buffer.write(page.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def explain(error: OnrecordError) -> None:
    """Says on standard error what happened and what to do."""
    aside().print(Text.assemble(("onrecord:", "bold red"), " ", safe(str(error))), soft_wrap=True)


def tell_unread(origin: str, error: OnrecordError) -> None:
    """Says which report could not be read, and why."""
    words = safe(f" {origin}: {error}")
    aside().print(Text.assemble(("not read", "yellow"), words), soft_wrap=True)


def followed(items: Iterable[Item], doing: str) -> Iterator[Item]:
    """The items, with a bar on standard error while somebody is looking."""
    console = aside()
    if not console.is_terminal:
        yield from items
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(doing, total=None)
        for item in items:
            progress.advance(task)
            yield item
