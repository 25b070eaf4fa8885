"""The trained reader: one pass of one small encoder, and many heads on it, tell who says what, how sure, of whom."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import cast

from onrecord.encoding.weights import Weights, weights
from onrecord.model import Act, Article, Certainty, DateExpression, Event, SourceKind, SourceType, Span, Statement
from onrecord.nearby import Nearby
from onrecord.reading import manner
from onrecord.reading.carriedsources import with_carried_sources
from onrecord.reading.casing import likely_printed
from onrecord.reading.chains import chains
from onrecord.reading.conjoined import parted
from onrecord.reading.crossedsides import with_sides_uncrossed
from onrecord.reading.dates import date_spans, lasts
from onrecord.reading.denials import by_its_words
from onrecord.reading.doers import with_doers
from onrecord.reading.encoded import Encoded, sections
from onrecord.reading.events import events
from onrecord.reading.grammar import Grammar, grammar
from onrecord.reading.mentions import identities, mentions
from onrecord.reading.nesting import with_parents, with_shared_acts
from onrecord.reading.offices import roles
from onrecord.reading.openings import without_dateline
from onrecord.reading.owntimes import with_own_times
from onrecord.reading.parts import Parts, cues
from onrecord.reading.parts import parts as parts_of
from onrecord.reading.quoting import with_whole_quotations
from onrecord.reading.reader import Chain, EventWords, Found, Relations, Thing
from onrecord.reading.revealed import revealed
from onrecord.reading.segmentation import Sentence, sentences
from onrecord.reading.sourcewords import ONE_PERSON, SEVERAL_PERSONS, WITHOUT_OFFICE
from onrecord.reading.stretches import ACTOR_KINDS, stretches
from onrecord.reading.values import judged
from onrecord.reading.wholeclauses import with_whole_clauses
from onrecord.reading.wholephrases import with_whole_phrases

Stretch = tuple[int, int]
Known = tuple[Span, Chain]
"""A mention, and the person or body that it means."""
_AT_ITS_START, _NEAR_CUE = 12, 45
"""Characters from a sentence's start, and from a cue, within which words of time belong to the saying."""
_HE_OR_SHE, _SOMEBODY = (
    re.compile("he|she|him|her", re.IGNORECASE),
    re.compile(r"(?:an?|one|another)\s", re.IGNORECASE),
)
_UNNAMED = frozenset({"role", "anonymous"})
_HARDLY_NAMED = 0.15
"""Share below which a description that speaks is not taken for somebody whom the report names."""
_PLAIN_ACT = 1.5
"""How many times likelier than "asserts" another act must be: the conflict set holds far more of them than news does."""
_SILENT = frozenset({"declines", "unavailable", "denies", "confirms"})
"""Acts that need no content of their own."""


class EncoderReader:
    """Reads with the trained encoder; the same article gives the same findings every time."""

    name = "encoder/4"

    def read(self, article: Article) -> Found:
        """What the report says, furniture left out."""
        return likely_printed(article, self._found)

    def _found(self, article: Article) -> Found:
        known = weights()
        parts = sentences(article)
        times = date_spans(article.text, parts)
        found: list[Section] = []
        for report in sections(article, parts):
            told, happening = sum(len(s.statements) for s in found), sum(len(s.events) for s in found)
            found.append(_section(report, times, told, happening, known))
        statements = tuple(s for section in found for s in section.statements)
        linked = tuple(chain for section in found for chain in section.chains)
        tree = together([section.grammar for section in found])
        things = tuple(thing for section in found for thing in section.things)
        happened = tuple(event for section in found for event in section.events)
        words = tuple(words for section in found for words in section.event_words)
        return Found(
            statements=statements,
            events=happened,
            mentions=mentions(article.text, parts),
            dates=tuple(DateExpression(span) for span in times),
            roles=roles(article.text, parts, tree, linked, things),
            identities=_identities(article.text, parts, statements, linked),
            chains=linked,
            things=things,
            grammar=tree,
            event_words=_taking_part(article.text, happened, words, tree, linked),
        )


def _taking_part(
    text: str, events: Sequence[Event], words: Sequence[EventWords], tree: Relations, linked: Sequence[Chain]
) -> tuple[EventWords, ...]:
    """The words of those who take part in events: whole, on the sides that the grammar gives them, doers added."""
    whole = with_whole_phrases(text, events, with_own_times(events, words, tree), tree)
    return with_doers(events, with_sides_uncrossed(events, whole, tree), tree, linked)


@dataclass(frozen=True)
class Section:
    """What one section of a report says."""

    statements: tuple[Statement, ...]
    chains: tuple[Chain, ...]
    things: tuple[Thing, ...]
    grammar: Relations
    events: tuple[Event, ...]
    event_words: tuple[EventWords, ...]


