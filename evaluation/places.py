"""Places: are the right words found, and is each the right place of the world?

GeoVirus marks the names of places in Wikinews articles (CC BY 2.5), each with coordinates; `conflict_set/places.txt` does
the same for some passages of the conflict set. A place is right when it lies within 161 km (100 miles) of the marked one,
the measure of most studies of geoparsing, or, where a country is marked by its code, when it is that country.

*Given names* asks of every marked name which place it means, the names being known. *End to end* asks for the names
too: a found mention counts when it overlaps a marked one and its place is right. `python -m evaluation.places --corpora
FOLDER` prints both with the shipped weights, which have seen these articles; numbers on unseen articles come from
`python -m training.places`, which leaves out a fifth of them at a time.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from conflict_set.passages import Passage, all_passages

from onrecord.model import Article, Place, Span
from onrecord.reading import EncoderReader, Reader
from onrecord.resolution.places.located import Located, places, places_of
from onrecord.resolution.setting import Setting

KILOMETRES = 161.0
CONFLICT_SET = Path(__file__).parents[1] / "conflict_set"
PLACES = CONFLICT_SET / "places.txt"
_EARTH_RADIUS_KM = 6371.0088
_BODIES = frozenset({"organisation", "party", "armed_group"})


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A marked name: its characters and its degrees, or the country that it is; neither where it cannot be measured."""

    span: Span
    at: tuple[float, float] | None = None
    country: str | None = None

    @property
    def measurable(self) -> bool:
        """Whether it can be said that a place is this one."""
        return self.at is not None or self.country is not None

    def is_meant_by(self, place: Place) -> bool:
        """Whether a place of a reading is the marked one."""
        if self.country is not None:
            return place.kind == "country" and place.country == self.country
        return (
            self.at is not None
            and place.lat is not None
            and place.lon is not None
            and kilometres(self.at, (place.lat, place.lon)) <= KILOMETRES
        )


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A report with its marked places; `source` is the same for parts of one article."""

    article: Article
    places: tuple[GoldPlace, ...]
    source: str


@dataclass(frozen=True, slots=True)
class PlaceScores:
    """Counts over all documents, from which the shares come."""

    given: int = 0
    given_right: int = 0
    marked: int = 0
    found: int = 0
    overlapping: int = 0
    right: int = 0
    exact: int = 0

    def __add__(self, other: PlaceScores) -> PlaceScores:
        return PlaceScores(*(getattr(self, name) + getattr(other, name) for name in PlaceScores.__slots__))

    @property
    def accuracy(self) -> float:
        """Of the marked names, the share whose place is right when the names are given."""
        return self.given_right / max(1, self.given)

    @property
    def precision(self) -> float:
        """Of the found mentions, the share that overlaps a marked name and has the right place."""
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """Of the marked names, the share that is found and has the right place."""
        return self.right / max(1, self.marked)

    @property
    def f1(self) -> float:
        """The harmonic mean of both, end to end."""
        return _harmonic(self.precision, self.recall)

    @property
    def finding_f1(self) -> float:
        """F1 of finding alone: mentions that overlap a marked name, wherever their place."""
        return _harmonic(self.overlapping / max(1, self.found), self.overlapping / max(1, self.marked))

    @property
    def exact_f1(self) -> float:
        """F1 of mentions with exactly the marked characters, wherever their place."""
        return _harmonic(self.exact / max(1, self.found), self.exact / max(1, self.marked))


Locate = Callable[[GoldDocument], tuple[Located, Located]]
"""The places of a document: with its marked names given, and with names found."""


def geovirus(path: Path) -> list[GoldDocument]:
    """The articles of GeoVirus; parts of one article share their source."""
    documents = []
    for number, node in enumerate(ElementTree.parse(path).getroot().iter("article")):  # noqa: S314 - a corpus file of our own choice
        article = Article(f"geovirus-{number}", node.findtext("text", ""))
        marked = [_marked(article, location) for location in node.iter("location")]
        documents.append(GoldDocument(article, _in_order(marked), node.findtext("source", article.id)))
    return documents


def _marked(article: Article, node: ElementTree.Element) -> GoldPlace:
    start, end = int(node.findtext("start", "0")) - 1, int(node.findtext("end", "0")) - 1
    at = float(node.findtext("lat", "nan")), float(node.findtext("lon", "nan"))
    return GoldPlace(Span.of(article.text, start, end), at)


def _in_order(marked: Iterable[GoldPlace]) -> tuple[GoldPlace, ...]:
    return tuple(sorted(marked, key=lambda gold: gold.span))


def passages_with_places(part: str, path: Path = PLACES) -> list[GoldDocument]:
    """The passages of `train` or `held_out` whose places are marked."""
    lines = [line.split(" | ") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    marks = {ident: names.split(" ; ") for ident, names in lines}
    return [_document(p, marks[p.id]) for p in all_passages(CONFLICT_SET / part) if p.id in marks]


def _document(passage: Passage, marks: Sequence[str]) -> GoldDocument:
    article = Article(passage.id, passage.text, published=date.fromisoformat(passage.facts["published"]))
    values = dict(mark.rsplit(" ", 1) for mark in marks)
    found: list[GoldPlace] = []
    for name in sorted(values, key=lambda n: (-len(n), n)):
        for span in _occurrences(passage.text, name):
            if not any(span.overlaps(other.span) for other in found) and not _in_body(passage, span):
                found.append(_valued(span, values[name]))
    return GoldDocument(article, _in_order(found), passage.id)


def _valued(span: Span, value: str) -> GoldPlace:
    if value == "?":
        return GoldPlace(span)
    if value.isalpha():
        return GoldPlace(span, country=value)
    lat, lon = value.split(",")
    return GoldPlace(span, (float(lat), float(lon)))


def _occurrences(text: str, name: str) -> Iterable[Span]:
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() or before == "." or after.isalnum()):
            yield Span.of(text, start, end)
        start = text.find(name, start + 1)


def _in_body(passage: Passage, span: Span) -> bool:
    """Whether a name is part of a body's name ("Northern Ireland Office"): within its mention, beside a capital."""
    before = passage.text[: span.start].split()[-1:]
    after = passage.text[span.end :].split(maxsplit=1)[:1]
    if not any(word[:1].isupper() for word in (*before, *after)):
        return False
    return any(
        start <= span.start and span.end <= end and end - start > len(span.text)
        for actor in passage.actors
        if actor.kind in _BODIES
        for start, end in actor.mentions
    )


