"""How much of one report another one keeps: sentence by sentence, outside quotations, by runs of three words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from onrecord.linking.wording import Sentence, Wording

RUN = 3
"""Words in a row that are compared. Of a sentence in which every fifth word was replaced, half is still found."""
KEPT = 0.5
"""Share of a sentence's own words in shared runs from which on it counts as kept."""
VERBATIM = 0.9
"""Share from which on it counts as kept word for word."""
_MOST = 0.9
_FEWEST_OWN = 4
"""A sentence with fewer words outside quotations ("he said") tells nothing."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a report stands in another. All shares are 0 to 1 and count words outside quotations.

    - `share`: of words in sentences of which the other keeps at least half; `verbatim`: in those that it keeps word for
      word; `first_half`: as `share`, of the first half of the report.
    - `before`: words of full sentences before the first one that is kept.
    - `stretch`: the shortest run of sentences that holds nine tenths of what is kept.
    - `ties`: of the sentences that are not kept, the share that names somebody or something that the kept ones name.
    - `own`: how many words the report has outside quotations; `sentences`: how many sentences are kept.
    """

    share: float
    verbatim: float
    first_half: float
    before: int
    stretch: float
    ties: float
    own: int
    sentences: int


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with how many words it has outside quotations, and how many of them stand in shared runs."""

    sentence: Sentence
    own: int
    shared: int

    def kept(self, least: float = KEPT) -> bool:
        return self.own >= _FEWEST_OWN and self.shared >= least * self.own


def kept(one: Wording, other: Wording) -> Kept:
    """What of `one` stands in `other`."""
    found, quoted = _shared(one, other)
    told = [_told(sentence, one, found, quoted) for sentence in one.sentences]
    full = [t for t in told if t.sentence.full]
    first = next((n for n, t in enumerate(full) if t.kept()), len(full))
    return Kept(
        share=_share(told, KEPT),
        verbatim=_share(told, VERBATIM),
        first_half=_share(_first_half(told), KEPT),
        before=sum(t.own for t in full[:first]),
        stretch=_stretch(told),
        ties=_ties(one, told),
        own=sum(t.own for t in told),
        sentences=sum(t.kept() for t in told),
    )


def _shared(one: Wording, other: Wording) -> tuple[Collection[int], Collection[int]]:
    """The words of `one` in runs that `other` has outside quotations, and those that it has in quotations only."""
    found, quoted = set[int](), set[int]()
    for start, run in enumerate(zip(one.words, one.words[1:], one.words[2:], strict=False)):
        places = other.places.get(run)
        if places is not None:
            own = any(not all(other.quoted[place : place + RUN]) for place in places)
            (found if own else quoted).update(range(start, start + RUN))
    return found, quoted - found


def _told(sentence: Sentence, one: Wording, found: Collection[int], quoted: Collection[int]) -> _Told:
    own = [at for at in sentence.words if not one.quoted[at] and at not in quoted]
    return _Told(sentence, len(own), sum(at in found for at in own))


def _share(told: Sequence[_Told], least: float) -> float:
    counted = [t for t in told if t.own >= _FEWEST_OWN]
    own = sum(t.own for t in counted)
    return sum(t.own for t in counted if t.kept(least)) / own if own else 0.0


def _first_half(told: Sequence[_Told]) -> list[_Told]:
    own, passed, half = sum(t.own for t in told), 0, list[_Told]()
    for t in told:
        if 2 * passed >= own:
            break
        half.append(t)
        passed += t.own
    return half


def _stretch(told: Sequence[_Told]) -> float:
    """The shortest run of sentences that holds most of what is kept, as a share of all words."""
    enough = _MOST * sum(t.own for t in told if t.kept())
    own = sum(t.own for t in told)
    if not enough:
        return 0.0
    shortest, first, length, held = own, 0, 0, 0
    for t in told:
        length += t.own
        held += t.own if t.kept() else 0
        while held >= enough:
            shortest = min(shortest, length)
            length -= told[first].own
            held -= told[first].own if told[first].kept() else 0
            first += 1
    return shortest / own


def _ties(one: Wording, told: Sequence[_Told]) -> float:
    names = {one.words[at] for t in told if t.kept() for at in t.sentence.words if one.names[at]}
    rest = [t for t in told if not t.kept() and t.sentence.full]
    own = sum(t.own for t in rest)
    tied = sum(t.own for t in rest if any(one.names[at] and one.words[at] in names for at in t.sentence.words))
    return tied / own if own else 1.0
