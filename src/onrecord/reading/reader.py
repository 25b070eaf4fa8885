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


class Reader(Protocol):
    """Reads an article: spans in, spans out; the same article gives the same findings every time."""

    @property
    def name(self) -> str:
        """Name and version, kept with every run."""
        ...

    def read(self, article: Article) -> Found:
        """What the report says, furniture left out."""
        ...
