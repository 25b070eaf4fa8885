"""A report in the terminal with what was found in it marked in the text."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from onrecord.cli.output import cut, safe
from onrecord.cli.tables import ACT_STYLES
from onrecord.model import Reading, Span, Statement

_SOURCE = "bold blue"
_CUE = "reverse"
_FURNITURE = "dim strike"
_BASES = {"given": "as given", "page": "as the page states", "text": "as the text states"}


def print_report(screen: Console, reading: Reading) -> None:
    """The whole text: furniture struck out and dimmed, sources blue, cues reversed, contents in the colour of the act.

    Each cue is followed by its act in square brackets, so that the marks can be read without colour.
    """
    for heading in _headings(reading):
        screen.print(heading)
    screen.print()
    screen.print(_marked(reading))
    screen.print()
    screen.print(_legend())


def _headings(reading: Reading) -> Iterator[Text]:
    article = reading.article
    if article.title:
        yield Text(cut(article.title, 200), style="bold")
    published = (
        f"{article.published} ({_BASES[article.published_basis or 'given']})" if article.published else "no date"
    )
    facts = [
        article.outlet,
        article.byline,
        published,
        article.credit and f"credit {article.credit}",
        f"report {article.id}",
    ]
    yield Text(safe(" · ".join(str(f) for f in facts if f)), style="dim")


def _marked(reading: Reading) -> Text:
    """The text with a style at every span and the acts written in after the cues."""
    text = reading.article.text
    styled = Text(safe(text))
    for statement in reading.statements:
        for content in statement.content:
            styled.stylize(ACT_STYLES[statement.act].replace("bold ", ""), content.start, content.end)
    for statement in reading.statements:
        if statement.source is not None:
            styled.stylize(_SOURCE, statement.source.start, statement.source.end)
        if statement.cue is not None:
            styled.stylize(_CUE, statement.cue.start, statement.cue.end)
    for furniture in reading.article.furniture:
        styled.stylize(_FURNITURE, furniture.start, furniture.end)
    return _with_acts(styled, _acts_after_cues(reading.statements))


def _acts_after_cues(statements: tuple[Statement, ...]) -> list[tuple[Span, str]]:
    """Each cue once with the act of the statements that it makes, in order."""
    acts: dict[Span, str] = {}
    for statement in statements:
        if statement.cue is not None:
            acts.setdefault(statement.cue, statement.act)
    return sorted(acts.items(), key=lambda pair: pair[0].end)


def _with_acts(styled: Text, acts: list[tuple[Span, str]]) -> Text:
    result, position = Text(), 0
    for cue, act in acts:
        if cue.end < position:
            continue
        result.append_text(styled[position : cue.end])
        result.append(f"[{act}]", style=ACT_STYLES[act])
        position = cue.end
    return result.append_text(styled[position:])


def _legend() -> Text:
    return Text.assemble(
        ("source", _SOURCE), "  ", ("cue", _CUE), ("[act]", "green"), "  ", ("affirmed", "green"), "  ",
        ("denied", "red"), "  ", ("not report", _FURNITURE),
    )  # fmt: skip
