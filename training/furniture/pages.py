"""The pages that furniture is learnt from and measured on: pieces of text, each report or a kind of furniture."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_JOINS = {"newline": "\n", "none": "", "space": " "}


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a page with its kind of furniture, None for report."""

    start: int
    end: int
    kind: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """A flattened page and what each stretch of it is."""

    id: str
    outlet: str | None
    text: str
    marked: tuple[Marked, ...]
    credit: str | None = None

    def kind_at(self, start: int, end: int) -> tuple[str | None, bool]:
        """Kind of what most of these characters are, and whether any stretch of the page holds them."""
        best = max(self.marked, key=lambda m: min(m.end, end) - max(m.start, start))
        return best.kind, min(best.end, end) > max(best.start, start)


def written_pages(folder: Path) -> Iterator[Page]:
    """The pages that this project wrote, from `pages-*.jsonl` in a folder, in order of file and line."""
    for path in sorted(folder.glob("pages-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            data = json.loads(line)
            text, marked = "", []
            for number, piece in enumerate(data["pieces"]):
                text += _JOINS[piece["join"]] if number else ""
                marked.append(Marked(len(text), len(text) + len(piece["text"]), piece["kind"]))
                text += piece["text"]
            yield Page(data["id"], data["outlet"], text, tuple(marked), data.get("credit"))


def polnear_pages(path: Path) -> Iterator[Page]:
    """PolNeAR's articles; what its annotators discarded is furniture, of a kind that it does not tell."""
    for line in path.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        marked, position = [], 0
        for start, end in sorted(data["discard"]):
            marked += [Marked(position, start, None), Marked(start, end, "other")]
            position = end
        marked.append(Marked(position, len(data["text"]), None))
        yield Page(data["id"], None, data["text"], tuple(m for m in marked if m.end > m.start))
