"""The sentences of the minimal pairs, made from forty kinds of event and the forms in which a report tells one.

`kinds.toml` holds the kinds in two wordings each, `frames.toml` the forms, `bodies.toml` who acts. Every wording of a
kind stands once in every form that makes sense for it, in frames and casts that change from one to the next; where a noun
names the event, once more as what somebody "called for". The same files give the same sentences in the same order.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from evaluation.minimal_pairs.wording import Draft, agreement, conjugated
from onrecord.model import Act, EventStatus, SourceKind, Span

FOLDER = Path(__file__).parent
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Telling:
    """Whose statement the event stands in: the act, the words for who speaks, the kind of source where fixed."""

    act: Act
    speaker: tuple[Span, ...]
    source: SourceKind | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """One sentence, in some with a second one of context, and what a right reading of it holds.

    `triggers` are the words any of which may be read as the trigger, `types` the event's type and those that the codebook
    leaves open beside it. `telling` is None where only the report itself tells the event; `own_intent` is true of words
    for somebody's intent ("planned to"), which some attribution corpora mark as a saying of his (PolNeAR). `actors` and
    `recipients` have all places where each of those who take part is named.
    """

    kind: str
    form: str
    text: str
    triggers: tuple[Span, ...]
    types: tuple[str, ...]
    mode: str | None
    status: EventStatus
    telling: Telling | None
    actors: tuple[tuple[Span, ...], ...]
    recipients: tuple[tuple[Span, ...], ...]
    own_intent: bool = False


def minimal_pairs() -> tuple[Pair, ...]:
    """All sentences: kinds in their order, in each the forms, in each the wordings."""
    forms, people = _table("frames"), _table("bodies")
    return tuple(
        pair
        for number, kind in enumerate(_table("kinds")["kind"])
        for place, (form, told) in enumerate(forms.items())
        if form not in kind.get("without", ())
        for pair in _pairs(kind, form, told, people, (number, place))
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _pairs(kind: Table, form: str, told: Table, people: Table, turn: tuple[int, int]) -> Iterator[Pair]:
    """The sentences of one kind in one form; `turn` are the numbers of both, which choose frames and casts."""
    for second, wording in enumerate(kind["wordings"]):
        for frames in ("frames", "nouns"):
            if frames not in told or (frames == "nouns" and "noun" not in wording):
                continue
            frame = _in_turn(told[frames], sum(turn) + second * (len(told[frames]) // 2))
            names = _in_turn(people["casts"][kind["cast"]], 2 * turn[0] + turn[1] + 3 * second)
            who = _who(kind, names, people["bodies"])
            yield _pair(kind, wording, form, told, frame if isinstance(frame, dict) else {"text": frame}, who)


def _in_turn(choices: Sequence[Any], number: int) -> Any:
    return choices[number % len(choices)]


def _who(kind: Table, names: Sequence[str], bodies: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Who is who in a sentence: `a` acts on `b`, `c` calls for it, `d` is the other side that a mediator speaks with."""
    first, second, *others = names
    ordered = (second, first, *others) if kind.get("reversed") else names
    return {slot: bodies[name] for slot, name in zip("abcd", ordered, strict=False)}


def _pair(
    kind: Table, wording: Table, form: str, told: Table, frame: Table, who: Mapping[str, Sequence[str]]
) -> Pair:
    _, pronoun, seat, spokesman = who["a"]
    slots = {slot: body[0] for slot, body in who.items()} | agreement(pronoun)
    slots |= {"it": pronoun, "seat": seat, "n": spokesman, "m": who["c"][3]}
    slots |= conjugated(wording["verb"].split(), wording["rest"], pronoun) | {"noun": wording.get("noun", "")}
    draft = Draft.of(frame["text"], slots)
    return Pair(
        kind=kind["name"],
        form=form,
        text=draft.text,
        triggers=_triggers(draft, wording),
        types=(kind["type"], *kind.get("also", ())),
        mode=wording.get("mode", kind.get("mode")),
        status=cast("EventStatus", told["status"]),
        telling=_telling(draft, told, frame, slots),
        actors=(draft.places["a"],),
        recipients=tuple(draft.places[slot] for slot in "bd" if slot in draft.places),
        own_intent=told.get("own_intent", False),
    )


def _triggers(draft: Draft, wording: Table) -> tuple[Span, ...]:
    """Where the trigger may stand: within what names the event, nowhere else in the sentence."""
    told = next(place for slot in ("past", "base", "ing", "pp", "s", "noun") for place in draft.places.get(slot, ()))
    words = wording["named"] if "noun" in draft.places else wording["triggers"]
    verb = told.text.partition(" ")[0]
    found = (re.search(rf"\b{re.escape(verb if word == '@' else word)}\b", told.text) for word in words)
    return tuple(Span.of(draft.text, told.start + m.start(), told.start + m.end()) for m in found if m is not None)


def _telling(draft: Draft, told: Table, frame: Table, slots: Mapping[str, str]) -> Telling | None:
    if "act" not in told:
        return None
    slot = frame["speaker"].strip("{}").lower()
    spans = draft.places.get(slot) or (draft.span(Draft.of(frame["speaker"], slots).text),)
    return Telling(told["act"], spans, frame.get("source", told.get("source")))
