"""Short reports as they are read, for tests of what is found in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.model import Act, Article, Furniture, Reading, SourceKind, Statement
from onrecord.reading import EncoderReader
from onrecord.resolution import resolve

SATURDAY = date(2011, 12, 10)


@dataclass(frozen=True, slots=True)
class Told:
    """The words of one statement, without their places."""

    source: str | None
    cue: str | None
    content: tuple[str, ...]
    act: Act
    kind: SourceKind


def article(text: str, *furniture: str, published: date | None = SATURDAY) -> Article:
    """A report in which the given words are furniture."""
    marks = tuple(Furniture(text.index(f), text.index(f) + len(f), "other", "told so") for f in furniture)
    return Article("r1", text, published=published, furniture=marks)


def reading(text: str, *furniture: str, published: date | None = SATURDAY) -> Reading:
    """All that a report says."""
    report = article(text, *furniture, published=published)
    return resolve(report, EncoderReader().read(report))


def statements(text: str, *furniture: str) -> tuple[Statement, ...]:
    """What the reader finds in a report before anything is tied to the world."""
    return EncoderReader().read(article(text, *furniture)).statements


def statement(text: str) -> Statement:
    """The only statement of a report."""
    [found] = statements(text)
    return found


def told(text: str) -> list[Told]:
    """The statements of a report as words."""
    return [
        Told(
            s.source.text if s.source else None,
            s.cue.text if s.cue else None,
            tuple(c.text for c in s.content),
            s.act,
            s.source_kind,
        )
        for s in statements(text)
    ]


def triples(text: str) -> list[tuple[str | None, str | None, str]]:
    """Source, cue and content of each statement; parts of a content are joined by a stroke."""
    return [(t.source, t.cue, " | ".join(t.content)) for t in told(text)]
