"""A report with its actors, places and sentences at hand: who is named, in which party, near which places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from onrecord.model import Actor, Place, Reading, Span
from onrecord.nearby import Nearby
from onrecord.reading.segmentation import Sentence, sentences
from onrecord.resolution.actors.nicknames import birthplace_follows
from onrecord.resolution.names import folded, folded_name

MOST_PLACES = 12
_FROM_TEXT = "text:"
"""Ids of bodies that resolution makes from a report begin so."""
_PARTS = re.compile(r"[^\w]+")


def registry_id(actor: Actor) -> str | None:
    """The id of an actor in the registry; None for one made from the text."""
    made = actor.known_as is None or actor.known_as.startswith(_FROM_TEXT)
    return None if made else actor.known_as


def actor_key(actor: Actor) -> str:
    """What tells an actor in every report: its registry id, or `name:` and its folded name."""
    known = registry_id(actor)
    if known is not None:
        return known
    return f"name:{folded_name(actor.name) if actor.kind == 'person' else folded(actor.name)}"


def place_key(place: Place) -> str:
    """What tells a place in every report: its country and its folded name."""
    return f"{place.country or ''}/{folded(place.name)}"


def is_named(actor: Actor) -> bool:
    """Whether a report gives an actor a name, not only a description, as its capital letters show."""
    if registry_id(actor) is not None:
        return True
    named = [mention.span.text for mention in actor.mentions if mention.form == "name"]
    words = actor.name.split()
    if not words or (actor.mentions and not named):
        return False
    shown = words[-1:] if actor.kind == "person" else words
    return any(part[:1].isalpha() and not part[:1].islower() for word in shown for part in _PARTS.split(word))


class Surroundings:
    """A reading with its actors, places and sentences at hand."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.published = reading.article.published
        self.actors = {actor.id: actor for actor in reading.actors}
        self.keys = {actor.id: actor_key(actor) for actor in reading.actors}
        self._sentences: tuple[Sentence, ...] = sentences(reading.article) if reading.actors else ()
        self._places = Nearby(
            (mention.span, (mention.span, place))
            for place in reading.places
            if place.kind != "country"
            for mention in place.mentions
        )

    def side(self, actor: Actor) -> str | None:
        """The key of the top party that an actor belongs to."""
        passed: set[str] = set()
        at = actor
        while at.party is not None and at.id not in passed:
            passed.add(at.id)
            at = self.actors.get(at.party, at)
        return None if at is actor and actor.kind == "person" else self.keys[at.id]

    def places(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The keys of places that stand in a sentence with one of the spans, the most often named first."""
        counts: Counter[str] = Counter()
        for sentence in {self._sentence_of(span) for span in spans}:
            if sentence is not None:
                counts.update(place_key(p) for s, p in self._places.at(sentence) if sentence.contains(s))
        return tuple(key for key, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_PLACES])

    def birthplace(self, spans: Iterable[Span]) -> str | None:
        """The place of which the text says, in a sentence with one of the spans, that the actor was born there."""
        for span in spans:
            sentence = self._sentence_of(span)
            if sentence is not None:
                for place_span, place in self._places.at(sentence):
                    if span.end < place_span.start and birthplace_follows(self.text[span.end : place_span.start]):
                        return place_key(place)
        return None

    def _sentence_of(self, span: Span) -> Span | None:
        at = bisect_right(self._sentences, span.start, key=lambda s: s.span.start) - 1
        return self._sentences[at].span if at >= 0 else None
