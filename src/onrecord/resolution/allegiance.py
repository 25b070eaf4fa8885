"""On whose behalf the people of a report speak: the bodies that the text ties them to, or that its words imply."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.model import Mention, SourceType, Span, Statement
from onrecord.nearby import Nearby
from onrecord.reading.reader import RoleMention
from onrecord.reading.relations import BodyRelation
from onrecord.resolution.besidenames import after, apposed, before, by_title, rank_before
from onrecord.resolution.describing import (
    before_sent,
    belongs_to,
    beside_head,
    governing,
    hides_its_side,
    is_former,
    is_of_a_region,
)
from onrecord.resolution.implied import (
    acts_against,
    head_noun,
    implied_body,
    is_of_several,
    is_office,
    is_opposite,
    is_outsider,
    may_speak_for_country,
    of_a_state,
)
from onrecord.resolution.implying import implied_by, of_state
from onrecord.resolution.listedposts import listed_body
from onrecord.resolution.people import Person
from onrecord.resolution.registry import Entry, body_of
from onrecord.resolution.unnamed import Unnamed

if TYPE_CHECKING:
    from onrecord.resolution.cast import Cast

_OWNER = re.compile(r"(?:his|her|its|their|our|whose)\b", re.IGNORECASE)
_ABROAD = re.compile(r"\b(?:in|at|to|from|near)\s+(?:the\s+)?[A-Z]")
_WE = re.compile(r"we|us|ours?|ourselves", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|this|that|these|those)\s", re.IGNORECASE)
_FOR_NOBODY = frozenset({"witness", "expert", "media"})
_OF_A_STATE_OR_GROUP = frozenset({"armed_group", "military", "official"})
_KINDS_OF = {
    "armed_group": frozenset({"armed_group", "organisation", "party"}),
    "military": frozenset({"military", "organisation"}),
    "official": frozenset({"government", "country", "organisation"}),
}
"""Kinds of body that a source of a type speaks for; other types are not held to any."""
_DEEPEST = 3
"""People through whom "his" is followed: an aide's aide's aide is no evidence, and endless chains of them end."""
_TAKEN_UP = 3
"""How many people of the same office "the minister" may take up, the last ones before it."""
_TYING = frozenset({"part_of", "in_charge_of"})
_LOOK_BACK = 200


class Allegiance:
    """Finds the body that each person of a report speaks for: first what the text names, then what its words imply."""

    def __init__(self, cast: Cast, ties: Iterable[BodyRelation] = (), statements: Iterable[Statement] = ()) -> None:
        self._cast = cast
        self._sources = Nearby((s.source, s) for s in statements if s.source is not None)
        self._ties = Nearby((t.one, t) for t in ties if t.kind in _TYING and not t.ended)
        self._asked: set[int] = set()
        self._held: dict[int, Entry | None] = {}
        self._held_unnamed: dict[Span, Entry | None] = {}
        self.settled = False
        """Whether all bodies of the report are known, so that what is found once holds."""

    def of_person(self, person: Person) -> Entry | None:
        """The body of a named person, from the offices, titles and descriptions that the report gives them."""
        if not self.settled:
            return self._of_person(person) or self._cast.lent.get(person.key)
        if self._asked:
            return self._of_person(person) or self._cast.lent.get(
                person.key
            )  # on the way to somebody else: perhaps cut short
        if person.key not in self._held:
            self._held[person.key] = self._of_person(person)
        return self._held[person.key] or self._cast.lent.get(person.key)

    def _of_person(self, person: Person) -> Entry | None:
        if len(self._current(person)) < len(person.roles) and not self._is_something_now(person):
            return listed_body(self._cast, person)
        kind = self._type_of(person.mentions)
        told = [body for body in self._outright(person) if body is not None]
        found = next((b for b in told if kind is None or _fits(b, kind)), told[0] if told else None)
        if found is None:
            alone = not (person.roles or self._descriptions(person))
            implied = (*self._implied(person), self._own_forces(person))
            found = listed_body(self._cast, person) or self._in_own_words(person.mentions)
            found = found or self._by_type(person.mentions, implied, alone=alone)
        return found

    def _current(self, person: Person) -> list[RoleMention]:
        """The offices of a person that are not said to be past."""
        return [role for role in person.roles if not self._is_past(role)]

    def _is_something_now(self, person: Person) -> bool:
        """Whether words give a person an office today, beside past ones."""
        now = (span.text for span in self._descriptions(person))
        return bool(self._current(person)) or any(
            implied_body(words) is not None and not is_opposite(words) for words in now
        )

    def serves_nobody(self, person: Person) -> bool:
        """Whether the words for a named person, or what he is heard as, say that he speaks for himself alone."""
        told = [m.span.text for m in person.mentions if m.form == "description"]
        return self._type_of(person.mentions) in _FOR_NOBODY or (bool(told) and all(map(is_outsider, told)))

    def of_unnamed(self, who: Unnamed) -> Entry | None:
        """The body of unnamed people, if the words for them name or imply one."""
        place = who.mentions[0].span
        if not self.settled:
            return self._of_unnamed(who)
        if place not in self._held_unnamed:
            self._held_unnamed[place] = self._of_unnamed(who)
        return self._held_unnamed[place]

    def _of_unnamed(self, who: Unnamed) -> Entry | None:
        told = [m.span for m in who.mentions if m.form != "pronoun" and not is_former(m.span.text)]
        if not told:
            return None
        found = self._told_of_unnamed(who) or self._taken_up(told)
        found = found or self._in_own_words(who.mentions)
        if found is not None:
            return found
        implied = (*(implied_by(self._cast, span) for span in told), self._tied(who.mentions, own_forces=True))
        return self._by_type(who.mentions, implied, alone=all(is_outsider(span.text) for span in told))

    def _in_own_words(self, mentions: Sequence[Mention]) -> Entry | None:
        """The body that somebody calls "we" in what he says, unless he is heard as a witness or the like."""
        kind = self._type_of(mentions)
        if kind in _FOR_NOBODY or any(m.form == "description" and is_outsider(m.span.text) for m in mentions):
            return None
        said = (
            s.content for m in mentions for s in self._sources.at(m.span) if s.source and _is_of(m.span, s.source)
        )
        meant = (
            entry
            for content in said
            for span in content
            for entry, pronoun in self._cast.placed.at(span)
            if span.contains(pronoun.span) and _WE.fullmatch(pronoun.span.text)
        )
        found = next((entry for entry in meant if kind is None or _fits(entry, kind)), None)
        return self._speaking(found)

    def _told_of_unnamed(self, who: Unnamed) -> Entry | None:
        """The body that the words for unnamed people name, or that grammar ties them to."""
        told = (m.span for m in who.mentions if m.form != "pronoun" and not is_former(m.span.text))
        named = (self.named_in(span) for span in told)
        return next((b for b in named if b is not None), None) or self._tied(who.mentions)

    def _taken_up(self, told: Sequence[Span]) -> Entry | None:
        """The body of whoever was last called what a definite description calls somebody again: "the delegate"."""
        for span in told:
            head = head_noun(span.text)
            if not _DEFINITE.match(span.text) or is_outsider(span.text) or self._cast.country_in(span) is not None:
                continue
            called = self._called.get(head, [])
            count = bisect_left(called, told[0].start, key=lambda pair: pair[0])
            for _, who in reversed(called[max(0, count - _TAKEN_UP) : count]):
                body = self.of_person(who) if isinstance(who, Person) else self._told_of_unnamed(who)
                if body is not None:
                    return body
        return None

    @cached_property
    def _called(self) -> dict[str, list[tuple[int, Person | Unnamed]]]:
        """Who is called by which noun, and where: people in their descriptions and offices, in the order of the text."""
        people: tuple[Person | Unnamed, ...] = (*self._cast.everybody, *self._cast.unnamed)
        told: list[tuple[Span, Person | Unnamed]] = []
        told += [(role.role.span, person) for person in self._cast.everybody for role in person.roles]
        told += [(m.span, who) for who in people for m in who.mentions if m.form == "description"]
        found: dict[str, list[tuple[int, Person | Unnamed]]] = {}
        for span, who in sorted(told, key=lambda pair: pair[0]):
            found.setdefault(head_noun(span.text), []).append((span.start, who))
        return found

    def _by_type(
        self, mentions: Sequence[Mention], implied: Iterable[Entry | None], *, alone: bool = False
    ) -> Entry | None:
        """The first body that words imply and that fits what the reader takes somebody for, else the one of that type.

        Witnesses, experts and the media speak for nobody, and neither does a name alone, without a word on who it is.
        """
        kind = self._type_of(mentions)
        if kind in _FOR_NOBODY or any(m.form == "description" and is_of_several(m.span.text) for m in mentions):
            return None
        bodies = [body for body in implied if body is not None]
        fitting = next((b for b in bodies if kind is None or _fits(b, kind)), None)
        if fitting is not None or kind in _OF_A_STATE_OR_GROUP:
            hidden = alone or any(m.form == "description" and hides_its_side(m.span.text) for m in mentions)
            return fitting or (None if hidden else self._of_type(kind, mentions[0].span))
        return next(iter(bodies), None)

    def _outright(self, person: Person) -> Iterator[Entry | None]:
        for role in self._current(person):
            if not is_outsider(role.role.role):
                yield self._speaking(self._body_named_with(role))
        names = [m.span for m in person.mentions if m.form == "name"]
        for name in names:
            yield before(self._cast, name)
            yield after(self._cast, name)
            yield apposed(self._cast, name)
        for span, name in person.titled:
            yield by_title(self._cast, span, name)
        for span in self._descriptions(person):
            yield self.named_in(span)
        yield self._tied(person.mentions)

    def _own_forces(self, person: Person) -> Entry | None:
        """The body of forces that are called a person's own, where nothing else tells of him: "Haftar's forces"."""
        return self._tied(person.mentions, own_forces=True)

    def _type_of(self, mentions: Iterable[Mention]) -> SourceType | None:
        """What the reader takes somebody for where he is a source: the commonest type of his statements, None if none."""
        votes: Counter[SourceType] = Counter()
        for mention in mentions:
            for statement in self._sources.at(mention.span):
                if statement.source is not None and _is_of(mention.span, statement.source) and statement.source_type:
                    votes[statement.source_type] += 1
        ranked: list[SourceType] = sorted(votes, key=lambda kind: -votes[kind])  # of equals the first told
        return ranked[0] if ranked else None

    def _of_type(self, kind: SourceType | None, words: Span) -> Entry | None:
        """The body that a type of source implies at a place: the group last named, the army or the government there."""
        if kind == "armed_group":
            return self._speaking(self._cast.group_at(words.start))
        body = {"military": "military", "official": "government"}.get(kind or "")
        return None if body is None else of_state(self._cast, body, words)

    def _implied(self, person: Person) -> Iterator[Entry | None]:
        for role in self._current(person):
            if not is_outsider(role.role.role):
                yield self._speaking(self._cast.body_of_role(role))
        for mention in person.mentions:
            if mention.form == "name" and not self._is_title(mention):
                yield rank_before(self._cast, mention.span)
        for span in self._descriptions(person):
            yield implied_by(self._cast, span)

    def _descriptions(self, person: Person) -> list[Span]:
        told = (m.span for m in person.mentions if m.form == "description" or self._is_title(m))
        return [span for span in told if not is_former(span.text)]

    def _is_title(self, mention: Mention) -> bool:
        """Whether what is written like a name is an office: "the Governor", "PM"."""
        span = mention.span
        if mention.form != "name" or not is_office(head_noun(span.text)):
            return False
        before = self._cast.setting.article.text[max(0, span.start - 4) : span.start]
        return before.lower() == "the " or span.text.isupper()

    def _is_past(self, role: RoleMention) -> bool:
        """Whether an office is a past one: "former Colombian president"."""
        start = max(0, role.role.span.start - 28)
        return is_former(self._cast.setting.article.text[start : role.role.span.end])

    def _body_named_with(self, role: RoleMention) -> Entry | None:
        if role.body is None:
            return None
        return self.placed_at(role.body) or self._cast.named_body_of_role(role)

    def _tied(self, mentions: Iterable[Mention], *, own_forces: bool = False) -> Entry | None:
        """The body that grammar ties one of the mentions to: "who described himself as a commander of Al-Faran"."""
        for mention in mentions:
            for tie in self._ties.at(mention.span):
                if own_forces != tie.other.contains(tie.one):
                    continue
                if tie.one == mention.span or mention.span.contains(tie.one):
                    found = self.placed_at(tie.other)
                    if found is not None:
                        return self._speaking(found)
        return None

    def placed_at(self, span: Span) -> Entry | None:
        """The body, not a country or a people, that some words or a part of them mean."""
        found = [e for e, m in self._cast.placed.at(span) if span.contains(m.span) or m.span.contains(span)]
        return next((e for e in found if e.kind not in {"country", "people"}), None)

    def named_in(self, span: Span) -> Entry | None:
        """The body that a description names, or owes to the pronoun that opens it: "their representative"."""
        bodies = self._cast.named_inside(span)
        if not bodies and is_of_a_region(span.text):
            return self._speaking(self._cast.setting.breakaway_within(span))
        country = self._cast.country_in(span)
        if country is not None and not bodies and may_speak_for_country(span.text) and not _ABROAD.search(span.text):
            return self._speaking(body_of(country, "government"))
        if is_outsider(span.text):
            return self._speaking(beside_head(span, bodies))
        if is_of_several(span.text):
            return None
        if is_opposite(span.text):
            return None if country is None else self._speaking(body_of(country, "government"))
        whose = before_sent(span, bodies)
        if whose:
            return self._speaking(governing(span, whose))
        implied = implied_body(span.text)
        if country is not None and implied is not None and of_a_state(implied):
            return self._speaking(body_of(country, implied))
        owner = self.owner(span) or self._through_somebody(span)
        if owner is None:
            return None
        of_state = owner.kind in {"country", "government"} and owner.country is not None
        if of_state and of_a_state(implied) and owner.country is not None and implied is not None:
            return self._speaking(body_of(owner.country, implied))
        return self._speaking(owner)

    def owner(self, span: Span) -> Entry | None:
        """The body behind the pronoun that opens a description: "their representative", "his spokeswoman"."""
        opening = _OWNER.match(span.text)
        if opening is None:
            return None
        pronoun = Span.of(self._cast.setting.article.text, span.start, span.start + opening.end())
        body = next((e for e, m in self._cast.placed.at(pronoun) if m.span == pronoun), None)
        if body is not None:
            return body
        holder: Person | Unnamed | None = next((p for m, p in self._people.at(pronoun) if m.span == pronoun), None)
        if holder is None and self.settled:
            holder = next((who for m, who in self._unnamed.at(pronoun) if m.span == pronoun), None)
        if holder is None and opening.group().lower() in {"his", "her"}:
            holder = self._last_named_before(span.start)
        return None if holder is None else self._of_another(holder)

    def _through_somebody(self, span: Span) -> Entry | None:
        """The body of the people whose a description says somebody is: "Talabani's aide", "one of the rebels"."""
        if not self.settled or acts_against(span.text):
            return None
        everybody: list[tuple[Mention, Person | Unnamed]] = [*self._people.at(span), *self._unnamed.at(span)]
        nested = [(m.span, who) for m, who in everybody if span.contains(m.span) and belongs_to(span, m.span)]
        bodies = (self._of_another(who) for _, who in sorted(nested, key=lambda pair: pair[0]))
        return next((body for body in bodies if body is not None), None)

    def possessor(self, span: Span) -> Entry | None:
        """The body of the named person whose something a description says it is: "Mr Talabani's office"."""
        holders = [(m.span, p) for m, p in self._people.at(span) if span.contains(m.span) and m.form == "name"]
        owning = (p for inner, p in sorted(holders, key=lambda pair: pair[0]) if belongs_to(span, inner))
        bodies = (self._of_another(person) for person in owning)
        return next((body for body in bodies if body is not None), None)

    def _of_another(self, who: Person | Unnamed) -> Entry | None:
        """The body of somebody through whom another is followed, unless he is followed already."""
        key = who.key if isinstance(who, Person) else -1 - who.mentions[0].span.start
        if key in self._asked or len(self._asked) >= _DEEPEST:
            return None
        self._asked.add(key)
        try:
            return self.of_person(who) if isinstance(who, Person) else self._of_unnamed(who)
        finally:
            self._asked.discard(key)

    @cached_property
    def _unnamed(self) -> Nearby[tuple[Mention, Unnamed]]:
        return Nearby((m.span, (m, who)) for who in self._cast.unnamed for m in who.mentions)

    @cached_property
    def _people(self) -> Nearby[tuple[Mention, Person]]:
        return Nearby((m.span, (m, p)) for p in self._cast.everybody for m in p.mentions)

    def _last_named_before(self, position: int) -> Person | None:
        """The person last named shortly before a place, whom "his" there most likely means."""
        text = self._cast.setting.article.text
        before = Span.of(text, max(0, position - _LOOK_BACK), position)
        named = [(m.span.start, p) for m, p in self._people.at(before) if m.form == "name"]
        return max(named, key=lambda pair: pair[0])[1] if named else None

    def _speaking(self, entry: Entry | None) -> Entry | None:
        return self._cast.speaking(entry)


def _is_of(mention: Span, source: Span) -> bool:
    """Whether a mention is what a source is about: all of it, its end, or its opening."""
    return mention == source or (source.contains(mention) and source.start in {mention.start, mention.start - 4})


def _fits(body: Entry, kind: SourceType) -> bool:
    """Whether a body is one that a source of this type can speak for."""
    kinds = _KINDS_OF.get(kind)
    return kinds is None or body.kind in kinds or (kind == "military" and body.sector == "COP")
