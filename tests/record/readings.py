"""Readings made by hand, for tests that need a record and no reader."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.model import (
    Act,
    Actor,
    Article,
    Certainty,
    DateExpression,
    Event,
    EventStatus,
    Furniture,
    Mention,
    Place,
    Precision,
    Quantity,
    Reading,
    Role,
    SourceKind,
    Span,
    Statement,
)

NOWHERE = Span(0, 0, "")
TTP = Actor("ttp", "TTP", "armed_group", (), country="PAK", known_as="ttp")
PAKISTAN = Actor("gov", "Government of Pakistan", "government", (), country="PAK", known_as="gov-pak")
ARMY = Actor("army", "Pakistan Army", "military", (), party="gov", country="PAK", known_as="army-pak")
FAQIR = Actor(
    "faqir",
    "Maulvi Faqir Mohammad",
    "person",
    (),
    party="ttp",
    roles=(Role("deputy chief", "ttp", True, NOWHERE),),
)
EHSAN = Actor(
    "ehsan", "Ehsanullah Ehsan", "person", (), party="ttp", roles=(Role("spokesman", "ttp", False, NOWHERE),)
)
MALIK = Actor(
    "malik", "Rehman Malik", "person", (), party="gov", roles=(Role("interior minister", "gov", False, NOWHERE),)
)
FARC = Actor("farc", "FARC", "armed_group", (), country="COL", known_as="farc")
COLOMBIA = Actor("col", "Government of Colombia", "government", (), country="COL", known_as="gov-col")
SANTOS = Actor(
    "santos", "Juan Manuel Santos", "person", (), party="col", roles=(Role("President", "col", False, NOWHERE),)
)
TIMOCHENKO = Actor(
    "timo",
    "Timochenko",
    "person",
    (),
    party="farc",
    roles=(Role("top commander and leader", "farc", False, NOWHERE),),
)
URIBE = Actor("uribe", "Álvaro Uribe", "person", (), roles=(Role("ex-president", "col", False, NOWHERE),))
CAST = {
    actor.id: actor for actor in (TTP, PAKISTAN, ARMY, FAQIR, EHSAN, MALIK, FARC, COLOMBIA, SANTOS, TIMOCHENKO, URIBE)
}
_WORDS = (
    "valley bridge market winter column harvest border convoy school radio river council village doctor road letter"
    " mountain prison election teacher harbour station village garden office morning summer factory railway island"
)


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a report: who says that talks are, or are not, and how."""

    source: str
    cue: str
    content: str
    kind: SourceKind
    act: Act = "asserts"
    party: Actor | None = None
    speaker: Actor | None = None
    sides: tuple[Actor, ...] = (TTP, PAKISTAN)
    trigger: str = "talks"
    event: str = "CONSULT"
    status: EventStatus = "actual"
    certainty: Certainty = "actual"
    said: tuple[date, date, Precision] | None = None
    on: tuple[date, date, Precision] | None = None
    killed: tuple[float | None, float | None] | None = None
    through: str | None = None
    """The statement of the same report in which this one stands."""


def filler(seed: str, sentences: int = 8) -> str:
    """Sentences that no other seed gives, to make reports differ."""
    words = _WORDS.split()
    numbers = (hashlib.sha256(f"{seed} {n}".encode()).digest()[:12] for n in range(sentences))
    return " ".join(" ".join(words[b % len(words)] for b in some).capitalize() + "." for some in numbers)


def reading_of_report(
    ident: str,
    published: date | None,
    *told: Said,
    outlet: str = "The Outlet",
    body: str | None = None,
    head: str = "",
    furniture: bool = False,
) -> Reading:
    """A report that says these things between a headline and a body of its own, with everything marked in it."""
    text, statements, events = head + "Peace talks? ", list[Statement](), list[Event]()
    for number, said in enumerate(told, 1):
        statement, event, text = _stated(f"s{number}", f"e{number}", said, text)
        statements.append(statement)
        events.append(event)
    text += body if body is not None else filler(ident)
    marked = (Furniture(0, len(head), "appeal", "asks for money"),) if furniture else ()
    article = Article(ident, text, None, outlet, f"On {ident}", published=published, furniture=marked)
    actors = tuple(_cast(told))
    opening = Span.of(text, len(head), len(head) + 5)
    return Reading(
        replace(article, published_basis="given" if published else None),
        tuple(statements),
        tuple(events),
        tuple(replace(actor, mentions=(Mention(opening, "name"),)) for actor in actors),
        (Place("p1", "Bajaur", "admin2", (Mention(opening, "name"),), "PAK", lat=34.7, lon=71.5),),
        (DateExpression(opening, "2011-11", date(2011, 11, 1), date(2011, 11, 30), "month"),),
    )


