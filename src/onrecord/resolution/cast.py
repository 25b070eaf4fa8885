"""The actors of one report: bodies of the registry and people from the text, each once, with parties and roles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from onrecord.model import Mention, MentionForm, Span, Statement
from onrecord.nearby import Nearby
from onrecord.reading.reader import Chain, Found, RoleMention
from onrecord.reading.relations import BodyRelation, relations
from onrecord.resolution.actors.registry import entry as registry_entry
from onrecord.resolution.actors.registry import top_party
from onrecord.resolution.allegiance import Allegiance
from onrecord.resolution.bodies import (
    BODY_KINDS,
    belonging_to,
    body_of_chain,
    is_any_group,
    is_described,
    is_owned,
    of_owner,
    other_name,
)
from onrecord.resolution.describing import before_clause, belongs_to, is_former
from onrecord.resolution.implied import implied_body, is_of_a_house, of_a_state
from onrecord.resolution.people import Person, people, person_at
from onrecord.resolution.registry import Entry, body_at, body_of
from onrecord.resolution.rivals import set_apart
from onrecord.resolution.setting import Setting
from onrecord.resolution.unnamed import Unnamed, unnamed

_FAR_MORE = 3
"""Times that a group is spoken of for every time of the next, so that it is the one meant by "the rebels"."""
_OF_STATES = frozenset({"army", "military", "police", "government", "ministry", "parliament"})
"""Nouns that take up no group that has one of them in its name: "the army" is not the Arakan Army."""
_STATE_KINDS = frozenset({"government", "military", "country"})
_OFFICE_HOLDING = frozenset({"armed_group", "government", "military", "party", "organisation"})


@dataclass
class Cast:
    """Who takes part in a report. Bodies and people are added while statements and events are resolved."""

    setting: Setting
    everybody: list[Person]
    bodies: dict[str, Entry] = field(default_factory=dict)
    mentions: dict[str, set[Mention]] = field(default_factory=dict)
    lent: dict[int, Entry] = field(default_factory=dict)
    """Parties that only a source phrase gives to a person, by the person's key."""
    unnamed: list[Unnamed] = field(default_factory=list)
    """People whom the report describes and never names."""
    ties: tuple[BodyRelation, ...] = ()
    """Who belongs to whom by the grammar of the report."""
    statements: tuple[Statement, ...] = ()
    placed: Nearby[tuple[Entry, Mention]] = field(default_factory=Nearby)
    """Every mention of a body, by its place."""

    @classmethod
    def of(cls, setting: Setting, found: Found) -> Cast:
        """The cast of a report: everybody named or described, and every body, by what the reader ties together first."""
        found = replace(found, chains=tuple(set_apart(found.chains)))
        cast = cls(
            setting, people(setting, found), ties=relations(setting.article.text, found), statements=found.statements
        )
        cast._note_chains(found.chains)
        for match in setting.matches:
            entry = setting.meant(match)
            if entry is not None and not (entry.kind == "country" and setting.is_only_a_place(match.span)):
                cast.note(entry, match.span, "name")
        for mention in found.mentions:
            if mention.form == "description" and _is_definite(mention.span.text):
                entry = cast._described(mention.span)
                if entry is not None:
                    cast.note(entry, mention.span, "description")
        taken = Nearby((m.span, m) for person in cast.everybody for m in person.mentions)
        cast.unnamed = unnamed(found.chains, taken)
        cast.allegiance.settled = True
        return cast

    @cached_property
    def allegiance(self) -> Allegiance:
        """For whom everybody speaks."""
        return Allegiance(self, self.ties, self.statements)

    def note(self, entry: Entry, span: Span | None = None, form: MentionForm = "name") -> None:
        """Adds a body, with the words that name it there."""
        self.bodies.setdefault(entry.id, entry)
        above = None if entry.part_of is None else registry_entry(entry.part_of)
        if above is not None and above.id not in self.bodies:
            self.note(above)
        held = self.mentions.setdefault(entry.id, set())
        if span is not None and not self.placed.at(span):
            self._place(entry, Mention(span, form), held)

    def _place(self, entry: Entry, mention: Mention, held: set[Mention]) -> None:
        held.add(mention)
        self.placed.add(mention.span, (entry, mention))

    def _note_chains(self, chains: Sequence[Chain]) -> None:
        """Adds the bodies that chains of mentions mean, with all mentions; those that others own come last."""
        bodies = [(c, body_of_chain(self.setting, c)) for c in chains if c.kind in BODY_KINDS]
        known = [(c, e) for c, e in bodies if e is not None and not is_described(e)]
        groups = {e.id: e for _, e in known if e.kind == "armed_group"}
        sizes = Counter({e.id: 0 for e in groups.values()})
        for chain, body in known:
            if body.id in groups:
                sizes[body.id] += len(chain.mentions)
        for chain, body in known:
            if not is_owned(chain):
                self._note_chain(chain, body)
        called = _called(known)
        for chain, entry in bodies:
            if entry is None or not (is_described(entry) or is_owned(chain)):
                continue
            told = [m.span for m in chain.mentions if m.form == "description"]
            namesake = _namesake(chain, called) if is_described(entry) else None
            if namesake is not None:
                self._note_chain(chain, namesake)
                continue
            owners = (self.allegiance.owner(span) or self._whole_within(span, entry) for span in told)
            owner = next((o for o in owners if o is not None), None)
            if not is_described(entry):
                self._note_chain(chain, entry if owner is None else of_owner(self.setting, chain, entry, owner))
                continue
            group = _chief_group(groups, sizes) if is_any_group(chain) else None
            if group is not None:
                self._note_chain(chain, group)
            else:
                self._note_chain(chain, entry if owner is None else belonging_to(entry, owner))

    def _whole_within(self, span: Span, entry: Entry) -> Entry | None:
        """The body that a description says a part is of, by "of" or a possessive: "the Front's bureau in Algiers"."""
        if entry.part_of is not None:
            return None
        inside = [(m.span, e) for e, m in self.placed.at(span) if span.contains(m.span) and belongs_to(span, m.span)]
        found = next((e for _, e in sorted(inside, key=lambda pair: pair[0]) if e.kind != "country"), None)
        return found or self.allegiance.possessor(span)

    def _note_chain(self, chain: Chain, entry: Entry) -> None:
        """Adds a body with all mentions of its chain."""
        self.note(entry)
        held = self.mentions[entry.id]
        for mention in chain.mentions:
            other = other_name(self.setting, mention, entry)
            if other is not None:
                self.note(other, _without_article(mention.span), "name")
                continue
            span = _without_article(mention.span) if mention.form == "name" else mention.span
            if all(span != m.span and e.id != entry.id for e, m in self.placed.at(span)):
                self._place(entry, Mention(span, mention.form), held)

    def _described(self, span: Span) -> Entry | None:
        return self.setting.unnamed_body(span.text, span.start)

    def party_of_phrase(self, span: Span) -> Entry | None:
        """The body on whose behalf an unnamed source speaks: "a spokesman for the Taliban" → the Taliban."""
        if is_former(span.text) or is_of_a_house(span.text):
            return None
        head = before_clause(span)
        span = head if self.named_inside(head) else span
        placed = [(e, m.span) for e, m in self.placed.at(span) if span.contains(m.span)]
        outermost = [e for e, m in placed if not any(other != m and other.contains(m) for _, other in placed)]
        described = [e for e in outermost if e.id.startswith("text:")]
        if described:
            return self.speaking(described[-1])
        return self.speaking(self.setting.body_in(span.text, span.start, span.end))

    def party_of_body(self, span: Span) -> Entry | None:
        """The party whose words a body speaks that is a source itself: a central committee its movement's.

        None where nobody knows whose the body is.
        """
        body = self.body_at(span)
        above = None if body is None or body.part_of is None else registry_entry(body.part_of)
        known = above or (None if body is None or is_described(body) else body)
        return None if known is None else self.speaking(top_party(known.id) or known)

    def unnamed_at(self, source: Span) -> Unnamed | None:
        """The unnamed people whom a source means."""
        return next((who for span, who in self._unnamed_placed.at(source) if span == source), None)

    @cached_property
    def _unnamed_placed(self) -> Nearby[tuple[Span, Unnamed]]:
        return Nearby((m.span, (m.span, who)) for who in self.unnamed for m in who.mentions)

    def body_at(self, span: Span) -> Entry | None:
        """The body that these words mean, all of them but an article: a ministry itself, not its government."""
        lengths = {len(span.text), len(_without_article(span).text)}
        return next(
            (e for e, m in self.placed.at(span) if m.span.end == span.end and len(m.span.text) in lengths), None
        )

    def named_inside(self, span: Span) -> list[tuple[Span, Entry]]:
        """The bodies, no countries, that words name or mean inside of them, in order."""
        placed = sorted(self.placed.at(span), key=lambda pair: (pair[1].span, pair[0].id))
        return [(m.span, e) for e, m in placed if e.kind != "country" and span.contains(m.span) and m.span != span]

    def group_at(self, position: int) -> Entry | None:
        """Whom "the fighters" at a place belong to: a known group, else one that the report only describes."""
        known = self.setting.rebels_at(position)
        if known is not None or not self.allegiance.settled:
            return known
        groups = self._described_groups
        count = bisect_left(groups, position, key=lambda pair: pair[0])
        return groups[max(0, count - 1)][1] if groups else None

    @cached_property
    def _described_groups(self) -> list[tuple[int, Entry]]:
        """Where the report speaks of armed groups that no registry knows, in order."""
        unknown = (e for e in self.bodies.values() if e.kind == "armed_group" and registry_entry(e.id) is None)
        placed = ((m.span.start, e) for e in unknown for m in self.mentions[e.id])
        return sorted(placed, key=lambda pair: (pair[0], pair[1].id))

    def party_of_person(self, person: Person) -> Entry | None:
        """The body on whose behalf a named person speaks."""
        return self.allegiance.of_person(person)

    def party_of_unnamed(self, who: Unnamed) -> Entry | None:
        """The body on whose behalf unnamed people speak or act."""
        return self.allegiance.of_unnamed(who)

    def body_of_role(self, role: RoleMention) -> Entry | None:
        """The body that an office belongs to: the one it is said to be of, the one that it implies, or the last named."""
        named = self.named_body_of_role(role)
        if named is not None:
            return named
        start = role.role.span.start
        implied = implied_body(role.role.role)
        country = self.setting.homelands.at(start, implied)
        if implied is not None and of_a_state(implied) and country is not None:
            return body_at(country, implied)
        return self.setting.unnamed_body(role.role.role, start) or self.subject_body(start)

    def named_body_of_role(self, role: RoleMention) -> Entry | None:
        """The body that an office is said to be of, or that of the country that it is said to be of."""
        if role.body is None:
            return None
        body = self.setting.body_in(role.body.text, role.body.start, role.body.end)
        if body is not None and body.kind != "country":
            return body
        country = self.country_in(role.body)
        return None if country is None else body_of(country, "military" if "army" in role.role.role else "government")

    def subject_body(self, position: int) -> Entry | None:
        """The first body of the sentence before a place in it: "the Taliban have removed their deputy chief"."""
        text = self.setting.article.text
        begin = max(0, position - 1_000)
        start = max(begin, *(text.rfind(stop, begin, position) for stop in ("\n", ". ", '." ', ".” ")))
        named = [
            (m.span.start, e)
            for e, m in self.placed.at(Span.of(text, start, position))
            if start <= m.span.start and m.span.end <= position and e.kind in _OFFICE_HOLDING
        ]
        return min(named, key=lambda pair: pair[0])[1] if named else None

    def country_in(self, span: Span) -> str | None:
        """The country of a demonym or a country's name within a span; a town or district gives its people no office."""
        known = (m for m in self.setting.matches_at(span) if span.contains(m.span))
        inside = (m.country for m in known if m.place is None or m.place.kind == "country")
        return next((c for c in inside if c is not None), None)

    def speaking(self, entry: Entry | None) -> Entry | None:
        """A body as one that speaks, noted; a country as its government, None for what speaks for nobody."""
        if entry is None or entry.kind not in BODY_KINDS:
            return None
        if entry.kind == "country" and entry.country is not None:
            entry = body_of(entry.country, "government")
        self.note(entry)
        return entry

    def person_in(self, span: Span) -> Person | None:
        """The person whom a span names."""
        return person_at(self.people_placed, span)

    def person_as_source(self, source: Span) -> Person | None:
        """The person whom a whole source means: by a mention that is it, opens it, or ends it behind a title."""
        means = [
            (m.span.end - m.span.start, p) for m, p in self._mentions_of_people.at(source) if _is_source(m, source)
        ]
        return max(means, key=lambda pair: pair[0])[1] if means else None

    @cached_property
    def _mentions_of_people(self) -> Nearby[tuple[Mention, Person]]:
        return Nearby((m.span, (m, p)) for p in self.everybody for m in p.mentions)

    def person_named_in(self, span: Span) -> Person | None:
        """The person whose name, not only a description or pronoun, stands in a span."""
        return person_at(self._people_by_name, span)

    @cached_property
    def _people_by_name(self) -> Nearby[tuple[int, Person]]:
        return Nearby((m.span, (m.span.start, p)) for p in self.everybody for m in p.mentions if m.form == "name")

    @cached_property
    def people_placed(self) -> Nearby[tuple[int, Person]]:
        """Every mention of a person, by its place, with where it starts."""
        return Nearby((m.span, (m.span.start, p)) for p in self.everybody for m in p.mentions)


