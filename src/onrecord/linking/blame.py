"""Signs of how a report ties a party to a deed: in whose words, how sure, and with which of the field's phrases.

A sign is looked for in every sentence that speaks of the party. It counts in full where the sentence speaks of the deed
too, and a little less with every sentence that lies between the two.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.linking.blamewords import shown
from onrecord.linking.firstperson import speaks_of_us
from onrecord.model import Actor, Reading, Span, Statement
from onrecord.nearby import Nearby
from onrecord.reading.segmentation import Sentence, sentences

SIGNS = {
    "claims": "words of claiming responsibility",
    "admits": "words of admitting, in the party's own words or in nobody's: admitted, claims to have",
    "unclaimed": "nobody has claimed it",
    "own word": "a statement of the party itself",
    "own denial": "a denial of the party itself",
    "own intent": "a threat, a promise, a demand or a forecast of the party itself",
    "deed in own word": "a statement of the party itself that speaks of the deed",
    "blames": "words of blame, an accusation, or a source that accuses the party",
    "hedges": "words of doubt: alleged, presumably, is believed to",
    "hedges it": "words of doubt right before the party's name",
    "unsure": "the source, or the event, leaves it open",
    "told by the state": "officials or soldiers of another party tell it",
    "told by others": "somebody else tells it",
    "told as fact": "the report tells it in its own words",
    "acts": "an event that happened, with the party as its actor",
    "by it": "by, and the party's name",
    "inquiry": "words of inquiry and trial",
    "document": "a communique, a leaflet, a call",
    "of us": "the sentence says we or our of its own",
}
"""What is looked for in a sentence that speaks of the party."""
WHOLE = {
    "of the state": "the party is a government, an army or a country",
    "outlet of a side": "share of the report's sentences that say we or our, as an outlet of one side does",
    "claimed somewhere": "a sentence on the party claims responsibility, however far from the deed",
    "much told": "how many sentences speak of the party, of ten",
}
"""What is looked for once a report."""
_STATE = frozenset({"official", "military"})
_BODIES = frozenset({"government", "military", "country"})
_PERSONS = frozenset({"person", "people"})
_HAPPENED = frozenset({"actual", "historical"})
_OWN: dict[str, str] = {"denies": "own denial"} | dict.fromkeys(
    ("promises", "threatens", "demands", "predicts"), "own intent"
)
_FADING = 0.85
"""How much of a sign's weight is left with every sentence between party and deed; chosen on MUC-4's dev part."""
_FARTHEST = 6
"""Sentences beyond which it fades no further."""
_MUCH = 10


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence that speaks of the party: how near it is to the deed (0 to 1), and its signs with their words."""

    sentence: Span
    nearness: float
    signs: tuple[tuple[str, Span], ...]


