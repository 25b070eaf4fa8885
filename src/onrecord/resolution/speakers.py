"""Whose every statement is: the person or body that a source means in this report, and the party it speaks for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from onrecord.model import Mention, SourceKind, SourceType, Span, Statement
from onrecord.reading.reader import Found
from onrecord.reading.sourcewords import SEVERAL_PERSONS
from onrecord.resolution.cast import Cast
from onrecord.resolution.describing import is_former
from onrecord.resolution.headlines import Headline
from onrecord.resolution.people import Person
from onrecord.resolution.registry import Entry
from onrecord.resolution.relatives import Relatives

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_ONE_OF_THEM = re.compile(r"(?:an?|one|another|some|two|several|many)\s", re.IGNORECASE)
_SINGULAR_PRONOUNS = frozenset({"he", "she", "i"})
_PLURAL_PRONOUNS = frozenset({"they", "we", "it"})
_POLICE = "COP"
"""PLOVER's sector of the police."""
_TYPE_OF_KIND: dict[str, SourceType] = {
    "armed_group": "armed_group",
    "military": "military",
    "government": "official",
    "party": "party",
}


@dataclass(frozen=True, slots=True)
class Attributed:
    """A statement with the person and the body that it goes back to, either of them None where not known."""

    statement: Statement
    person: Person | None
    party: Entry | None
    speaking_body: Entry | None


