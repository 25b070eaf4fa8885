"""Makes a brief: the sentences of each section, and the list of the statements that they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from onrecord.model import Testimony
from onrecord.record.questions.brief.figures import Given, figures_of, figures_section
from onrecord.record.questions.brief.history import history_section
from onrecord.record.questions.brief.page import Brief, Section, Source
from onrecord.record.questions.brief.positions import claim_section, position_sections, standing_section
from onrecord.record.questions.brief.quotations import quotations_section
from onrecord.record.questions.brief.unknown import open_section
from onrecord.record.questions.brief.wording import speaker
from onrecord.record.questions.heard import Heard, heard_best
from onrecord.record.questions.timeline import told
from onrecord.record.vantage import Vantage
from onrecord.record.words import Aliases

_SHORTEST_KEY = 6


def brief_on(connection: Connection, claim: str, vantage: Vantage, aliases: Aliases | None) -> Brief:
    """The brief on the claim with this id, or the most reported one with these words; ClaimNotFound for none."""
    one = heard_best(connection, claim, vantage, aliases)
    rivals = [heard_best(connection, ident, vantage, aliases) for ident in one.claim.rivals]
    figures = figures_of(connection, [first.statement for first, _ in told(one)])
    sections = tuple(section for section in _sections(one, rivals, figures) if section.sentences)
    sources = tuple(_sources([one, *rivals], sections))
    return Brief(one.claim, vantage.as_of, vantage.known_at, one.standing.standing, sections, sources)


def _sections(one: Heard, rivals: Sequence[Heard], figures: Sequence[Given]) -> Iterator[Section]:
    if one.counting:
        yield claim_section(one)
        yield standing_section(one)
        yield from position_sections(one)
    yield history_section(one)
    if one.counting:
        yield figures_section(one, rivals, figures)
        yield quotations_section(one)
        yield open_section(one)


def _sources(heard: Sequence[Heard], sections: Sequence[Section]) -> Iterator[Source]:
    """The statements that the sentences rest on, claim by claim in the order in which they were made, each once."""
    waiting = {
        statement for section in sections for sentence in section.sentences for statement in sentence.statements
    }
    keys = _keys(sorted(waiting))
    for one in heard:
        copies = {first.statement: others for first, others in told(one)}
        for testimony in one.testimonies:
            if testimony.statement in waiting:
                waiting.discard(testimony.statement)
                yield _source(one, testimony, keys[testimony.statement], copies.get(testimony.statement, ()))


def _source(one: Heard, testimony: Testimony, key: str, copies: Sequence[str]) -> Source:
    saying = one.sayings[testimony.statement]
    return Source(
        key=key,
        statement=testimony.statement,
        speaker=speaker(one, testimony),
        source_kind=testimony.source_kind,
        party=None if testimony.party is None else testimony.party.name,
        outlet=saying.outlet,
        title=saying.title,
        published=testimony.published,
        report=testimony.report,
        copies=tuple(copies),
    )


def _keys(statements: Sequence[str]) -> dict[str, str]:
    """The shortest beginnings, of one length, that tell the statements apart."""
    longest = max(map(len, statements), default=_SHORTEST_KEY)
    lengths = range(_SHORTEST_KEY, longest + 1)
    length = next((n for n in lengths if len({s[:n] for s in statements}) == len(statements)), longest)
    return {statement: statement[:length] for statement in statements}
