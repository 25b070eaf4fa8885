"""Pages put together from single lines: furniture set above, into and below stretches of real and written reports."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from training.furniture.pages import Marked, Page

SHARE_OF_NEWLINES = 0.8
OUTLETS_KNOWN = 0.6
LOOSE_LINES = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line of furniture with its kind and the outlet that its words name."""

    outlet: str
    kind: str
    text: str


def furniture_lines(folder: Path) -> list[Line]:
    """The single lines of furniture that this project wrote."""
    return [Line(**json.loads(line)) for path in sorted(folder.glob("lines-*.jsonl")) for line in _lines(path)]


def report_lines(folder: Path) -> list[str]:
    """The single lines of reports that this project wrote."""
    return [json.loads(line)["text"] for path in sorted(folder.glob("report-*.jsonl")) for line in _lines(path)]


def wikinews(path: Path) -> Iterator[list[str]]:
    """The articles of GeoVirus (Wikinews, CC BY 2.5) as lists of sentences."""
    for article in ElementTree.parse(path).getroot().iter("article"):  # noqa: S314 - a corpus file of our own choice
        text = article.findtext("text") or ""
        yield [part.strip() + "." for part in text.split(". ") if part.strip()]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def composed_pages(
    lines: Sequence[Line], reports: Sequence[Sequence[str]], loose: Sequence[str], seed: int
) -> Iterator[Page]:
    """Pages that use every line of furniture and every loose line of report once, over stretches of whole reports."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    furniture, scattered = list(lines), list(loose)
    chance.shuffle(furniture)
    chance.shuffle(scattered)
    number = 0
    while furniture:
        taken = [furniture.pop() for _ in range(min(len(furniture), chance.randint(3, 8)))]
        body = list(chance.choice(reports))
        start = chance.randrange(max(1, len(body) - 8))
        body = body[start : start + chance.randint(4, 9)]
        for _ in range(min(len(scattered), LOOSE_LINES)):
            body.insert(chance.randint(0, len(body)), scattered.pop())
        number += 1
        yield _page(f"composed-{seed}-{number}", taken, body, chance)


def _page(name: str, furniture: list[Line], body: list[str], chance: random.Random) -> Page:
    outlet = furniture[0].outlet
    top = chance.randint(0, len(furniture))
    middle = chance.randint(0, len(furniture) - top)
    pieces: list[tuple[str, str | None]] = [(p, None) for p in body]
    for line in furniture[top : top + middle]:
        pieces.insert(chance.randint(1, len(pieces)), (_of(line, outlet), line.kind))
    pieces = [(_of(f, outlet), f.kind) for f in furniture[:top]] + pieces
    pieces += [(_of(f, outlet), f.kind) for f in furniture[top + middle :]]
    text, marked = "", []
    for number, (piece, kind) in enumerate(pieces):
        join = "\n" if chance.random() < SHARE_OF_NEWLINES else chance.choice(["", " "])
        text += join if number else ""
        marked.append(Marked(len(text), len(text) + len(piece), kind))
        text += piece
    return Page(name, outlet if chance.random() < OUTLETS_KNOWN else None, text, tuple(marked))


def _of(line: Line, outlet: str) -> str:
    """The line as another outlet would print it."""
    return line.text.replace(line.outlet, outlet)
