"""The registry of bodies known beforehand: which ones a name may mean, and how they stand to one another."""

from __future__ import annotations

import re
from functools import cache

from onrecord.resolution.actors.entries import (
    Entry,
    Naming,
    Relation,
    alias_key,
    listed,
    namings_by_key,
    relations_by_owner,
)
from onrecord.resolution.actors.matching import accepted, state_body_named
from onrecord.resolution.actors.states import by_iso3, country_words, government_seated_in, state_entry

_OWN_VOICES = frozenset({"MIL", "LEG", "JUD"})
"""Branches of a state that are parties of their own where they speak."""
_STATE = frozenset({"government", "military", "country"})
_BETWEEN = frozenset({"LEG", "JUD", "SPY", "COP"})
_BY_TROOPS = frozenset({"IGO", "MIL", "REB"})
_AFTER_A_NAME = frozenset(
    "group groups movement rebels rebel fighters militants guerrillas insurgents militia militias militiamen forces "
    "faction network organisation organization party alliance coalition government regime agency newspaper "
    "separatists gunmen commanders officials troops leaders leadership side mission".split()
)
_SPEAKING_FOR_A_STATE = frozenset("government regime officials leaders leadership side mission".split())
_LINKS = frozenset("of in for with from to at by and or the a an on against under between over".split())
_IN_BRACKETS = re.compile(r"\s*\([^()]{2,12}\)\s*$")
_LONG_FORM = re.compile(r"(?:[A-Z][\w']+ )?(?:Republic|State|Kingdom|Sultanate|Union) of (?:the )?(\w[\w' -]+)")
_ARTICLES = frozenset("the a an its their his our".split())


def entry(ident: str) -> Entry | None:
    """The body with this id: one of the asset (`TTP`, `ucdp:496`), a country (`PAK`) or its body (`PAK-police`)."""
    return listed().get(ident) or state_entry(ident)


def namings(words: str) -> tuple[Naming, ...]:
    """Every way in which the registry takes these words as a body's name, best first, with where each is from.

    A leading article, a possessive ending and an acronym in brackets at the end are overlooked. Where the whole is no
    name, a common noun after a name is overlooked too ("the M23 rebels"), or words that lead up to one ("Lebanese Shia
    group Hezbollah", "Darfur's Sudan Liberation Army"). Words in small letters name nobody.
    """
    whole = _bare(words)
    split = _bare(_IN_BRACKETS.sub("", words))
    return _namings(whole) or _namings(split) or _before_a_noun(split) or _at_the_end(split)


def named(words: str) -> tuple[Entry, ...]:
    """Every body that these words may name, best first; none for words that name no known body."""
    found = (entry(naming.owner) for naming in namings(words))
    return tuple(dict.fromkeys(e for e in found if e is not None))


def fits(known: Entry, kind: str) -> bool:
    """Whether a body of the registry can be what a reader takes for a body of this kind.

    The bodies of a state are taken for one another, and so are groups, parties, organisations and peoples; parliaments,
    courts, services and police for either; an international body may act by its troops.
    """
    if (
        known.kind == kind
        or (known.kind in _STATE and kind in _STATE)
        or not (known.kind in _STATE or kind in _STATE)
    ):
        return True
    if known.sector in _BETWEEN:
        return True
    return known.sector in _BY_TROOPS and kind == "military"


def _bare(words: str) -> list[str]:
    split = words.split()
    while len(split) > 1 and split[0].lower() in _ARTICLES:
        split = split[1:]
    if split and split[-1].endswith(("'s", "’s")):
        split[-1] = split[-1][:-2]
    return split


def _before_a_noun(split: list[str]) -> tuple[Naming, ...]:
    found: tuple[Naming, ...] = ()
    while not found and len(split) > 1 and split[-1].lower() in _AFTER_A_NAME:
        speaking = split[-1].lower() in _SPEAKING_FOR_A_STATE
        split = split[:-1]
        found = tuple(n for n in _namings(split) if speaking or not (n.source == "rule" or _is_people(n)))
    return found


