"""What reviewers have judged so far: who said what of which link and of which statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from onrecord.record.correctionoverlay import overlay
from onrecord.record.corrections import Correction
from onrecord.record.decisions import Decision, decisions_on


@dataclass(frozen=True, slots=True)
class Said:
    """What one reviewer said: `action` as he decided it, `text` what he corrected, if anything."""

    user: str
    action: str
    text: str | None
    note: str | None
    at: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The last words of reviewers that were not withdrawn, by link and by statement, in the order of saying."""

    links: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    statements: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)

    def of(self, kind: str, ident: str) -> tuple[Said, ...]:
        """What was said of one link or statement."""
        return (self.links if kind == "link" else self.statements).get(ident, ())

    def by(self, user: str) -> frozenset[str]:
        """The places of what one reviewer has judged."""
        return frozenset(
            place_of(kind, ident)
            for kind, some in (("link", self.links), ("statement", self.statements))
            for ident, said in some.items()
            if any(one.user == user for one in said)
        )


def place_of(kind: str, ident: str) -> str:
    """What tells a link or a statement in the queue."""
    return f"{kind}:{ident}"


def reviewed(connection: Connection) -> Reviewed:
    """All that reviewers have judged of links and statements; the same statement in copies is one."""
    links: dict[str, dict[str, Said]] = defaultdict(dict)
    for decision in decisions_on(connection, None):
        if decision.action in {"confirm", "reject"} and decision.withdrawn_at is None:
            _last(links[decision.link], _of_decision(decision))
    statements: dict[str, dict[str, Said]] = defaultdict(dict)
    for ident, some in overlay(connection).said.items():
        for correction in some:
            if correction.withdrawn_at is None:
                _last(statements[ident], of_correction(correction))
    return Reviewed(*({ident: tuple(by.values()) for ident, by in some.items()} for some in (links, statements)))


def differ(said: Iterable[Said]) -> bool:
    """Whether reviewers say different things; who is unsure differs from nobody."""
    return len({(one.action, one.text) for one in said if one.action != "unsure"}) > 1


def of_correction(one: Correction) -> Said:
    """A correction as what its reviewer said."""
    text = "; ".join(value.text for value in one.values) or None
    return Said(one.user, one.action, text, one.note, one.recorded_at)


def _of_decision(one: Decision) -> Said:
    return Said(one.user, one.action, None, one.note, one.decided_at)


def _last(by_user: dict[str, Said], said: Said) -> None:
    by_user.pop(said.user, None)
    by_user[said.user] = said
