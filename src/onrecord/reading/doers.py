"""Who does what an event tells where no words were marked for him: the subject of its verb, by the grammar."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import Event, Span
from onrecord.nearby import Nearby
from onrecord.reading.reader import Chain, EventWords, Relations
from onrecord.reading.relations.tree import Tree


def with_doers(
    events: Sequence[Event], words: Sequence[EventWords], grammar: Relations, chains: Iterable[Chain]
) -> tuple[EventWords, ...]:
    """The words of events, an actor added where none is marked and a mention is the subject that does it.

    "The network, which has carried out hundreds of suicide attacks": the network attacks. Nobody whom the event befalls
    is taken for its actor.
    """
    if all(word.actors for word in words):
        return tuple(words)
    tree = Tree.of(grammar)
    starts = [span.start for span in tree.spans]
    mentions = Nearby((m.span, m.span) for chain in chains for m in chain.mentions)
    found = []
    for event, word in zip(events, words, strict=True):
        doer = None if word.actors else _doer(tree, starts, event.trigger, mentions)
        free = doer is not None and not any(doer.overlaps(span) for span in word.recipients)
        found.append(replace(word, actors=(doer,)) if doer is not None and free else word)
    return tuple(found)


def _doer(tree: Tree, starts: Sequence[int], trigger: Span, mentions: Nearby[Span]) -> Span | None:
    word = bisect_right(starts, trigger.end - 1) - 1
    if word < 0 or not trigger.contains(tree.spans[word]):
        return None
    verb = tree.heads[word] if tree.label(word) == "obj" else word
    if tree.tags[verb] not in {"VERB", "AUX"} or tree.is_passive(verb):
        return None
    subject = tree.subject(verb)
    if subject is None:
        return None
    holding = [span for span in mentions.at(tree.spans[subject]) if span.contains(tree.spans[subject])]
    return min(holding, key=lambda span: (span.end - span.start, span.start), default=None)
