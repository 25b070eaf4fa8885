"""Why a link or a statement comes up for review, in one sentence."""

from __future__ import annotations

from onrecord.model import StandingName
from onrecord.review.reviewed import Reviewed, differ
from onrecord.review.weighing import Weighed

_HANGS = {
    "confirmation": "it is the only confirmation by a named speaker of a party to the claim",
    "divided": "without it its party would not be divided",
    "sole": "nothing else speaks to the claim",
    "counts": "it counts among others",
    "open": "it takes no side on record",
    "rejected": "a reviewer rejected it, and it counts for nothing",
}


def reason_for(one: Weighed, said: Reviewed) -> str:
    """How sure onrecord is, what hangs on it, and whether others have judged it."""
    what = "bears on the claim" if one.kind == "link" else "was read right"
    hangs = (
        _HANGS.get(one.hangs) or f"without it the claim would be {_words(one.without)}, not {_words(one.standing)}"
    )
    told = said.of(one.kind, one.ident)
    others = "; reviewers differ on it" if differ(told) else "; it was judged once before" if told else ""
    return f"{100 * one.sure:.0f} % sure that it {what}; {hangs}{others}"


def _words(standing: StandingName | None) -> str:
    """A standing as it is read: `claimed by one side`."""
    return "unreported" if standing is None else standing.replace("-", " ")
