"""What a brief says of where the claim stands: the standing, who affirms it, who denies it, who leaves it open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.model import Position, Stance, Testimony
from onrecord.record.moments import counted as counted_once
from onrecord.record.moments import iso_day
from onrecord.record.questions.brief.page import Section, Sentence
from onrecord.record.questions.brief.wording import (
    MEANINGS,
    VERBS,
    capital,
    counted,
    day_in_words,
    listed,
    named_standing,
    speaker_for,
    the,
    when,
)
from onrecord.record.questions.heard import Heard

MOST_CITED = 6
"""Statements that one sentence leads to, at most."""

_FIRM: tuple[Stance, ...] = ("affirms", "denies")
_SIDES: tuple[tuple[str, tuple[Stance, ...]], ...] = (
    ("Who affirms it", ("affirms",)),
    ("Who denies it", ("denies",)),
    ("Who declines or leaves it open", ("declines", "unclear")),
)


def claim_section(one: Heard) -> Section:
    """What is claimed, by whom first, and how many reports speak to it."""
    told = [Sentence(f"What is claimed: {one.claim.gloss}.", (first_told(one),))]
    if one.standing.first_claim is not None:
        first = one.testimony(one.standing.first_claim.statement)
        who = speaker_for(one, first)
        told.append(Sentence(f"It was first claimed by {who}, {when(iso_day(first))}.", (first.statement,)))
    told.append(Sentence(_reports(one), _one_of_each_report(one)))
    return Section("The claim", tuple(told))


def standing_section(one: Heard) -> Section:
    """The standing in words, and the parties whose speakers differ."""
    because = one.standing.changes[-1].because if one.standing.changes else one.counting[0].statement
    seen = (
        "On everything in the record" if one.standing.as_of is None else f"As of {day_in_words(one.standing.as_of)}"
    )
    name = named_standing(one.standing.standing)
    told = [Sentence(f"{seen}, the claim stands as {name}: {MEANINGS[one.standing.standing]}.", (because,))]
    divided = [_divided(one, position) for position in one.standing.positions if position.stance == "divided"]
    return Section("Where it stands", (*told, *divided))


def position_sections(one: Heard) -> Iterator[Section]:
    """A section for each stance that somebody takes, with a sentence for every speaker."""
    for heading, stances in _SIDES:
        told = [sentence for stance in stances for sentence in _on_record(one, stance)]
        if "affirms" in stances:
            told += _anonymous(one)
        if told:
            yield Section(heading, tuple(told))


def _on_record(one: Heard, stance: Stance) -> Iterator[Sentence]:
    for position in one.standing.positions:
        for held in position.speakers:
            said = [one.testimony(s) for s in held.statements]
            telling = [t for t in counted_once(said) if t.stance == stance]
            if held.stance == stance and telling:
                yield _took(one, telling)


def _anonymous(one: Heard) -> Iterator[Sentence]:
    speakers: dict[str, list[Testimony]] = {}
    for testimony in counted_once(one.counting):
        if testimony.source_kind == "anonymous" and testimony.stance == "affirms":
            speakers.setdefault(testimony.speaker_key, []).append(testimony)
    for said in speakers.values():
        yield _took(one, said)


def _took(one: Heard, said: Sequence[Testimony]) -> Sentence:
    """Who took the stance, when first, and when last."""
    first, since, last = said[0], iso_day(said[0]), iso_day(said[-1])
    who, verb = capital(speaker_for(one, first)), VERBS[first.stance]
    ids = tuple(dict.fromkeys(t.statement for t in (*said[:1], *said[-(MOST_CITED - 1) :])))
    if last == since:
        return Sentence(f"{who} {verb} {when(since)}.", ids)
    return Sentence(f"{who} {verb} first {when(since)} and last {when(last)}.", ids)


def _reports(one: Heard) -> str:
    reports, copies = one.standing.reports, one.standing.reports - one.standing.independent_reports
    if reports == 1:
        return "One report speaks to it."
    told = f"{capital(counted(reports, 'report'))} speak to it"
    if copies == 0:
        return f"{told}, none of them a copy of another."
    return f"{told}, {counted(copies)} of them {'a copy of another' if copies == 1 else 'copies of others'}."


def _one_of_each_report(one: Heard) -> tuple[str, ...]:
    by_origin = {testimony.origin: testimony.statement for testimony in reversed(one.counting)}
    return tuple(reversed(by_origin.values()))[:MOST_CITED]


def _divided(one: Heard, position: Position) -> Sentence:
    sides, cited = list[str](), list[str]()
    for stance in _FIRM:
        said = [one.testimony(s) for held in position.speakers if held.stance == stance for s in held.statements]
        last = {t.speaker_key: t.statement for t in said if t.stance == stance}
        if last:
            who = listed([speaker_for(one, one.testimony(s)) for s in last.values()])
            sides.append(f"{who} {VERBS[stance]}")
            cited += last.values()
    return Sentence(f"{capital(the(position.party))} is divided: {' and '.join(sides)}.", tuple(cited[:MOST_CITED]))


def first_told(one: Heard) -> str:
    """The statement that first claims it, or the first one that speaks of it."""
    return one.counting[0].statement if one.standing.first_claim is None else one.standing.first_claim.statement
