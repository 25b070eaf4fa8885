"""Time expressions on WikiWars: spans found, and values right, against its TIMEX2 marks.

WikiWars (Mazur and Dale 2010, EMNLP) is 17 histories of wars from Wikipedia with TIMEX2 marks; ours follow TIMEX3. Spans
are compared one to one, in order: relaxed when they share a character, strict when they are the same. A value is right
when the relaxed pair has equal values. What is done to both values before they are compared:

- a stretch of ours ("1914–1918", one expression from and to) counts as its two ends, as the corpus marks them;
- unknown parts at the end are cut on both sides (`1943-07-XX` is `1943-07`), and decades and centuries of a duration
  become years (`P1DE`, `P10Y`), as do our own;
- the corpus gives relative lengths that cannot be counted the value of their direction (`FUTURE_REF`, "a few days
  later"); ours have none then, which counts as wrong;
- modifiers and anchors (`mod`, `anchor_val`, `anchor_dir`, `set`) are not compared;
- marks without a value in the corpus ("this period", "that time") count for spans only: they are left out of the
  numbers of values, as is the expression of ours that meets one. `value-f1-of-all` counts them as wrong.

The day of publication is the corpus's `DATETIME`, the day on which the page was fetched. Nested marks all count.
Developed on documents 01 to 09; 10 to 17 were run for the numbers alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.model import Article, DateExpression, Span
from onrecord.reading.dates import date_spans
from onrecord.reading.segmentation import sentences
from onrecord.resolution.dates import dated_all, ends

FOLDER = Path("times") / "wikiwars" / "keyinline"
DEVELOPED_ON = 9
"""Number of the last document that rules were written with."""
_MARK = re.compile(r"<(?P<end>/?)TIMEX2(?P<attributes>[^>]*)>")
_VALUE = re.compile(r'\sval="([^"]*)"')
_DAY = re.compile(r"<DATETIME>.*?(\d{4}-\d\d-\d\d)")
_LONG = re.compile(r"P([\d.]+)(DE|CE)")
_UNKNOWN = re.compile(r"(?:-W?XX)+(?=$|T)|T?XX$")


@dataclass(frozen=True, slots=True)
class TimeMark:
    """One time expression of the corpus and its TIMEX2 value, None where it has none."""

    span: Span
    value: str | None


@dataclass(frozen=True, slots=True)
class History:
    """One document: its text, the day it was fetched, and its marks in order."""

    name: str
    text: str
    fetched: date | None
    marks: tuple[TimeMark, ...]


@dataclass(frozen=True, slots=True)
class TimeScores:
    """F1 from 0 to 1 with what it is made of."""

    relaxed: float
    strict: float
    value: float
    value_of_all: float
    marks: int
    found: int


def histories(folder: Path) -> Iterator[History]:
    """The documents of the corpus in order of their numbers; nothing where the folder is empty."""
    for path in sorted((folder / FOLDER).glob("*.key.xml")):
        yield _history(path.name, path.read_text(encoding="utf-8", errors="replace"))


def wikiwars(folder: Path, of: Callable[[int], bool] = lambda _number: True) -> dict[str, float]:
    """The F1 of the documents whose number `of` takes, with the counts of marks and of expressions found."""
    found = scores([h for h in histories(folder) if of(int(h.name[:2]))])
    return {
        "relaxed-f1": found.relaxed,
        "strict-f1": found.strict,
        "value-f1": found.value,
        "value-f1-of-all": found.value_of_all,
        "marks": found.marks,
        "found": found.found,
    }


def scores(documents: Sequence[History]) -> TimeScores:
    """The scores on all expressions of the documents together."""
    relaxed = strict = right = gold = ours = valued = ours_valued = 0
    for document in documents:
        found = list(_found(document))
        pairs = _paired(document.marks, found)
        relaxed += len(pairs)
        strict += sum((mark.span.start, mark.span.end) == (f.span.start, f.span.end) for mark, f in pairs)
        right += sum(mark.value is not None and plain(mark.value) == plain(f.value) for mark, f in pairs)
        gold += len(document.marks)
        ours += len(found)
        valued += sum(mark.value is not None for mark in document.marks)
        ours_valued += len(found) - sum(mark.value is None for mark, _ in pairs)
    return TimeScores(
        _f1(relaxed, gold, ours),
        _f1(strict, gold, ours),
        _f1(right, valued, ours_valued),
        _f1(right, gold, ours),
        gold,
        ours,
    )


def plain(value: str | None) -> str | None:
    """A value as it is compared: without unknown parts at its end, decades and centuries in years."""
    if value is None:
        return None
    long = _LONG.fullmatch(value)
    if long:
        return f"P{float(long[1]) * (10 if long[2] == 'DE' else 100):g}Y"
    return value if value.startswith("XXXX") else _UNKNOWN.sub("", value)


def _found(document: History) -> Iterator[DateExpression]:
    article = Article(document.name, document.text, published=document.fetched)
    spans = date_spans(document.text, sentences(article))
    for expression in dated_all(article, [DateExpression(span) for span in spans]):
        yield from ends(expression) or (expression,)


def _paired(marks: Sequence[TimeMark], found: Sequence[DateExpression]) -> list[tuple[TimeMark, DateExpression]]:
    """Marks with the expressions that share most characters with them, each used once."""
    shared = sorted(
        (
            (-_shared(mark.span, f.span), abs(mark.span.end - mark.span.start - f.span.end + f.span.start), m, n)
            for m, mark in enumerate(marks)
            for n, f in enumerate(found)
            if mark.span.overlaps(f.span)
        ),
    )
    used_marks: set[int] = set()
    used: set[int] = set()
    pairs = []
    for _, _, m, n in shared:
        if m not in used_marks and n not in used:
            used_marks.add(m)
            used.add(n)
            pairs.append((m, n))
    return [(marks[m], found[n]) for m, n in sorted(pairs)]


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _history(name: str, marked: str) -> History:
    day = _DAY.search(marked)
    marked = marked[marked.index("<TEXT>") + len("<TEXT>") : marked.index("</TEXT>")]
    pieces: list[str] = []
    opened: list[tuple[int, str]] = []
    spans: list[tuple[int, int, str | None]] = []
    length = position = 0
    for match in _MARK.finditer(marked):
        piece = marked[position : match.start()]
        pieces.append(piece)
        length += len(piece)
        position = match.end()
        if match["end"]:
            start, attributes = opened.pop()
            value = _VALUE.search(attributes)
            spans.append((start, length, value[1] if value else None))
        else:
            opened.append((length, match["attributes"]))
    text = "".join([*pieces, marked[position:]])
    marks = tuple(
        TimeMark(Span.of(text, start, end), value) for start, end, value in sorted(spans, key=lambda s: s[:2])
    )
    return History(name, text, date.fromisoformat(day[1]) if day else None, marks)


def _f1(right: int, gold: int, found: int) -> float:
    return 2 * right / (gold + found) if gold + found else 0.0