def _called(known: Iterable[tuple[Chain, Entry]]) -> dict[str, dict[str, Entry]]:
    """The bodies of some chains, by the words that stand in mentions of them, in small letters."""
    found: dict[str, dict[str, Entry]] = defaultdict(dict)
    for chain, entry in known:
        for word in {word for m in chain.mentions for word in m.span.text.lower().split()}:
            found[word][entry.id] = entry
    return found


def _namesake(chain: Chain, called: Mapping[str, Mapping[str, Entry]]) -> Entry | None:
    """The body that a bare noun takes up: "the ministry" is the only one that the report names with that word."""
    told = {_without_article(m.span).text.lower() for m in chain.mentions if m.form == "description"}
    noun = next(iter(told), "")
    if len(told) != 1 or not noun.isalpha() or chain.names:
        return None
    named = {
        ident: e for ident, e in called.get(noun, {}).items() if noun not in _OF_STATES or e.kind in _STATE_KINDS
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _chief_group(groups: Mapping[str, Entry], sizes: Counter[str]) -> Entry | None:
    """The armed group that "the rebels" are in a report that names one, or one far more than any other."""
    ranked = sizes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] < _FAR_MORE * ranked[1][1]):
        return None
    return groups[ranked[0][0]]


def _without_article(span: Span) -> Span:
    rest = re.sub(r"^the\s+", "", span.text, flags=re.IGNORECASE)
    return Span(span.end - len(rest), span.end, rest) if rest else span


def _is_source(mention: Mention, source: Span) -> bool:
    span = mention.span
    if span.contains(source) or (span.start - source.start in {0, 4} and span.text in source.text):
        return span.start == source.start or source.text[:4].lower() == "the " or span.contains(source)
    before = source.text[: max(0, span.start - source.start)]
    return (
        mention.form == "name" and span.end == source.end and not re.search(r"\b(?:of|for|to|in|from|by)\b|,", before)
    )


def _is_definite(words: str) -> bool:
    return bool(re.match(r"(?:the|its|their|his|our)\s", words, re.IGNORECASE)) or bool(
        re.search(r"\b(?:officials|commanders)\b", words)
    )
