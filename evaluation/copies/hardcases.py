"""The cases written by hand: `hardcases.txt`, read into pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from evaluation.copies.pairs import Pair
from onrecord.model import Article

CASES = Path(__file__).parent / "hardcases.txt"
_CASE = re.compile(r"^== (?P<kind>.+?) \| (?P<same>one|two)$", re.MULTILINE)
_REPORT = re.compile(r"^-- (?P<outlet>.+?) \| (?P<agency>.+?) \| (?P<day>\S+) \| (?P<title>.+)$", re.MULTILINE)


def hard_cases(path: Path = CASES) -> Iterator[Pair]:
    """The pairs of the file, in its order; ValueError where a case has not two reports."""
    text = path.read_text(encoding="utf-8")
    heads = list(_CASE.finditer(text))
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        one, other = _reports(text[head.end() : end], f"case {number + 1}")
        yield Pair(head["kind"], head["same"] == "one", one, other)


def _reports(text: str, ident: str) -> list[Article]:
    heads = list(_REPORT.finditer(text))
    if len(heads) != 2:
        raise ValueError(f"{ident} has {len(heads)} reports, not two")
    found = []
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        found.append(
            Article(
                f"{ident}, {number + 1}",
                f"{head['title']}\n{text[head.end() : end].strip()}",
                outlet=head["outlet"],
                title=head["title"],
                credit=None if head["agency"] == "-" else head["agency"],
                published=None if head["day"] == "-" else date.fromisoformat(head["day"]),
            )
        )
    return found