def _section(report: Encoded, times: Sequence[Span], told_before: int, events_before: int, known: Weights) -> Section:
    tree = grammar(report, known)
    marked = stretches(report, known)
    linked = chains(report, tree.tags, marked, known)
    rows = tuple(_statements(report, tree, times, linked, told_before, known))
    unnamed = {s.source for s, named in rows if s.source is not None and named < _HARDLY_NAMED}
    told = tuple(_with_pronouns_of_the_unnamed([s for s, _ in rows]))
    unnamed |= {s.source for s, is_open in told if is_open and s.source is not None}
    every = with_whole_quotations(report.text, [statement for statement, _ in told], report.marks)
    every = [replace(statement, id=f"s{told_before + number}") for number, statement in enumerate(every, 1)]
    statements = with_parents(with_shared_acts(every))
    return Section(
        tuple(statements),
        tuple(part for chain in linked for part in _without(chain, unnamed)),
        tuple(Thing(s.kind, report.span(s.first, s.last)) for s in marked if s.kind not in ACTOR_KINDS),
        Relations(tuple(report.span(w, w) for w in range(len(report.places))), tree.tags, tree.heads, tree.relations),
        *events(report, tree, statements, known, events_before),
    )


def together(found: Sequence[Relations]) -> Relations:
    """The grammar of several sections as one, words numbered through."""
    words: list[Span] = []
    heads: list[int] = []
    for part in found:
        heads += [head + len(words) for head in part.heads]
        words += part.words
    tags = tuple(tag for part in found for tag in part.tags)
    return Relations(tuple(words), tags, tuple(heads), tuple(r for part in found for r in part.relations))


def _identities(
    text: str, parts: Sequence[Sentence], statements: Sequence[Statement], linked: Sequence[Chain]
) -> tuple[tuple[Span, Span], ...]:
    """Pairs of an unnamed mention and a name of the same person, from chains, then from the text's own words."""
    pairs = [
        (mention.span, chain.names[0])
        for chain in linked
        if chain.kind == "person" and chain.names
        for mention in chain.mentions
        if mention.form == "description"
    ]
    sources = [s.source for s in statements if s.source]
    inner = {s.source for s in statements if s.source and s.parent is not None}
    said = [*identities(text, parts, sources, inner), *revealed(text, statements, linked)]
    return (*pairs, *(pair for pair in dict.fromkeys(said) if pair not in pairs))


def _statements(
    report: Encoded, tree: Grammar, times: Sequence[Span], linked: Sequence[Chain], before: int, known: Weights
) -> Iterator[tuple[Statement, float]]:
    """The statements in the order of their cues, one for each source, with the share of its being named."""
    every = [
        replace(
            found,
            content=without_dateline(report, _coherent(tree, (found.cue.first, found.cue.last), found.content)),
        )
        for found in parts_of(report, cues(report, known), known)
    ]
    every = with_whole_clauses(report, tree, with_carried_sources(tree, every))
    rows = [(found, source) for found in every for source in _sources(report, tree, found)]
    values = judged(
        report,
        known,
        [([(p.cue.first, p.cue.last)], source, p.content) for p, source in rows],
    )
    known_as = Nearby((m.span, (m.span, c)) for c in linked for m in c.mentions)
    number = before
    for (found, source), shares in zip(rows, values, strict=True):
        if not found.content and _act(shares["act"]) not in _SILENT:
            continue
        number += 1
        statement = _statement(report, found, source, shares, known_as, times, number, known)
        yield statement, shares["source_kind"]["named"]


def _with_pronouns_of_the_unnamed(statements: Sequence[Statement]) -> Iterator[tuple[Statement, bool]]:
    """The statements, and whether a pronoun speaks right after somebody unnamed ("An official confirmed it. He said").

    Whom it means is open then: it has no name, and the kind of the one before.
    """
    unnamed: SourceKind | None = None
    for statement in statements:
        source = statement.source
        is_open = source is not None and unnamed is not None and _HE_OR_SHE.fullmatch(source.text) is not None
        found = replace(statement, source_kind=unnamed) if is_open and unnamed is not None else statement
        yield found, is_open
        if source is not None and not is_open:
            nobody = found.source_kind in _UNNAMED and _SOMEBODY.match(source.text)
            unnamed = found.source_kind if nobody else None


def _without(chain: Chain, unnamed: Set[Span]) -> Iterator[Chain]:
    """A person's chain, parted from sources that are no names and of which the report hardly gives the name."""
    apart = [m for m in chain.mentions if m.form != "name" and m.span in unnamed] if chain.names else []
    if chain.kind != "person" or not apart:
        yield chain
        return
    yield Chain(chain.kind, tuple(m for m in chain.mentions if m not in apart))
    yield from (Chain(chain.kind, (mention,)) for mention in apart)


def _sources(report: Encoded, tree: Grammar, found: Parts) -> Iterator[tuple[Stretch, ...]]:
    """Each source of a cue by itself; one empty one where it has none."""
    if not found.source:
        yield ()
    for stretch in found.source:
        for single in parted(report, tree, stretch):
            yield (single,)


