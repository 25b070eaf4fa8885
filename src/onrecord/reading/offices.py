"""The offices that a report gives somebody: who is chief, minister or spokesman of what, and how firmly it says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Role, Span
from onrecord.reading.mentions import roles as roles_by_pattern
from onrecord.reading.officeholders import Known, Office, held_offices
from onrecord.reading.reader import Chain, Relations, RoleMention, Thing
from onrecord.reading.segmentation import Sentence

__all__ = ["Office", "offices", "roles"]


def roles(
    text: str,
    parts: Sequence[Sentence],
    grammar: Relations | None = None,
    linked: Sequence[Chain] = (),
    things: Sequence[Thing] = (),
) -> tuple[RoleMention, ...]:
    """The offices that named people hold, by patterns of words first, then by grammar; those that are over left out.

    The former offices that the words themselves call so ("former president") stay in, as patterns find them.
    """
    found = list(roles_by_pattern(text, parts))
    if grammar is None:
        return tuple(found)
    known = Known.of(grammar, linked, things)
    held = _Held(known, found)
    for office in held_offices(text, known):
        same = held.by(office.holder)
        beside = [at for at in same if found[at].role.span.overlaps(office.words)]
        told_elsewhere = any(found[at].role.role == office.name for at in same)
        if beside:
            found[beside[0]] = _surer(found[beside[0]], office)
        elif not office.ended and not told_elsewhere and known.is_named(office):
            role = Role(office.name, None, office.hedged, office.words)
            held.add(RoleMention(office.holder, role, office.body))
    return tuple(sorted(found, key=lambda r: (r.role.span.start, r.holder.start)))


class _Held:
    """Offices found so far, by the person who holds them."""

    def __init__(self, known: Known, found: list[RoleMention]) -> None:
        self._known, self._found = known, found
        self._of: dict[object, list[int]] = {}
        for at in range(len(found)):
            self._note(at)

    def add(self, mention: RoleMention) -> None:
        """Adds an office to the list that was handed over."""
        self._found.append(mention)
        self._note(len(self._found) - 1)

    def _note(self, at: int) -> None:
        for key in self._known.persons(self._found[at].holder):
            self._of.setdefault(key, []).append(at)

    def by(self, holder: Span) -> list[int]:
        """The numbers of the offices that a person holds, in order."""
        return sorted({at for key in self._known.persons(holder) for at in self._of.get(key, ())})


def _surer(told: RoleMention, office: Office) -> RoleMention:
    """An office found both ways: hedged where either says so, with the body that grammar tells whole."""
    wider = office.body is not None and (told.body is None or office.body.contains(told.body))
    role = replace(told.role, hedged=told.role.hedged or office.hedged)
    return replace(told, role=role, body=office.body if wider else told.body)


def offices(
    text: str, grammar: Relations, linked: Sequence[Chain], things: Sequence[Thing] = ()
) -> tuple[Office, ...]:
    """All offices that the grammar gives to people of the report, former ones too, in the order of the text.

    Holders are names or descriptions ("a spokesman for the Taliban"), pronouns where the report names nobody for them.
    """
    return held_offices(text, Known.of(grammar, linked, things))
