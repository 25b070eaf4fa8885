"""A report in the terminal with what was found in it marked in the text."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from onrecord.cli.output import cut, safe
from onrecord.cli.tables import ACT_STYLES
from onrecord.model import Article, Reading, Span, Statement

Label = tuple[int, str, str]
"""Where a label is written into the text, its words, and its style."""
_SOURCE = "bold blue"
_CUE = "reverse"
_FURNITURE = "dim strike"
_BASES = {"given": "as given", "page": "as the page states", "text": "as the text states"}


def print_report(screen: Console, reading: Reading) -> None:
    """The whole text: furniture struck out and dimmed, sources blue, cues reversed, contents in the colour of the act.

    The act stands in square brackets after each cue and the kind before each stretch of furniture, so that the marks
    can be read without colour.
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
    return _with_labels(styled, sorted([*_act_labels(reading.statements), *_furniture_labels(reading.article)]))


def _act_labels(statements: tuple[Statement, ...]) -> Iterator[Label]:
    """The act of the first statement that each cue makes, to stand after the cue."""
    acts: dict[Span, str] = {}
    for statement in statements:
        if statement.cue is not None:
            acts.setdefault(statement.cue, statement.act)
    return ((cue.end, f"[{act}]", ACT_STYLES[act]) for cue, act in acts.items())


def _furniture_labels(article: Article) -> Iterator[Label]:
    """The kind of each stretch of furniture, to stand before it."""
    return ((f.start, f"[{f.kind}] ", "dim") for f in article.furniture)


def _with_labels(styled: Text, labels: list[Label]) -> Text:
    result, position = Text(), 0
    for place, label, style in labels:
        result.append_text(styled[position:place])
        result.append(label, style=style)
        position = place
    return result.append_text(styled[position:])


def _legend() -> Text:
    return Text.assemble(
        ("source", _SOURCE), "  ", ("cue", _CUE), ("[act]", "green"), "  ", ("affirmed", "green"), "  ",
        ("denied", "red"), "  ", ("[kind]", "dim"), ("not report", _FURNITURE),
    )  # fmt: skip
