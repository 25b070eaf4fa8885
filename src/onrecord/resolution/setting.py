"""The setting of a report: which known names it holds, and which country and armed group it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from onrecord.model import Article, Span
from onrecord.nearby import Nearby
from onrecord.reading.segmentation import sentences
from onrecord.resolution.actors.choice import Choice, Circumstances, chosen
from onrecord.resolution.actors.matching import state_body_named
from onrecord.resolution.actors.registry import top_party
from onrecord.resolution.breakaway import Territory, territories
from onrecord.resolution.homelands import Homelands
from onrecord.resolution.namesakes import of_states_named_alike
from onrecord.resolution.registry import Entry, Match, body_at, body_named, body_of, government_seated_in, matches
from onrecord.resolution.venues import Venues

_GROUP_WORDS = frozenset(
    "group network movement organisation organization militants militant insurgents insurgent rebels rebel "
    "guerrillas guerrilla militia faction fighters fighter commander commanders".split()
)

_STANDING_APART = frozenset({"MED", "NGO", "IGO"})
_ORGANISATION_WORDS = frozenset({"network", "organisation", "organization"})
_GROUP = 4.0
"""Say of an armed group of a country on whose army is meant."""
_TOWN = 4.0
"""Say of a town on whose army is meant, against a country's name: countries are named as guests and foes too."""
_VENUE = 0.1
"""What is left of the say of a name that tells only where people met or spoke."""
_LOCATIVE = re.compile(
    r"\b(?:in|from|at|across|near|inside|into|to|around|outside|over|through|northern|southern|eastern|western)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Setting:
    """The known names of a report, in order, and what unnamed words mean in it ("the army", "the group")."""

    article: Article
    matches: tuple[Match, ...]
    located: tuple[tuple[Span, str], ...] = ()
    """Where further places are named, and the country of each: towns and districts."""
    groups: tuple[tuple[Span, str], ...] = ()
    """Where armed groups are named by names that mean them only here, and their country."""
    venues: Venues | None = None
    """Where people only meet or speak; None where nothing is known of that."""

    @classmethod
    def of(cls, article: Article) -> Setting:
        """The setting of an article, furniture left out."""
        found = [m for s in sentences(article) for m in matches(article.text, s.words)]
        return cls(article, tuple(of_states_named_alike(article.text, found)))

    @cached_property
    def country(self) -> str | None:
        """ISO code of the country that the report is about, by its groups, bodies and places; the first on a tie."""
        votes: Counter[str] = Counter()
        for match in self.matches:
            if match.country is not None and not _stands_apart(match):
                votes[match.country] += self._weight(match)
        votes.update(Counter({country: int(_GROUP) for _, country in self.groups}))
        return max(votes, key=lambda c: (votes[c], -list(votes).index(c)), default=None)

    @cached_property
    def countries(self) -> frozenset[str]:
        """ISO codes of every country that the report names or whose bodies and places it names."""
        return frozenset(m.country for m in self.matches if m.country is not None and not _stands_apart(m))

    @cached_property
    def lands(self) -> frozenset[str]:
        """ISO codes of those countries, and of those in which a place of the report is."""
        return self.countries | {country for _, country in self.located}

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
        return self.choice(match).entry

    def choice(self, match: Match, kind: str | None = None) -> Choice:
        """Whom a known name means here, why, and who else may be meant; `kind` is what the reader takes it for."""
        key = match.span, match.entries, kind
        held = self._choices.get(key)
        if held is None:
            held = self._choices[key] = chosen(match.span, match.entries, self._circumstances, kind)
        return held

    @cached_property
    def _choices(self) -> dict[tuple[Span, tuple[Entry, ...], str | None], Choice]:
        return {}

    @cached_property
    def _circumstances(self) -> Circumstances:
        published = self.article.published
        return Circumstances(
            None if published is None else published.year, frozenset(self._named_outright), self.homelands.shares
        )

    @cached_property
    def homelands(self) -> Homelands:
        """Which country each place of the report speaks of."""
        named = [
            (m.span.start, m.country, self._weight(m) * self._as_venue(m.span, m))
            for m in self.matches
            if m.country and not _stands_apart(m)
        ]
        towns = ((span.start, country, _TOWN * self._as_venue(span)) for span, country in self.located)
        groups = ((span.start, country, _GROUP) for span, country in self.groups)
        return Homelands([*self._in_title, *named, *towns, *groups], self._forces)

    @property
    def _in_title(self) -> Iterator[tuple[int, str, float]]:
        """The countries that a title names which is not printed in the text: as if it stood before it."""
        title = self.article.title
        if not title or title in self.article.text:
            return
        own = Article(self.article.id, title)
        for match in (m for s in sentences(own) for m in matches(title, s.words)):
            if match.country is not None and not _stands_apart(match):
                yield match.span.start - len(title) - 1, match.country, 2.0

    @cached_property
    def _forces(self) -> frozenset[str]:
        """The countries whose army, defence ministry or armed groups are named."""
        sure = (m for m in self.matches if len(m.entries) == 1 and _is_armed(m.entries[0]))
        return frozenset((*(m.country for m in sure if m.country is not None), *(c for _, c in self.groups)))

    def _as_venue(self, span: Span, match: Match | None = None) -> float:
        """What is left of the say of a name: little of one that says only where somebody met or spoke."""
        acts = match is not None and bool(match.entries) and match.entries[0].kind != "country"
        return _VENUE if self.venues is not None and not acts and self.venues.holds(span) else 1.0

    def entries_within(self, start: int, end: int) -> list[tuple[Match, Entry]]:
        """The known actors named between two characters, in order, each as the party that it speaks for."""
        return [(match, _speaking_for(entry)) for match, entry in self._named_within(start, end)]

    def _named_within(self, start: int, end: int) -> list[tuple[Match, Entry]]:
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

    def rebels_at(self, position: int) -> Entry | None:
        """Whom "the rebels" means: the armed group named before, else whoever broke away with a territory named here."""
        return self.group_before(position) or self.breakaway_at(position)

    def breakaway_at(self, position: int) -> Entry | None:
        """Whoever broke away with the territory last named before a place, else with the first named."""
        count = bisect_left(self._territories, position, key=lambda t: t.start)
        return self._territories[max(0, count - 1)].body if self._territories else None

    def breakaway_within(self, span: Span) -> Entry | None:
        """Whoever broke away with a territory that some words name."""
        return next((t.body for t in self._territories if span.start <= t.start < span.end), None)

    @cached_property
    def _territories(self) -> tuple[Territory, ...]:
        published = self.article.published
        return territories(self.article.text, None if published is None else published.year)

    def organisation_before(self, position: int) -> Entry | None:
        """The group or organisation last named before a place: "the network" may be a broadcaster."""
        return self._last_before(self._organisations, position)

    def party_before(self, position: int) -> Entry | None:
        """The political party last named before a place: "the party"."""
        return self._last_before(self._parties, position)

    @cached_property
    def _parties(self) -> Sequence[tuple[Match, Entry]]:
        return [(m, e) for m, e in self._named if e.kind == "party"]

    def of_many_states_before(self, position: int) -> Entry | None:
        """The international body last named before a place, else the first of all: "the Secretary-General"."""
        named = self._of_many_states
        return self._last_before(named, position) or (named[0][1] if named else None)

    @cached_property
    def _of_many_states(self) -> Sequence[tuple[Match, Entry]]:
        return [(m, _speaking_for(e)) for m, e in self._named if e.sector == "IGO"]

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
        """The party meant by words without a name: "the army" of the report's country, "the group" named before.

        A ministry or the police speak for their government.
        """
        found = self._unnamed(words, position)
        return None if found is None else _speaking_for(found)

    def _unnamed(self, words: str, position: int) -> Entry | None:
        lowered = words.lower()
        if lowered.split()[-1] in _ORGANISATION_WORDS:
            return self.organisation_before(position) or self.group_before(position)
        if any(w in _GROUP_WORDS for w in lowered.replace("'s", "").split()) and "army" not in lowered.split():
            group = self.group_before(position)
            if group is not None:
                return group
        body = body_named(words)
        country = self.homelands.surely_at(position, body)
        return body_at(country, body) if body is not None and country is not None else None

    def body_in(self, words: str, start: int, end: int) -> Entry | None:
        """The party that a phrase speaks for: one that it names, else the one that its words mean in this report."""
        found = self.own_body_in(words, start, end)
        return None if found is None else _speaking_for(found)

    def own_body_in(self, words: str, start: int, end: int) -> Entry | None:
        """The body itself that a phrase names or means: the ministry, where `body_in` gives its government."""
        named = self._named_within(start, end)
        bodies = [e for m, e in named if e.kind != "country" or m.span.text == words]
        if bodies:
            return bodies[-1]
        by_rule = state_body_named(words)
        if by_rule is not None:
            return by_rule
        seat = government_seated_in(words)
        if seat is not None:
            return seat
        phrase = Span.of(self.article.text, start, end)
        inside = (m.country for m in self.matches_at(phrase) if phrase.contains(m.span) and not m.entries)
        demonym = next(inside, None)
        body = body_named(words)
        if demonym is not None and body is not None:
            return body_of(demonym, body)
        return self._unnamed(words, start)


def _speaking_for(entry: Entry) -> Entry:
    return top_party(entry.id) or entry


def _is_armed(entry: Entry) -> bool:
    """Whether a body has men under arms, or is the ministry that has."""
    return entry.kind in {"military", "armed_group"} or entry.id.endswith("-ministry-defence")


def _stands_apart(match: Match) -> bool:
    """Whether a name says nothing of the country that a report is about: the news agency's, the aid organisation's."""
    return bool(match.entries) and match.entries[0].sector in _STANDING_APART
