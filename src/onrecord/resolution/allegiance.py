"""On whose behalf the people of a report speak: the bodies that the text ties them to, or that its words imply."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.model import Mention, SourceType, Span, Statement
from onrecord.nearby import Nearby
from onrecord.reading.reader import RoleMention
from onrecord.reading.relations import BodyRelation
from onrecord.resolution.actors.leaders import holders
from onrecord.resolution.actors.registry import entry as registered
from onrecord.resolution.actors.roles_held import offices
from onrecord.resolution.implied import VICTIMS, head_noun, implied_body, is_of_no_state, is_office, is_outsider
from onrecord.resolution.people import Person
from onrecord.resolution.registry import Entry, body_of
from onrecord.resolution.unnamed import Unnamed

if TYPE_CHECKING:
    from onrecord.resolution.cast import Cast

_FORMER = re.compile(r"\b(?:former|ex|late|then|onetime|retired|ousted|deposed)\b", re.IGNORECASE)
_OWNER = re.compile(r"(?:his|her|its|their|our|whose)\b", re.IGNORECASE)
_OWNED = re.compile(r"\b(?P<owner>[Ii]ts|[Tt]heir)\s+(?P<words>(?:[\w-]+ ){0,5}[\w-]+),\s+$")
_LINK = re.compile(r",?\s+(?:(?:who\s+(?:speaks|spoke)\s+)?for|of|from|with)\s+(?:the\s+)?")
_BEHIND = re.compile(r"\b(?:of|for|from|with|to)\s+(?:the\s+)?$", re.IGNORECASE)
_THREE_WORDS = re.compile(
    r"(?:(?:(?:Gen|Col|Maj|Capt|Lt|Brig|Adm|Sgt|Dr|Mr|Mrs|Ms|Gov|Sen|Rep)\.|[\w’'-]+)(?:[^\S\n]+|\n(?!\s*\n))){1,3}\Z",
    re.IGNORECASE,
)
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
        if any(self._is_past(role) for role in person.roles):
            return None
        kind = self._type_of(person.mentions)
        told = [body for body in self._outright(person) if body is not None]
        found = next((b for b in told if kind is None or _fits(b, kind)), told[0] if told else None)
        if found is None:
            alone = not (person.roles or self._descriptions(person))
            found = self._listed(person) or self._by_type(person.mentions, self._implied(person), alone=alone)
        return found

    def of_unnamed(self, who: Unnamed) -> Entry | None:
        """The body of unnamed people, if the words for them name or imply one."""
        place = who.mentions[0].span
        if not self.settled:
            return self._of_unnamed(who)
        if place not in self._held_unnamed:
            self._held_unnamed[place] = self._of_unnamed(who)
        return self._held_unnamed[place]

    def _of_unnamed(self, who: Unnamed) -> Entry | None:
        told = [m.span for m in who.mentions if m.form != "pronoun"]
        if any(is_former(span.text) for span in told):
            return None
        named = (self.named_in(span) for span in told)
        found = next((b for b in named if b is not None), None) or self._tied(who.mentions)
        alone = all(is_outsider(span.text) for span in told)
        return found or self._by_type(who.mentions, map(self._implied_by, told), alone=alone)

    def _by_type(
        self, mentions: Sequence[Mention], implied: Iterable[Entry | None], *, alone: bool = False
    ) -> Entry | None:
        """The first body that words imply and that fits what the reader takes somebody for, else the one of that type.

        Witnesses, experts and the media speak for nobody, and neither does a name alone, without a word on who it is.
        """
        kind = self._type_of(mentions)
        if kind in _FOR_NOBODY:
            return None
        bodies = [body for body in implied if body is not None]
        fitting = next((b for b in bodies if kind is None or _fits(b, kind)), None)
        if fitting is not None or kind in _OF_A_STATE_OR_GROUP:
            return fitting or (None if alone else self._of_type(kind, mentions[0].span))
        return next(iter(bodies), None)

    def _outright(self, person: Person) -> Iterator[Entry | None]:
        for role in person.roles:
            yield self._speaking(self._body_named_with(role))
        names = [m.span for m in person.mentions if m.form == "name"]
        for name in names:
            yield self._before(name)
            yield self._after(name)
            yield self._apposed(name)
        for span in self._descriptions(person):
            yield self.named_in(span)
        yield self._tied(person.mentions)

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
            return self._speaking(self._cast.setting.group_before(words.start))
        body = {"military": "military", "official": "government"}.get(kind or "")
        return None if body is None else self._of_state(body, words)

    def _implied(self, person: Person) -> Iterator[Entry | None]:
        for role in person.roles:
            if not is_outsider(role.role.role):
                yield self._speaking(self._cast.body_of_role(role))
        for mention in person.mentions:
            if mention.form == "name":
                yield self._rank_before(mention.span)
        for span in self._descriptions(person):
            yield self._implied_by(span)

    @staticmethod
    def _descriptions(person: Person) -> list[Span]:
        return [m.span for m in person.mentions if m.form == "description" and not is_former(m.span.text)]

    def _is_past(self, role: RoleMention) -> bool:
        """Whether an office is a past one: "former Colombian president"."""
        start = max(0, role.role.span.start - 28)
        return is_former(self._cast.setting.article.text[start : role.role.span.end])

    def _body_named_with(self, role: RoleMention) -> Entry | None:
        if role.body is None:
            return None
        return self.placed_at(role.body) or self._cast.body_of_role(role)

    def _tied(self, mentions: Iterable[Mention]) -> Entry | None:
        """The body that grammar ties one of the mentions to: "who described himself as a commander of Al-Faran"."""
        for mention in mentions:
            for tie in self._ties.at(mention.span):
                if tie.one == mention.span or mention.span.contains(tie.one):
                    found = self.placed_at(tie.other)
                    if found is not None:
                        return self._speaking(found)
        return None

    def placed_at(self, span: Span) -> Entry | None:
        """The body, not a country or a people, that some words or a part of them mean."""
        found = [e for e, m in self._cast.placed.at(span) if span.contains(m.span) or m.span.contains(span)]
        return next((e for e in found if e.kind not in {"country", "people"}), None)

    def _before(self, name: Span) -> Entry | None:
        """The body in the words before a name: "Taliban commander Maulvi Faqir Mohammad"."""
        phrase = self._words_before(name)
        if phrase is None or is_former(phrase.text):
            return None
        found = self._cast.setting.entries_within(phrase.start, phrase.end)
        return self._speaking(found[-1][1]) if found and found[-1][1].kind not in {"country", "people"} else None

    def _after(self, name: Span) -> Entry | None:
        """The body that a name is "of": "Major Hrynevych of the 93rd Brigade"."""
        text = self._cast.setting.article.text
        link = _LINK.match(text, name.end, name.end + 28)
        if link is None or link.end() >= len(text):
            return None
        at = Span.of(text, link.end(), link.end() + 1)
        starts = {link.end(), link.end() - 4}
        found = next((e for e, m in self._cast.placed.at(at) if m.span.start in starts), None)
        return self._speaking(found) if found is not None and found.kind != "country" else None

    def _apposed(self, name: Span) -> Entry | None:
        """The body that owns the description before a name: "has dismissed its second in command, Sher Zada Orakzai"."""
        text = self._cast.setting.article.text
        begin = max(0, name.start - 70)
        match = _OWNED.search(text[begin : name.start])
        if match is None or is_outsider(match.group("words")) or is_former(match.group("words")):
            return None
        pronoun = Span.of(text, begin + match.start("owner"), begin + match.end("owner"))
        placed = next((e for e, m in self._cast.placed.at(pronoun) if m.span == pronoun), None)
        return self._speaking(placed or self._cast.subject_body(pronoun.start))

    def _rank_before(self, name: Span) -> Entry | None:
        """The army or government that a title before a name implies: "Colonel X", "Deputy Defence Minister X"."""
        phrase = self._words_before(name)
        if phrase is None or is_former(phrase.text) or not is_office(phrase.text.split()[-1]):
            return None
        implied = implied_body(phrase.text)
        return None if implied in {None, "group"} else self._of_state(implied, phrase)

    def _words_before(self, name: Span) -> Span | None:
        """The three words before a name in its sentence."""
        text = self._cast.setting.article.text
        match = _THREE_WORDS.search(text[max(0, name.start - 40) : name.start])
        return None if match is None else Span.of(text, name.start - len(match.group()), name.start)

    def named_in(self, span: Span) -> Entry | None:
        """The body that a description names, or owes to the pronoun that opens it: "their representative"."""
        inside = [(m.span, e) for e, m in self._cast.placed.at(span) if span.contains(m.span) and m.span != span]
        bodies = [(s, e) for s, e in inside if e.kind != "country"]
        if is_outsider(span.text):
            return self._speaking(_beside_head(span, bodies))
        if bodies:
            return self._speaking(_governing(span, bodies))
        owner = self.owner(span)
        if owner is None:
            return None
        implied = implied_body(span.text)
        of_state = owner.kind in {"country", "government"} and owner.country is not None
        if of_state and implied not in {None, "group"} and owner.country is not None and implied is not None:
            return self._speaking(body_of(owner.country, implied))
        return self._speaking(owner)

    def _implied_by(self, span: Span) -> Entry | None:
        """The body that a description implies without naming it: soldiers an army, militants the group last named."""
        implied = implied_body(span.text)
        if implied is None:
            return None
        if implied == "group":
            return self._speaking(self._cast.setting.group_before(span.start))
        return self._of_state(implied, span)

    def _of_state(self, body: str | None, words: Span) -> Entry | None:
        country = self._cast.country_in(words)
        if country is None and not is_of_no_state(words.text):
            country = self._cast.setting.homelands.at(words.start)
        return None if country is None or body is None else self._speaking(body_of(country, body))

    def owner(self, span: Span) -> Entry | None:
        """The body behind the pronoun that opens a description: "their representative", "his spokeswoman"."""
        opening = _OWNER.match(span.text)
        if opening is None:
            return None
        pronoun = Span.of(self._cast.setting.article.text, span.start, span.start + opening.end())
        body = next((e for e, m in self._cast.placed.at(pronoun) if m.span == pronoun), None)
        if body is not None:
            return body
        holder = next((p for m, p in self._people.at(pronoun) if m.span == pronoun), None)
        if holder is None and opening.group().lower() in {"his", "her"}:
            holder = self._last_named_before(span.start)
        if holder is None or holder.key in self._asked or len(self._asked) >= _DEEPEST:
            return None
        self._asked.add(holder.key)
        try:
            return self.of_person(holder)
        finally:
            self._asked.discard(holder.key)

    @cached_property
    def _people(self) -> Nearby[tuple[Mention, Person]]:
        return Nearby((m.span, (m, p)) for p in self._cast.everybody for m in p.mentions)

    def _last_named_before(self, position: int) -> Person | None:
        """The person last named shortly before a place, whom "his" there most likely means."""
        text = self._cast.setting.article.text
        before = Span.of(text, max(0, position - _LOOK_BACK), position)
        named = [(m.span.start, p) for m, p in self._people.at(before) if m.form == "name"]
        return max(named, key=lambda pair: pair[0])[1] if named else None

    def _listed(self, person: Person) -> Entry | None:
        """The body that a person is listed as leading or serving on the day of the report, if the report is about it."""
        day = self._cast.setting.article.published
        if day is None:
            return None
        led = {h.body for h in holders(person.name, day) if h.may_hold_on(day)}
        served = {
            f"{office.country}-{'military' if office.code.endswith('MIL') else 'government'}"
            for office in offices(person.name, day)
            if office.code.endswith(("GOV", "MIL"))
        }
        for idents in (led, served):
            near = [e for ident in sorted(idents) if (e := registered(ident)) is not None and self._is_near(e)]
            if len(near) == 1:
                return self._speaking(near[0])
        return None

    def _is_near(self, entry: Entry) -> bool:
        """Whether the report names a body, or a country in which it is at home."""
        if entry.id in self._cast.bodies:
            return True
        shares = self._cast.setting.homelands.shares
        return any(home in shares for home in (entry.country, *entry.active_in))

    def _speaking(self, entry: Entry | None) -> Entry | None:
        return self._cast.speaking(entry)


def _is_of(mention: Span, source: Span) -> bool:
    """Whether a mention is what a source is about: all of it, its end, or its opening."""
    return mention == source or (source.contains(mention) and source.start in {mention.start, mention.start - 4})


def _fits(body: Entry, kind: SourceType) -> bool:
    """Whether a body is one that a source of this type can speak for."""
    kinds = _KINDS_OF.get(kind)
    return kinds is None or body.kind in kinds or (kind == "military" and body.sector == "COP")


def is_former(words: str) -> bool:
    """Whether an office is said to be past, so that its holder speaks for nobody: "former president"."""
    return bool(_FORMER.search(words))


def _governing(span: Span, bodies: Sequence[tuple[Span, Entry]]) -> Entry:
    """The body that a description of people depends on: the one behind "of" or "for", else the first."""
    for inner, entry in bodies:
        if _BEHIND.search(span.text[: inner.start - span.start]):
            return entry
    return bodies[0][1]


def _beside_head(span: Span, bodies: Sequence[tuple[Span, Entry]]) -> Entry | None:
    """The body whose people a description calls men, workers, teachers: "Sinn Fein man", "UN aid workers"."""
    head = head_noun(span.text)
    if head in VICTIMS:
        return None
    at = span.start + span.text.lower().find(head)
    before = (entry for inner, entry in bodies if at - 8 <= inner.end < at)
    with_whom = (
        entry
        for inner, entry in bodies
        if entry.kind in {"organisation", "party"} and _BEHIND.search(span.text[: inner.start - span.start])
    )
    return next(before, None) or next(with_whom, None)
