"""Reports to make pairs from: passages of the conflict set, as headline and sentences, with credit, paper and day."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Literal

from conflict_set.passages import passages

from onrecord.model import Article, Furniture

Part = Literal["tune", "measure"]
HERE = Path(__file__).parent
SET = HERE.parents[1] / "conflict_set"
_PASSAGES = {"tune": SET / "train", "measure": SET / "held_out"}
_FIRST_DAY = date(2011, 1, 1)
_FEWEST_SENTENCES = 7
_UNDATED = 0.05
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Draft:
    """A report before it is set: its sentences in order, and what is known of it besides."""

    headline: str
    sentences: tuple[str, ...]
    sides: tuple[str, str]
    agency: str | None
    outlet: str | None
    published: date

    @property
    def weekday(self) -> str:
        """The day of publication, as reports name it."""
        return WEEKDAYS[self.published.weekday()]

    def later(self, days: int) -> Draft:
        """The same, published some days later."""
        return replace(self, published=self.published + timedelta(days))

    def article(self, ident: str, chance: Random, furniture: Sequence[str] = ()) -> Article:
        """The report as it is printed, some sentences to a paragraph; furniture around it is marked or not."""
        paragraphs: list[str] = []
        for sentence in self.sentences:
            if paragraphs and chance.random() < 0.5:
                paragraphs[-1] += " " + sentence
            else:
                paragraphs.append(sentence)
        above, below = list(furniture[::2]), list(furniture[1::2])
        lines = [*above, self.headline, *paragraphs, *below]
        text = "\n".join(lines)
        marked = _marked(lines, {*above, *below}) if chance.random() < 0.5 else ()
        return Article(
            ident,
            text,
            outlet=self.outlet,
            title=self.headline,
            credit=self.agency,
            published=self.published if chance.random() > _UNDATED else None,
            furniture=marked,
        )


def _marked(lines: Sequence[str], furniture: set[str]) -> tuple[Furniture, ...]:
    found, at = [], 0
    for line in lines:
        if line in furniture:
            found.append(Furniture(at, at + len(line), "other", "around the report"))
        at += len(line) + 1
    return tuple(found)


@cache
def words(part: Part) -> dict[str, Any]:
    """The words of one part: phrases, ledes, backgrounds and so on."""
    found: dict[str, Any] = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))[part]
    return found


@cache
def events(part: Part) -> list[dict[str, list[str]]]:
    """The events that two reporters write up, one list of sentences each."""
    found: list[dict[str, list[str]]] = tomllib.loads((HERE / "reporters.toml").read_text(encoding="utf-8"))[part][
        "event"
    ]
    return found


@cache
def drafts(part: Part) -> tuple[Draft, ...]:
    """The passages of the part as reports, in a fixed order; each has credit, paper and day of its own."""
    found = []
    for file in sorted(_PASSAGES[part].glob("*.txt")):
        for passage in passages(file):
            sentences = [passage.text[a:b] for number, (a, b) in sorted(passage.sentences.items()) if number]
            if len(sentences) < _FEWEST_SENTENCES:
                continue
            chance = Random(f"{part} {passage.id}")  # noqa: S311
            head = passage.sentences.get(0)
            found.append(
                Draft(
                    headline=sentences[0][:60] if head is None else passage.text[head[0] : head[1]],
                    sentences=tuple(sentences),
                    sides=_sides(passage.facts.get("conflict", "")),
                    agency=chance.choice(words(part)["agencies"]),
                    outlet=chance.choice(words(part)["outlets"]),
                    published=_FIRST_DAY + timedelta(chance.randrange(2000)),
                )
            )
    return tuple(found)


def _sides(conflict: str) -> tuple[str, str]:
    names = [name.strip() for name in re.split(r",| and ", conflict) if name.strip()]
    return (names[0] if names else "the government"), (names[-1] if len(names) > 1 else "its opponents")


def same_conflict(part: Part, draft: Draft, chance: Random) -> Draft:
    """Another report, of the same conflict where there is one, credited as this one and published on its day."""
    own = set(draft.sentences)
    others = [d for d in drafts(part) if d.sides == draft.sides and own.isdisjoint(d.sentences)]
    other = chance.choice(others or [d for d in drafts(part) if own.isdisjoint(d.sentences)])
    return replace(other, agency=draft.agency, published=draft.published)
