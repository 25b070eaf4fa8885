"""The words of who takes part in an event, taken to the end of the noun in which they stop.

The heads of the encoder mark words one by one, and may stop at "an" of "an Azerbaijani post", or at "one" of "one of its
helicopters". By the grammar the noun is found that these words belong to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Event, Span
from onrecord.reading.reader import EventWords, Relations
from onrecord.reading.relations.tree import Tree

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_BEFORE_A_NOUN = frozenset({"DET", "ADJ", "NUM"})
_PARTS_OF_A_NAME = frozenset({"compound", "flat"})
_TO_OTHERS = frozenset({"ASSAULT", "COERCE"})
"""Types of events that nobody does to his own."""
_FARTHEST = 5
"""Words between an article and its noun at most."""
_STEPS = 4


def with_whole_phrases(
    text: str, events: Sequence[Event], words: Sequence[EventWords], grammar: Relations
) -> tuple[EventWords, ...]:
    """The words of events, each stretch of actors or recipients that ends before its noun taken to the noun.

    A noun that names an event is none: "rebel" of "the rebel assault" stays alone.
    """
    starts = [span.start for span in grammar.words]

    def last_word(span: Span) -> int | None:
        last = bisect_right(starts, span.end - 1) - 1
        return last if last >= 0 and grammar.words[last].start >= span.start else None

    ends = {span: last_word(span) for one in words for span in (*one.actors, *one.recipients)}
    if any(last is not None and _may_stop(grammar, last) for last in ends.values()):
        tree = Tree.of(grammar)
        words = [
            replace(
                one,
                actors=tuple(dict.fromkeys(_whole(text, span, ends[span], event, tree) for span in one.actors)),
                recipients=tuple(
                    dict.fromkeys(_whole(text, span, ends[span], event, tree) for span in one.recipients)
                ),
            )
            for event, one in zip(events, words, strict=True)
        ]
    return tuple(_without_owners(event, one) for event, one in zip(events, words, strict=True))


def _without_owners(event: Event, words: EventWords) -> EventWords:
    """The words of a hostile event, without an actor whose men are those whom it hits: "three of our comrades"."""
    if event.type not in _TO_OTHERS:
        return words
    acting = tuple(a for a in words.actors if not any(hit.contains(a) and hit != a for hit in words.recipients))
    return replace(words, actors=acting) if acting != words.actors else words


def _may_stop(grammar: Relations, word: int) -> bool:
    """Whether a word is of those that stand before a noun or in a name, so that its tree is worth to be looked at."""
    return (
        grammar.tags[word] in _BEFORE_A_NOUN
        or grammar.words[word].text == "of"
        or grammar.relations[word].partition(":")[0] in _PARTS_OF_A_NAME
    )


def _whole(text: str, span: Span, last: int | None, event: Event, tree: Tree) -> Span:
    """The words to the end of their noun, if it is not what names the event."""
    if last is None or (tree.tags[last] == "ADJ" and tree.spans[last] == span):
        return span  # "Georgian" alone names whom the head marks
    word = last
    for _ in range(_STEPS):
        following = _noun_of(tree, word)
        if following is None:
            break
        word = following
    whole = Span.of(text, span.start, tree.spans[word].end) if word != last else span
    return span if whole.end == event.trigger.end else whole


def _noun_of(tree: Tree, word: int) -> int | None:
    """The noun behind a word that cannot end the words for somebody; None where it can."""
    tag, head = tree.tags[word], tree.heads[word]
    if tag == "ADP" and tree.forms[word] == "of":
        return head if 0 < head - word <= _FARTHEST else None
    of = next(tree.depends_with(word, {"of"}, "nmod"), None) if tag in {"NUM", "DET", "PRON"} else None
    if of is not None and 0 < of - word <= _FARTHEST:
        return of
    in_name = tree.label(word) in _PARTS_OF_A_NAME and tag == tree.tags[head] == "PROPN"
    if (tag in _BEFORE_A_NOUN or in_name) and 0 < head - word <= _FARTHEST and tree.tags[head] in _NOMINAL:
        return head
    return None
