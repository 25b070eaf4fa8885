"""Who does what an event tells where no words were marked for him, by the grammar."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from onrecord.model import Event, Span
from onrecord.nearby import Nearby
from onrecord.reading.reader import Chain, EventWords, Relations
from onrecord.reading.relations.tree import Tree

_BY = frozenset({"by"})
_VERBS = frozenset({"VERB", "AUX"})


def with_doers(
    events: Sequence[Event], words: Sequence[EventWords], grammar: Relations, chains: Iterable[Chain]
) -> tuple[EventWords, ...]:
    """The words of events, an actor added where none is marked and a mention is who does it.

    "The network, which has carried out hundreds of suicide attacks": the network attacks; "an engineer freed by the
    rebels": the rebels free him. Nobody whom the event befalls is taken for its actor.
    """
    if all(word.actors for word in words):
        return tuple(words)
    tree = Tree.of(grammar)
    starts = [span.start for span in tree.spans]
    mentions = Nearby((m.span, m.span) for one in chains for m in one.mentions)
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
    doer = _named_by(tree, word)
    if doer is None:
        return None
    holding = [span for span in mentions.at(tree.spans[doer]) if span.contains(tree.spans[doer])]
    return min(holding, key=lambda span: (span.end - span.start, span.start), default=None)


def _named_by(tree: Tree, word: int) -> int | None:
    """The word for him who does what a verb or a noun of doing says."""
    verb = tree.heads[word] if tree.label(word) == "obj" else word
    by = next(chain(tree.depends_with(word, _BY), tree.depends_with(verb, _BY)), None)
    if by is not None or tree.tags[verb] not in _VERBS or tree.is_passive(verb):
        return by
    return tree.subject(verb)
