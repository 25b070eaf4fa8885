"""The corpora as one kind of document: words with places, sentences, and whatever each corpus marks on them."""

from __future__ import annotations

import bisect
import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.encoding.quotations import quotations
from onrecord.encoding.words import words
from onrecord.model import Article
from onrecord.reading.segmentation import sentences

Stretch = tuple[int, int]
"""First and last word of a stretch, the last one included."""


@dataclass
class Attribution:
    """One statement as word numbers; values are those of the contract, None where the corpus does not mark them."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    values: dict[str, str] = field(default_factory=dict)
    extras: dict[str, tuple[int, ...]] = field(default_factory=dict)
    speaker: int | None = None


@dataclass(frozen=True)
class MarkedPiece:
    """One piece of a page: its first and last word, its kind of furniture or "report", and its plain signs."""

    first: int
    last: int
    kind: str
    signs: tuple[float, ...]


@dataclass(frozen=True)
class MarkedEvent:
    """One event as word numbers: its trigger, its values, the cue of the statement it stands in, and who takes part.

    `sides` holds the stretches of "actor", "recipient", "place", "time" and "number"; None where they are not marked.
    """

    trigger: tuple[int, ...]
    values: dict[str, str]
    cue: tuple[int, ...] = ()
    sides: dict[str, tuple[Stretch, ...]] | None = None


@dataclass
class Document:
    """A text cut into words and sentences, with the marks of its corpus; None means that the corpus has no such marks."""

    corpus: str
    name: str
    text: str
    places: list[tuple[int, int]]
    sentence: list[int]
    paragraph: list[int]
    quoted: list[bool]
    attributions: list[Attribution] | None = None
    tags: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    starts: list[bool] | None = None
    spans: list[tuple[int, int, str]] | None = None
    clusters: list[list[Stretch]] | None = None
    appeals: list[tuple[str, int, int]] | None = None
    pieces: list[MarkedPiece] | None = None
    events: list[MarkedEvent] | None = None
    some_events: bool = False
    """Whether events that are not marked may stand beside those that are."""

    def word(self, number: int) -> str:
        """The word of that number."""
        return self.text[slice(*self.places[number])]

    def covered(self, stretches: Iterable[Sequence[int]]) -> tuple[int, ...]:
        """The words that share a character with any of the stretches of characters."""
        starts, ends = [p[0] for p in self.places], [p[1] for p in self.places]
        found: set[int] = set()
        for start, end in stretches:
            found.update(range(bisect.bisect_right(ends, start), bisect.bisect_left(starts, end)))
        return tuple(sorted(found))


def plain(corpus: str, name: str, text: str, cuts: Iterable[Stretch] | None = None) -> Document:
    """A document of a text without gold words; `cuts` are sentences where they are known."""
    document = Document(corpus, name, text, [], [], [], [])
    if cuts is None:
        cut = [(s.span.start, s.span.end, s.paragraph) for s in sentences(Article("x", text))]
    else:
        cut = [(start, end, text.count("\n", 0, start)) for start, end in cuts]
    quotes = quotations(text, ((m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)))
    for number, (start, end, paragraph) in enumerate(cut):
        for place in words(text, start, end):
            document.places.append(place)
            document.sentence.append(number)
            document.paragraph.append(paragraph)
    document.quoted = _inside([(q.start, q.end) for q in quotes], document.places)
    return document


def _inside(quotes: Sequence[Stretch], places: Sequence[Stretch]) -> list[bool]:
    inside, at = [], 0
    for start, end in places:
        while at < len(quotes) and quotes[at][1] <= start:
            at += 1
        inside.append(at < len(quotes) and quotes[at][0] <= start and end <= quotes[at][1])
    return inside


def polnear(path: Path) -> Iterator[Document]:
    """PolNeAR: statements, where nested ones are not marked."""
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        document = plain("polnear", row["id"], row["text"])
        document.attributions = []
        for marked in row["attributions"]:
            cue, source, content = (document.covered(marked[role]) for role in ("cue", "source", "content"))
            if content or cue:
                document.attributions.append(Attribution(cue, source, content))
        yield document


_TAG = re.compile(r"<(/?)([A-Za-z_]+)((?::[A-Za-z_ ]+)*)>")


def factappeal(path: Path) -> Iterator[Document]:
    """FactAppeal: facts with and without an appeal to a source, and the sources."""
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            text, marked = untagged(row["annotation"])
            document = plain("factappeal", str(number), text)
            document.appeals = []
            for label, start, end in marked:
                if covered := document.covered([(start, end)]):
                    document.appeals.append((label, covered[0], covered[-1]))
            yield document


def appeal_labels(kind: str) -> Iterable[str]:
    """The marks of FactAppeal as labels of words: what is a fact, who is a source, of which type."""
    name, *details = kind.split(":")
    if name == "Fact_Appeal":
        return ["direct" if "Direct_Quote" in details else "indirect"]
    if name == "Source":
        return [details[0].lower(), *("type:" + d for d in details[1:] if d != "null")]
    return [name.lower()]


def untagged(annotation: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without its tags, and the tags with their places, details behind a colon."""
    text, marked, position = "", [], 0
    opened: list[tuple[str, int]] = []
    for match in _TAG.finditer(annotation):
        text += annotation[position : match.start()]
        position = match.end()
        closing, name, details = match.groups()
        label = name + details
        if not closing:
            opened.append((label, len(text)))
            continue
        for at in range(len(opened) - 1, -1, -1):
            if opened[at][0] == label:
                marked.append((label, opened.pop(at)[1], len(text)))
                break
    return text + annotation[position:], marked


