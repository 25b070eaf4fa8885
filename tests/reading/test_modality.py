"""What the grammar alone says of an event."""

from __future__ import annotations

import pytest
from tests.reading.by_hand import parsed

from onrecord.model import EventStatus
from onrecord.reading.modality import Modality

SAID: dict[str, tuple[str, EventStatus | None]] = {
    "They/PRON/2/nsubj met/VERB/2/root": ("met", None),
    "They/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod meet/VERB/4/root": ("meet", "negated"),
    "They/PRON/3/nsubj never/ADV/3/advmod met/VERB/3/root": ("met", "negated"),
    "No/DET/2/det talks/NOUN/4/nsubj:pass were/AUX/4/aux:pass held/VERB/4/root": ("talks", "negated"),
    "They/PRON/3/nsubj may/AUX/3/aux meet/VERB/3/root": ("meet", "possible"),
    "They/PRON/3/nsubj could/AUX/3/aux hold/VERB/3/root talks/NOUN/3/obj": ("talks", "possible"),
    "They/PRON/3/nsubj will/AUX/3/aux hold/VERB/3/root talks/NOUN/3/obj": ("talks", "future"),
    "They/PRON/2/nsubj plan/VERB/2/root to/PART/4/mark meet/VERB/2/xcomp": ("meet", "future"),
    "If/SCONJ/3/mark they/PRON/3/nsubj meet/VERB/5/advcl peace/NOUN/5/nsubj comes/VERB/5/root": ("meet", "conditional"),
    "He/PRON/2/nsubj wondered/VERB/2/root why/ADV/5/advmod they/PRON/5/nsubj met/VERB/2/ccomp": ("met", "actual"),
    "Why/ADV/4/advmod did/AUX/4/aux they/PRON/4/nsubj meet/VERB/4/root": ("meet", None),
    "They/PRON/2/nsubj want/VERB/2/root to/PART/4/mark meet/VERB/2/xcomp": ("meet", "possible"),
    "They/PRON/2/nsubj hope/VERB/2/root he/PRON/4/nsubj came/VERB/2/ccomp": ("came", None),
    "They/PRON/3/nsubj are/AUX/3/cop about/ADJ/3/root to/PART/5/mark meet/VERB/3/xcomp": ("meet", "future"),
    "They/PRON/2/nsubj vowed/VERB/2/root to/PART/4/mark meet/VERB/2/xcomp": ("meet", "future"),
    "They/PRON/2/nsubj refused/VERB/2/root to/PART/4/mark meet/VERB/2/xcomp": ("meet", "negated"),
    "Terms/NOUN/4/nsubj for/ADP/3/case talks/NOUN/1/nmod exist/VERB/4/root": ("talks", "possible"),
    "A/DET/2/det reason/NOUN/5/nsubj for/ADP/4/case talks/NOUN/2/nmod exists/VERB/5/root": ("talks", None),
}  # fmt: skip


@pytest.mark.parametrize("told", SAID)
def test_modal_words_and_negations_are_found_at_the_verb(told: str) -> None:
    report, tree = parsed(told)
    trigger, expected = SAID[told]
    at = report.forms.index(trigger)
    assert Modality(report, tree).of(at, at) == expected


def test_what_a_form_of_the_past_tells_or_somebody_boasts_of_is_not_to_come() -> None:
    for told, trigger, done in (
        ("men/NOUN/1/root whom/PRON/4/obj they/PRON/4/nsubj seized/VERB/1/acl:relcl", "seized", True),
        (
            "They/PRON/2/nsubj boasted/VERB/2/root of/SCONJ/4/mark taking/VERB/2/advcl towns/NOUN/4/obj",
            "taking",
            True,
        ),
        (
            "They/PRON/2/nsubj thought/VERB/2/root of/SCONJ/4/mark taking/VERB/2/advcl towns/NOUN/4/obj",
            "taking",
            False,
        ),
        ("They/PRON/3/nsubj will/AUX/3/aux come/VERB/3/root", "come", False),
        ("They/PRON/2/nsubj hope/VERB/2/root he/PRON/4/nsubj came/VERB/2/ccomp", "came", False),
    ):
        report, tree = parsed(told)
        at = report.forms.index(trigger)
        assert Modality(report, tree).is_done(at, at) == done, told