def place_scores(documents: Iterable[GoldDocument], locate: Locate) -> PlaceScores:
    """The counts over documents, for places as `locate` gives them."""
    total = PlaceScores()
    for document in documents:
        given, found = locate(document)
        total += _given(document, given) + _end_to_end(document, found)
    return total


def _given(document: GoldDocument, located: Located) -> PlaceScores:
    by_span = {m.span: place for place in located.places for m in place.mentions}
    asked = [gold for gold in document.places if gold.measurable]
    right = sum(gold.span in by_span and gold.is_meant_by(by_span[gold.span]) for gold in asked)
    return PlaceScores(given=len(asked), given_right=right)


def _end_to_end(document: GoldDocument, located: Located) -> PlaceScores:
    """Mentions in order, each beside the first marked name that it overlaps and that no other has taken."""
    found = sorted((m.span, place) for place in located.places for m in place.mentions)
    free = list(document.places)
    unmeasured = overlapping = right = exact = 0
    for span, place in found:
        gold = next((g for g in free if g.span.overlaps(span)), None)
        if gold is None:
            continue
        free.remove(gold)
        unmeasured += not gold.measurable
        overlapping += 1
        exact += gold.span == span
        right += gold.is_meant_by(place) or not gold.measurable
    return PlaceScores(
        marked=len(document.places), found=len(found), overlapping=overlapping, right=right, exact=exact
    )


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Distance over the globe between two pairs of degrees (haversine)."""
    lat, other_lat = math.radians(one[0]), math.radians(other[0])
    half = math.sin((other_lat - lat) / 2), math.sin(math.radians(other[1] - one[1]) / 2)
    inner = half[0] ** 2 + math.cos(lat) * math.cos(other_lat) * half[1] ** 2
    return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(inner)))


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def as_read(reader: Reader) -> Locate:
    """Places by a reader with the shipped weights."""

    def locate(document: GoldDocument) -> tuple[Located, Located]:
        found, setting = reader.read(document.article), Setting.of(document.article)
        spans = [gold.span for gold in document.places]
        return places_of(spans, document.article, found, setting), places(document.article, found, setting)

    return locate


def held_out_places(reader: Reader) -> PlaceScores:
    """The scores on the held-out passages of the conflict set, which no weights are learnt from."""
    return place_scores(passages_with_places("held_out"), as_read(reader))


def main() -> None:
    """Prints the scores of the shipped weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    reader = EncoderReader()
    path = parser.parse_args().corpora / "places" / "GeoVirus.xml"
    print(
        table({"GeoVirus, seen": place_scores(geovirus(path), as_read(reader)), "held out": held_out_places(reader)})
    )


def table(scores: dict[str, PlaceScores]) -> str:
    """Lines of numbers, one for each set of documents."""
    lines = [f"{'':28}{'given':>8}{'F1':>8}{'prec.':>8}{'recall':>8}{'finding':>9}{'exact':>8}"]
    for name, s in scores.items():
        numbers = (s.accuracy, s.f1, s.precision, s.recall)
        lines.append(
            f"{name:28}"
            + "".join(f"{100 * n:8.1f}" for n in numbers)
            + f"{100 * s.finding_f1:9.1f}{100 * s.exact_f1:8.1f}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
