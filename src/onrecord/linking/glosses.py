"""How a claim reads, and which kind of event it is on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.linking.kinds import DIVISIONS, KINDS, Kind
from onrecord.model import Event, Figure
from onrecord.reading.countables import deeds, noun, taken_as

_TAKEN = frozenset({"captured", "arrested", "abducted"})
_BY_FORCE = frozenset({"ASSAULT", "COERCE"})
_PERSONS = frozenset({"people", "troops", "prisoners", "rebels"})
_TAKING = re.compile(
    r"(?:re)?captur(?:e|es|ed|ing)|(?:re)?t(?:ake|akes|ook|aken|aking)(?: over| control)?|seiz(?:e|es|ed|ing|ure)",
    re.IGNORECASE,
)
_WARDED_OFF = re.compile(
    r"(?:repel|repuls|foil|thwart|withst|fend)\w*(?: off| back)?|(?:beat|beaten|beating|driv\w+|drove) (?:off|back)",
    re.IGNORECASE,
)
_THEM = frozenset({"him", "her", "them", "us", "ours", "theirs"})


def kind_of(event: Event) -> Kind | None:
    """The kind of event that is claimed; None for a type that the ontology does not have.

    Some kinds cut across types: a ceasefire or a release is one claim, promised or kept, though the codebook splits it
    over agreeing, conceding and retreating by just that, which is what its statements disagree about. So is holding
    people, which one side calls an arrest and the other an abduction.
    """
    if _takes_people(event):
        return KINDS["detention"]
    if event.type in _BY_FORCE and _WARDED_OFF.fullmatch(event.trigger.text):
        return None  # an attack by those who are driven off is another event
    for division in DIVISIONS:
        if division.holds(event):
            return KINDS["seizure" if division.kind == "detention" and _takes_ground(event) else division.kind]
    return KINDS.get(event.type)


def _takes_people(event: Event) -> bool:
    """Whether somebody is seized, taken or held, rather than something."""
    words = event.trigger.text
    if event.type not in _BY_FORCE or not (
        taken_as(words, event.type, None) or _TAKEN & {d.unit for d in deeds(words)}
    ):
        return False
    hit = (p.span.text.rpartition(" ")[2].lower() for p in event.participants if p.side == "recipient")
    return any(q.unit in _TAKEN for q in event.quantities) or any(w in _THEM or noun(w) is not None for w in hit)


def _takes_ground(event: Event) -> bool:
    """Whether all that is captured is things and ground that are nobody's: "captured the outskirts of the town"."""
    hit = [p for p in event.participants if p.side == "recipient"]
    if not hit or _TAKING.fullmatch(event.trigger.text) is None or any(q.unit in _TAKEN for q in event.quantities):
        return False
    return all(p.actor is None and _is_no_person(p.span.text.lower()) for p in hit)


def _is_no_person(words: str) -> bool:
    return not any(word in _THEM or noun(word) in _PERSONS for word in re.findall(r"[\w-]+", words))


def words_for(kind: str) -> tuple[str, ...]:
    """Other words by which people look for claims of this kind (`deal` for an agreement)."""
    return KINDS[kind].words if kind in KINDS else ()


def gloss_of(kind: Kind, actors: Sequence[str], recipients: Sequence[str]) -> str:
    """The claim in words: `talks between TTP and Government of Pakistan`."""
    if kind.mutual and len(actors) > 1:
        return kind.between.format(all=listed(actors))
    if recipients:
        return kind.between.format(a=listed(actors), b=listed(recipients))
    return (kind.alone or "{a}").format(a=listed(actors))


def figure_gloss(figure: Figure, gloss: str) -> str:
    """A claimed number in words: `at least 12 killed in attack by TTP on Government of Pakistan`."""
    return f"{figure_words(figure)} in {gloss}"


def figure_words(figure: Figure) -> str:
    """A claimed number in words: `at least 12 killed`."""
    return f"{_number(figure)} {figure.unit}"


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _number(figure: Figure) -> str:
    low, high, about = (None if n is None else f"{n:,.10g}" for n in (figure.low, figure.high, figure.about))
    if about is not None:
        return f"about {about}"
    if low is not None and high is not None:
        return low if low == high else f"{low} to {high}"
    return f"at least {low}" if low is not None else f"at most {high}"
