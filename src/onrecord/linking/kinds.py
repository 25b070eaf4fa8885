"""The kinds of event that can be claimed: how each is worded, who takes part, and whether it lasts.

Types and modes are PLOVER's (2021 list). A kind that lasts (talks, a ceasefire, sanctions) is one claim for as long as it
goes on; one that does not (an attack, a detention, a threat) is one claim on its day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Event


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event that can be claimed.

    `name` keys it, `type` is its PLOVER type. In a mutual kind the sides are equals (talks); in the others one acts
    and the other receives. `between` words it for two sides, `alone` for one, and is None where it takes two. `lasts`
    tells what goes on from what is done on a day; `words` find it too.
    """

    name: str
    type: str
    mutual: bool
    between: str
    alone: str | None = None
    words: tuple[str, ...] = ()
    lasts: bool = False


@dataclass(frozen=True, slots=True)
class Division:
    """A kind told by the mode of an event or the words for it, within some types."""

    kind: str
    types: frozenset[str]
    modes: frozenset[str]
    words: re.Pattern[str] | None = None

    def holds(self, event: Event) -> bool:
        """Whether an event is of this kind."""
        if event.type not in self.types:
            return False
        return event.mode in self.modes or (
            self.words is not None and self.words.search(event.trigger.text) is not None
        )


def _mutual(type_: str, noun: str, words: str, name: str = "", alone: str | None = None) -> Kind:
    """A kind between equals; all of these last."""
    between = noun + " between {all}"
    return Kind(name or type_, type_, mutual=True, between=between, alone=alone, words=_split(words), lasts=True)


def _act(type_: str, between: str, words: str, *, name: str = "", alone: bool = False, lasts: bool = False) -> Kind:
    """A kind in which one acts, on another or alone."""
    by_one = between.partition("{a}")[0] + "{a}" if alone else None
    return Kind(name or type_, type_, mutual=False, between=between, alone=by_one, words=_split(words), lasts=lasts)


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


KINDS = {
    kind.name: kind
    for kind in (
        _mutual("CONSULT", "talks", "negotiation negotiations meeting dialogue contacts peace"),
        _mutual("AGREE", "agreement", "deal accord pact peace treaty"),
        _mutual("COOPERATE", "cooperation", "joint partnership exchange swap"),
        _mutual("RETREAT", "ceasefire", "truce armistice cease fire", name="ceasefire", alone="ceasefire by {a}"),
        _act("SUPPORT", "support by {a} for {b}", "backing approval", lasts=True),
        _act("CONCEDE", "concession by {a} to {b}", "yield", alone=True),
        _act("AID", "aid from {a} to {b}", "assistance help", lasts=True),
        _act("RETREAT", "retreat by {a} from {b}", "withdrawal release pullout disarmament", alone=True),
        _act("RETREAT", "withdrawal by {a} from {b}", "retreat pullout", name="withdrawal", alone=True, lasts=True),
        _act(
            "RETREAT", "disarmament by {a} before {b}", "demobilisation", name="disarmament", alone=True, lasts=True
        ),
        _act("RETREAT", "release by {a} to {b}", "prisoners captives freed freeing", name="release", alone=True),
        _act("RETREAT", "resignation by {a} before {b}", "quit", name="resignation", alone=True),
        _act("REQUEST", "request by {a} to {b}", "appeal demand", alone=True),
        _act("ACCUSE", "accusation by {a} against {b}", "blame allegation"),
        _act("REJECT", "rejection by {a} of {b}", "refusal", alone=True),
        _act("THREATEN", "threat by {a} against {b}", "warning"),
        _act("PROTEST", "protest by {a} against {b}", "demonstration rally strike", alone=True),
        _act("SANCTION", "sanctions by {a} on {b}", "embargo penalty", lasts=True),
        _act("SANCTION", "conviction by {a} of {b}", "sentence trial", name="conviction"),
        _act("SANCTION", "expulsion by {a} of {b}", "dismissal removal", name="expulsion"),
        _act("MOBILIZE", "mobilisation by {a} against {b}", "mobilization deployment troops", alone=True, lasts=True),
        _act("COERCE", "coercion by {a} of {b}", "seizure raid curfew", alone=True),
        _act(
            "COERCE",
            "detention by {a} of {b}",
            "arrest capture abduction kidnapping hostages captives prisoners",
            name="detention",
            alone=True,
        ),
        _act("COERCE", "seizure by {a} from {b}", "capture", name="seizure", alone=True),
        _act("COERCE", "deportation by {a} of {b}", "", name="deportation", alone=True),
        _act("ASSAULT", "attack by {a} on {b}", "assault bombing strike shelling killing fighting", alone=True),
    )
}
"""Every kind by its name."""


def lasts(kind: str) -> bool:
    """Whether what a kind names goes on over time; False for a kind that is not known here."""
    return kind in KINDS and KINDS[kind].lasts


def _division(kind: str, types: str, modes: str, words: str | None = None) -> Division:
    pattern = None if words is None else re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    return Division(kind, frozenset(types.split()), frozenset(modes.split()), pattern)


DIVISIONS = (
    _division(
        "ceasefire",
        "AGREE CONCEDE COOPERATE RETREAT SUPPORT",
        "ceasefire",
        r"cease-?\s?fires?|truces?|armistices?",
    ),
    _division(
        "AGREE",
        "COOPERATE SUPPORT",
        "",
        r"(?:agreements?|deals?|accords?|treat(?:y|ies)|pacts?|memorand\w+|sign(?:s|ed|ing|ings|atures?)?)",
    ),
    _division("release", "COERCE CONCEDE RETREAT", "release", r"releas\w+|freed|frees|freeing|set free"),
    _division(
        "withdrawal", "COERCE CONCEDE RETREAT", "withdraw", r"withdr\w+|pull(?:s|ed|ing)? (?:out|back)|pull-?out"
    ),
    _division("disarmament", "CONCEDE RETREAT", "disarm", r"disarm\w*|demobili\w+|la(?:y|id|ys|ying) down .*arms"),
    _division("resignation", "CONCEDE RETREAT", "resign", r"resign\w*"),
    _division(
        "detention",
        "ASSAULT COERCE",
        "abduct arrest",
        r"abduct\w*|kidnap\w*|(?:took|taken|takes|taking) hostages?|arrest\w*|detain\w*|detention",
    ),
    _division("seizure", "COERCE", "seize", r"seiz\w+"),
    _division("deportation", "COERCE", "deport", r"deport\w*"),
    _division("conviction", "SANCTION", "convict", r"convict\w*|sentenc\w+"),
    _division("expulsion", "SANCTION", "expel", r"expel\w*|expulsions?"),
)
"""What cuts across types or divides one, the first that holds."""
