"""The actors of one report: bodies of the registry and people from the text, each once, with parties and roles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from onrecord.model import Actor, Mention, MentionForm, Role, Span
from onrecord.nearby import Nearby
from onrecord.reading.reader import Chain, Found, RoleMention
from onrecord.resolution.bodies import BODY_KINDS, body_of_chain
from onrecord.resolution.people import Person, people, person_at
from onrecord.resolution.registry import Entry, body_of
from onrecord.resolution.setting import Setting

_FORMER = re.compile(r"\b(?:former|ex|late|then)\b", re.IGNORECASE)
_OFFICE_HOLDING = frozenset({"armed_group", "government", "military", "party", "organisation"})
_SPEAKING_BODIES = frozenset({"armed_group", "government", "military", "country", "party", "organisation"})


@dataclass
class Cast:
    """Who takes part in a report. Bodies and people are added while statements and events are resolved."""

    setting: Setting
    everybody: list[Person]
    bodies: dict[str, Entry] = field(default_factory=dict)
    mentions: dict[str, set[Mention]] = field(default_factory=dict)
    lent: dict[str, Entry] = field(default_factory=dict)
    """Parties that only a source phrase gives to a person, by the person's name."""
    placed: Nearby[tuple[Entry, Mention]] = field(default_factory=Nearby)
    """Every mention of a body, by its place."""

    @classmethod
    def of(cls, setting: Setting, found: Found) -> Cast:
        """The cast of a report: everybody named, and every body named or described."""
        cast = cls(setting, people(setting, found))
        for match in setting.matches:
            entry = setting.meant(match)
            if entry is not None and not (entry.kind == "country" and setting.is_only_a_place(match.span)):
                cast.note(entry, match.span, "name")
        for chain in found.chains:
            cast._note_chain(chain)
        for mention in found.mentions:
            if mention.form == "description" and _is_definite(mention.span.text):
                entry = cast._described(mention.span)
                if entry is not None:
                    cast.note(entry, mention.span, "description")
        return cast

    def note(self, entry: Entry, span: Span | None = None, form: MentionForm = "name") -> None:
        """Adds a body, with the words that name it there."""
        self.bodies.setdefault(entry.id, entry)
        if entry.part_of is not None and entry.country is not None:
            self.note(body_of(entry.country, "government"))
        held = self.mentions.setdefault(entry.id, set())
        if span is not None and not self.placed.at(span):
            mention = Mention(span, form)
            held.add(mention)
            self.placed.add(span, (entry, mention))

    def _note_chain(self, chain: Chain) -> None:
        """Adds the body that a chain of mentions means, with all of them."""
        entry = body_of_chain(self.setting, chain) if chain.kind in BODY_KINDS else None
        if entry is None:
            return
        self.note(entry)
        for mention in chain.mentions:
            span = _without_article(mention.span) if mention.form == "name" else mention.span
            self.note(entry, span, mention.form)

    def _described(self, span: Span) -> Entry | None:
        return self.setting.unnamed_body(span.text, span.start)

    def party_of_phrase(self, span: Span) -> Entry | None:
        """The body on whose behalf an unnamed source speaks: "a spokesman for the Taliban" → the Taliban."""
        if is_former(span.text):
            return None
        placed = [e for e, m in self.placed.at(span) if span.contains(m.span) and e.id.startswith("text:")]
        if placed:
            return self._speaking(placed[-1])
        return self._speaking(self.setting.body_in(span.text, span.start, span.end))

    def party_of_person(self, person: Person) -> Entry | None:
        """The body on whose behalf a named person speaks, from the offices that the report gives them."""
        if any(self._is_former(r) for r in person.roles):
            return None
        for role in person.roles:
            body = self.body_of_role(role)
            if body is not None:
                return self._speaking(body)
        for mention in person.mentions:
            phrase = self._words_before(mention.span)
            if phrase is not None and not is_former(phrase.text):
                found = self.setting.entries_within(phrase.start, phrase.end)
                if found and found[-1][1].kind != "country":
                    return self._speaking(found[-1][1])
        for mention in person.mentions:
            if mention.form == "description" and not is_former(mention.span.text):
                party = self.party_of_phrase(mention.span)
                if party is not None:
                    return party
        return self.lent.get(person.name)

    def _is_former(self, role: RoleMention) -> bool:
        """Whether an office is a past one: "former Colombian president"."""
        before = self.setting.article.text[max(0, role.role.span.start - 28) : role.role.span.end]
        return is_former(before)

    def body_of_role(self, role: RoleMention) -> Entry | None:
        """The body that an office belongs to: the one it is said to be of, the one that it implies, or the last named."""
        if role.body is not None:
            body = self.setting.body_in(role.body.text, role.body.start, role.body.end)
            if body is not None and body.kind != "country":
                return body
            country = self._country_in(role.body)
            if country is not None:
                return body_of(country, "military" if "army" in role.role.role else "government")
        start = role.role.span.start
        return self.setting.unnamed_body(role.role.role, start) or self.subject_body(start)

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

    def _country_in(self, span: Span) -> str | None:
        """The country of a demonym or a country's name within a span; a town or district gives its people no office."""
        known = (m for m in self.setting.matches_at(span) if span.contains(m.span))
        inside = (m.country for m in known if m.place is None or m.place.kind == "country")
        return next((c for c in inside if c is not None), None)

    def _words_before(self, name: Span) -> Span | None:
        """The three words before a name in its sentence: "Taliban commander Maulvi Faqir Mohammad"."""
        text = self.setting.article.text
        match = re.search(r"(?:[\w’'-]+\s+){1,3}$", text[max(0, name.start - 40) : name.start])
        return None if match is None else Span.of(text, name.start - len(match.group()), name.start)

    def _speaking(self, entry: Entry | None) -> Entry | None:
        if entry is None or entry.kind not in _SPEAKING_BODIES:
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


