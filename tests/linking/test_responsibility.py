"""Who is told to have done it, and on what that rests."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.assets import weights
from onrecord.linking.blame import SIGNS, WHOLE, Blame
from onrecord.linking.blamewords import shown
from onrecord.linking.firstperson import speaks_of_us
from onrecord.linking.responsibility import BASES, likeliest, responsibilities, responsibility
from onrecord.model import Actor, Article, Event, Mention, Reading, Span, Statement


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def told(
    text: str, *, source: str | None = None, cue: str | None = None, content: str | None = None, **values: str
) -> Reading:
    """A report on an attack by the FPL; its statement, if it has a cue."""
    group = Actor("a1", "FPL", "armed_group", (Mention(span(text, "FPL"), "name"),))
    speaker = values.pop("party", None)
    statements = () if cue is None or content is None else (
        Statement(
            "s1",
            (span(text, content),),
            None if source is None else span(text, source),
            span(text, cue),
            "collective",
            values.get("act", "asserts"),  # type: ignore[arg-type]
            "actual",
            "indirect",
            0.9,
            source_type=values.get("source_type"),  # type: ignore[arg-type]
            party=speaker,
        ),
    )  # fmt: skip
    attack = Event("e1", span(text, "attack"), "ASSAULT", "actual", 0.9, "s1" if statements else None, actors=("a1",))
    return Reading(Article("r", text), statements, (attack,), (group,))


CLAIMED = told(
    "The FPL claimed responsibility for the attack on the barracks.",
    source="The FPL",
    cue="claimed responsibility",
    content="the attack on the barracks",
    act="confirms",
    party="a1",
)
BLAMED = told(
    "The army blamed the FPL for the attack on the barracks.",
    source="The army",
    cue="blamed",
    content="the FPL for the attack on the barracks",
    act="accuses",
    source_type="military",
)
ALLEGED = told("Presumed members of the FPL are believed to have carried out the attack on the barracks.")
PLAIN = told("The FPL carried out an attack on the barracks on Sunday and withdrew.")


@pytest.mark.parametrize(
    ("reading", "basis"), [(CLAIMED, "claimed"), (BLAMED, "suspected"), (ALLEGED, "suspected"), (PLAIN, "fact")]
)
def test_claims_blame_doubt_and_plain_words_are_told_apart(reading: Reading, basis: str) -> None:
    (deed,) = responsibilities(reading)
    assert (deed.event, deed.actor, deed.responsibility.basis) == ("e1", "a1", basis)
    assert math.isclose(sum(share for _, share in deed.responsibility.shares), 1.0, abs_tol=0.002)


@pytest.mark.parametrize("reading", [CLAIMED, BLAMED, ALLEGED, PLAIN])
def test_the_words_that_tell_stand_in_the_report(reading: Reading) -> None:
    (deed,) = responsibilities(reading)
    assert 0 < len(deed.responsibility.because) <= 3
    for words in deed.responsibility.because:
        assert reading.article.text[words.start : words.end] == words.text


def test_the_words_of_a_claim_are_the_reason_for_it() -> None:
    (deed,) = responsibilities(CLAIMED)
    assert "claimed responsibility" in {words.text for words in deed.responsibility.because}


def test_nobody_has_claimed_is_no_claim() -> None:
    text = "No group has claimed responsibility for the attack, but police suspect the FPL."
    signs = dict(shown(text, Span.of(text, 0, len(text)), [span(text, "FPL")]))
    assert "claims" not in signs
    assert {"unclaimed", "hedges", "hedges it"} <= set(signs)


def test_a_party_that_the_report_does_not_speak_of_has_no_responsibility() -> None:
    assert responsibility(PLAIN, [], [span(PLAIN.article.text, "attack")]) is None


def test_negated_events_peaceful_events_and_persons_are_left_out() -> None:
    (attack,) = PLAIN.events
    person = Actor("a1", "Ruiz", "person", PLAIN.actors[0].mentions)
    for event, actor in (
        (Event("e1", attack.trigger, "ASSAULT", "negated", 0.9, actors=("a1",)), PLAIN.actors[0]),
        (Event("e1", attack.trigger, "CONSULT", "actual", 0.9, actors=("a1",)), PLAIN.actors[0]),
        (attack, person),
    ):
        assert responsibilities(Reading(PLAIN.article, (), (event,), (actor,))) == ()


def test_signs_fade_with_the_sentences_between_party_and_deed() -> None:
    text = "The attack came at dawn. It was cold. The FPL admitted it. The FPL is small."
    reading = told(text)
    party = [span(text, "FPL"), Span.of(text, text.rindex("FPL"), text.rindex("FPL") + 3)]
    near = Blame(reading).told(party, [span(text, "admitted")])
    far = Blame(reading).told(party, [span(text, "attack")])
    assert [t.nearness for t in near] == pytest.approx([1.0, 0.85])
    assert [t.nearness for t in far] == pytest.approx([0.85**2, 0.85**3])
    blame = Blame(reading)
    assert blame.strengths(party, near)["admits"] > blame.strengths(party, far)["admits"] > 0


def test_a_claim_of_responsibility_counts_wherever_it_stands() -> None:
    text = "The attack came at dawn. It was cold. It was dark. The FPL claimed responsibility on the radio."
    blame = Blame(told(text))
    found = blame.strengths([span(text, "FPL")], blame.told([span(text, "FPL")], [span(text, "attack")]))
    assert found["claims"] < found["claimed somewhere"] == 1.0


def test_an_admission_by_others_is_none_of_the_partys() -> None:
    text = "Opposition leaders admitted that the FPL carried out the attack."
    content = "that the FPL carried out the attack"
    for source, party, expected in (("Opposition leaders", "a2", 0.0), ("Opposition leaders", "a1", 1.0)):
        blame = Blame(told(text, source=source, cue="admitted", content=content, party=party))
        asked = [span(text, "FPL")], [span(text, "attack")]
        assert blame.strengths(asked[0], blame.told(*asked))["admits"] == expected


def test_every_sign_has_a_weight_for_each_basis() -> None:
    known = weights("responsibility")
    assert set(known["signs"]) == {*SIGNS, *WHOLE}
    assert all(len(row) == len(BASES) for row in (*known["signs"].values(), known["bias"]))
    assert max(BASES, key=lambda b: known["signs"]["claims"][BASES.index(b)]) == "claimed"
    assert max(BASES, key=lambda b: known["signs"]["hedges"][BASES.index(b)]) == "suspected"
    assert max(BASES, key=lambda b: known["signs"]["told as fact"][BASES.index(b)]) == "fact"


@given(st.dictionaries(st.sampled_from(sorted({*SIGNS, *WHOLE})), st.floats(0, 1)))
def test_shares_are_shares(strengths: dict[str, float]) -> None:
    known = weights("responsibility")
    shares = likeliest(strengths, known["signs"], known["bias"])
    assert math.isclose(sum(shares.values()), 1.0)
    assert all(0 < share < 1 for share in shares.values())


@pytest.mark.parametrize(
    ("sentence", "ours"),
    [
        ("Our forces attacked the barracks.", True),
        ("WE ATTACKED THE BARRACKS.", True),
        ("“We attacked the barracks,” he said.", False),
        ("US troops attacked the barracks.", False),
        ("Houses near the barracks burned.", False),
    ],
)
def test_who_speaks_of_himself_outside_quotations(sentence: str, *, ours: bool) -> None:
    assert speaks_of_us(sentence) is ours
