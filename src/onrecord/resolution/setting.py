"""The setting of a report: which known names it holds, and which country and armed group it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from onrecord.model import Article, Span
from onrecord.nearby import Nearby
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
        found = []
        for match, entry in islice(self._named, bisect_left(self._starts, start), None):
            if match.span.start >= end:
                break
            if match.span.end <= end:
                found.append((match, entry))
        return found

    @cached_property
    def _named(self) -> Sequence[tuple[Match, Entry]]:
        meant = [(m, self.meant(m)) for m in self.matches]
        return [(m, e) for m, e in meant if e is not None]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [m.span.start for m, _ in self._named]

    def matches_at(self, span: Span) -> list[Match]:
        """The known names that share a character with a span, in order."""
        return self._near.at(span)

    @cached_property
    def _near(self) -> Nearby[Match]:
        return Nearby((m.span, m) for m in self.matches)

    def group_before(self, position: int) -> Entry | None:
        """The armed group that "the group" means at a place of the text: the last named before, else the first of all."""
        return self._last_before(self._groups, position) or (self._groups[0][1] if self._groups else None)

    def organisation_before(self, position: int) -> Entry | None:
        """The group or organisation last named before a place: "the network" may be a broadcaster."""
        return self._last_before(self._organisations, position)

    @staticmethod
    def _last_before(named: Sequence[tuple[Match, Entry]], position: int) -> Entry | None:
        count = bisect_left(named, position, key=lambda pair: pair[0].span.start)
        return named[count - 1][1] if count else None

    @cached_property
    def _groups(self) -> Sequence[tuple[Match, Entry]]:
        return [(m, e) for m, e in self._named if e.kind == "armed_group"]

    @cached_property
    def _organisations(self) -> Sequence[tuple[Match, Entry]]:
        return [(m, e) for m, e in self._named if e.kind in {"armed_group", "organisation"}]

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
        phrase = Span.of(self.article.text, start, end)
        inside = (m.country for m in self.matches_at(phrase) if phrase.contains(m.span) and not m.entries)
        demonym = next(inside, None)
        body = body_named(words)
        if demonym is not None and body is not None:
            return body_of(demonym, body)
        return self.unnamed_body(words, start)
