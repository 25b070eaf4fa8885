"""What a number of an event counts: its figure, its bounds and its unit, told from the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Quantity, Span
from onrecord.reading.countables import THINGS, UNITS, Deed, deeds, noun, taken_as
from onrecord.reading.figures import figures
from onrecord.reading.measures import may_date, measures
from onrecord.reading.numerals import Figure

__all__ = ["UNITS", "counted"]

_REACH = 400
"""Characters before and after a number within which its sentence is read; no sentence of news is longer."""
_LONGEST_NOUNS = 8
"""Words after a number among which its noun is looked for."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_ENDS_NOUNS = frozenset(
    "in on at by from to for with into near after before during when while who whom whose which that and or but as was"
    " were is are be been being has have had will would could may might said say says including among than then if until"
    " since though because where not against over under through across between inside outside".split()
)
_INNER = frozenset("of the its their his her our these those them all same".split())
"""Words after which another noun begins, if one came before: "two soldiers of the guard", but "two of the guards"."""
_FILLERS = frozenset(
    "another a an the all only just also others other further additional more some of up off at least to so far"
    " now their his its were was are is be been being have has had reported feared believed said thought left found"
    " confirmed number numbered totalled reached rose stood".split()
)
"""Words that may stand between a number and what was done to those whom it counts."""
_TAKES_UP_BEFORE = re.compile(r"(?:\b(?:at|as|was|were|number(?:ed|s)?|totall?ed|to)|:)\s*$", re.IGNORECASE)
_TAKES_UP_AFTER = re.compile(r"\s+of\s+(?:them|these|those|which|whom)\b", re.IGNORECASE)
_APPENDED = re.compile(r",\s+(?:and\s+)?$")


@dataclass(frozen=True, slots=True)
class _Place:
    """A number in its sentence: what stands before and after it, all numbers, and what is said to be done to people."""

    figure: Figure
    before: str
    after: str
    figures: Sequence[Figure]
    deeds: Sequence[Deed]

    @property
    def noun(self) -> str | None:
        """What the noun after the number is counted as: the last known one of its phrase ("police officers")."""
        unit = None
        for number, word in enumerate(_words(self.after.removeprefix("-"))):
            if word in _ENDS_NOUNS or number >= _LONGEST_NOUNS or not word[0].isalpha():
                break
            if unit is not None and (word in _INNER or any(deeds(word))):
                break
            unit = noun(word) or unit
        return unit

    @property
    def noun_before(self) -> str | None:
        """What a number without a noun takes up ("put the burnt houses at 40", "the trucks, two of them")."""
        appended = _APPENDED.search(self.before) and _TAKES_UP_AFTER.match(self.after)
        if not appended and not _TAKES_UP_BEFORE.search(self.before):
            return None
        return next(filter(None, map(noun, reversed(list(_words(self.before))))), None)

    @property
    def alone(self) -> bool:
        """Whether no noun at all follows the number."""
        word = next(_words(self.after), "")
        return word in _ENDS_NOUNS or not word[:1].isalpha()

    @property
    def attached(self) -> list[str]:
        """What is said right beside the number to have been done to those whom it counts; the nearest first."""
        found: list[str] = []
        edge = len(self.before)
        for deed in reversed([d for d in self.deeds if d.end <= edge]):
            if not _fills(self.before[deed.end : edge], joined=bool(found)):
                break
            found.append(deed.unit)
            edge = deed.start
        edge = 0
        for deed in (d for d in self.deeds if d.start >= self.figure.end):
            between = self.after[edge : deed.start - self.figure.end]
            if not _fills(between if edge else _past_nouns(between), joined=edge > 0):
                break
            found.append(deed.unit)
            edge = deed.end - self.figure.end
        return found

    @property
    def nearest(self) -> str | None:
        """What the nearest words of the sentence say to have been done to people."""
        apart = [(max(d.start - self.figure.end, self.figure.start - d.end), d.unit) for d in self.deeds]
        return min(apart)[1] if apart else None

    def belongs_to_another(self, start: int, end: int) -> bool:
        """Whether another number stands nearer to the words from `start` to `end`."""

        def apart(figure: Figure) -> int:
            return max(start - figure.end, figure.start - end)

        return any(apart(other) < apart(self.figure) for other in self.figures)


