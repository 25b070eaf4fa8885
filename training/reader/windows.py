"""Windows of documents as the encoder sees them: pieces with their features, and the marks on the window's words."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.encoding.pages import setting
from onrecord.encoding.words import capitals, words
from training.reader.documents import Attribution, Document, MarkedEvent

CLASSIFY, SEPARATE, UNKNOWN, HIDDEN = "[CLS]", "[SEP]", "[UNK]", "[MASK]"


class Pieces:
    """Word pieces of words, each word cut once."""

    def __init__(self, tokeniser: Path) -> None:
        self.tokeniser = Tokenizer.from_file(str(tokeniser))
        self.tokeniser.no_padding()
        self.tokeniser.no_truncation()
        self.known: dict[str, tuple[int, ...]] = {}
        numbers: dict[str, int] = self.tokeniser.get_vocab()
        self.special = {name: numbers[name] for name in (CLASSIFY, SEPARATE, UNKNOWN, HIDDEN)}

    def __call__(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces, at most eight; one unknown piece for a word without any."""
        if word not in self.known:
            ids = self.tokeniser.encode(word, add_special_tokens=False).ids[:8]
            self.known[word] = tuple(ids) or (self.special[UNKNOWN],)
        return self.known[word]


@dataclass
class Window:
    """Some sentences of a document: pieces, features, the place of each word's first piece, and which words they are."""

    document: Document
    begin: int
    end: int
    pieces: list[int]
    capitals: list[int]
    settings: list[int]
    first: list[int]

    @property
    def size(self) -> int:
        """How many words it has."""
        return self.end - self.begin

    def local(self, words: Iterable[int]) -> list[int]:
        """Word numbers of the document as places in this window, those outside left out."""
        return [w - self.begin for w in words if self.begin <= w < self.end]

    def attributions(self) -> Iterator[Attribution]:
        """The statements whose cue (or, without one, whose content) begins in this window."""
        for attribution in self.document.attributions or ():
            anchor = attribution.cue or attribution.content
            if anchor and self.begin <= anchor[0] < self.end:
                yield attribution


def windows(document: Document, pieces: Pieces, size: int, start: int = 0) -> Iterator[Window]:
    """Cuts a document into windows of whole sentences, at most `size` pieces, the first ending after `start` pieces."""
    room = size - 2
    lengths = [len(pieces(document.word(w))) for w in range(len(document.places))]
    begin, filled, limit = 0, 0, start or room
    sentence_begin = 0
    for word in range(len(lengths) + 1):
        ends = word == len(lengths)
        if ends or word == 0 or document.sentence[word] != document.sentence[word - 1]:
            sentence_begin = word
        if ends or filled + lengths[word] > limit:
            cut = sentence_begin if sentence_begin > begin else word
            if cut > begin:
                yield window(document, begin, cut, pieces)
            begin, filled, limit = cut, sum(lengths[cut:word]), room
            if not ends and filled + lengths[word] > limit:
                if word > begin:
                    yield window(document, begin, word, pieces)
                begin, filled = word, 0
        if not ends:
            filled += lengths[word]
    if begin < len(lengths):
        yield window(document, begin, len(lengths), pieces)


def window(document: Document, begin: int, end: int, pieces: Pieces) -> Window:
    """The window of the words from `begin` up to `end`."""
    found = Window(document, begin, end, [pieces.special[CLASSIFY]], [6], [0], [])
    for word in range(begin, end):
        text = document.word(word)
        found.first.append(len(found.pieces))
        ids = pieces(text)
        found.pieces += ids
        found.capitals += [capitals(text)] * len(ids)
        opens = word == 0 or document.paragraph[word] != document.paragraph[word - 1]
        found.settings += [setting(opens, document.quoted[word])] * len(ids)
    found.pieces.append(pieces.special[SEPARATE])
    found.capitals.append(6)
    found.settings.append(0)
    return found


def interrupted(window: Window, line: str, pieces: Pieces, chance: random.Random) -> Window:
    """The window with a line of furniture before one of its paragraphs or at its end, as pieces that are no words.

    The whole page is encoded in reading, furniture and all, so heads must learn to read past it.
    """
    paragraph = window.document.paragraph
    starts = [w for w in range(1, window.size) if paragraph[window.begin + w] != paragraph[window.begin + w - 1]]
    if window.begin == 0 or paragraph[window.begin] != paragraph[window.begin - 1]:
        starts.append(0)
    at = chance.choice([*starts, window.size])
    place = window.first[at] if at < window.size else len(window.pieces) - 1
    ids: list[int] = []
    shapes: list[int] = []
    settings: list[int] = []
    for number, (start, end) in enumerate(words(line, 0, len(line))):
        cut = pieces(line[start:end])
        ids += cut
        shapes += [capitals(line[start:end])] * len(cut)
        settings += [int(number == 0)] * len(cut)

    def spliced(row: list[int], added: list[int]) -> list[int]:
        return [*row[:place], *added, *row[place:]]

    return Window(
        window.document,
        window.begin,
        window.end,
        spliced(window.pieces, ids),
        spliced(window.capitals, shapes),
        spliced(window.settings, settings),
        [first + len(ids) * (word >= at) for word, first in enumerate(window.first)],
    )


def packed(documents: Sequence[Document], most: int, order: random.Random) -> Iterator[Document]:
    """Short documents of one corpus put together as paragraphs of longer ones, in a random order."""
    shuffled = list(documents)
    order.shuffle(shuffled)
    together: Document | None = None
    for document in shuffled:
        if together is not None and len(together.places) + len(document.places) > most:
            yield together
            together = None
        together = document if together is None else joined(together, document)
    if together is not None:
        yield together


def joined(one: Document, other: Document) -> Document:
    """Two documents as one; marks that only one has are dropped."""
    shift, words = len(one.text) + 1, len(one.places)
    sentences = one.sentence[-1] + 1 if one.sentence else 0
    paragraphs = one.paragraph[-1] + 1 if one.paragraph else 0
    both = Document(
        one.corpus,
        one.name,
        one.text + "\n" + other.text,
        one.places + [(a + shift, b + shift) for a, b in other.places],
        one.sentence + [s + sentences for s in other.sentence],
        one.paragraph + [p + paragraphs for p in other.paragraph],
        one.quoted + other.quoted,
    )
    if one.spans is not None and other.spans is not None:
        both.spans = one.spans + [(a + words, b + words, kind) for a, b, kind in other.spans]
    if one.appeals is not None and other.appeals is not None:
        both.appeals = one.appeals + [(kind, a + words, b + words) for kind, a, b in other.appeals]
    if one.events is not None and other.events is not None:
        both.events = one.events + [_moved(event, words) for event in other.events]
        both.some_events = one.some_events or other.some_events
    return both


def _moved(event: MarkedEvent, words: int) -> MarkedEvent:
    """An event whose words are counted on behind those of another document."""
    sides = event.sides and {
        side: tuple((first + words, last + words) for first, last in stretches)
        for side, stretches in event.sides.items()
    }
    trigger, cue = (tuple(w + words for w in part) for part in (event.trigger, event.cue))
    return MarkedEvent(trigger, event.values, cue, sides)
