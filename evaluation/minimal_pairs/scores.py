"""How a reader does on the minimal pairs: events found, and of all sentences those with the right status and speaker.

An event is found where a read trigger shares a character with one of the words that may be the trigger. Of several (one
for each statement that tells it) the one with most right counts. The speaker is right where the event stands in a
statement whose speaker has a mention that shares a character with the words for who speaks; where the report itself
tells it, in no statement, or, for somebody's own intent ("planned to"), also in one of his own. An unnamed source,
anonymous or known by an office, is right if its words and its kind are, and if nobody else is read as the speaker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from evaluation.minimal_pairs.pairs import Pair, Telling, minimal_pairs
from onrecord.model import Actor, Article, Event, Reading, Span, Statement
from onrecord.reading import Reader
from onrecord.resolution import resolve

PUBLISHED = date(2014, 5, 6)
UNNAMED = frozenset({"anonymous", "role"})
"""Kinds of source that need not be an actor of the reading."""
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
"""Types whose sides are equals: which of them is named as actor does not count."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What of one sentence was read rightly; all but `found` are false where the event was not found.

    `act` is that of the statement, and true where the report itself tells the event; `read` says what was read instead.
    """

    pair: Pair
    found: bool = False
    status: bool = False
    speaker: bool = False
    act: bool = False
    type: bool = False
    mode: bool = False
    sides: bool = False
    read: str = "not found"

    @property
    def both(self) -> bool:
        """Whether status and speaker are both right."""
        return self.status and self.speaker


COLUMNS: Mapping[str, Callable[[Verdict], bool]] = {
    "found": lambda v: v.found,
    "status": lambda v: v.status,
    "speaker": lambda v: v.speaker,
    "both": lambda v: v.both,
    "act": lambda v: v.act,
    "type": lambda v: v.type,
    "mode": lambda v: v.mode,
    "sides": lambda v: v.sides,
}
"""What is counted, by name; shares are of all sentences, found or not."""


@dataclass(frozen=True, slots=True)
class PairScores:
    """The verdicts on all sentences, from which shares of 0 to 1 are made."""

    verdicts: tuple[Verdict, ...]

    def share(self, column: str) -> float:
        """The share of sentences that are right in a column, macro over the kinds of event."""
        kinds = self.by_kind(column)
        return sum(kinds.values()) / max(1, len(kinds))

    def by_kind(self, column: str) -> dict[str, float]:
        """The share of each kind of event, kinds in their order."""
        return self._shares(column, lambda pair: pair.kind)

    def by_form(self, column: str) -> dict[str, float]:
        """The share of each form (held, may, denied …), forms in their order."""
        return self._shares(column, lambda pair: pair.form)

    def _shares(self, column: str, key: Callable[[Pair], str]) -> dict[str, float]:
        groups: dict[str, list[bool]] = {}
        for verdict in self.verdicts:
            groups.setdefault(key(verdict.pair), []).append(COLUMNS[column](verdict))
        return {name: sum(right) / len(right) for name, right in groups.items()}


def minimal_pair_scores(reader: Reader) -> PairScores:
    """The scores of a reader, each sentence a report of its own."""
    return scores_of(minimal_pairs(), lambda article: resolve(article, reader.read(article)))


def scores_of(pairs: Sequence[Pair], read: Callable[[Article], Reading]) -> PairScores:
    """The scores of anything that reads reports to the end, actors resolved."""
    articles = (Article(f"pair-{n}", pair.text, published=PUBLISHED) for n, pair in enumerate(pairs, 1))
    return PairScores(tuple(_verdict(pair, read(article)) for pair, article in zip(pairs, articles, strict=True)))


def _verdict(pair: Pair, reading: Reading) -> Verdict:
    judged = [_judged(pair, e, reading) for e in reading.events if _meet(pair.triggers, (e.trigger,))]
    return max(judged, key=lambda v: (v.both, v.speaker, v.status, v.type, v.sides), default=Verdict(pair))


def _judged(pair: Pair, event: Event, reading: Reading) -> Verdict:
    statement = next((s for s in reading.statements if s.id == event.statement), None)
    actors = {actor.id: actor for actor in reading.actors}
    return Verdict(
        pair,
        found=True,
        status=event.status == pair.status,
        speaker=_is_told_by(pair.telling, statement, actors) or _is_own_intent(pair, statement, actors),
        act=pair.telling is None or (statement is not None and statement.act == pair.telling.act),
        type=event.type in pair.types,
        mode=(event.type, event.mode) == (pair.types[0], pair.mode),
        sides=_sides_right(pair, event, actors),
        read=_words(event, statement, actors),
    )


def _is_told_by(telling: Telling | None, statement: Statement | None, actors: Mapping[str, Actor]) -> bool:
    if telling is None or statement is None:
        return telling is None and statement is None
    named = _meet(telling.speaker, _mentions((statement.speaker,), actors))
    if telling.source not in UNNAMED:
        return named
    source = () if statement.source is None else (statement.source,)
    return (
        statement.source_kind == telling.source
        and _meet(telling.speaker, source)
        and (named or statement.speaker is None)
    )


def _is_own_intent(pair: Pair, statement: Statement | None, actors: Mapping[str, Actor]) -> bool:
    own = statement is not None and pair.own_intent
    return own and any(
        _meet(one, _mentions((statement.speaker if statement else None,), actors)) for one in pair.actors
    )


def _sides_right(pair: Pair, event: Event, actors: Mapping[str, Actor]) -> bool:
    """Whether all who take part are read, on the side where they stand; for equals, on either."""
    acting, receiving = _mentions(event.actors, actors), _mentions(event.recipients, actors)
    if pair.types[0] in MUTUAL:
        acting = receiving = acting + receiving
    return all(_meet(one, acting) for one in pair.actors) and all(_meet(one, receiving) for one in pair.recipients)


def _mentions(idents: Iterable[str | None], actors: Mapping[str, Actor]) -> tuple[Span, ...]:
    return tuple(m.span for ident in idents if ident for m in actors[ident].mentions)


def _meet(ones: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in ones for other in others)


def _words(event: Event, statement: Statement | None, actors: Mapping[str, Actor]) -> str:
    """What was read, in a line for reading along."""
    told = "the report"
    if statement is not None:
        who = actors[statement.speaker].name if statement.speaker else "nobody"
        told = f"{who} ({statement.source_kind}, {statement.act})"
    names = [", ".join(actors[a].name for a in side) for side in (event.actors, event.recipients)]
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    return f"{kind} {event.status} “{event.trigger.text}” told by {told}: {names[0] or '-'} → {names[1] or '-'}"
