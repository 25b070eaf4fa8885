"""The first reader: statements, events, dates, mentions and roles by rules, with no model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.model import Article, DateExpression, Span, Statement
from onrecord.reading import manner
from onrecord.reading.attribution import Attribution, Scene, attributions
from onrecord.reading.dates import DATE_PATTERN, date_spans
from onrecord.reading.events import events
from onrecord.reading.mentions import identities, mentions, roles
from onrecord.reading.quotations import Quotation, quotations
from onrecord.reading.reader import Found
from onrecord.reading.segmentation import Sentence, paragraphs, sentences


class RuleReader:
    """Reads by rules over words and quotation marks; needs no weights and gives the same bytes every time."""

    name = "rules/1"

    def read(self, article: Article) -> Found:
        """What the report says, furniture left out."""
        marks = quotations(article.text, paragraphs(article))
        parts = sentences(article)
        scenes = [Scene(article.text, sentence, _near(marks, sentence)) for sentence in parts]
        found = [replace(a, sentence=number) for number, scene in enumerate(scenes) for a in attributions(scene)]
        found = _with_continuations(article.text, _without_weak_nesting(found), parts, marks)
        times = date_spans(article.text, parts)
        statements = _with_parents(tuple(_statements(article, found, parts, marks, times)))
        return Found(
            statements=statements,
            events=events(parts, statements),
            mentions=mentions(article.text, parts),
            dates=tuple(DateExpression(span) for span in times),
            roles=roles(article.text, parts),
            identities=identities(article.text, parts, [s.source for s in statements if s.source]),
        )


def _near(marks: Iterable[Quotation], sentence: Sentence) -> tuple[Quotation, ...]:
    return tuple(q for q in marks if q.end > sentence.span.start - 4 and q.start < sentence.span.end)


def _statements(
    article: Article,
    found: list[Attribution],
    parts: tuple[Sentence, ...],
    marks: tuple[Quotation, ...],
    times: tuple[Span, ...],
) -> Iterator[Statement]:
    number = 0
    for attribution in found:
        act = manner.act_of(attribution)
        form = manner.form_of(attribution, marks)
        for source in attribution.sources or (None,):
            number += 1
            kind = manner.source_kind_of(source, attribution)
            yield Statement(
                id=f"s{number}",
                content=attribution.content,
                source=source,
                cue=attribution.cue,
                source_kind=kind,
                act=act,
                certainty=manner.certainty_of(attribution, act),
                form=form,
                confidence=manner.confidence_of(attribution, form),
                source_type=manner.source_type_of(source, kind),
                medium=manner.medium_of(article.text, attribution, parts[attribution.sentence].span),
                said_on=_said_on(attribution, parts[attribution.sentence], times),
            )


def _said_on(attribution: Attribution, sentence: Sentence, times: tuple[Span, ...]) -> DateExpression | None:
    """The time in the sentence that is not part of the content: "said today", "Last month, officials said"."""
    outside = [
        t
        for t in times
        if sentence.span.contains(t)
        and not any(c.overlaps(t) for c in attribution.content)
        and not _lasts(t)
        and (
            t.start - sentence.span.start < _AT_ITS_START or -_NEAR_CUE <= t.start - attribution.cue.end <= _NEAR_CUE
        )
    ]
    nearest = min(outside, key=lambda t: (abs(t.start - attribution.cue.end), t.start), default=None)
    return None if nearest is None else DateExpression(nearest)


def _lasts(time: Span) -> bool:
    """Whether the words mean a stretch of time rather than a moment ("over the past three years")."""
    match = DATE_PATTERN.fullmatch(time.text)
    return match is not None and match.lastgroup == "duration"


def _with_parents(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Gives each statement the innermost other one whose content holds its cue."""
    result = []
    for inner in statements:
        cue = inner.cue
        holding = [
            (sum(c.end - c.start for c in s.content), number, s.id)
            for number, s in enumerate(statements)
            if cue is not None and s.cue != cue and any(c.contains(cue) for c in s.content)
        ]
        result.append(replace(inner, parent=min(holding)[2] if holding else None))
    return tuple(result)


def _outer(found: Sequence[Attribution], inner: Attribution) -> int | None:
    """Number of the innermost other attribution whose content holds this one's cue."""
    holding = [
        (sum(c.end - c.start for c in a.content), i)
        for i, a in enumerate(found)
        if a is not inner and a.cue != inner.cue and any(c.contains(inner.cue) for c in a.content)
    ]
    return min(holding)[1] if holding else None


def _without_weak_nesting(found: list[Attribution]) -> list[Attribution]:
    """Leaves out attitudes inside another's content; a saying inside a saying stays."""
    return [a for a in found if a.verb is None or a.verb.base in _SAYINGS or _outer(found, a) is None]


_AT_ITS_START, _NEAR_CUE = 12, 45  # characters within which words of time belong to the saying
_SAYINGS = frozenset("".split())


def _with_continuations(
    text: str, found: list[Attribution], parts: tuple[Sentence, ...], marks: tuple[Quotation, ...]
) -> list[Attribution]:
    """Adds to a statement the quotations that go on after it without a cue of their own."""
    result = list(found)
    covered = [c for a in found for c in a.content]
    for mark in marks:
        if mark.end - mark.start < 12 or any(c.start < mark.end and mark.start < c.end for c in covered):
            continue
        owner = _owner(result, parts, mark)
        if owner is not None:
            extra = Span.of(text, mark.start, mark.end)
            result[owner] = replace(result[owner], content=(*result[owner].content, extra))
    return result


def _owner(found: list[Attribution], parts: tuple[Sentence, ...], mark: Quotation) -> int | None:
    """The statement that a cue-less quotation continues: the last before it, when the quotation opens a sentence."""
    opening = next((s for s in parts if s.span.start == mark.start), None)
    before = [i for i, a in enumerate(found) if a.cue.end <= mark.start and a.construction == "verb"]
    if opening is None or not before:
        return None
    last = found[before[-1]]
    distance = opening.paragraph - parts[last.sentence].paragraph
    quoted = any(c.text[:1] in "\"“'`" or c.text[-1:] in "\"”'" for c in last.content)
    return before[-1] if distance == 0 or (distance == 1 and quoted) else None
