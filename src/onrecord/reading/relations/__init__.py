"""Who belongs to whom, leads, backs or fights whom, as the text says it: relations between two mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.model import Span
from onrecord.reading.reader import Found, Relations
from onrecord.reading.relations.fights import by_fights
from onrecord.reading.relations.found import BodyRelation, BodyRelationKind
from onrecord.reading.relations.mentions import PLACE, Mentioned, Mentions, head_of, spans_of
from onrecord.reading.relations.names import by_names
from onrecord.reading.relations.nouns import by_nouns
from onrecord.reading.relations.phrases import by_phrases
from onrecord.reading.relations.sought import Sought
from onrecord.reading.relations.tree import Tree
from onrecord.reading.relations.verbs import by_verbs

__all__ = ["BodyRelation", "BodyRelationKind", "head_of", "relations", "relations_between"]
_NO_TERRITORY = frozenset({"person", "people"})
_BOTH_WAYS = frozenset({"allied_with", "opposed_to", "same_as"})


def relations(text: str, found: Found) -> tuple[BodyRelation, ...]:
    """The relations between the actors that a reader found, and who holds which place, in the order of the text.

    Nothing without grammar. A pair of mentions has one relation of a kind; where the text says it twice, the plainer
    one is kept.
    """
    return () if found.grammar is None else relations_between(text, found.grammar, spans_of(found))


def relations_between(text: str, grammar: Relations, spans: Iterable[tuple[Span, str]]) -> tuple[BodyRelation, ...]:
    """The relations between mentions given as spans with their kind: a kind of actor, or "place"."""
    tree = Tree.of(grammar)
    mentions = Mentions.of(tree, spans)
    kept: dict[tuple[str, Span, Span], BodyRelation] = {}
    for sought in _all(tree, mentions):
        made = _made(text, tree, mentions, sought)
        if made is None:
            continue
        pair = (made.one, made.other)
        key = (made.kind, *(sorted(pair) if made.kind in _BOTH_WAYS else pair))
        held = kept.get(key)
        if held is None or (made.hedged, made.ended) < (held.hedged, held.ended):
            kept[key] = made
    return tuple(sorted(kept.values(), key=lambda r: (r.words, r.one, r.other, r.kind)))


def _all(tree: Tree, mentions: Mentions) -> Iterator[Sought]:
    yield from by_nouns(tree, mentions)
    yield from by_fights(tree)
    yield from by_verbs(tree)
    yield from by_phrases(tree)
    yield from by_names(tree, mentions)


def _made(text: str, tree: Tree, mentions: Mentions, sought: Sought) -> BodyRelation | None:
    one, other = mentions.at(tree, sought.one), mentions.at(tree, sought.other)
    if one is None or other is None or not _may_hold(one, other, sought):
        return None
    words = Span.of(text, tree.spans[sought.first].start, tree.spans[sought.last].end)
    return BodyRelation(sought.kind, one.span, other.span, words, sought.doubt.hedged, sought.doubt.ended)


def _may_hold(one: Mentioned, other: Mentioned, sought: Sought) -> bool:
    """Whether mentions of these kinds can stand in a relation: nobody is part of a person, no place leads anybody."""
    if one is other or one.kind == PLACE or sought.one == sought.other:
        return False
    if other.kind == PLACE:
        return sought.of != "actor"
    if sought.of == "place" and other.kind in _NO_TERRITORY:
        return False
    if sought.kind == "same_as":
        return (one.kind == "person") == (other.kind == "person")
    return not (sought.kind in {"part_of", "in_charge_of"} and other.kind == "person")