def _statement(
    report: Encoded,
    found: Parts,
    source: tuple[Stretch, ...],
    shares: Mapping[str, Mapping[str, float]],
    known_as: Nearby[Known],
    times: Sequence[Span],
    number: int,
    known: Weights,
) -> Statement:
    content = tuple(report.span(*stretch) for stretch in found.content)
    cue = None if found.cue.anchor else report.span(found.cue.first, found.cue.last)
    sentence = report.parts[report.sentence[found.cue.first]]
    source_type = _best(shares["source_type"])
    said_by = report.span(*source[0]) if source else None
    act, certainty = by_its_words(cue, _act(shares["act"]), cast("Certainty", _best(shares["certainty"])))
    return Statement(
        id=f"s{number}",
        content=content,
        source=said_by,
        cue=cue,
        source_kind=_kind(said_by, shares["source_kind"], known_as),
        act=act,
        certainty=certainty,
        form=manner.form_of(content, report.marks),
        confidence=_confidence(found, known),
        source_type=None if source_type == "none" else cast("SourceType", source_type),
        medium=manner.medium_of(report.text, content, sentence.span, _first(report, found.by)),
        said_on=_said_on(report, found, times),
        said_at=_first(report, found.at),
        said_to=_first(report, found.to),
    )


def _kind(source: Span | None, shares: Mapping[str, float], known_as: Nearby[Known]) -> SourceKind:
    """The likeliest kind of source that its mention allows.

    Nobody is "named" whose name the report does not give, and no person is a body that speaks as one.
    """
    allowed = dict(shares)
    if source is None:
        allowed = {kind: share for kind, share in allowed.items() if kind in {"impersonal", "outlet", "document"}}
        return cast("SourceKind", _best(allowed))
    near = [(m, c) for m, c in known_as.at(source) if m.contains(source) or source.contains(m)]
    whole = [c for m, c in near if (m.start, m.end) == (source.start, source.end)]
    if not any(c.kind == "person" and c.names for c in whole or [c for _, c in near]):
        allowed.pop("named")
    if (whole and all(c.kind == "person" for c in whole)) or ONE_PERSON.search(source.text):
        allowed.pop("collective")
    kind = cast("SourceKind", _best(allowed))
    several = kind == "collective" and SEVERAL_PERSONS.search(source.text)
    one = kind == "role" and WITHOUT_OFFICE.search(source.text)
    return "anonymous" if several or one else kind


def _act(shares: Mapping[str, float]) -> Act:
    """The likeliest act, "asserts" where nothing else is clearly so."""
    return cast(
        "Act", _best({act: share * (_PLAIN_ACT if act == "asserts" else 1.0) for act, share in shares.items()})
    )


def _coherent(tree: Grammar, cue: Stretch, content: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The pieces of a content without those that hang from a relative clause which is itself no part of it."""
    inside = {word for first, last in [cue, *content] for word in range(first, last + 1)}

    def hangs_loose(piece: Stretch) -> bool:
        first, last = piece
        root = next((w for w in range(first, last + 1) if not first <= tree.heads[w] <= last), first)
        above = tree.heads[root]
        return above not in inside and tree.relations[above].startswith("acl:relcl")

    kept = tuple(piece for number, piece in enumerate(content) if not number or not hangs_loose(piece))
    return kept if len(content) > 1 else tuple(content)


def _best(shares: Mapping[str, float]) -> str:
    return max(shares, key=lambda name: shares[name])


def _confidence(found: Parts, known: Weights) -> float:
    """The share of statements like this one that were right on development data (see the card)."""
    bias, of_cue, of_parts, of_weakest = known.measured["confidence"]
    odds = bias + of_cue * found.cue.sure + of_parts * found.sure + of_weakest * found.weakest
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 3)


def _said_on(report: Encoded, found: Parts, times: Sequence[Span]) -> DateExpression | None:
    """The words of time that tell when it was said: those that the encoder marks, else those beside the cue."""
    for stretch in found.on:
        inside = [time for time in _within(times, report.span(*stretch)) if not lasts(time)]
        if inside:
            return DateExpression(inside[0])
    sentence = report.parts[report.sentence[found.cue.first]].span
    cue, content = report.span(found.cue.first, found.cue.last), [report.span(*stretch) for stretch in found.content]
    outside = [
        time
        for time in _within(times, sentence)
        if not any(part.overlaps(time) for part in content) and not lasts(time) and _beside(time, cue, sentence)
    ]
    nearest = min(outside, key=lambda time: (abs(time.start - cue.end), time.start), default=None)
    return None if nearest is None else DateExpression(nearest)


def _first(report: Encoded, stretches: Sequence[Stretch]) -> Span | None:
    return report.span(*stretches[0]) if stretches else None


def _within(times: Sequence[Span], span: Span) -> Sequence[Span]:
    """The words of time that share a character with a span."""
    first = bisect_right(times, span.start, key=lambda time: time.end)
    return times[first : bisect_left(times, span.end, key=lambda time: time.start)]


def _beside(time: Span, cue: Span, sentence: Span) -> bool:
    """Whether words of time open the sentence or stand next to the cue."""
    return time.start - sentence.start < _AT_ITS_START or abs(time.start - cue.end) <= _NEAR_CUE
