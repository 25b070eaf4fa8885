"""The seam between pages and what they say: any reader takes an article and returns what it found, as spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from onrecord.model import Article, DateExpression, Event, Mention, Role, Span, Statement


@dataclass(frozen=True, slots=True)
class RoleMention:
    """An office that the text gives somebody: whose it is, and of which body, both as spans."""

    holder: Span
    role: Role
    body: Span | None


@dataclass(frozen=True, slots=True)
class Chain:
    """One person or body of a report: its kind and every mention of it, names, descriptions and pronouns, in order.

    `kind` is an actor's kind, or "people" for several unnamed persons.
    """

    kind: str
    mentions: tuple[Mention, ...]

    @property
    def names(self) -> tuple[Span, ...]:
        """The mentions that are names."""
        return tuple(m.span for m in self.mentions if m.form == "name")


@dataclass(frozen=True, slots=True)
class Thing:
    """A place, office, time, quantity or weapon that the text mentions."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class EventWords:
    """The words of those who take part in an event, and of its place and time, where the text gives them.

    `event` is the event's id; place and time are one span at most.
    """

    event: str
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    place: tuple[Span, ...] = ()
    time: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Relations:
    """The grammar of a report: words with their part of speech, the word that governs each, and how.

    `heads` are numbers of words; the root of a sentence governs itself. Names are those of Universal Dependencies.
    """

    words: tuple[Span, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found in a report, before anything is tied to the world.

    Statements have no speaker or party yet, events no parties, dates no values. `mentions` are words that may refer
    to people, bodies and places, in order and without overlap. `identities` pairs two spans that the text itself
    says to be the same person ("The statement by Maulvi Faqir Mohammad" takes up "a senior commander").
    """

    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    roles: tuple[RoleMention, ...] = ()
    identities: tuple[tuple[Span, Span], ...] = ()
    chains: tuple[Chain, ...] = ()
    things: tuple[Thing, ...] = ()
    grammar: Relations | None = None
    event_words: tuple[EventWords, ...] = ()


class Reader(Protocol):
    """Reads an article: spans in, spans out; the same article gives the same findings every time."""

    @property
    def name(self) -> str:
        """Name and version, kept with every run."""
        ...

    def read(self, article: Article) -> Found:
        """What the report says, furniture left out."""
        ...
