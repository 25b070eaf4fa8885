"""The first reader: statements, events, dates, mentions and roles by rules, with no model."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Article, DateExpression, Span, Statement
from onrecord.reading import manner
from onrecord.reading.attribution import Attribution, Scene, attributions
from onrecord.reading.dates import DATE_PATTERN, date_spans
from onrecord.reading.events import events
from onrecord.reading.mentions import identities, mentions, roles
from onrecord.reading.nesting import with_continuations, with_parents, without_weak_nesting
from onrecord.reading.quotations import Quotation, quotations
from onrecord.reading.reader import Found
from onrecord.reading.segmentation import Sentence, paragraphs, sentences

_AT_ITS_START, _NEAR_CUE = 12, 45
"""Characters from a sentence's start, and from a cue, within which words of time belong to the saying."""


class RuleReader:
    """Reads by rules over words and quotation marks; needs no weights and gives the same bytes every time."""

    name = "rules/1"

    def read(self, article: Article) -> Found:
        """What the report says, furniture left out."""
        marks = quotations(article.text, paragraphs(article))
        parts = sentences(article)
        scenes = [Scene(article.text, sentence, near) for sentence, near in _beside(parts, marks)]
        found = [replace(a, sentence=number) for number, scene in enumerate(scenes) for a in attributions(scene)]
        found = with_continuations(article.text, without_weak_nesting(found), parts, marks)
        times = date_spans(article.text, parts)
        statements = with_parents(tuple(_statements(article, found, parts, marks, times)))
        return Found(
            statements=statements,
            events=events(parts, statements),
            mentions=mentions(article.text, parts),
            dates=tuple(DateExpression(span) for span in times),
            roles=roles(article.text, parts),
            identities=identities(article.text, parts, [s.source for s in statements if s.source]),
        )


def _beside(
    parts: Sequence[Sentence], marks: Sequence[Quotation]
) -> Iterator[tuple[Sentence, tuple[Quotation, ...]]]:
    """Each sentence with the quotations in it and the one that ends just before it."""
    ends = [q.end for q in marks]
    starts = [q.start for q in marks]
    for sentence in parts:
        first, last = bisect_right(ends, sentence.span.start - 4), bisect_left(starts, sentence.span.end)
        yield sentence, tuple(marks[first:last])


def _statements(
    article: Article,
    found: Sequence[Attribution],
    parts: Sequence[Sentence],
    marks: Sequence[Quotation],
    times: Sequence[Span],
) -> Iterator[Statement]:
    """The statements of each attribution, one for each of its sources."""
    number = 0
    for attribution in found:
        act = manner.act_of(attribution)
        form = manner.form_of(attribution, marks)
        sentence = parts[attribution.sentence]
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
                medium=manner.medium_of(article.text, attribution, sentence.span),
                said_on=_said_on(attribution, sentence, times),
            )


def _said_on(attribution: Attribution, sentence: Sentence, times: Sequence[Span]) -> DateExpression | None:
    """The time in the sentence that is not part of the content: "said today", "Last month, officials said"."""
    first = bisect_left(times, sentence.span.start, key=lambda t: t.start)
    last = bisect_left(times, sentence.span.end, key=lambda t: t.start)
    outside = [t for t in times[first:last] if _belongs(t, attribution, sentence) and not _lasts(t)]
    nearest = min(outside, key=lambda t: (abs(t.start - attribution.cue.end), t.start), default=None)
    return None if nearest is None else DateExpression(nearest)


def _belongs(time: Span, attribution: Attribution, sentence: Sentence) -> bool:
    """Whether words of time tell when the thing was said: outside the content, near the cue or opening the sentence."""
    if any(c.overlaps(time) for c in attribution.content):
        return False
    opens = time.start - sentence.span.start < _AT_ITS_START
    return opens or abs(time.start - attribution.cue.end) <= _NEAR_CUE


def _lasts(time: Span) -> bool:
    """Whether the words mean a stretch of time rather than a moment ("over the past three years")."""
    match = DATE_PATTERN.fullmatch(time.text)
    return match is not None and match.lastgroup == "duration"
