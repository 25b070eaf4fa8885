"""What the names of two profiles weigh, second names that a report gives included."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from onrecord.model import Evidence
from onrecord.resolution.actors.groupnames import group_likeness
from onrecord.resolution.actors.likeness import NameLikeness, name_likeness
from onrecord.resolution.actors.listed import listed_as
from onrecord.resolution.actors.names import personal_name
from onrecord.resolution.actors.profiles import Profile
from onrecord.resolution.actors.weights import MOST_FOR_A_NAME, SHAPE_SHARES, WEIGHTS

NAME_SIGNS = frozenset({"name", "second name"})
"""The signs that are names; all others support them."""
_MOST_COMPARED = 6


def name_evidence(one: Profile, other: Profile) -> Evidence:
    """What the names weigh: those that fit best, unless the fullest names of both share a word and differ in the rest."""
    best = likeness_of(one.name, other.name, person=one.kind == "person")
    if best.shape == "conflict":
        told = _second_name(one, other)
        return told or Evidence("name", best.words, WEIGHTS["names differ"])
    for mine, theirs in _further_names(one, other):
        found = likeness_of(mine, theirs, person=one.kind == "person")
        if _weight(found) > _weight(best):
            best = found
    if best.shape == "none" or _weight(best) <= 0:
        told = _second_name(one, other)
        return told or Evidence("name", best.words, WEIGHTS["no name in common"] if best.shape == "none" else 0.0)
    return Evidence("name", best.words, _weight(best))


def likeness_of(one: str, other: str, *, person: bool) -> NameLikeness:
    """How alike two names of people, or of groups, are."""
    return name_likeness(one, other) if person else group_likeness(one, other)


def _further_names(one: Profile, other: Profile) -> Iterator[tuple[str, str]]:
    """Pairs of names under which either was called, full ones only: a surname says less than the name it belongs to."""
    mine = [name for name, _ in one.names[:_MOST_COMPARED] if _is_another(one, name)]
    theirs = [name for name, _ in other.names[:_MOST_COMPARED] if _is_another(other, name)]
    for left in [one.name, *mine]:
        for right in [other.name, *theirs]:
            yield left, right


def _is_another(profile: Profile, name: str) -> bool:
    """Whether a name is not merely a part or a spelling of the fullest one."""
    person = profile.kind == "person"
    return name != profile.name and likeness_of(name, profile.name, person=person).shape in {"initials", "order"}


def _second_name(one: Profile, other: Profile) -> Evidence | None:
    """A name that a report, or the list of office holders, gives one of them, under which the other goes."""
    listed = listed_as(one)
    if listed is not None and listed == listed_as(other):
        return Evidence("second name", f"both are names of {listed}, as listed", WEIGHTS["listed second name"])
    for holder, bearer in ((one, other), (other, one)):
        for nickname in holder.nicknames:
            for name, _ in bearer.names[:_MOST_COMPARED]:
                found = name_likeness(nickname.name, name)
                if found.shape in {"same", "spelling", "order", "shorter"}:
                    words = (
                        f"a report gives “{nickname.name}” as another name of “{holder.name}”: “{nickname.span.text}”"
                    )
                    return Evidence("second name", words, round(_weight(found), 2), nickname.span)
    return None


def _weight(found: NameLikeness) -> float:
    """The log of how much likelier it is that the names of one person agree so than those of two."""
    if found.shape in {"conflict", "none"}:
        return WEIGHTS["no name in common"]
    share = SHAPE_SHARES[found.shape]
    return round(min(MOST_FOR_A_NAME, log(share / max(found.chance, 1e-9))), 2)


def says_the_same(one: str, other: str) -> bool:
    """Whether two names of a person are one full name, letter by letter or in other spellings."""
    full = min(len(personal_name(one).full), len(personal_name(other).full)) > 1
    return full and name_likeness(one, other).shape in {"same", "spelling", "order"}