class _Tree:
    """A document of a treebank as it grows, sentence by sentence."""

    def __init__(self, corpus: str, name: str) -> None:
        self.tags: list[str] = []
        self.heads: list[int] = []
        self.relations: list[str] = []
        self.starts: list[bool] = []
        self.document = Document(corpus, name, "", [], [], [], [])
        self.document.tags, self.document.heads = self.tags, self.heads
        self.document.relations, self.document.starts = self.relations, self.starts
        self.document.spans = [] if corpus == "gum" else None
        self.opened: dict[str, list[tuple[int, str, str]]] = {}
        self.chains: dict[str, list[Stretch]] = {}

    def add(self, rows: Sequence[Sequence[str]], fresh: bool) -> None:
        """A sentence from its rows; a fresh one opens a paragraph."""
        document = self.document
        if document.text:
            document.text += "\n" if fresh else " "
        base = len(document.places)
        number = document.sentence[-1] + 1 if document.sentence else 0
        paragraph = (document.paragraph[-1] if document.paragraph else 0) + int(fresh and bool(document.paragraph))
        for row, space in _spaced(rows):
            at = int(row[0])
            start = len(document.text)
            document.text += row[1]
            document.places.append((start, len(document.text)))
            document.text += " " if space else ""
            document.sentence.append(number)
            document.paragraph.append(paragraph)
            self.tags.append(row[3])
            self.heads.append(base + int(row[6]) - 1 if row[6] != "0" else base + at - 1)
            self.relations.append(row[7])
            self.starts.append(at == 1)
            if document.spans is not None:
                _entities(row[9], base + at - 1, document.spans, self.opened, self.chains)
        document.text = document.text.rstrip(" ")

    def finished(self) -> Iterator[Document]:
        """The document with its chains and quotations, if it has any words."""
        document = self.document
        if document.places:
            if document.corpus == "gum":
                document.clusters = list(self.chains.values())
            quotes = quotations(document.text, ((m.start(), m.end()) for m in re.finditer(r"[^\n]+", document.text)))
            document.quoted = _inside([(q.start, q.end) for q in quotes], document.places)
            yield document


def treebank(path: Path, corpus: str) -> Iterator[Document]:
    """GUM or EWT: words, tags, relations, sentences; GUM's entities and who is who besides."""
    tree: _Tree | None = None
    rows: list[list[str]] = []
    fresh = True
    with path.open(encoding="utf-8") as file:
        for line in (raw.rstrip("\n") for raw in [*file, "\n"]):
            if line.startswith("# newdoc"):
                if tree is not None:
                    yield from tree.finished()
                tree = _Tree(corpus, line.split("=")[-1].strip())
            elif line.startswith("# newpar"):
                fresh = True
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows and tree is not None:
                tree.add(rows, fresh)
                rows, fresh = [], False
    if tree is not None:
        yield from tree.finished()


