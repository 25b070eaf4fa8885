"""Whom a headline means that gives an office and no name: "Minister rejects commander's account of talks"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import SourceKind, Span
from onrecord.resolution.people import Person

_ARTICLE = re.compile(r"(?:the|an?|one|some|two|several|many)\s", re.IGNORECASE)
_OFFICE = re.compile(r"[a-z]{3,}(?<!s)")
"""A noun in the singular: a headline's "officials" are nobody whom the report would name."""


@dataclass
class Headline:
    """A report's headline where it stands in the text, and everybody whom the report names."""

    text: str
    title: str | None
    everybody: Iterable[Person]

    def meant(self, source: Span, kind: SourceKind) -> Iterator[Person]:
        """Those who hold the office that a source in the headline gives, whom the report names first before others.

        Headlines leave articles away and speak of the one who speaks in the report's first sentences.
        """
        if (
            kind not in {"role", "named"}
            or self._end is None
            or source.end > self._end
            or _ARTICLE.match(source.text)
        ):
            return
        office = source.text.lower().split()[-1]
        if _OFFICE.fullmatch(office) is None:
            return
        holders = [(min(below).start, p) for p in self.everybody if (below := self._held(p, office))]
        yield from (person for _, person in sorted(holders, key=lambda pair: pair[0]))

    def _held(self, person: Person, office: str) -> list[Span]:
        """Where the report below the headline gives somebody that office."""
        told = (m.span for m in person.mentions if m.form == "description" and _heads(m.span.text, office))
        roles = (r.role.span for r in person.roles if r.role.role.split()[-1] == office)
        return [span for span in (*told, *roles) if self._end is not None and span.start > self._end]

    @cached_property
    def _end(self) -> int | None:
        title = (self.title or "").strip()
        start = self.text.find(title) if title else -1
        return None if start < 0 else start + len(title)


def _heads(description: str, office: str) -> bool:
    """Whether a description is of that office: its last word before "of", "for", "in" or "from"."""
    words = re.split(r"\s(?:of|for|in|from|at)\s|,", description.lower())[0].split()
    return bool(words) and words[-1] == office
