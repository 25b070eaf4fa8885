"""What a brief says of how it came about: the firsts, and each change of the standing with what made it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import First
from onrecord.record.moments import iso_day
from onrecord.record.questions.brief.page import Section, Sentence
from onrecord.record.questions.brief.wording import VERBS, capital, named_standing, speaker_for, when
from onrecord.record.questions.heard import Heard


def history_section(one: Heard) -> Section:
    """The first named confirmation, the first denial, and each change with the statement that made it."""
    return Section("How it came about", (*_firsts(one), *_changes(one)))


def _firsts(one: Heard) -> Iterator[Sentence]:
    firsts: tuple[tuple[str, First | None], ...] = (
        ("The first named person of a party to confirm it was", one.standing.first_named_confirmation),
        ("The first on record to deny it was", one.standing.first_denial),
    )
    for opening, first in firsts:
        if first is not None:
            testimony = one.testimony(first.statement)
            who = speaker_for(one, testimony)
            yield Sentence(f"{opening} {who}, {when(iso_day(testimony))}.", (first.statement,))


def _changes(one: Heard) -> Iterator[Sentence]:
    for change in one.standing.changes:
        testimony = one.testimony(change.because)
        who, verb = speaker_for(one, testimony), VERBS[testimony.stance]
        withdrawn = testimony.withdrawn is not None and testimony.withdrawn.isoformat() == change.date
        why = f"the report in which {who} {verb} was withdrawn" if withdrawn else f"{who} {verb}"
        before, after = named_standing(change.before), named_standing(change.after)
        yield Sentence(
            f"{capital(when(change.date))} the standing went from {before} to {after}: {why}.", (change.because,)
        )
