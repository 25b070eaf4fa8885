"""Learns the weights of places, measures them on reports left out, and writes `src/onrecord/assets/places.json`.

GeoVirus is parted into five by its sources, with a fixed seed; each part is measured with weights from the other four and
from the passages of the conflict set. Those are the numbers that count. The weights that ship come from everything; the
held-out passages are only measured.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

from evaluation.places import (
    GoldDocument,
    Locate,
    PlaceScores,
    geovirus,
    passages_with_places,
    place_scores,
    table,
)

from onrecord.reading import EncoderReader
from onrecord.resolution.places.located import Located, Model, places, places_of
from training.places.material import Lesson, learnt
from training.places.seats import passages_with_seats

ASSET = Path(__file__).parents[2] / "src" / "onrecord" / "assets" / "places.json"
FOLDS = 5
SEED = 11


def main() -> None:
    """Measures on reports left out, then learns from all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=ASSET)
    arguments = parser.parse_args()
    reader = EncoderReader()
    wikinews = _lessons(reader, geovirus(arguments.corpora / "places" / "GeoVirus.xml"))
    passages = _lessons(reader, passages_with_places("train"))
    held_out = _lessons(reader, passages_with_places("held_out"))
    seats = _lessons(reader, passages_with_seats())
    print(table(measured(wikinews, passages, held_out, seats)))
    model = learnt([*wikinews, *passages], seats)
    arguments.out.write_text(as_json(model), encoding="utf-8")


def _lessons(reader: EncoderReader, documents: Sequence[GoldDocument]) -> list[Lesson]:
    return [Lesson(document, reader.read(document.article)) for document in documents]


def measured(
    wikinews: Sequence[Lesson], passages: Sequence[Lesson], held_out: Sequence[Lesson], seats: Sequence[Lesson]
) -> dict[str, PlaceScores]:
    """Scores on GeoVirus, each fifth with weights from the rest, and on both parts of the passages."""
    total = PlaceScores()
    for fold in folds([lesson.document.source for lesson in wikinews]):
        model = learnt([lesson for n, lesson in enumerate(wikinews) if n not in fold] + list(passages), seats)
        total += scored([wikinews[n] for n in sorted(fold)], model)
    return {
        "GeoVirus, unseen": total,
        "passages, from GeoVirus only": scored(passages, learnt(wikinews)),
        "passages held out": scored(held_out, learnt([*wikinews, *passages], seats)),
    }


def folds(sources: Sequence[str]) -> list[set[int]]:
    """Numbers of documents in five parts; documents of one source stay together."""
    each = sorted(set(sources))
    random.Random(SEED).shuffle(each)  # noqa: S311 - chance from a seed, for runs that can be repeated
    part = {source: number % FOLDS for number, source in enumerate(each)}
    return [{n for n, source in enumerate(sources) if part[source] == fold} for fold in range(FOLDS)]


def scored(lessons: Sequence[Lesson], model: Model) -> PlaceScores:
    """The scores of a model on lessons."""
    by_id = {lesson.document.article.id: lesson for lesson in lessons}
    return place_scores([lesson.document for lesson in lessons], _locate(by_id, model))


def _locate(lessons: dict[str, Lesson], model: Model) -> Locate:
    def locate(document: GoldDocument) -> tuple[Located, Located]:
        lesson = lessons[document.article.id]
        spans = [gold.span for gold in document.places]
        return (
            places_of(spans, document.article, lesson.found, lesson.setting, model),
            places(document.article, lesson.found, lesson.setting, model),
        )

    return locate


def as_json(model: Model) -> str:
    """The weights as the asset holds them, sorted."""
    held = {"finding": model.finding, "first": model.first, "later": model.later}
    return json.dumps(held, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main()