def is_former(words: str) -> bool:
    """Whether an office is said to be past, so that its holder speaks for nobody: "former president"."""
    return bool(_FORMER.search(words))


def _is_definite(words: str) -> bool:
    return bool(re.match(r"(?:the|its|their|his|our)\s", words, re.IGNORECASE)) or bool(
        re.search(r"\b(?:officials|commanders)\b", words)
    )


@dataclass(frozen=True, slots=True)
class Numbered:
    """The finished actors of a report and the ids under which bodies and people are found in it."""

    actors: tuple[Actor, ...]
    body_ids: dict[str, str]
    person_ids: dict[str, str]


def numbered(cast: Cast, pronouns: dict[str, list[Mention]]) -> Numbered:
    """The actors with ids in the order of their first mention; `pronouns` are further mentions by person's name."""
    for person in cast.everybody:
        cast.party_of_person(person)  # notes the bodies of people who do not speak, so that they get ids too
    rows: list[tuple[int, str, Entry | Person]] = []
    rows += [(person.mentions[0].span.start, person.name, person) for person in cast.everybody]
    for entry in cast.bodies.values():
        starts = [m.span.start for m in cast.mentions[entry.id]]
        rows.append((min(starts, default=len(cast.setting.article.text)), entry.id, entry))
    rows.sort(key=lambda row: (row[0], row[1]))
    body_ids = {e.id: f"a{n}" for n, (_, _, e) in enumerate(rows, 1) if isinstance(e, Entry)}
    person_ids = {p.name: f"a{n}" for n, (_, _, p) in enumerate(rows, 1) if isinstance(p, Person)}
    actors = [
        _body_actor(cast, who, body_ids)
        if isinstance(who, Entry)
        else _person_actor(cast, who, body_ids, person_ids, pronouns)
        for _, _, who in rows
    ]
    return Numbered(tuple(actors), body_ids, person_ids)


def _body_actor(cast: Cast, entry: Entry, body_ids: dict[str, str]) -> Actor:
    return Actor(
        id=body_ids[entry.id],
        name=entry.name,
        kind=entry.kind,
        mentions=_ordered(cast.mentions[entry.id]),
        party=body_ids.get(entry.part_of or entry.id),
        codes=entry.codes,
        country=entry.country,
        known_as=entry.id,
    )


def _person_actor(
    cast: Cast,
    person: Person,
    body_ids: dict[str, str],
    person_ids: dict[str, str],
    pronouns: dict[str, list[Mention]],
) -> Actor:
    party = cast.party_of_person(person)
    return Actor(
        id=person_ids[person.name],
        name=person.name,
        kind="person",
        mentions=_ordered([*person.mentions, *pronouns.get(person.name, ())]),
        party=body_ids[party.id] if party else None,
        country=party.country if party else None,
        roles=tuple(_role(cast, r, body_ids) for r in person.roles),
    )


def _role(cast: Cast, mention: RoleMention, body_ids: dict[str, str]) -> Role:
    body = cast.body_of_role(mention)
    return replace(mention.role, of=body_ids.get(body.id) if body else None)


def _ordered(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(set(mentions), key=lambda m: (m.span.start, m.span.end)))