def counted(number: Span, sentence: Span, trigger: Span, kind: str) -> Quantity | None:
    """The quantity of an event that the words of `number` tell, None where they count nothing.

    All spans are of the same text, and `sentence` holds the number. The quantity's own span is trimmed or widened to
    the number with its hedge ("at least 12"). `value` is the figure that is said, None for a range, for plain words
    ("dozens") and for shares; `low` and `high` are the bounds that are said, None where none is: "about 3,000" has a
    value and no bounds, "dozens" only a lower one.

    `unit` is one of `UNITS`, or None where neither the nouns and verbs around the number nor the event's trigger and
    `kind` (its PLOVER type) tell it. Dates, ages, times, distances, sums of money, shares in per cent and ordinals count
    nothing.
    """
    start, end = number.start - sentence.start, number.end - sentence.start
    if not 0 <= start < end <= len(sentence.text):
        return None
    cut = max(0, start - _REACH)
    text, start, end, offset = sentence.text[cut : end + _REACH], start - cut, end - cut, sentence.start + cut
    known = tuple(figures(text, start))
    marked = [figure for figure in known if figure.start < end and start < figure.end]
    if not marked:
        return None
    figure = max(marked, key=lambda f: (min(f.end, end) - max(f.start, start), -f.start))
    place = _Place(figure, text[: figure.start], text[figure.end :], known, tuple(deeds(text)))
    if measures(text, figure.start, figure.end) or (may_date(text, figure.start, figure.end) and place.noun is None):
        return None
    span = Span(offset + figure.start, offset + figure.end, text[figure.start : figure.end])
    unit = _unit(place, Span(trigger.start - offset, trigger.end - offset, trigger.text), kind)
    return Quantity(span, figure.value, figure.low, figure.high, unit)


def _unit(place: _Place, trigger: Span, kind: str) -> str | None:
    """Things are counted as such, people by what the event did to them, else by who they are."""
    who = place.noun
    if who in THINGS:
        return who
    own = next((deed.unit for deed in deeds(trigger.text)), None)
    if own is not None:
        astray = place.attached and own not in place.attached and place.belongs_to_another(trigger.start, trigger.end)
        return _with_noun(place.attached[0] if astray else own, who)
    taken = taken_as(trigger.text, kind, who)
    if taken is not None:
        return taken
    if kind == "MOBILIZE" and (who in {"troops", "people"} or (who is None and place.alone)):
        return "troops"
    if place.attached:
        return _with_noun(place.attached[0], who)
    who = who or place.noun_before
    return who or (place.nearest if kind in {"ASSAULT", "COERCE"} else None)


def _with_noun(deed: str, who: str | None) -> str:
    """The unit of a deed; troops that fled are not displaced, and men who were shot down are no aircraft."""
    if deed == "displaced" and who == "troops":
        return "troops"
    return "killed" if deed == "aircraft" and who is not None else deed


def _words(text: str) -> Iterator[str]:
    return (match[0].lower() for match in _WORD.finditer(text))


def _past_nouns(after: str) -> str:
    """What stands after a number and the words of its noun ("American soldiers were")."""
    for found, _ in zip(_WORD.finditer(after), range(_LONGEST_NOUNS), strict=False):
        if found[0].lower() in _ENDS_NOUNS or not found[0][0].isalpha():
            return after[found.start() :]
    return ""


def _fills(between: str, joined: bool) -> bool:
    """Whether only words without weight stand between a number and a deed, or between a deed and one joined to it."""
    return all(
        word in _FILLERS or noun(word) is not None or (joined and word in {"and", "or"}) for word in _words(between)
    )
