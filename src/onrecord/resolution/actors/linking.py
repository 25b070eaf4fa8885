"""Whether two profiles are one person or group: every sign weighed, none of them enough alone.

A verdict adds up what names, party, offices, places, company and days tell (`weights.py`). A name alone never links:
however rare it is, other signs have to support it. What stays below the threshold is a candidate with reasons, or
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Evidence
from onrecord.resolution.actors.naming import NAME_SIGNS, name_evidence, says_the_same
from onrecord.resolution.actors.profiles import Profile
from onrecord.resolution.actors.signs import (
    company_evidence,
    day_evidence,
    gender_evidence,
    kind_evidence,
    office_evidence,
    party_evidence,
    place_evidence,
    title_evidence,
)
from onrecord.resolution.actors.weights import (
    LEAST_SUPPORT,
    PRIOR,
    THRESHOLD,
    WEIGHTS,
    WORTH_A_LOOK,
    probability,
)

_COPIED = (Evidence("copy", "the two reports are copies of one", WEIGHTS["copied report"]),)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely two profiles are one: a score of 0 to 1, whether that joins them, and every reason for and against."""

    score: float
    linked: bool
    evidence: tuple[Evidence, ...]

    @property
    def worth_a_look(self) -> bool:
        """Whether a pair that is not joined should be shown to a reviewer."""
        return not self.linked and self.score >= WORTH_A_LOOK


def compare(one: Profile, other: Profile, *, copied: bool = False) -> Verdict:
    """The verdict on two profiles, the same whichever comes first.

    `copied` says that the two stand in copies of one report, where one name is one man. A person and a group are never
    one. Two actors of one report were told apart by it, unless it gives the one as a second name of the other, or gives
    one full name to both and nothing that tells them apart.
    """
    if (one.kind == "person") != (other.kind == "person"):
        return Verdict(0.0, linked=False, evidence=(Evidence("kind", "a person and a group", WEIGHTS["told apart"]),))
    left, right = sorted((one, other), key=lambda p: (p.id, p.names, p.party or "", p.country or ""))
    evidence = (*_signs(left, right), *(_COPIED if copied else ()))
    score = probability(PRIOR + sum(e.weight for e in evidence))
    support = sum(e.weight for e in evidence if e.sign not in NAME_SIGNS and e.weight > 0)
    return Verdict(score, linked=score >= THRESHOLD and support >= LEAST_SUPPORT, evidence=evidence)


def _signs(one: Profile, other: Profile) -> Iterator[Evidence]:
    names = name_evidence(one, other)
    yield names
    if names.weight <= WEIGHTS["names differ"]:
        return  # nothing below makes up for it
    if set(one.reports) & set(other.reports):
        yield _within_report(one, other, names)
        if names.sign == "second name":
            return
    yield from party_evidence(one, other)
    yield from office_evidence(one, other)
    yield from place_evidence(one, other)
    yield from company_evidence(one, other)
    yield from day_evidence(one, other)
    if one.kind == "person":
        yield from title_evidence(one, other)
        yield from gender_evidence(one, other)
    else:
        yield from kind_evidence(one, other)


def _within_report(one: Profile, other: Profile, names: Evidence) -> Evidence:
    """What it means that one report has both: it tells them apart, unless it gives one full name to both and no more."""
    if names.sign == "second name":
        return Evidence("report", "the report itself says so", WEIGHTS["told second name"])
    if one.kind == "person" and says_the_same(one.name, other.name) and not _told_apart(one, other):
        return Evidence(
            "report", "one report has both, and nothing in it tells them apart", WEIGHTS["one name in a report"]
        )
    return Evidence("report", "one report names both and tells them apart", WEIGHTS["told apart"])


def _told_apart(one: Profile, other: Profile) -> bool:
    """Whether the report gives two of one name different parties, offices, birthplaces or genders."""
    parties = {one.party, other.party} - {None}
    offices = {o.words for o in one.offices}, {o.words for o in other.offices}
    born, genders = {one.born, other.born} - {None}, {one.gender, other.gender} - {None}
    return (
        len(parties) > 1 or len(born) > 1 or len(genders) > 1 or (all(offices) and offices[0].isdisjoint(offices[1]))
    )
