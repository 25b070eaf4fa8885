"""Offices over time: which one a report gives somebody, in which body, past or only supposed, and since when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.model import Actor, DateExpression, Reading, Role, Span
from onrecord.resolution.names import folded

_FORMER = re.compile(
    r"\b(?:former|ex|late|then|onetime|one-time|ousted|deposed|sacked|previous|retired)[\s-]+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_PUT_OUT = re.compile(
    r"\b(?:removed|dismissed|sacked|fired|ousted|expelled|deposed|resigned|stripped|retired|quit|stepped down)\b"
    r"[^.;:]{0,60}$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|from|as of)\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|up to|to|before)\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)
_NEAR = 60
_HEADS = re.compile(
    r"\b(?:president|premier|chancellor|king|queen|emir|amir|sultan|pope|chief|leader|head|chairman|chairwoman|chair"
    r"|governor|mayor|minister|secretary general|commander in chief|director|speaker|ruler|caliph)\b"
)
_MANY = re.compile(
    r"\b(?:commanders|leaders|a leader|an? \w+|one of|member|senior|top|local|former|adviser|advisor|aide|assistant"
    r"|deputies|lieutenant|police chief|army officer)\b"
)


@dataclass(frozen=True, slots=True)
class OfficeTold:
    """An office that a report gives somebody.

    `body` is the key of the party whose office it is, `body_name` its name there. `hedged` is "said to be", `former`
    "ex-" or "removed as". `since` and `until` are the first and the last day as the text says them, `told` is the day of
    publication, `span` the words.
    """

    role: str
    body: str | None = None
    body_name: str | None = None
    hedged: bool = False
    former: bool = False
    since: date | None = None
    until: date | None = None
    told: date | None = None
    span: Span | None = None

    @property
    def words(self) -> str:
        """The office in plain words, to be compared."""
        return plain_office(self.role)

    @property
    def for_one(self) -> bool:
        """Whether one person at a time holds it: a president, the chief of a group, its deputy chief."""
        return held_by_one(self.role)


def plain_office(role: str) -> str:
    """An office without articles, past and supposition: `the former deputy chief` is `deputy chief`."""
    words = folded(role).replace("defense", "defence").split()
    return " ".join(
        w for w in words if w not in {"the", "a", "an", "former", "ex", "late", "then", "its", "their", "his"}
    )


def held_by_one(role: str) -> bool:
    """Whether an office has one holder at a time, by its words."""
    words = folded(role)
    return bool(_HEADS.search(words)) and not _MANY.search(words)


def office_told(
    role: Role, actor: Actor, actors: Mapping[str, Actor], keys: Mapping[str, str], reading: Reading
) -> OfficeTold:
    """A role of a reading as an office: of the body it is said to be of, or else of the holder's party."""
    body = actors.get(role.of or "") or actors.get(actor.party or "")
    text = reading.article.text
    clause = text[max(0, role.span.start - 80) : role.span.start]
    since, until = _term(role.span, reading)
    return OfficeTold(
        role=role.role,
        body=None if body is None else keys[body.id],
        body_name=None if body is None else body.name,
        hedged=role.hedged,
        former=_is_past(role.role, clause),
        since=since,
        until=until,
        told=reading.article.published,
        span=role.span,
    )


def _is_past(role: str, before: str) -> bool:
    words = role.split(" ", 1)[0].lower()
    return words.startswith(("former", "ex-", "late ")) or bool(_FORMER.search(before) or _PUT_OUT.search(before))


def _term(span: Span, reading: Reading) -> tuple[date | None, date | None]:
    """The first and the last day of an office, where words of time right behind it say so."""
    since: date | None = None
    until: date | None = None
    for when in _following(span, reading):
        between = reading.article.text[span.end : when.span.start]
        if re.search(r"[.;:]", between):
            break
        if _UNTIL.search(between) and when.last is not None:
            until = when.last
        elif _SINCE.search(between) and when.first is not None and since is None:
            since = when.first
    return since, until


def _following(span: Span, reading: Reading) -> list[DateExpression]:
    near = (d for d in reading.dates if span.end <= d.span.start <= span.end + _NEAR)
    return sorted(near, key=lambda d: d.span.start)
