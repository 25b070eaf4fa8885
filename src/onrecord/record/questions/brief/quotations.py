"""The words of a brief: what was said, in the words of the reports, with where each was printed."""

from __future__ import annotations

from onrecord.model import Testimony
from onrecord.record.moments import Moment, moment
from onrecord.record.questions.brief.page import Section, Sentence
from onrecord.record.questions.brief.positions import MOST_CITED
from onrecord.record.questions.brief.wording import capital, counted, day_in_words, speaker_for
from onrecord.record.questions.heard import Heard
from onrecord.record.questions.timeline import told

MOST_QUOTED = 12
"""Statements that are quoted, at most."""
_LONGEST = 600
_ACTS = {
    "asserts": "said",
    "confirms": "confirmed",
    "denies": "denied",
    "doubts": "doubted",
    "declines": "declined to say",
    "unavailable": "was not to be reached",
    "promises": "promised",
    "threatens": "threatened",
    "demands": "demanded",
    "accuses": "accused",
    "predicts": "predicted",
}
_WEIGHT = {"named": 0, "role": 1, "collective": 1, "document": 2, "anonymous": 3, "outlet": 4, "impersonal": 5}


def quotations_section(one: Heard) -> Section:
    """The last words of each speaker for each stance that he took, in order of time.

    Of many, those that affirm or deny are chosen first, and among them those of the more firmly named.
    """
    last: dict[tuple[str, str], tuple[Testimony, list[str]]] = {}
    for first, copies in sorted(told(one), key=lambda pair: moment(pair[0])):
        last[first.speaker_key, first.stance] = first, copies
    chosen = sorted(last.values(), key=lambda pair: _weight(pair[0]))[:MOST_QUOTED]
    chosen.sort(key=lambda pair: moment(pair[0]))
    return Section("In the words of the reports", tuple(_quoted(one, first, copies) for first, copies in chosen))


def _weight(testimony: Testimony) -> tuple[bool, int, Moment]:
    return testimony.stance not in {"affirms", "denies"}, _WEIGHT[testimony.source_kind], moment(testimony)


def _quoted(one: Heard, testimony: Testimony, copies: list[str]) -> Sentence:
    saying = one.sayings[testimony.statement]
    words = " ".join(saying.content.split())
    quoted = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    who = capital(speaker_for(one, testimony))
    outlet = saying.outlet or "a report whose outlet is not known"
    day = "on a day that is not known" if saying.published is None else f"of {day_in_words(saying.published)}"
    also = ""
    if copies:
        prints = "prints" if len(copies) == 1 else "print"
        also = f"; {counted(len(copies), 'copy', 'copies')} of it {prints} the same"
    text = f"{who} {_ACTS[saying.act]}, in {outlet} {day}{also}."
    return Sentence(text, (testimony.statement, *copies)[:MOST_CITED], quoted or None)
