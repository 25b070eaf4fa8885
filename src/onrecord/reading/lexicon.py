"""Reporting verbs with all their forms, and the nouns that name speakers, from `assets/cues.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.assets import table
from onrecord.model import Act

Inflection = Literal["base", "present", "past", "participle", "gerund"]
_VOWELS = "aeiou"
_DOUBLING = frozenset("admit beg begin commit plan prefer quip rebut refer slam".split())
"""Verbs that double their last letter before -ed and -ing."""


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb that can report, what its speaker does with the content, and how the content stands to it."""

    base: str
    act: Act
    frames: frozenset[str]
    particles: frozenset[str] = frozenset()
    idioms: frozenset[str] = frozenset()

    @property
    def takes_clause(self) -> bool:
        """Whether a clause can follow ("said talks were held")."""
        return "clause" in self.frames or "addressee" in self.frames


@cache
def reporting_verbs() -> dict[str, tuple[ReportingVerb, frozenset[Inflection]]]:
    """Every form of every reporting verb: `said` → (say, {past, participle})."""
    forms: dict[str, tuple[ReportingVerb, set[Inflection]]] = {}
    for verb in _verbs():
        for form, inflection in _inflected(verb.base):
            forms.setdefault(form, (verb, set()))[1].add(inflection)
    return {form: (verb, frozenset(inflections)) for form, (verb, inflections) in forms.items()}


@cache
def speaker_nouns() -> dict[str, str]:
    """Head nouns of sources and the kind of speaker each makes: office, anonymous, collective or document."""
    kinds: dict[str, str] = {}
    for kind, nouns in table("cues")["speakers"].items():
        for noun in nouns:
            kinds.setdefault(noun, kind)
    return kinds


def _verbs() -> list[ReportingVerb]:
    frames: dict[str, set[str]] = {}
    particles: dict[str, set[str]] = {}
    for frame, entries in table("cues")["frames"].items():
        for entry in entries:
            base, _, particle = entry.partition(" ")
            frames.setdefault(base, set()).add(frame)
            if particle:
                particles.setdefault(base, set()).add(particle)
    acts: dict[str, Act] = {base: act for act, bases in table("cues")["acts"].items() for base in bases}
    return [
        ReportingVerb(
            base,
            acts.get(base, "asserts"),
            frozenset(found),
            frozenset(particles.get(base, ())),
            frozenset(table("cues")["idioms"].get(base, ())),
        )
        for base, found in frames.items()
    ]


def _inflected(base: str) -> list[tuple[str, Inflection]]:
    forms: list[tuple[str, Inflection]] = [(base, "base"), (_with_s(base), "present"), (_gerund(base), "gerund")]
    irregular = table("cues")["irregular"].get(base)
    if irregular is None:
        irregular = [_past(base)]
    forms += [(form, "past") for form in irregular[:1]] + [(form, "participle") for form in irregular[-1:]]
    return forms


def _with_s(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "go")) else "s")


def _past(base: str) -> str:
    if base in _DOUBLING:
        return base + base[-1] + "ed"
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def _gerund(base: str) -> str:
    if base in _DOUBLING:
        return base + base[-1] + "ing"
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    return base + "ing"
