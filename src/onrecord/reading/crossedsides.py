"""Those whom the heads mark on the wrong side of an event, set right where the grammar leaves no doubt.

Who takes part is marked word by word: the garrison that was "neither attacked nor captured" may come out as who did it,
and "their" of a sentence before beside "our fighters". The verb's own subject and object tell better. The subject of
some verbs is whom they befall: an army that "lost" a town took none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import Event, Span
from onrecord.reading import losing
from onrecord.reading.reader import EventWords, Relations
from onrecord.reading.relations.tree import RELATIVE, Tree
from onrecord.reading.triggerwords import Triggers

_TO_OTHERS = frozenset({"ASSAULT", "COERCE"})
"""Types of events that nobody does to his own."""
_BY = frozenset({"by"})
_OF_WHICH = frozenset({"of", "for", "from"})
_BE = frozenset({"be", "been", "is", "are", "was", "were"})


def with_sides_uncrossed(
    events: Sequence[Event], words: Sequence[EventWords], grammar: Relations
) -> tuple[EventWords, ...]:
    """The words of events; of hostile ones, subject and object of the verb stand on the sides that it gives them."""
    if not any(event.type in _TO_OTHERS for event in events):
        return tuple(words)
    tree = Tree.of(grammar)
    triggers = Triggers(tree)
    return tuple(
        _uncrossed(event, word, tree, triggers) if event.type in _TO_OTHERS else word
        for event, word in zip(events, words, strict=True)
    )


def _uncrossed(event: Event, words: EventWords, tree: Tree, triggers: Triggers) -> EventWords:
    verb = triggers.head(event.trigger)
    if verb is None:
        return words
    told = losing.told(tree, verb)
    if told is not None:
        return _placed(words, set(told.takers), set(told.losers), triggers)
    done = triggers.verb_of_doing(verb)
    if done is None:
        return words
    if done != verb and losing.AWAY.fullmatch(tree.forms[done]):
        return _placed(words, set(), set(tree.doers(done)), triggers)
    acting = set(_acting(tree, done))
    hit = set(_hit(tree, verb)) - acting if done == verb and acting else set()
    befalls_doer = done != verb and acting and any(triggers.head(span) in acting for span in words.recipients)
    words = _placed(words, acting if hit or befalls_doer else set(), hit, triggers)
    own = [span for span in words.actors if triggers.head(span) in acting]
    if not own or len(own) == len(words.actors):
        return words
    first = min(acting)
    kept = (
        s
        for s in words.actors
        if s in own or first < (triggers.head(s) or 0) or _is_below(tree, triggers.head(s), done, hit)
    )
    return replace(words, actors=tuple(kept))


def _acting(tree: Tree, verb: int) -> tuple[int, ...]:
    """Who does what an active verb says, in its own clause or the one that it is joined to; nobody of a passive one.

    Whom somebody "accuses of" it does it, and not he who accuses.
    """
    passive = tree.is_passive(verb) or any(tree.depends_with(verb, _BY, "obl", "nmod"))
    of_being = any(tree.forms[word] in _BE for word in tree.children(verb, "aux", "cop"))
    if passive or (of_being and not tree.forms[verb].endswith("ing")):
        return ()
    if tree.label(verb) in {"acl", "amod", "advcl"} and not any(tree.children(verb, "nsubj")):
        of = any(tree.forms[word] in _OF_WHICH for word in tree.children(verb, "mark", "case"))
        accused = tuple(tree.children(tree.heads[verb], "obj")) if of else ()
        return accused if of or tree.is_participle(verb) else tree.doers(verb)
    return tree.doers(verb)


def _hit(tree: Tree, verb: int) -> tuple[int, ...]:
    """Whom an active verb acts on: what stands behind it as its object, or a relative pronoun before it."""
    objects = (word for word in tree.children(verb, "obj") if word > verb or tree.forms[word] in RELATIVE)
    return tuple(tree.antecedent(each) for word in objects for each in tree.with_conjoined(word))


def _placed(words: EventWords, acting: set[int], hit: set[int], triggers: Triggers) -> EventWords:
    """The words, those whose head acts among the actors and those whose head is hit among the recipients."""
    heads = {span: triggers.head(span) for span in (*words.actors, *words.recipients)}
    actors = [s for s in words.actors if heads[s] not in hit] + [s for s in words.recipients if heads[s] in acting]
    recipients = [s for s in words.recipients if heads[s] not in acting] + [
        s for s in words.actors if heads[s] in hit
    ]
    return replace(words, actors=_in_order(actors), recipients=_in_order(recipients))


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))


def _is_below(tree: Tree, word: int | None, verb: int, hit: set[int]) -> bool:
    """Whether somebody marked beside the subject belongs to the clause of the verb, and not to what it hits."""
    way = () if word is None else (word, *tree.above(word))
    return next((each for each in way if each == verb or each in hit), None) == verb and verb not in hit