def _is_people(naming: Naming) -> bool:
    """Whether a name is a people's: "Kurdish rebels" are not the Kurds."""
    known = entry(naming.owner)
    return known is not None and known.kind == "people"


def _at_the_end(split: list[str]) -> tuple[Naming, ...]:
    for start in range(1, len(split)):
        before = split[start - 1]
        if before.lower() in _LINKS or not (before.islower() or before.endswith(("'s", "’s")) or "-" in before):
            continue
        found = tuple(n for n in _namings(split[start:]) if not n.weak and n.source != "rule")
        if found:
            return found
    return ()


def _namings(split: list[str]) -> tuple[Naming, ...]:
    words = " ".join(split)
    fitting = tuple(n for n in namings_by_key().get(alias_key(words), ()) if accepted(n, split))
    by_rule = _by_rule(words)
    if by_rule is None or any(n.owner == by_rule.owner for n in fitting):
        return fitting
    sure = tuple(n for n in fitting if not n.weak)
    return (*sure, by_rule, *(n for n in fitting if n.weak))


def _by_rule(words: str) -> Naming | None:
    """A country, a state body, the government that sits in a capital, or a people by its country ("the Russians")."""
    long_form = _LONG_FORM.fullmatch(words)
    country = country_words().get(words if long_form is None else long_form[1])
    if country is not None:
        return Naming(words, country.iso3, weak=False, source="rule")
    body = state_body_named(words)
    if body is not None and words != words.lower():
        return Naming(words, body.id, weak=False, source="rule")
    seat = government_seated_in(words)
    if seat is not None:
        return Naming(words, seat.id, weak=True, source="rule")
    people = country_words().get(words.removesuffix("s"))
    if people is not None and words.removesuffix("s") in people.demonyms:
        return Naming(words, people.iso3, weak=True, source="rule")
    return None


@cache
def _names_by_owner() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for group in namings_by_key().values():
        for naming in group:
            found.setdefault(naming.owner, {})[naming.words] = None
    return {owner: tuple(sorted(names)) for owner, names in found.items()}


def aliases_of(ident: str) -> tuple[str, ...]:
    """Every name under which a body is known, its own first; empty for an unknown id."""
    known = entry(ident)
    if known is None:
        return ()
    country = by_iso3().get(ident)
    words = [*country.names, *country.demonyms] if country is not None else []
    return tuple(dict.fromkeys((known.name, *words, *_names_by_owner().get(ident, ()))))


def relations_of(ident: str) -> tuple[Relation, ...]:
    """How a body stands to others: allied with, splintered from, joined; in the order of the asset."""
    return relations_by_owner().get(ident, ())


def top_party(ident: str) -> Entry | None:
    """The party that a body's words count for: a ministry's for its government, a faction's for its group.

    The military, a parliament and a court are parties of their own. None for an unknown id.
    """
    return _above(ident, _OWN_VOICES)


def whole_of(ident: str) -> Entry | None:
    """The largest body that one is part of: for an army or a ministry, the government."""
    return _above(ident, frozenset())


def _above(ident: str, own_voices: frozenset[str]) -> Entry | None:
    here = entry(ident)
    passed: set[str] = set()
    while here is not None and here.part_of is not None and here.id not in passed and here.sector not in own_voices:
        passed.add(here.id)
        above = entry(here.part_of)
        if above is None:
            return here
        here = above
    return here


@cache
def _branches() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for known in listed().values():
        if known.part_of is not None:
            found.setdefault(known.part_of, []).append(known)
    return {ident: tuple(branches) for ident, branches in found.items()}


def branches_of(ident: str) -> tuple[Entry, ...]:
    """The bodies of the asset that are part of one directly, in the order of their ids."""
    return _branches().get(ident, ())
