"""Grammar on gold words of GUM and EWT: parts of speech, attachment with and without the relation's name, borders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from training.reader.documents import Document, treebank

from onrecord.encoding.pages import WIDTH, setting, window_vectors
from onrecord.encoding.weights import pieces_of, weights
from onrecord.encoding.windows import windows
from onrecord.encoding.words import capitals, words
from onrecord.model import Article
from onrecord.reading.encoded import Encoded
from onrecord.reading.grammar import grammar
from onrecord.reading.segmentation import sentences


@dataclass(frozen=True, slots=True)
class GrammarScores:
    """Shares from 0 to 1: tags right, heads right, heads and relations right (subtypes counted), words found alike."""

    tags: float
    unlabelled: float
    labelled: float
    words: float
    sentences: float


def grammar_scores(folder: Path, corpus: str) -> GrammarScores:
    """The scores on the development part of a treebank; all words count, punctuation too."""
    return _scores(list(treebank(folder / "syntax" / f"{corpus}-dev.conllu", corpus)))


def _scores(documents: Iterable[Document]) -> GrammarScores:
    tags = heads = both = count = 0
    cut: list[tuple[set[tuple[int, int]], set[tuple[int, int]]]] = []
    bordered: list[tuple[set[int], set[int]]] = []
    for document in documents:
        assert document.tags is not None
        assert document.heads is not None
        assert document.relations is not None
        found = grammar(as_encoded(document), weights())
        for word, tag in enumerate(document.tags):
            right = found.heads[word] == document.heads[word]
            tags += found.tags[word] == tag
            heads += right
            both += right and found.relations[word] == document.relations[word]
            count += 1
        cut.append((set(document.places), set(words(document.text, 0, len(document.text)))))
        borders = {document.places[w][0] for w, first in enumerate(document.starts or ()) if first}
        bordered.append((borders, {s.span.start for s in sentences(Article("x", document.text))}))
    return GrammarScores(tags / count, heads / count, both / count, _f1(cut), _f1(bordered))


def _f1(rows: Sequence[tuple[set[object], set[object]]] | Sequence[object]) -> float:
    pairs: list[tuple[set[object], set[object]]] = list(rows)  # type: ignore[arg-type]
    right = sum(len(one & other) for one, other in pairs)
    total = sum(len(one) + len(other) for one, other in pairs)
    return 2 * right / total if total else 0.0


def as_encoded(document: Document) -> Encoded:
    """A document's gold words with the vectors that the encoder gives them."""
    bounds: list[tuple[int, int]] = []
    for word, number in enumerate(document.sentence):
        if number == len(bounds):
            bounds.append((word, word + 1))
        else:
            bounds[-1] = (bounds[-1][0], word + 1)
    sentence = tuple(document.sentence)
    return Encoded(document.text, (), (), tuple(document.places), sentence, tuple(bounds), vectors_of(document))


def vectors_of(document: Document) -> np.ndarray:
    """The vectors of a document's gold words."""
    forms = [document.word(number) for number in range(len(document.places))]
    ids, shapes = [pieces_of(form) for form in forms], [capitals(form) for form in forms]
    before = [None, *document.paragraph]
    settings = [
        setting(paragraph != one, quoted)
        for one, paragraph, quoted in zip(before, document.paragraph, document.quoted, strict=False)
    ]
    seen = windows([len(pieces) for pieces in ids], document.sentence)
    found = [window_vectors(ids, shapes, settings, window) for window in seen]
    return np.concatenate([np.zeros((0, WIDTH), dtype=np.float32), *found])
