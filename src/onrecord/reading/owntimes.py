"""The time of an event, left out where it is another's: nobody who "freed two men whom it took in spring" did so then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Event
from onrecord.reading.reader import EventWords, Relations
from onrecord.reading.relations.tree import RELATIVE, Tree
from onrecord.reading.triggerwords import Triggers


def with_own_times(
    events: Sequence[Event], words: Sequence[EventWords], grammar: Relations
) -> tuple[EventWords, ...]:
    """The words of events; words of time inside a relative clause stay with what that clause tells."""
    if not any(word.time for word in words):
        return tuple(words)
    tree = Tree.of(grammar)
    triggers = Triggers(tree)
    return tuple(
        replace(
            word,
            time=tuple(span for span in word.time if _is_own(triggers.head(span), triggers.head(e.trigger), tree)),
        )
        for e, word in zip(events, words, strict=True)
    )


def _is_own(time: int | None, trigger: int | None, tree: Tree) -> bool:
    """Whether no relative clause that tells the time leaves the event out."""
    if time is None or trigger is None:
        return True
    around = {trigger, *tree.above(trigger)}
    return not any(word not in around and _is_relative(tree, word) for word in (time, *tree.above(time)))


def _is_relative(tree: Tree, verb: int) -> bool:
    pronouns = (word for word in tree.children(verb, "nsubj", "obj", "obl") if tree.tags[word] in {"PRON", "DET"})
    return tree.tags[verb] == "VERB" and any(tree.forms[word] in RELATIVE for word in pronouns)
