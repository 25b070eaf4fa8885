"""What is said to happen: triggers with their PLOVER type, mode and status in each statement that speaks of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from onrecord.encoding.weights import Weights
from onrecord.model import Event, EventStatus, Quantity, Span, Statement
from onrecord.nearby import Nearby
from onrecord.reading.deliveries import KIND, Delivery, deliveries, with_deliveries
from onrecord.reading.encoded import Encoded
from onrecord.reading.grammar import Grammar
from onrecord.reading.happenings import Trigger, judged, sides, triggers
from onrecord.reading.modality import Modality
from onrecord.reading.ontology import cameo_code
from onrecord.reading.quantities import counted
from onrecord.reading.reader import EventWords
from onrecord.reading.towards import Stretch

Shares = Mapping[str, Mapping[str, float]]
LEAST_SURE = 0.35
"""Confidence below which an event is left out: on passages kept to choose with, triggers with type score best there."""
_SAYING = re.compile(
    r"(?:den(?:y|ies|ied|ying|ials?)|sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|confirm(?:s|ed|ing|ation)?)",
    re.IGNORECASE,
)
"""Verbs of saying that are no event themselves."""
_CLAIMING = re.compile(
    r"(?:charges?|claims?|allegations?|accusations?|reports?|versions?|accounts?|stor(?:y|ies)|denials?|rumou?rs?)",
    re.IGNORECASE,
)
"""Nouns for what somebody says: accusing at most, and no deed."""
_SAID = frozenset({"ACCUSE", "REJECT", "REQUEST"})
_TREATY = re.compile(
    r"\b(?:sign\w*|deals?|agreements?|accords?|pacts?|treat(?:y|ies)|peace|settlements?)\b", re.IGNORECASE
)
_NUMBERED_ACTORS = frozenset({"MOBILIZE", "RETREAT"})
"""Types of events whose actors are counted: troops that move, fighters who give up."""
_LIGHT = re.compile(r"h[eo]ld(?:s|ing)?|t(?:ook|ake|akes|aking) place|conduct(?:s|ed|ing)?", re.IGNORECASE)
_DOING = re.compile(
    r"(?:carr(?:y|ies|ied|ying) out|launch\w*|stag(?:e|es|ed|ing)|mount\w*|commit\w*|conduct\w*|perpetrat\w*)",
    re.IGNORECASE,
)
_DONE_TO = frozenset({"obj", "nsubj:pass"})
_EARLIER = re.compile(r"\b(?:previous|earlier|past|former|failed)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_NEAR = 30
_BY_THE_WAY = frozenset({"case", "mark", "det", "nmod:poss", "punct"})
_FURTHEST = 4
"""Words that a noun may stand behind its adjective."""
_GRAMMAR_OVER = frozenset({"actual", "future", "historical"})
_AGAINST_POSSIBLE = frozenset({"future", "negated"})
_PLAIN_ACTS = frozenset({"asserts", "confirms", "promises", "threatens"})
"""Acts that leave nothing open by themselves: "will hold" is future where it is said, possible where it is feared."""
_YET_TO_COME = frozenset({"future", "possible", "conditional"})


def events(
    report: Encoded, tree: Grammar, statements: Sequence[Statement], weights: Weights, before: int = 0
) -> tuple[tuple[Event, ...], tuple[EventWords, ...]]:
    """The events of a report, one for each statement that speaks of it, and the words of those who take part.

    Events that no statement tells are the report's own. They are numbered on from `before`; both answers are in the
    order of the text.
    """
    delivered = deliveries(report, tree)
    found = _each_once(whole(tree, t) for t in triggers(report, weights) if t.sure >= LEAST_SURE)
    found = with_deliveries(found, delivered)
    contents = Nearby((c, s) for s in statements for c in s.content)
    rows: list[tuple[int, Statement | None]] = []
    for number, trigger in enumerate(found):
        telling = speaking_of(report.span(trigger.first, trigger.last), contents)
        rows += [(number, statement) for statement in telling] or [(number, None)]
    around = [
        _between(here, delivered.get(trigger.first))
        for trigger, here in zip(found, sides(report, found, weights), strict=True)
    ]
    shares = judged(report, weights, [(found[number], _cue(report, statement)) for number, statement in rows])
    modality = Modality(report, tree)
    made: list[tuple[int, Event]] = []
    for (number, statement), share in zip(rows, shares, strict=True):
        trigger = found[number]
        grammar_says = modality.of(trigger.first, trigger.last)
        kind = (KIND, 1.0) if trigger.first in delivered else _best(share["event_type"])
        event = _event(report, trigger, statement, kind, share, around[number], grammar_says)
        if event.status == "future" and modality.is_done(trigger.first, trigger.last):
            event = replace(event, status="actual")
        if event.confidence >= LEAST_SURE and not _is_a_saying(event):
            made.append((number, event))
    every = [event for _, event in made]
    nouns = dict(_done(report, tree, made))
    for verb, noun in nouns.items():
        around[noun] = {side: told or around[verb][side] for side, told in around[noun].items()}
    kept = [(n, event) for n, event in made if n not in nouns and not _is_only_held(report, event, every)]
    numbered = [(f"e{before + n}", *pair) for n, pair in enumerate(kept, 1)]
    return (
        tuple(replace(event, id=ident) for ident, _, event in numbered),
        tuple(_words(report, ident, around[number]) for ident, number, _ in numbered),
    )


def _is_a_saying(event: Event) -> bool:
    """Whether what was taken for an event is a word for saying something, or for what is said."""
    words = event.trigger.text
    return bool(_SAYING.fullmatch(words)) or (event.type not in _SAID and bool(_CLAIMING.fullmatch(words)))


def whole(tree: Grammar, trigger: Trigger) -> Trigger:
    """A trigger that is only an adjective before its noun, taken to the noun: "bloody" of "bloody suicide attacks"."""
    last = trigger.last
    head = tree.heads[last]
    if tree.relations[last] != "amod" or not 0 < head - last <= _FURTHEST:
        return _trimmed(tree, trigger)
    first = head
    while first - 1 > last and tree.heads[first - 1] == head and tree.relations[first - 1] == "compound":
        first -= 1
    return replace(trigger, first=first, last=head)


def _trimmed(tree: Grammar, trigger: Trigger) -> Trigger:
    """A trigger without a preposition or an article at its ends ("sanctions on")."""
    first, last = trigger.first, trigger.last
    while first < last and tree.relations[last] in _BY_THE_WAY:
        last -= 1
    while first < last and tree.relations[first] in _BY_THE_WAY:
        first += 1
    return replace(trigger, first=first, last=last)


def _each_once(found: Iterable[Trigger]) -> list[Trigger]:
    """Triggers in order, of those that share a word the surest."""
    kept: list[Trigger] = []
    taken: set[int] = set()
    for trigger in sorted(found, key=lambda t: (-t.sure, t.first)):
        words = range(trigger.first, trigger.last + 1)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(trigger)
    return sorted(kept, key=lambda t: t.first)


def _is_only_held(report: Encoded, event: Event, every: Sequence[Event]) -> bool:
    """Whether a trigger is a verb that says nothing alone, beside the noun that names the event ("talks were held")."""
    if _LIGHT.fullmatch(event.trigger.text) is None:
        return False
    here = report.parts[report.sentence[(report.words_of(event.trigger) or (0, 0))[0]]].span
    return any(
        here.contains(e.trigger) and e.type == event.type and e.trigger != event.trigger
        for e in every
        if _LIGHT.fullmatch(e.trigger.text) is None
    )


def _done(report: Encoded, tree: Grammar, made: Sequence[tuple[int, Event]]) -> Iterator[tuple[int, int]]:
    """The triggers that are verbs of doing whose object names the same event: "carried out no air strikes".

    Each with the trigger of its object, which takes up who did it, to whom, where and when.
    """
    nouns = {words[1]: (n, e) for n, e in made if (words := report.words_of(e.trigger)) is not None}
    for number, event in made:
        verb = report.words_of(event.trigger)
        if verb is None or _DOING.fullmatch(event.trigger.text) is None:
            continue
        for word, (other, named) in nouns.items():
            if tree.heads[word] == verb[0] and tree.relations[word] in _DONE_TO and named.type == event.type:
                yield number, other


def speaking_of(trigger: Span, contents: Nearby[Statement]) -> tuple[Statement, ...]:
    """The statements whose content holds the trigger: of nested ones only the innermost."""
    holding = {s.id: s for s in contents.at(trigger) if any(c.contains(trigger) for c in s.content)}
    outer = {s.parent for s in holding.values()}
    return tuple(s for s in holding.values() if s.id not in outer)


def _event(
    report: Encoded,
    trigger: Trigger,
    statement: Statement | None,
    judged_as: tuple[str, float],
    shares: Shares,
    around: Mapping[str, Sequence[Stretch]],
    grammar_says: EventStatus | None,
) -> Event:
    span = report.span(trigger.first, trigger.last)
    kind, sure = judged_as
    status = _status(shares["event_status"], statement, grammar_says)
    if _EARLIER.search(report.text, max(0, span.start - _NEAR), span.start):
        status = "historical"
    if kind == "SUPPORT" and status in _YET_TO_COME and _TREATY.search(span.text):
        kind = "AGREE"  # by the codebook, promising to sign is agreeing, and signing is support
    mode = _mode(shares["event_mode"], kind)
    return Event(
        id="",
        trigger=span,
        type=kind,
        mode=mode,
        cameo=cameo_code(kind, mode, span.text),
        status=status,
        confidence=round(trigger.sure * sure, 3),
        statement=None if statement is None else statement.id,
        quantities=tuple(_counted(report, trigger, kind, around)),
    )


def _status(
    shares: Mapping[str, float], statement: Statement | None, grammar_says: EventStatus | None
) -> EventStatus:
    """The likeliest status, or what a modal word or a negation beside the event says against it.

    What is wondered at is not negated. Grammar is overruled by nothing but a denial, a condition and, for whoever
    predicts, demands or doubts, possibility.
    """
    best = cast("EventStatus", _best(shares)[0])
    if grammar_says is None or (statement is not None and statement.act == "denies"):
        return best
    if grammar_says == "actual":
        return "actual" if best == "negated" else best
    plain = statement is None or statement.act in _PLAIN_ACTS
    is_over = best in _GRAMMAR_OVER or (best == "possible" and plain and grammar_says in _AGAINST_POSSIBLE)
    return grammar_says if is_over else best


def _best(shares: Mapping[str, float]) -> tuple[str, float]:
    name = max(shares, key=lambda n: shares[n])
    return name, shares[name]


def _mode(shares: Mapping[str, float], kind: str) -> str | None:
    """The likeliest mode among those of the event's type, None where no mode is likelier than any."""
    own = {name: share for name, share in shares.items() if name.partition("/")[0] == kind}
    return _best(own)[0].partition("/")[2] or None


