"""The names of a report that may be places, with what the gazetteer holds under each: the scene that ranking judges."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Span
from onrecord.nearby import Nearby
from onrecord.resolution.places.finding import Held, Signs, finding_signs
from onrecord.resolution.places.gazetteer import alike, country_of_demonym, folded, named
from onrecord.resolution.places.names import LONGEST_WORD, Name, names
from onrecord.resolution.places.ranking import Weights, score
from onrecord.resolution.places.scene import Option, Scene, usages
from onrecord.resolution.places.surroundings import Surroundings
from onrecord.resolution.places.wording import LOCATIVE, NOT_NAMES, ORGANISATIONS, UNIT_KINDS

MOST_OPTIONS = 40
"""Places of one name that are weighed, the most populous; a name such as San José has hundreds."""
_MOST_RESPELT, _MOST_COUNTRIES = 12, 4
"""Names of one report that are looked for under other spellings, and countries in which they are."""
_WORTH_RANKING = 0.1
_LIKE_SORT = "alike"
_LIKE_ENOUGH = 0.85
UNKNOWN = 0.5
"""The chance that a name is a place's which the reader takes for one and the gazetteer does not hold."""
_CAPITALISED_RUN = re.compile(r"(?<!\w)[A-ZÀ-ÞŠŽČ][\w’'-]*\w(?:\s[A-ZÀ-ÞŠŽČ][\w’'-]*\w)*")
_MOST_UNKNOWN = 100
"""Unknown names of one report that are looked for everywhere in it."""


@dataclass(frozen=True)
class Search:
    """All known names of a report and the chance that each is a place's (0 to 1)."""

    around: Surroundings
    names: tuple[Name, ...]
    keys: tuple[str, ...]
    chances: tuple[float, ...]

    @classmethod
    def of(cls, around: Surroundings, weights: Weights) -> Search:
        """Over a whole report, with the weights that tell places from other names."""
        found, keys, signs = known_names(around)
        rows = [(name, key, _chance(score(s, weights))) for name, key, s in zip(found, keys, signs, strict=True)]
        rows += [(name, key_of(name.span.text), UNKNOWN) for name in unknown_names(around, found)]
        rows.sort(key=lambda row: row[0].span)
        return cls(around, tuple(r[0] for r in rows), tuple(r[1] for r in rows), tuple(r[2] for r in rows))

    @classmethod
    def given(cls, around: Surroundings, spans: Iterable[Span]) -> Search:
        """For names that are known to be places', as when a reviewer marks them."""
        found = tuple(name_at(around, span) for span in sorted(spans))
        return cls(around, found, tuple(key_of(n.span.text) for n in found), (1.0,) * len(found))

    def with_places(self, sure: Sequence[Span]) -> Search:
        """The same, with names that stand in these stretches taken for places, as those of a dateline are."""
        chances = (
            1.0 if any(stretch.contains(name.span) for stretch in sure) else chance
            for name, chance in zip(self.names, self.chances, strict=True)
        )
        return replace(self, chances=tuple(chances))

    def scene(self, home: str | None, acts: Callable[[Name], bool]) -> Scene:
        """The names worth ranking, with their options.

        `home` is the country that the report is about; `acts` tells whether a name stands where a government would.
        """
        worth = [i for i, chance in enumerate(self.chances) if chance >= _WORTH_RANKING]
        kept, keys = [self.names[i] for i in worth], [self.keys[i] for i in worth]
        options = {key: options_of(name.span.text) for name, key in zip(kept, keys, strict=True)}
        shares: dict[str, float] = {}
        for i, key in zip(worth, keys, strict=True):
            shares[key] = max(self.chances[i], shares.get(key, 0.0))
        demonyms = _demonyms(self.around)
        options |= _other_spellings(keys, options, shares, _countries(options, shares, demonyms))
        return Scene(tuple(kept), tuple(keys), usages(self.around, kept, keys, acts), options, shares, demonyms, home)


def known_names(around: Surroundings) -> tuple[tuple[Name, ...], tuple[str, ...], list[Signs]]:
    """Every name that the gazetteer holds, its key, and its signs of being a place's."""
    found = names(around.article, around.sentences, lambda text: bool(options_of(text)))
    keys = tuple(key_of(name.span.text) for name in found)
    held = [_held(options_of(name.span.text)) for name in found]
    return found, keys, finding_signs(around, found, held, keys)


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def unknown_names(around: Surroundings, known: Sequence[Name]) -> list[Name]:
    """Names within what the reader took for a place that the gazetteer does not hold as spelt, wherever they stand."""
    taken = Nearby((name.span, name) for name in known)
    words = dict.fromkeys(run.text for read in around.things for run in _runs(around, read.span) if not taken.at(run))
    found: dict[Span, Name] = {}
    for written in sorted(list(words)[:_MOST_UNKNOWN], key=lambda w: (-len(w), w)):
        for span in occurrences(around, written):
            name = name_at(around, span)
            if _stands_as_place(around, name) and not taken.at(span) and not around.is_person(span):
                found[span] = name
                taken.add(span, name)
    return list(found.values())