@dataclass
class Speakers:
    """Finds the speakers of a report's statements one after the other, so that "he" can mean the last one."""

    cast: Cast
    found: Found
    last_person: Person | None = None
    last_party: Entry | None = None
    last_said: Statement | None = None
    """What the last person said."""
    unnamed_spoke: bool = False
    pronouns: dict[int, list[Mention]] = field(default_factory=dict)

    @cached_property
    def relatives(self) -> Relatives:
        """What "who" goes back to."""
        return Relatives(self.cast.setting.article.text, self.found.grammar)

    @cached_property
    def headline(self) -> Headline:
        """Whom the headline means by an office."""
        article = self.cast.setting.article
        return Headline(article.text, article.title, self.cast.everybody)

    def attribute(self, statement: Statement) -> Attributed:
        """The statement with its speaker and party, and its source's kind raised to `named` where a name is known."""
        source = statement.source
        if source is None or statement.source_kind == "impersonal":
            return Attributed(statement, None, None, None)
        meant = self.relatives.meant(source)
        person = self._person_among(meant) or self._person(source, statement.source_kind)
        person = person or next(filter(None, (self._in_headline(m, statement.source_kind) for m in meant)), None)
        if person is not None:
            return self._by_person(statement, person)
        if source.text.lower() in _PLURAL_PRONOUNS and self.cast.unnamed_at(source) is None:
            own = self.cast.body_at(source)
            if own is not None and self.last_party not in {None, own} and self._names(statement, own):
                own = None  # nobody calls himself by his name: it is who spoke last
            party = self.last_party if own is None else self.cast.speaking(own)
            return Attributed(replace(statement, source_kind="collective"), None, party, own or party)
        return self._by_body(statement, next((m for m in meant if self._is_somebody(m)), source))

    def _names(self, statement: Statement, body: Entry) -> bool:
        """Whether what is said gives a body its name."""
        spans = [m.span for m in self.cast.mentions.get(body.id, ()) if m.form == "name"]
        return any(content.contains(span) for content in statement.content for span in spans)

    def _person_among(self, phrases: Iterable[Span]) -> Person | None:
        return next((p for p in map(self.cast.person_named_in, phrases) if p is not None), None)

    def _is_somebody(self, phrase: Span) -> bool:
        return self.cast.unnamed_at(phrase) is not None or self.cast.body_at(phrase) is not None

    def _by_person(self, statement: Statement, person: Person) -> Attributed:
        party = self.cast.party_of_person(person) or self._party_through_source(person, statement.source)
        self.last_person, self.last_party, self.unnamed_spoke = person, party, False
        self.last_said = statement
        kind: SourceKind = "document" if statement.source_kind == "document" else "named"
        typed = replace(statement, source_kind=kind, source_type=_source_type(statement, kind, party))
        return Attributed(typed, person, party, None)

    def _by_body(self, statement: Statement, source: Span) -> Attributed:
        who = self.cast.unnamed_at(source)
        party = (None if who is None else self.cast.party_of_unnamed(who)) or self.cast.party_of_phrase(source)
        if party is None and statement.source_type != "media":
            party = self.cast.party_of_body(source)
        if party is None and statement.source_kind == "role" and not is_former(source.text):
            party = self.cast.subject_body(source.start)
        kind = self._kind_of_body(statement.source_kind, source, party)
        if kind in {"collective", "role"}:
            self.last_party = party
        if re.match(r"(?:an?|one)\s", source.text, re.IGNORECASE):
            self.last_person = None  # "he" now means somebody unnamed
            self.unnamed_spoke = True
        own = self.cast.body_at(source) or party
        body = own if kind == "collective" else None
        return Attributed(
            replace(statement, source_kind=kind, source_type=_source_type(statement, kind, own)), None, party, body
        )

    def _kind_of_body(self, kind: SourceKind, source: Span, party: Entry | None) -> SourceKind:
        """A source without a person's name: a body by its name ("the ELN", "Islamabad") speaks as one, not one of it."""
        if kind not in {"named", "anonymous"}:
            return kind
        if kind == "anonymous" and SEVERAL_PERSONS.match(source.text):
            return kind
        names = [m.span for m in self.cast.setting.matches_at(source) if m.entries]
        words = _ARTICLE.sub("", source.text)
        if any(name.text == words for name in names):
            return "collective"
        if kind == "named" and _ONE_OF_THEM.match(source.text):
            return "anonymous"
        return "collective" if kind == "named" and (names or party is not None) else kind

    def _party_through_source(self, person: Person, source: Span | None) -> Entry | None:
        """The party of a named man whom only his source phrase ties to a body, or the unnamed phrase that he is."""
        if self.cast.allegiance.serves_nobody(person):
            return None
        phrases = [unnamed for unnamed, name in self.found.identities if person.answers_to(name.text)]
        parties = (self.cast.party_of_phrase(p) or self.cast.subject_body(p.start) for p in phrases)
        own = self.cast.party_of_phrase(source) if source is not None else None
        party = own or next((p for p in parties if p is not None), None)
        if party is not None:
            self.cast.lent[person.key] = party
        return party

    def _person(self, source: Span, kind: SourceKind) -> Person | None:
        if source.text.lower() in _SINGULAR_PRONOUNS:
            own = self.cast.person_as_source(source)
            if own is not None and self._is_spoken_of(own, source):
                return self.last_person
            return own or (None if self.cast.unnamed_at(source) is not None else self._meant_by_pronoun(source))
        named = (
            self.cast.person_named_in(_before_link(source)) or self._titled.get(source) or self._named_beside(source)
        )
        if named is not None:
            return named
        chained = self.cast.person_as_source(source)
        if chained is not None:
            return chained
        by_office = self._by_office(source) if kind == "role" else None
        return self._taken_up(source, kind) or by_office or self._in_headline(source, kind)

    @cached_property
    def _titled(self) -> dict[Span, Person]:
        """The people whom a name with titles before it means: "Secretary of State Antony Blinken"."""
        return {whole: person for person in self.cast.everybody for whole, _ in person.titled}

    def _in_headline(self, source: Span, kind: SourceKind) -> Person | None:
        """The person whom a headline means by an office; one of another party than it says is not meant."""
        party = self.cast.party_of_phrase(source)
        fitting = (
            p
            for p in self.headline.meant(source, kind)
            if party is None or self.cast.party_of_person(p) in {None, party}
        )
        return next(fitting, None)

    def _named_beside(self, source: Span) -> Person | None:
        """The person whose name stands in apposition: "a spokesman for the Taliban, Ehsanullah Ehsan, denied"."""
        after = re.match(r",\s+(?=\S)", self.cast.setting.article.text[source.end : source.end + 4])
        if after is None:
            return None
        position = source.end + after.end()
        here = self.cast.people_placed.at(Span.of(self.cast.setting.article.text, position, position + 1))
        return next((p for start, p in here if start == position), None)

    def _by_office(self, source: Span) -> Person | None:
        """The person last named with the office that a definite source gives: "the president"."""
        if not re.match(r"the\s", source.text, re.IGNORECASE) or re.search(r"\s(?:of|for)\s", source.text):
            return None
        office = _head(source)
        return self._last_named(
            (p for p in self.cast.everybody if any(r.role.role.endswith(office) for r in p.roles)), source.start
        )

    def _is_spoken_of(self, person: Person, pronoun: Span) -> bool:
        """Whether another man spoke of a person right before a pronoun: "Ali will lead it, Omar said. He added"."""
        if self.last_person is None or self.last_person is person:
            return False
        before = [m.span for m in person.mentions if m.span.end <= pronoun.start]
        said = () if self.last_said is None else self.last_said.content
        return bool(before) and any(content.contains(max(before)) for content in said)

    @staticmethod
    def _last_named(people: Iterable[Person], position: int) -> Person | None:
        """The one of these people whom the report names last before a place."""
        counts = ((bisect_right(p.mentions, position, key=lambda m: m.span.end), p) for p in people)
        named = [(p.mentions[count - 1].span.start, p) for count, p in counts if count]
        return max(named, key=lambda pair: pair[0])[1] if named else None

    def _meant_by_pronoun(self, source: Span) -> Person | None:
        """The last named speaker, or the last person named before the pronoun when nobody has spoken."""
        person = self.last_person
        if person is None and not self.unnamed_spoke:
            person = self._last_named(self.cast.everybody, source.start)
        if person is not None:
            self.pronouns.setdefault(person.key, []).append(Mention(source, "pronoun"))
        return person

    def _taken_up(self, source: Span, kind: SourceKind) -> Person | None:
        """The person whom the report later names for an unnamed source, or for another of the same office and party."""
        for unnamed, name in self._identities_by_head.get(_head(source), ()):
            if unnamed == source or (kind == "role" and self._same_party(unnamed, source)):
                person = self.cast.person_in(name)
                if person is not None:
                    return person
        return None

    @cached_property
    def _identities_by_head(self) -> dict[str, list[tuple[Span, Span]]]:
        """The unnamed sources and their names, by the office of the unnamed one."""
        found: dict[str, list[tuple[Span, Span]]] = {}
        for unnamed, name in self.found.identities:
            found.setdefault(_head(unnamed), []).append((unnamed, name))
        return found

    def _same_party(self, one: Span, other: Span) -> bool:
        return self.cast.party_of_phrase(one) == self.cast.party_of_phrase(other)