def _spaced(rows: Sequence[Sequence[str]]) -> Iterator[tuple[Sequence[str], bool]]:
    """The rows of words, and whether white space follows each; a joined form ("don't") says it for its words."""
    joined_until, joined_space = 0, False
    for row in rows:
        space = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            joined_until, joined_space = int(row[0].split("-")[1]), space
        elif "." not in row[0]:
            at = int(row[0])
            yield row, (space if at > joined_until else at == joined_until and joined_space)


def _entities(
    misc: str,
    at: int,
    spans: list[tuple[int, int, str]],
    opened: dict[str, list[tuple[int, str, str]]],
    chains: dict[str, list[Stretch]],
) -> None:
    match = re.search(r"(?:^|\|)Entity=([^|]+)", misc)
    for opening, body, closing in re.findall(r"(\(?)([^()]+)(\)?)", match[1] if match else ""):
        name = body.split("-")[0]
        if opening:
            kind = body.split("-")[1]
            if closing:
                spans.append((at, at, kind))
                chains.setdefault(name, []).append((at, at))
            else:
                opened.setdefault(name, []).append((at, kind, body))
        elif closing and opened.get(name):
            start, kind, _ = opened[name].pop()
            spans.append((start, at, kind))
            chains.setdefault(name, []).append((start, at))


def uner(path: Path, like: Iterable[Document]) -> Iterator[Document]:
    """UNER's persons, organisations and places on the sentences of EWT."""
    rows = [line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8")]
    tags = [row[2] for row in rows if len(row) > 2 and row[0].isdigit()]
    forms = [row[1] for row in rows if len(row) > 2 and row[0].isdigit()]
    at = 0
    for document in like:
        count = len(document.places)
        if [document.word(i) for i in range(count)] == forms[at : at + count]:
            document.spans = list(_blocks(tags[at : at + count]))
        at += count
        yield document


def crossner(path: Path) -> Iterator[Document]:
    """CrossNER politics: names with types."""
    block: list[list[str]] = []
    for number, line in enumerate([*path.open(encoding="utf-8"), "\n"]):
        parts = line.split()
        if parts:
            block.append(parts)
        elif block:
            document = _joined("crossner", str(number), [row[0] for row in block])
            document.spans = list(_blocks([row[1] for row in block]))
            block = []
            yield document


def _joined(corpus: str, name: str, forms: Sequence[str]) -> Document:
    document = Document(corpus, name, "", [], [0] * len(forms), [0] * len(forms), [False] * len(forms))
    for form in forms:
        start = len(document.text)
        document.text += form + " "
        document.places.append((start, start + len(form)))
    return document


def _blocks(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    start = None
    for at, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            yield start, at - 1, tags[start][2:]
            start = None
        if tag.startswith("B-") or (tag.startswith("I-") and start is None):
            start = at


def re3d(path: Path) -> Iterator[Document]:
    """re3d: entities in reports on Syria and Iraq; its BBC folder, which is for no commercial use, is left out."""
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        if row["folder"] == "BBC Online":
            continue
        document = plain("re3d", row["id"], row["text"])
        document.spans = []
        for marked in row["entities"]:
            if covered := document.covered([(marked["begin"], marked["end"])]):
                document.spans.append((covered[0], covered[-1], marked["type"]))
        yield document


def wikiwars(folder: Path) -> Iterator[Document]:
    """WikiWars: time expressions."""
    for path in sorted(folder.glob("*.xml")):
        raw = path.read_text(encoding="utf-8", errors="replace")
        body = re.search(r"<TEXT>(.*)</TEXT>", raw, re.DOTALL)
        inner = body[1] if body else ""
        text, marked, position = "", [], 0
        opened: list[int] = []
        for match in re.finditer(r"<(/?)TIMEX2[^>]*>", inner):
            text += inner[position : match.start()]
            position = match.end()
            if not match[1]:
                opened.append(len(text))
            elif opened:
                marked.append((opened.pop(), len(text)))
        document = plain("wikiwars", path.stem, text + inner[position:])
        document.spans = []
        for stretch in marked:
            if covered := document.covered([stretch]):
                document.spans.append((covered[0], covered[-1], "time"))
        yield document
