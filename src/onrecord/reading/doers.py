"""Who does what an event tells where no words were marked for him, by the grammar."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from onrecord.model import Event, Span
from onrecord.nearby import Nearby
from onrecord.reading import losing
from onrecord.reading.reader import Chain, EventWords, Relations
from onrecord.reading.relations.tree import Tree

_BY = frozenset({"by"})
_TO_OTHERS = frozenset({"ASSAULT", "COERCE"})
"""Types of events that nobody does to his own."""
_BETWEEN = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
"""Types of events in which several take part as equals."""
_OURS = frozenset({"our", "my"})
_VERBS = frozenset({"VERB", "AUX"})


def with_doers(
    events: Sequence[Event], words: Sequence[EventWords], grammar: Relations, chains: Iterable[Chain]
) -> tuple[EventWords, ...]:
    """The words of events, an actor added where none is marked and a mention is who does it.

    "The network, which has carried out hundreds of suicide attacks": the network attacks; "an engineer freed by the
    rebels": the rebels free him. Nobody whom the event befalls is taken for its actor, but of a verb with an object the
    subject acts, whatever it was marked as ("They did not kill 24 of ours"), and whose things are attacked does not.
    """
    tree = Tree.of(grammar)
    starts = [span.start for span in tree.spans]
    mentions = Nearby((m.span, m.span) for one in chains for m in one.mentions)
    return tuple(_with_doer(one, word, tree, starts, mentions) for one, word in zip(events, words, strict=True))


def _with_doer(
    event: Event, words: EventWords, tree: Tree, starts: Sequence[int], mentions: Nearby[Span]
) -> EventWords:
    if _is_told(event, words):
        return _with_subject(event, words, tree, starts, mentions)
    if words.actors:
        return _with_owners_hit(words, tree, starts, event.trigger)
    verb = _word_of(tree, starts, event.trigger)
    doer = None if verb is None else _doer(tree, verb, mentions)
    if doer is None or verb is None:
        return words
    others = tuple(span for span in words.recipients if not span.overlaps(doer))
    free = len(others) == len(words.recipients) or (bool(others) and _acts_on(tree, verb))
    return replace(words, actors=(doer,), recipients=others) if free else words


def _with_subject(
    event: Event, words: EventWords, tree: Tree, starts: Sequence[int], mentions: Nearby[Span]
) -> EventWords:
    """The words of an event, its only actor, marked in another sentence, replaced by the one whom the verb names."""
    verb = _word_of(tree, starts, event.trigger)
    marked = _word_of(tree, starts, words.actors[0]) if len(words.actors) == 1 else None
    if verb is None or marked is None or event.type in _BETWEEN or tree.tags[verb] != "VERB":
        return words
    subject = next(tree.children(verb, "nsubj"), None)
    if (
        subject is None
        or tree.is_passive(verb)
        or tree.tags[subject] == "PRON"
        or tree.root(marked) == tree.root(verb)
    ):
        return words
    ours = next((word for word in tree.children(subject, "nmod:poss") if tree.forms[word] in _OURS), None)
    doer = _doer(tree, verb, mentions) or (None if ours is None else _mention(tree, ours, mentions))
    return words if doer is None else replace(words, actors=(doer,))


def _is_told(event: Event, words: EventWords) -> bool:
    """Whether the words marked for who acts stay: one, or several of an event that may also be done to one's own."""
    return len(words.actors) == 1 or (len(words.actors) > 1 and event.type not in _TO_OTHERS)


def _with_owners_hit(words: EventWords, tree: Tree, starts: Sequence[int], trigger: Span) -> EventWords:
    """The words of an event, an actor turned into who is hit where his are the things that another acts on."""
    verb = _word_of(tree, starts, trigger)
    if verb is None or not _acts_on(tree, verb):
        return words
    hit = {tree.spans[word] for thing in tree.objects(verb) for word in tree.children(thing, "nmod:poss")}
    owners = tuple(span for span in words.actors if any(span.contains(one) for one in hit))
    others = tuple(span for span in words.actors if span not in owners)
    return replace(words, actors=others, recipients=(*words.recipients, *owners)) if owners and others else words


def _word_of(tree: Tree, starts: Sequence[int], trigger: Span) -> int | None:
    """The last word of a trigger."""
    word = bisect_right(starts, trigger.end - 1) - 1
    return word if word >= 0 and trigger.contains(tree.spans[word]) else None


def _acts_on(tree: Tree, verb: int) -> bool:
    """Whether a verb has both a subject of its own and somebody or something that it acts on."""
    return not tree.is_passive(verb) and all(any(tree.children(verb, label)) for label in ("nsubj", "obj"))


def _doer(tree: Tree, word: int, mentions: Nearby[Span]) -> Span | None:
    doer = _named_by(tree, word)
    return None if doer is None else _mention(tree, doer, mentions)


def _mention(tree: Tree, word: int, mentions: Nearby[Span]) -> Span | None:
    """The shortest mention that holds a word."""
    holding = [span for span in mentions.at(tree.spans[word]) if span.contains(tree.spans[word])]
    return min(holding, key=lambda span: (span.end - span.start, span.start), default=None)


def _named_by(tree: Tree, word: int) -> int | None:
    """The word for him who does what a verb or a noun of doing says."""
    loss = losing.told(tree, word)
    if loss is not None:
        return next(iter(loss.takers), None)
    verb = tree.heads[word] if tree.label(word) == "obj" else word
    if verb != word and losing.AWAY.fullmatch(tree.forms[verb]):
        return next(tree.children(word, "nmod:poss", "amod", "compound"), None)  # "repelled a rebel assault"
    by = next(chain(tree.depends_with(word, _BY), tree.depends_with(verb, _BY)), None)
    if by is not None or tree.tags[verb] not in _VERBS or tree.is_passive(verb):
        return by
    return tree.subject(verb)