def _stated(statement_id: str, event_id: str, said: Said, text: str) -> tuple[Statement, Event, str]:
    source = _span(text, said.source)
    text += said.source + " "
    cue = _span(text, said.cue)
    text += said.cue + " "
    content = _span(text, said.content)
    trigger = _span(text + said.content[: said.content.index(said.trigger)], said.trigger)
    text += said.content + ". "
    said_on = None if said.said is None else DateExpression(source, None, *said.said)
    statement = Statement(
        statement_id,
        (content,),
        source,
        cue,
        said.kind,
        said.act,
        said.certainty,
        "indirect",
        0.9,
        speaker=None if said.speaker is None else said.speaker.id,
        party=None if said.party is None else said.party.id,
        said_on=said_on,
        parent=said.through,
    )
    sides = [actor.id for actor in said.sides]
    event = Event(
        event_id,
        trigger,
        said.event,
        said.status,
        0.8,
        statement_id,
        actors=tuple(sides[:1]),
        recipients=tuple(sides[1:]),
        place="p1" if said.on else None,
        date=None if said.on is None else DateExpression(trigger, None, *said.on),
        quantities=() if said.killed is None else (Quantity(trigger, None, *said.killed, "killed"),),
    )
    return statement, event, text


def _span(before: str, text: str) -> Span:
    return Span(len(before), len(before) + len(text), text)


def _cast(told: Sequence[Said]) -> list[Actor]:
    """The actors of a report, with those that they are part of."""
    idents: dict[str, None] = {}
    for said in told:
        for actor in (*said.sides, said.party, said.speaker):
            at = actor
            while at is not None:
                idents[at.id] = None
                at = CAST.get(at.party or "")
    return [CAST[ident] for ident in idents]


ANONYMOUS = Said("Anonymous militants", "said", "exploratory talks were under way", "anonymous", party=TTP)
GOVERNMENT_DENIES = Said("The government", "denied", "any talks", "collective", "denies", PAKISTAN, status="negated")
ARMY_DENIES = Said("The army", "denied", "any such talks", "collective", "denies", ARMY, status="negated")
MALIK_DENIES = Said("Rehman Malik", "rejected", "reports of talks", "named", "denies", PAKISTAN, MALIK)
EHSAN_DENIES = Said("Ehsanullah Ehsan", "denied", "that talks were held", "named", "denies", TTP, EHSAN)
FAQIR_CONFIRMS = Said("Maulvi Faqir Mohammad", "confirmed", "peace talks", "named", "confirms", TTP, FAQIR)
_COLOMBIAN = (FARC, COLOMBIA)
URIBE_ALLEGES = Said("Uribe", "alleged", "secret talks", "named", "accuses", None, URIBE, _COLOMBIAN)
COLOMBIA_DENIES = Said("The government", "denied", "any talks", "collective", "denies", COLOMBIA, None, _COLOMBIAN)
SANTOS_CONFIRMS = Said("President Santos", "confirmed", "talks", "named", "confirms", COLOMBIA, SANTOS, _COLOMBIAN)
TIMOCHENKO_CONFIRMS = Said(
    "Timochenko", "confirmed", "exploratory talks", "named", "confirms", FARC, TIMOCHENKO, _COLOMBIAN
)
_NOVEMBER = (date(2011, 11, 1), date(2011, 11, 30), "month")


def pakistani_reports() -> list[Reading]:
    """The talks of the Pakistani Taliban in 2011: claimed, denied, confirmed by one commander, denied again."""
    return [
        reading_of_report("nov-15", date(2011, 11, 15), ANONYMOUS),
        reading_of_report("nov-16", date(2011, 11, 16), GOVERNMENT_DENIES, ARMY_DENIES, MALIK_DENIES),
        reading_of_report("dec-10", date(2011, 12, 10), FAQIR_CONFIRMS, ANONYMOUS, ARMY_DENIES),
        reading_of_report("dec-11", date(2011, 12, 11), EHSAN_DENIES),
    ]


def colombian_reports() -> list[Reading]:
    """The talks with the FARC in 2012: alleged, denied, confirmed by the president and then by the other side."""
    return [
        reading_of_report("aug-19", date(2012, 8, 19), URIBE_ALLEGES),
        reading_of_report("aug-20", date(2012, 8, 20), COLOMBIA_DENIES),
        reading_of_report("aug-27", date(2012, 8, 27), SANTOS_CONFIRMS),
        reading_of_report("sep-04", date(2012, 9, 4), TIMOCHENKO_CONFIRMS),
    ]
