"""What a brief says of figures: who gives which number, where several are given of one thing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.model import Figure, Testimony
from onrecord.record.ledger import ON_RECORD
from onrecord.record.moments import iso_day
from onrecord.record.payload import with_text
from onrecord.record.questions.brief.page import Section, Sentence
from onrecord.record.questions.brief.positions import MOST_CITED
from onrecord.record.questions.brief.wording import VERBS, capital, listed, named_standing, speaker_for, when
from onrecord.record.questions.heard import Heard
from onrecord.record.schema import event, report

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Given:
    """A number that a statement gives of what it speaks of: in its own words, and what they mean."""

    statement: str
    words: str
    figure: Figure


def figures_of(connection: Connection, statements: Sequence[str]) -> list[Given]:
    """The figures in the events of some statements, in the order of the statements."""
    found: dict[str, dict[Given, None]] = {}
    for at in range(0, len(statements), _AT_ONCE):
        some = statements[at : at + _AT_ONCE]
        query = select(event.c.statement_id, event.c.payload, report.c.text).join_from(event, report)
        for row in connection.execute(query.where(event.c.statement_id.in_(some)).order_by(event.c.ordinal)):
            for one in with_text(json.loads(row.payload), row.text)["quantities"]:
                if one["unit"] is not None and (one["low"] is not None or one["high"] is not None):
                    given = Given(row.statement_id, one["text"], Figure(one["unit"], one["low"], one["high"]))
                    found.setdefault(row.statement_id, {})[given] = None
    return [given for statement in statements for given in found.get(statement, ())]


def figures_section(one: Heard, rivals: Sequence[Heard], figures: Sequence[Given]) -> Section:
    """The claims of another number of the same, or else who gives which number where two cannot both be right."""
    return Section("Rival figures", (*_rivals(rivals),) if rivals else (*_given(one, figures),))


def _rivals(rivals: Sequence[Heard]) -> Iterator[Sentence]:
    for rival in rivals:
        told = [t for t in rival.counting if t.source_kind in {*ON_RECORD, "anonymous"}] or list(rival.counting)
        if told:
            said = [f"{speaker_for(rival, t)} {VERBS[t.stance]}" for t in told[:MOST_CITED]]
            name = named_standing(rival.standing.standing)
            text = (
                f"Another figure is {rival.claim.gloss}, which stands as {name}: {listed(list(dict.fromkeys(said)))}."
            )
            yield Sentence(text, tuple(t.statement for t in told[:MOST_CITED]))


def _given(one: Heard, figures: Sequence[Given]) -> Iterator[Sentence]:
    """A sentence for every number that another one contradicts."""
    by_figure: dict[Figure, list[Given]] = {}
    for given in figures:
        if any(given.figure.contradicts(other.figure) for other in figures):
            by_figure.setdefault(given.figure, []).append(given)
    for figure, some in sorted(by_figure.items(), key=lambda item: item[0].unit):
        said: list[Testimony] = [one.testimony(given.statement) for given in some]
        who = capital(listed(list(dict.fromkeys(speaker_for(one, t) for t in said))))
        text = f"{who} gave the figure “{some[0].words}” ({figure.unit}), first {when(iso_day(said[0]))}."
        yield Sentence(text, tuple(dict.fromkeys(t.statement for t in said))[:MOST_CITED])