def _stands_as_place(around: Surroundings, name: Name) -> bool:
    """Whether the words beside a name say that it is a place: "in", or the kind of place that it is."""
    before = around.lower(name, -1)
    if before == "the":
        before = around.lower(name, -2)
    kinds = {before, around.lower(name, 1), around.lower(name, 2)} & UNIT_KINDS.keys()
    return bool(kinds) or before in LOCATIVE or before == "of"


def _runs(around: Surroundings, stretch: Span) -> Iterator[Span]:
    """The capitalised words that end a stretch, or stand before the kind of place that ends it ("Bajur tribal region").

    Those with the words of a building or a body among them are left out.
    """
    for match in _CAPITALISED_RUN.finditer(stretch.text):
        words = match.group().lower().split()
        rest = stretch.text[match.end() :].split()
        if rest and rest[-1] not in UNIT_KINDS:
            continue
        if not ORGANISATIONS.intersection(words) and words[0] not in NOT_NAMES and len(match.group()) <= LONGEST_WORD:
            yield Span.of(around.article.text, stretch.start + match.start(), stretch.start + match.end())


def occurrences(around: Surroundings, words: str) -> Iterator[Span]:
    """Where words stand as whole words in the report, furniture left out."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for sentence in around.sentences:
        if words in sentence.span.text:
            for match in pattern.finditer(sentence.span.text):
                start = sentence.span.start + match.start()
                yield Span(start, start + len(words), words)


def options_of(text: str) -> tuple[Option, ...]:
    """The places that a name may mean, as it is spelt."""
    places = named(text) if len(text) <= 2 * LONGEST_WORD else ()
    return tuple(Option(place, sort) for place, sort in places if sort != "demonym")[:MOST_OPTIONS]


def key_of(text: str) -> str:
    """One form for the ways in which a report writes a name."""
    return folded(text) or text


def _held(options: Sequence[Option]) -> Held:
    largest = max((o.place.population for o in options), default=0)
    return Held(largest, frozenset(o.place.kind for o in options), frozenset(o.sort for o in options))


def _demonyms(around: Surroundings) -> dict[str, float]:
    """Votes for countries by the words for their peoples: one for the first, less for each further one."""
    counts: Counter[str] = Counter()
    for sentence in around.sentences:
        for word in sentence.words:
            if word.is_capitalised and word.end - word.start <= LONGEST_WORD:
                country = country_of_demonym(word.text)
                if country is not None:
                    counts[country] += 1
    return {country: 1 + math.log(count) for country, count in sorted(counts.items())}


def _countries(
    options: Mapping[str, Sequence[Option]], shares: Mapping[str, float], demonyms: Mapping[str, float]
) -> tuple[str, ...]:
    """The countries that a report names most, by themselves or by their peoples, a few at most."""
    votes = dict(demonyms)
    for key, found in options.items():
        for country in {o.place.country for o in found if o.place.kind == "country" and o.place.country}:
            votes[country] = votes.get(country, 0.0) + shares[key]
    return tuple(sorted(votes, key=lambda c: (-votes[c], c))[:_MOST_COUNTRIES])


def _other_spellings(
    keys: Sequence[str],
    options: Mapping[str, tuple[Option, ...]],
    shares: Mapping[str, float],
    countries: Sequence[str],
) -> dict[str, tuple[Option, ...]]:
    """Options under nearly the same name in countries that the report names, where the gazetteer has none as spelt."""
    wanted = [key for key in dict.fromkeys(keys) if shares[key] >= UNKNOWN and not options[key]]
    found = {}
    for key in wanted[:_MOST_RESPELT] if countries else ():
        like = alike(key, countries)
        near = [(place, likeness) for place, likeness in like[:MOST_OPTIONS] if likeness >= _LIKE_ENOUGH]
        found[key] = tuple(Option(place, _LIKE_SORT, min(likeness, 0.99)) for place, likeness in near)
    return found


def name_at(around: Surroundings, span: Span) -> Name:
    """The name at a place of the text, whatever the gazetteer holds."""
    parts = around.sentences
    number = max(0, bisect_right(parts, span.start, key=lambda s: s.span.start) - 1)
    words = parts[number].words if parts else ()
    first = max(0, bisect_right(words, span.start, key=lambda w: w.start) - 1)
    last = max(first, bisect_right(words, span.end - 1, key=lambda w: w.start) - 1)
    return Name(span, number, first, last)
