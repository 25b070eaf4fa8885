"""The open questions of a brief: who has not spoken, what is only anonymous, what no second report carries."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Claim, Stance, Testimony
from onrecord.record.ledger import ON_RECORD, side_of
from onrecord.record.moments import counted, iso_day
from onrecord.record.questions.brief.page import Section, Sentence
from onrecord.record.questions.brief.positions import MOST_CITED, first_told
from onrecord.record.questions.brief.wording import VERBS, listed, speaker_for, the
from onrecord.record.questions.heard import Heard, precision_of

_FIRM = frozenset({"affirms", "denies"})


def open_section(one: Heard) -> Section:
    """What this record does not tell of the claim."""
    told = (*_silent(one), *_only_anonymous(one), *_one_origin(one), *_divided(one), *_whose(one), *_undated(one))
    return Section("Open questions", told)


def _silent(one: Heard) -> Iterator[Sentence]:
    spoken = {_side(one.claim, t) for t in one.counting if t.source_kind in ON_RECORD and t.stance in _FIRM}
    for party in one.claim.parties:
        if party.key not in spoken:
            text = f"Nobody who speaks for {the(party.name)} is on record affirming it or denying it."
            yield Sentence(text, (first_told(one),))


def _side(claim: Claim, testimony: Testimony) -> str | None:
    return side_of(testimony.party, [party.key for party in claim.parties])


def _only_anonymous(one: Heard) -> Iterator[Sentence]:
    affirming = [t for t in counted(one.counting) if t.stance == "affirms"]
    anonymous = [t.statement for t in affirming if t.source_kind == "anonymous"]
    if anonymous and not any(t.source_kind in ON_RECORD for t in affirming):
        yield Sentence("Who affirms it is known to nobody but the reporters: all are anonymous.", _some(anonymous))


def _one_origin(one: Heard) -> Iterator[Sentence]:
    if one.standing.reports > 1 and one.standing.independent_reports == 1:
        yield Sentence("No independent report carries it: all go back to one.", (first_told(one),))
    elif one.standing.reports == 1:
        yield Sentence("No second report carries it.", (first_told(one),))


def _divided(one: Heard) -> Iterator[Sentence]:
    for position in one.standing.positions:
        if position.stance == "divided":
            ids = [speaker.statements[-1] for speaker in position.speakers if speaker.stance in _FIRM]
            yield Sentence(f"Which of its speakers {the(position.party)} stands behind is not told.", _some(ids))


def _whose(one: Heard) -> Iterator[Sentence]:
    seen = set[str]()
    for testimony in counted(one.counting):
        known = testimony.party is not None or testimony.source_kind not in ON_RECORD
        if known or testimony.stance not in _FIRM or testimony.speaker_key in seen:
            continue
        seen.add(testimony.speaker_key)
        who = speaker_for(one, testimony)
        yield Sentence(f"For which party {who} spoke is not told.", (testimony.statement,))


def _undated(one: Heard) -> Iterator[Sentence]:
    """A sentence for all who said one thing at a time that is known to one grain, or not at all."""
    vague: dict[tuple[str | None, Stance], list[Testimony]] = {}
    for testimony in counted(one.counting):
        if testimony.stance in _FIRM and testimony.source_kind in {*ON_RECORD, "anonymous"}:
            vague.setdefault((precision_of(iso_day(testimony)), testimony.stance), []).append(testimony)
    for (grain, stance), some in vague.items():
        if grain != "day":
            who = listed(list(dict.fromkeys(speaker_for(one, t) for t in some)))
            known = "not known" if grain is None else f"known to the {grain} only"
            yield Sentence(f"When {who} {VERBS[stance]} is {known}.", _some([t.statement for t in some]))


def _some(statements: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(statements))[:MOST_CITED]