class Blame:
    """One reading, for asking how it ties parties to deeds."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.parts: tuple[Sentence, ...] = sentences(reading.article)
        self._contents = Nearby((c, s) for s in reading.statements for c in s.content)
        self._cues = Nearby((s.cue, s) for s in reading.statements if s.cue is not None)
        self._events = Nearby((e.trigger, e) for e in reading.events)
        self._of_us = sum(speaks_of_us(p.span.text) for p in self.parts) / max(1, len(self.parts))

    def told(self, party: Sequence[Span], deed: Sequence[Span]) -> tuple[Told, ...]:
        """What each sentence that speaks of the party shows of its tie to the deed, in the order of the text.

        `party` are words that name it; what else the reading knows to mean it is added. `deed` are words that name what
        was done, or whom it hit.
        """
        bodies = self.bodies(party)
        own = frozenset(a.id for a in self.reading.actors if a.party in {b.id for b in bodies}) | {
            b.id for b in bodies
        }
        spoken: dict[int, list[Span]] = {}
        for span in sorted({*party, *(m.span for body in bodies for m in body.mentions)}):
            spoken.setdefault(self.sentence_of(span), []).append(span)
        deeds = sorted({self.sentence_of(span) for span in deed})
        return tuple(
            Told(
                self.parts[number].span,
                _nearness(number, deeds),
                tuple(self._signs(self.parts[number].span, spans, own, deed)),
            )
            for number, spans in sorted(spoken.items())
        )

    def strengths(self, party: Sequence[Span], told: Sequence[Told]) -> dict[str, float]:
        """How strongly each sign speaks, 0 to 1: as near to the deed as it comes."""
        found = dict.fromkeys(SIGNS, 0.0)
        for one in told:
            for sign, _ in one.signs:
                found[sign] = max(found[sign], one.nearness)
        of_state = any(body.kind in _BODIES for body in self.bodies(party))
        return found | {
            "of the state": float(of_state),
            "outlet of a side": self._of_us,
            "claimed somewhere": float(any(sign == "claims" for one in told for sign, _ in one.signs)),
            "much told": min(1.0, len(told) / _MUCH),
        }

    def bodies(self, party: Sequence[Span]) -> list[Actor]:
        """The bodies of the reading that some words name."""
        return [
            a
            for a in self.reading.actors
            if a.kind not in _PERSONS and any(m.span.overlaps(span) for m in a.mentions for span in party)
        ]

    def sentence_of(self, span: Span) -> int:
        """The number of the sentence in which some words stand."""
        return max(0, bisect_right(self.parts, span.start, key=lambda p: p.span.start) - 1)

    def _signs(
        self, sentence: Span, party: Sequence[Span], own: frozenset[str], deed: Sequence[Span]
    ) -> Iterator[tuple[str, Span]]:
        here = {s.id: s for s in (*self._contents.at(sentence), *self._cues.at(sentence))}
        own_words = [s for s in here.values() if _is_own(s, own, party)]
        not_own = [s for s in here.values() if s not in own_words]
        others = [s for s in not_own if _holds(s, party)]
        yield from _of_words(shown(self.reading.article.text, sentence, party), not_own)
        for statement in own_words:
            yield from _of_own(statement, sentence, deed)
        for statement in others:
            yield from _of_others(statement, sentence)
        if not own_words and not any(_holds(s, party) for s in here.values()):
            yield "told as fact", sentence
        for event in self._events.at(sentence):
            if event.type == "ACCUSE":
                if own.intersection(event.recipients):
                    yield "blames", event.trigger
            elif own.intersection(event.actors):
                yield ("acts" if event.status in _HAPPENED else "unsure"), event.trigger
        if speaks_of_us(sentence.text):
            yield "of us", sentence


def _nearness(number: int, deeds: Sequence[int]) -> float:
    away = min((abs(number - deed) for deed in deeds), default=_FARTHEST)
    return float(_FADING ** min(away, _FARTHEST))


def _is_own(statement: Statement, own: frozenset[str], party: Sequence[Span]) -> bool:
    """Whether a statement is the party's own: by resolution, or because the words for its source name the party."""
    if statement.party in own or statement.speaker in own:
        return True
    source = statement.source
    return statement.party is None and source is not None and any(source.overlaps(span) for span in party)


def _says(statement: Statement, words: Span) -> bool:
    return statement.cue is not None and statement.cue.overlaps(words)


def _holds(statement: Statement, spans: Sequence[Span]) -> bool:
    return any(content.overlaps(span) for content in statement.content for span in spans)


def _of_words(found: Iterable[tuple[str, Span]], of_others: Sequence[Statement]) -> Iterator[tuple[str, Span]]:
    """What the words show, less admissions by others: "opposition leaders admitted that the party did it"."""
    for sign, words in found:
        if sign != "admits" or not any(_says(s, words) for s in of_others):
            yield sign, words


def _of_own(statement: Statement, sentence: Span, deed: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    words = statement.cue or sentence
    yield _OWN.get(statement.act, "own word"), words
    if statement.act != "denies" and _holds(statement, deed):
        yield "deed in own word", words


def _of_others(statement: Statement, sentence: Span) -> Iterator[tuple[str, Span]]:
    words = statement.cue or sentence
    if statement.certainty != "actual" or statement.act == "doubts":
        yield "unsure", words
    if statement.act == "accuses":
        yield "blames", words
    yield ("told by the state" if statement.source_type in _STATE else "told by others"), words