def _counted(
    report: Encoded, trigger: Trigger, kind: str, around: Mapping[str, Sequence[Stretch]]
) -> Iterator[Quantity]:
    """The numbers of an event: those marked, and those in the words for whom it befalls ("at least 12 villagers")."""
    sentence = report.parts[report.sentence[trigger.first]].span
    numbered = [*around["number"], *around["recipient"], *(around["actor"] if kind in _NUMBERED_ACTORS else ())]
    seen: set[tuple[int, int]] = set()
    for first, last in sorted(set(numbered)):
        span = report.span(first, last)
        if not sentence.contains(span):
            continue
        quantity = counted(span, sentence, report.span(trigger.first, trigger.last), kind)
        if quantity is not None and (quantity.span.start, quantity.span.end) not in seen:
            seen.add((quantity.span.start, quantity.span.end))
            yield quantity


def _between(around: Mapping[str, tuple[Stretch, ...]], told: Delivery | None) -> Mapping[str, tuple[Stretch, ...]]:
    """What belongs to a trigger, of a delivery with who gives and who gets as the grammar tells it."""
    return around if told is None else {**around, "actor": (told.giver,), "recipient": (told.getter,)}


def _words(report: Encoded, event: str, around: Mapping[str, Sequence[Stretch]]) -> EventWords:
    def spans(side: str) -> tuple[Span, ...]:
        return tuple(report.span(*stretch) for stretch in around[side])

    return EventWords(event, spans("actor"), spans("recipient"), spans("place")[:1], spans("time")[:1])


def _cue(report: Encoded, statement: Statement | None) -> tuple[Stretch, ...]:
    """The words of a statement's cue; none where it has none or there is no statement."""
    if statement is None or statement.cue is None:
        return ()
    stretch = report.words_of(statement.cue)
    return () if stretch is None else (stretch,)
