"""A report as a notebook shows it: its text with sources, cues and contents marked by colour and by shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from onrecord.markup import escaped
from onrecord.model import Reading, Span, Statement

MarkKind = Literal["content", "source", "cue", "furniture"]
_STYLE = """
.onrecord-reading{--affirms:#1a7f37;--denies:#cf222e;--open:#9a6700;--other:#0550ae;max-width:46em;line-height:1.7}
.onrecord-reading .text{white-space:pre-wrap;overflow-wrap:anywhere}
.onrecord-reading .facts{opacity:.7;font-size:.9em}
.onrecord-reading .content{text-decoration:underline;text-decoration-thickness:.1em;text-underline-offset:.25em;
 text-decoration-color:var(--act,var(--other))}
.onrecord-reading .source{border:1px solid currentColor;border-radius:.25em;padding:0 .15em}
.onrecord-reading .cue{font-weight:700;color:var(--act,var(--other))}
.onrecord-reading .furniture{opacity:.45;text-decoration:line-through}
.onrecord-reading .asserts,.onrecord-reading .confirms{--act:var(--affirms)}
.onrecord-reading .denies{--act:var(--denies);text-decoration-style:wavy}
.onrecord-reading .doubts,.onrecord-reading .declines,.onrecord-reading .unavailable{--act:var(--open);
 text-decoration-style:dotted}
.onrecord-reading .promises,.onrecord-reading .threatens,.onrecord-reading .demands,.onrecord-reading .accuses,
.onrecord-reading .predicts{text-decoration-style:dashed}
@media (prefers-color-scheme:dark){.onrecord-reading{--affirms:#56d364;--denies:#ff7b72;--open:#e3b341;--other:#79b8ff}}
"""


@dataclass(frozen=True, slots=True)
class Display:
    """A reading that a notebook shows; put it in the last line of a cell."""

    reading: Reading

    def _repr_html_(self) -> str:
        """The report with its marks and, below, what they mean; nothing of it can act on the page."""
        article = self.reading.article
        published = article.published.isoformat() if article.published else "no date"
        facts = " · ".join(escaped(fact) for fact in (article.outlet, published, article.credit) if fact)
        return (
            f'<style>{_STYLE}</style><article class="onrecord-reading"><strong>{escaped(article.title or article.id)}'
            f'</strong><div class="facts">{facts}</div><div class="text">{"".join(_marked(self.reading))}</div>'
            f"{_LEGEND}</article>"
        )


_LEGEND = (
    '<p class="facts"><span class="source">source</span> <span class="cue">cue</span> <span class="content asserts">'
    'affirmed</span> <span class="content denies">denied</span> <span class="content doubts">left open</span> '
    '<span class="content demands">promised, threatened, demanded, accused or predicted</span> '
    '<span class="furniture">not report</span></p>'
)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: MarkKind
    act: str
    title: str


def display(reading: Reading) -> Display:
    """Shows a reading in a notebook: hover over a mark to see who speaks, what he does, and how sure he is."""
    return Display(reading)


def _marked(reading: Reading) -> Iterator[str]:
    """The text cut at every beginning and end of a mark, each piece with all the marks that lie over it."""
    text, marks = reading.article.text, list(_marks(reading))
    places = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    opening: dict[int, list[_Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
    over: list[_Mark] = []
    for start, end in pairwise(places):
        over = [mark for mark in over if mark.end > start] + opening.get(start, [])
        yield _piece(text[start:end], over)


def _piece(text: str, over: Sequence[_Mark]) -> str:
    if not over:
        return escaped(text)
    kinds = dict.fromkeys(mark.kind for mark in over)
    inner = min(over, key=lambda mark: (mark.end - mark.start, mark.start))
    title = "\n".join(dict.fromkeys(mark.title for mark in over if mark.title))
    classes = " ".join([*kinds, *([inner.act] if inner.act else [])])
    return f'<span class="{classes}" title="{escaped(title)}">{escaped(text)}</span>'


def _marks(reading: Reading) -> Iterator[_Mark]:
    names = {actor.id: actor.name for actor in reading.actors}
    for furniture in reading.article.furniture:
        yield _Mark(
            furniture.start, furniture.end, "furniture", "", f"not report: {furniture.kind}, {furniture.reason}"
        )
    for statement in reading.statements:
        title = _title(statement, names)
        for kind, spans in (
            ("content", statement.content),
            ("source", _one(statement.source)),
            ("cue", _one(statement.cue)),
        ):
            yield from (_Mark(s.start, s.end, kind, statement.act, title) for s in spans if s.end > s.start)  # type: ignore[arg-type]


def _one(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


def _title(statement: Statement, names: dict[str, str]) -> str:
    named = names.get(statement.speaker or "")
    speaker = named or (statement.source.text if statement.source else "nobody in particular")
    party = names.get(statement.party or "")
    told = f" for {party}" if party not in {None, named} else ""
    sure = f"confidence {statement.confidence:.2f}"
    return f"{statement.id}: {speaker} ({statement.source_kind}){told} {statement.act}; {statement.certainty}; {sure}"
