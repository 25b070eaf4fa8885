"""An HTML page as text: the whole of it, in order, with what is not the report marked and nothing cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from onrecord.errors import Empty
from onrecord.model import Furniture
from onrecord.page.extraction import main_lines
from onrecord.page.headline import headline_lines, text_of
from onrecord.page.layout import Layout, laid_out
from onrecord.page.regions import hidden_stretches
from onrecord.page.sorting import Verdict, sorted_lines


@dataclass(frozen=True, slots=True)
class Flattened:
    """A page as text, one block a line, and the stretches of it that are not the report, in order, none overlapping.

    `headline` is the text of the main headline, which stands in the text and is part of the report.
    """

    text: str
    set_aside: tuple[Furniture, ...]
    headline: str | None


def flattened(root: HtmlElement, title: str | None = None, outlet: str | None = None) -> Flattened:
    """The text of a page that `parsed` gave, with its furniture marked.

    What trafilatura keeps as the main text is the report, and so is the headline; the rest is set aside with the kind
    that its elements declare. Where no main text is found, only what declares itself is. `title` and `outlet`, where
    the page states them, tell its headline from its masthead. Raises Empty for a page without text.
    """
    layout = laid_out(root)
    if not layout.lines:
        raise Empty("no text in the page; leave it out or give its text")
    headline = headline_lines(layout, title, outlet)
    stretches = _stretches(layout, sorted_lines(layout, headline, main_lines(root)), headline)
    return Flattened(layout.text, tuple(_merged(stretches)), text_of(layout, headline) or None)


def _stretches(layout: Layout, verdicts: list[Verdict | None], headline: range) -> Iterator[Furniture]:
    """Whole lines that are furniture, and in the lines of the report what is hidden from readers."""
    hidden = hidden_stretches(layout)
    for index, (line, verdict) in enumerate(zip(layout.lines, verdicts, strict=True)):
        if verdict is not None:
            yield Furniture(line.start, line.end, verdict.kind, verdict.reason)
        elif index not in headline:
            yield from (Furniture(start, end, "other", reason) for start, end, reason in hidden[index])


def _merged(stretches: Iterator[Furniture]) -> Iterator[Furniture]:
    """Neighbouring lines of one kind and reason as one stretch."""
    held: Furniture | None = None
    for this in stretches:
        if held and (held.kind, held.reason, held.end + 1) == (this.kind, this.reason, this.start):
            held = Furniture(held.start, this.end, held.kind, held.reason)
            continue
        if held:
            yield held
        held = this
    if held:
        yield held
