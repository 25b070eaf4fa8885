"""The setting of a report: which known names it holds, and which country and armed group it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import Article, Span
from onrecord.reading.segmentation import sentences
from onrecord.resolution.registry import Entry, Match, body_named, body_of, government_seated_in, matches

_GROUP_WORDS = frozenset(
    "group network movement organisation organization militants militant insurgents insurgent rebels rebel "
    "guerrillas guerrilla militia faction fighters fighter commander commanders".split()
)

_ORGANISATION_WORDS = frozenset({"network", "organisation", "organization"})
_LOCATIVE = re.compile(
    r"\b(?:in|from|at|across|near|inside|into|to|around|outside|over|through|northern|southern|eastern|western)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Setting:
    """The known names of a report, in order, and what unnamed words mean in it ("the army", "the group")."""

    article: Article
    matches: tuple[Match, ...]

    @classmethod
    def of(cls, article: Article) -> Setting:
        """The setting of an article, furniture left out."""
        found = [m for s in sentences(article) for m in matches(article.text, s.words)]
        return cls(article, tuple(found))

    @cached_property
    def country(self) -> str | None:
        """ISO code of the country that the report is about, by its groups, bodies and places; the first on a tie."""
        votes: Counter[str] = Counter()
        for match in self.matches:
            if match.country is not None:
                votes[match.country] += self._weight(match)
        return max(votes, key=lambda c: (votes[c], -list(votes).index(c)), default=None)

    def _weight(self, match: Match) -> int:
        """How much a name says of what a report is about: groups and bodies most, a place where something is least."""
        if match.entries and match.entries[0].kind != "country":
            return 4
        return 1 if match.place is not None and self.is_only_a_place(match.span) else 2

    def is_only_a_place(self, span: Span) -> bool:
        """Whether a name says where, not who ("across the frontier in Afghanistan")."""
        return bool(_LOCATIVE.search(self.article.text[max(0, span.start - 24) : span.start]))

    @cached_property
    def _named_outright(self) -> Counter[str]:
        return Counter(m.entries[0].id for m in self.matches if len(m.entries) == 1)

    def meant(self, match: Match) -> Entry | None:
        """The one actor that a known name means here: an alias of several is told by the rest of the report."""
        if len(match.entries) <= 1:
            return match.entries[0] if match.entries else None
        ranked = sorted(
            match.entries,
            key=lambda e: (-self._named_outright[e.id], e.country != self.country, match.entries.index(e)),
        )
        return ranked[0]

    def entries_within(self, start: int, end: int) -> list[tuple[Match, Entry]]:
        """The known actors named between two characters, in order."""
        found = [(m, self.meant(m)) for m in self.matches if start <= m.span.start and m.span.end <= end]
        return [(m, e) for m, e in found if e is not None]

    def group_before(self, position: int) -> Entry | None:
        """The armed group that "the group" means at a place of the text: the last named before, else the first of all."""
        groups = [(m.span.start, e) for m, e in self._groups]
        before = [e for start, e in groups if start < position]
        return before[-1] if before else (groups[0][1] if groups else None)

    def organisation_before(self, position: int) -> Entry | None:
        """The group or organisation last named before a place: "the network" may be a broadcaster."""
        named = [e for _, e in self.entries_within(0, position) if e.kind in {"armed_group", "organisation"}]
        return named[-1] if named else None

    @cached_property
    def _groups(self) -> Sequence[tuple[Match, Entry]]:
        named = self.entries_within(0, len(self.article.text))
        return [(m, e) for m, e in named if e.kind == "armed_group"]

    def unnamed_body(self, words: str, position: int) -> Entry | None:
        """The body meant by words without a name: "the army" of the report's country, "the group" named before."""
        lowered = words.lower()
        if lowered.split()[-1] in _ORGANISATION_WORDS:
            return self.organisation_before(position) or self.group_before(position)
        if any(w in _GROUP_WORDS for w in lowered.replace("'s", "").split()) and "army" not in lowered.split():
            group = self.group_before(position)
            if group is not None:
                return group
        body = body_named(words)
        return body_of(self.country, body) if body is not None and self.country is not None else None

    def body_in(self, words: str, start: int, end: int) -> Entry | None:
        """The body that a phrase speaks for: one that it names, else the one that its words mean in this report."""
        named = self.entries_within(start, end)
        bodies = [e for m, e in named if e.kind != "country" or m.span.text == words]
        if bodies:
            return bodies[-1]
        seat = government_seated_in(words)
        if seat is not None:
            return seat
        demonym = next(
            (m.country for m in self.matches if start <= m.span.start and m.span.end <= end and not m.entries), None
        )
        body = body_named(words)
        if demonym is not None and body is not None:
            return body_of(demonym, body)
        return self.unnamed_body(words, start)
