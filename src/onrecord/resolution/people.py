"""The people of a report: names that hold an office or speak, each with its spellings and pronouns kept apart or joined.

Two names are one person only inside one report and only when one is the other's surname or full name; across reports
nothing is joined here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.model import Mention, Span
from onrecord.nearby import Nearby
from onrecord.reading.reader import Found, RoleMention
from onrecord.resolution.names import name_words
from onrecord.resolution.setting import Setting

_TITLES = frozenset(
    "president prime minister interior foreign defence defense information finance justice secretary general "
    "gen col colonel maj major capt captain lt brig "
    "brigadier admiral sen rep gov mr mrs ms dr senator representative ambassador chairman pope king queen "
    "state vice deputy chief commander "
    "leader spokesman spokeswoman former ex-president ex army government ministry governor mayor premier "
    "chancellor envoy director of negotiator former-president "
    "comrade comandante sir lord guerrilla rebel regime junta opposition lieutenant sergeant marshal commissioner "
    "spokesperson archbishop bishop professor".split()
)
_NEVER_PEOPLE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september "
    "october november december senate congress parliament court police council committee commission house "
    "party university "
    "institute agency times post gazette daily news herald radio television twitter facebook western islamic "
    "group ministry".split()
)

_BEHIND = re.compile(r"\b(?:of|for|in|from|at)\s+(?:the\s+)?$")
_BEFORE_ITS_NOUN = re.compile(
    r"\s(?!(?:of|for|from|in|at|on|and|or|who|whose|with|to|by|via|but|also|himself|herself)\b)[a-z]"
)
_POSSESSIVE = re.compile(r"['’]s?(?=\s)")
_DETERMINERS = frozenset("the a an his her its their our my this that one another some".split())
_LONGEST_NAME = 5


@dataclass
class Person:
    """One person of a report while the report is resolved: the fullest name, and every span that names them."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
    roles: list[RoleMention] = field(default_factory=list)
    titled: list[tuple[Span, Span]] = field(default_factory=list)
    """Where the reader takes more words for the name than are the person's own, with the name among them."""
    key: int = -1
    """Tells people of one name apart; given once all are known."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name under which other names are compared."""
        return name_words(self.name)

    def answers_to(self, name: str) -> bool:
        """Whether a name can be this person's: the whole name, or the last words of it."""
        words = name_words(name)
        mine = self.words
        return words == mine or (len(words) < len(mine) and mine[-len(words) :] == words)


def people(setting: Setting, found: Found) -> list[Person]:
    """Everybody whom the report names as a source, as holding an office, or as the one meant by a source."""
    known = _chained(setting, found)
    taken = Nearby((m.span, m) for p in known for m in p.mentions)
    for name in sorted(_named(setting, found), key=lambda s: (-len(name_words(s.text)), s.start)):
        if not any(p.answers_to(name.text) for p in known):
            known.append(Person(name.text))
    _lengthen(setting, known, found)
    for mention in found.mentions:
        name_span = personal_name(setting, mention.span) if mention.form == "name" else None
        if name_span is not None and taken.at(name_span):
            continue
        owner = name_span and next((p for p in known if p.answers_to(name_span.text)), None)
        if owner and name_span:
            owner.mentions.append(Mention(name_span, "name"))
    for role in found.roles:
        holder = personal_name(setting, role.holder)
        owner = holder and next((p for p in known if p.answers_to(holder.text)), None)
        if owner:
            at_holder = next((p for p in known if any(m.span.overlaps(role.holder) for m in p.mentions)), owner)
            at_holder.roles.append(role)
    _take_up(known, found)
    for person in known:
        person.mentions.sort(key=lambda m: m.span)
    everybody = sorted((p for p in known if p.mentions), key=lambda p: p.mentions[0].span)
    for number, person in enumerate(everybody):
        person.key = number
    return everybody


def _chained(setting: Setting, found: Found) -> list[Person]:
    """The people whose mentions the reader has tied together, where a name is among them.

    A chain with a surname alone joins the one person who has it in full.
    """
    known: list[Person] = []
    rows = []
    for chain in found.chains:
        names = [personal_name(setting, span) for span in chain.names] if chain.kind == "person" else []
        real = [name for name in names if name is not None]
        if real:
            rows.append((max(real, key=lambda n: (len(name_words(n.text)), -n.start)), chain))
    for name, chain in sorted(rows, key=lambda row: (-len(name_words(row[0].text)), row[0].start)):
        owners = [p for p in known if p.answers_to(name.text)]
        person = owners[0] if len(owners) == 1 else Person(name.text)
        if len(owners) != 1:
            known.append(person)
        for mention in chain.mentions:
            own = personal_name(setting, mention.span) if mention.form == "name" else mention.span
            if own is not None:
                person.mentions.append(Mention(own, mention.form))
                if own != mention.span:
                    person.titled.append((mention.span, own))
    return known


