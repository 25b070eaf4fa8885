"""Capitals and countries that speak, out of the passages of the conflict set: "Washington" there is a seat of government.

The annotators marked which names stand for a government or a country; where such a name is that of a capital or of a
country, its place is known without being marked by hand. They teach ranking only, for not every place is marked in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from conflict_set.passages import Passage, all_passages
from evaluation.places import CONFLICT_SET, GoldDocument, GoldPlace

from onrecord.model import Article, Span
from onrecord.resolution.registry import countries

_STATES = frozenset({"country", "government"})


def passages_with_seats(part: str = "train") -> list[GoldDocument]:
    """The passages in which a capital or a country acts, with the names of those."""
    documents = []
    for passage in all_passages(CONFLICT_SET / part):
        article = Article(passage.id, passage.text, published=date.fromisoformat(passage.facts["published"]))
        places = tuple(sorted(_seats(passage), key=lambda gold: gold.span))
        if places:
            documents.append(GoldDocument(article, places, passage.id))
    return documents


def _seats(passage: Passage) -> Iterator[GoldPlace]:
    capitals = {capital: country.location for country in countries() for capital in country.capitals}
    names = {name: country.iso3 for country in countries() for name in country.names}
    for actor in passage.actors:
        for start, end in actor.mentions if actor.kind in _STATES else ():
            span = Span.of(passage.text, start, end)
            if span.text in names:
                yield GoldPlace(span, country=names[span.text])
            elif span.text in capitals:
                yield GoldPlace(span, capitals[span.text])