def _before_link(source: Span) -> Span:
    """The part of a source that can hold the speaker's own name: before "of", "for" or "in" when a name stands there."""
    owned = re.search(r"^[^,]*['’]s?\s(?=[a-z])", source.text)
    if owned is not None:
        source = Span(source.start + owned.end(), source.end, source.text[owned.end() :])
    match = re.search(r"\s(?:of|for|in|from|close to|to|at)\s", source.text)
    if match is None:
        return source
    after_comma = source.text.find(",", match.end())
    if after_comma >= 0:
        return source
    return Span(source.start, source.start + match.start(), source.text[: match.start()])


def _head(span: Span) -> str:
    """The office of an unnamed source: its last word before "of", "for" or "in"."""
    return re.split(r"\s(?:of|for|in|from)\s", span.text.lower())[0].split()[-1]


def _source_type(statement: Statement, kind: SourceKind, body: Entry | None) -> SourceType | None:
    """The type of a source: of a body that speaks as one its own, of people what the reader takes them for."""
    own = _type(body)
    return own or statement.source_type if kind == "collective" else statement.source_type or own


def _type(body: Entry | None) -> SourceType | None:
    """The type of a body's spokesmen; the police count with the army, as everywhere in the contract."""
    if body is None:
        return None
    return "military" if body.sector == _POLICE else _TYPE_OF_KIND.get(body.kind)


def attributed(cast: Cast, found: Found) -> tuple[list[Attributed], dict[int, list[Mention]]]:
    """Every statement with its speaker, and the pronouns that stand for each person."""
    speakers = Speakers(cast, found)
    return [speakers.attribute(s) for s in found.statements], speakers.pronouns


def by_statement(rows: Iterable[Attributed]) -> dict[str, Attributed]:
    """The attributed statements under their ids."""
    return {row.statement.id: row for row in rows}