def _take_up(known: list[Person], found: Found) -> None:
    """Gives people the mentions of the unnamed ones whom the text reveals to be them: "a senior commander"."""
    names = dict(found.identities)
    for chain in found.chains:
        if chain.kind != "person" or chain.names or not names:
            continue
        name = next((names[m.span] for m in chain.mentions if m.span in names), None)
        person = next((p for p in known if name is not None and p.answers_to(name.text)), None)
        if person is not None:
            held = {m.span for m in person.mentions}
            person.mentions += [m for m in chain.mentions if m.span not in held]


def _lengthen(setting: Setting, known: list[Person], found: Found) -> None:
    """Gives each person known by a surname the fullest name that the report holds for it and nobody else has."""
    spans = (personal_name(setting, m.span) for m in found.mentions if m.form == "name")
    names = [s.text for s in spans if s is not None]
    taken = {p.name for p in known}
    for person in known:
        longer = {n for n in names if Person(n).answers_to(person.name) and len(n.split()) <= _LONGEST_NAME} - taken
        best = max(sorted(longer), key=lambda n: len(n.split()), default=person.name)
        if len(best.split()) > len(person.name.split()):
            taken.add(best)
            person.name = best


def _named(setting: Setting, found: Found) -> Iterator[Span]:
    spans = [r.holder for r in found.roles] + [name for _, name in found.identities]
    sources = Nearby(
        (s.source, s.source) for s in found.statements if s.source and s.source_kind in {"named", "role"}
    )
    spans += [m.span for m in found.mentions if m.form == "name" and _is_source_head(m.span, sources)]
    towns = {span.start for span, _ in setting.located}
    for span in spans:
        name = personal_name(setting, span)
        if name is not None and name.start not in towns:
            yield name


def _is_source_head(name: Span, sources: Nearby[Span]) -> bool:
    """Whether the name stands in a source, outside what follows "of", "for" or "in" there, and before no noun of its own.

    "Asian" in "an Asian envoy" names nobody, nor does "Obama" in "Obama aides" say who speaks.
    """
    for source in sources.at(name):
        if source.contains(name):
            before, after = source.text[: name.start - source.start], source.text[name.end - source.start :]
            return _BEHIND.search(before) is None and _BEFORE_ITS_NOUN.match(after) is None
    return False


def personal_name(setting: Setting, span: Span) -> Span | None:
    """The part of capitalised words that is a person's own name, without titles, groups and countries, if any."""
    start = span.start
    near = setting.matches_at(span)
    for match in near:
        if match.span.start == start and match.span.end <= span.end:
            possessive = _POSSESSIVE.match(setting.article.text, match.span.end, span.end)
            start = (match.span.end if possessive is None else possessive.end()) + 1
    comma = setting.article.text.find(",", start, span.end)
    span = span if comma < 0 else Span.of(setting.article.text, span.start, comma)
    words = list(re.finditer(r"\S+", setting.article.text[start : span.end])) if start < span.end else []
    determined = bool(words) and words[0].group().lower() in _DETERMINERS
    if determined and any(w.group().lower() in {"of", "for"} for w in words):
        return None
    while words and _is_title(words[0].group()):
        words.pop(0)
    while determined and words and not words[0].group()[0].isupper():
        words.pop(0)
    if not words or any(w.group().lower().strip(".,'’") in _NEVER_PEOPLE for w in words):
        return None
    start += words[0].start()
    if any(m.span.start < span.end and start < m.span.end for m in near):
        return None
    return Span.of(setting.article.text, start, span.end)


def _is_title(word: str) -> bool:
    """Whether a word before a name is a title, several joined ones ("Maj.-Gen.") or a determiner."""
    return all(part.strip(".,") in _TITLES | _DETERMINERS for part in word.lower().split("-"))


def person_at(everybody: Nearby[tuple[int, Person]], span: Span) -> Person | None:
    """The first person named within a span, given everybody's mentions with where each starts."""
    named = [(start, p) for start, p in everybody.at(span) if span.start <= start]
    return min(named, key=lambda pair: pair[0])[1] if named else None
