"""The minimal pairs are sound English with their marks in place, and their scorer tells right from wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from evaluation.minimal_pairs import Pair, PairScores, minimal_pair_scores, minimal_pairs, scores_of

from onrecord.model import Actor, Article, Event, Mention, Reading, Span, Statement
from onrecord.reading import Found
from onrecord.reading.ontology import MODES, TYPES

PAIRS = minimal_pairs()
BY_TEXT = {pair.text: pair for pair in PAIRS}
FORMS = {
    "held": "actual",
    "may": "possible",
    "will": "future",
    "not": "negated",
    "denied": "negated",
    "anonymous": "actual",
    "if": "conditional",
    "planned": "future",
    "called": "possible",
    "confirmed": "actual",
    "background": "historical",
}
COLUMNS = ("found", "status", "speaker", "both", "act", "type", "mode", "sides")


def actor(ident: str, spans: tuple[Span, ...]) -> Actor:
    return Actor(ident, spans[0].text, "organisation", tuple(Mention(span, "name") for span in spans))


def perfect(article: Article) -> Reading:
    """What the marks of a sentence say, as a reading."""
    pair = BY_TEXT[article.text]
    acting = [actor(f"a{n}", spans) for n, spans in enumerate(pair.actors)]
    receiving = [actor(f"r{n}", spans) for n, spans in enumerate(pair.recipients)]
    speaking, statements = [], []
    if pair.telling is not None:
        speaking.append(actor("s", pair.telling.speaker))
        source = pair.telling.speaker[0]
        statements.append(
            Statement(
                "s1",
                (Span.of(article.text, 0, len(article.text)),),
                source,
                None,
                pair.telling.source or "collective",
                pair.telling.act,
                "actual",
                "indirect",
                1.0,
                speaker="s",
            )
        )
    event = Event(
        "e1",
        pair.triggers[0],
        pair.types[0],
        pair.status,
        1.0,
        statement="s1" if statements else None,
        mode=pair.mode,
        actors=tuple(a.id for a in acting),
        recipients=tuple(r.id for r in receiving),
    )
    return Reading(article, tuple(statements), (event,), (*acting, *receiving, *speaking))


def changed(change: Callable[[Reading], Reading]) -> PairScores:
    return scores_of(PAIRS, lambda article: change(perfect(article)))


class Silent:
    name = "silent/1"

    def read(self, article: Article) -> Found:  # noqa: ARG002 - finds nothing in anything
        return Found()


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.kind}-{pair.form}")
def test_a_sentence_is_sound_and_its_marks_stand_in_it(pair: Pair) -> None:
    text = pair.text
    assert text[0].isupper() or text[0] == "“"
    assert text.endswith(".")
    assert not re.search(r"\s\s|\s[,.;]|[{}_]|\b(\w+) \1\b|,,|\.\.", text), text
    assert not re.search(r"\ba [aeio]|\ban [^aeiou]", text), text
    told = () if pair.telling is None else pair.telling.speaker
    spans = [*pair.triggers, *told, *(s for side in pair.actors + pair.recipients for s in side)]
    assert pair.triggers
    assert pair.actors
    assert all(text[span.start : span.end] == span.text != "" for span in spans)
    assert not any(span.overlaps(trigger) for trigger in pair.triggers for side in pair.actors for span in side)
    assert set(pair.types) <= set(TYPES)
    assert pair.mode is None or pair.mode in MODES[pair.types[0]]


def test_forty_kinds_stand_in_every_form_that_makes_sense_in_two_wordings() -> None:
    counts = Counter((pair.kind, pair.form) for pair in PAIRS)
    assert len({kind for kind, _ in counts}) == 40
    assert min(counts.values()) >= 2
    assert len({(pair.kind, pair.form, pair.triggers[0].text, pair.text) for pair in PAIRS}) == len(PAIRS)
    assert len(BY_TEXT) == len(PAIRS) >= 720
    assert {(pair.form, pair.status) for pair in PAIRS} == set(FORMS.items())


def test_denials_claims_without_a_name_and_demands_are_somebodys_statements_and_the_rest_the_reports() -> None:
    acts = {"denied": "denies", "anonymous": "asserts", "called": "demands", "confirmed": "confirms"}
    assert {pair.form: pair.telling.act for pair in PAIRS if pair.telling is not None} == acts
    assert all((pair.telling is None) == (pair.form not in acts) for pair in PAIRS)
    unnamed = {p.form for p in PAIRS if p.telling is not None and p.telling.source == "anonymous"}
    assert unnamed == {"anonymous"}


def test_a_perfect_reading_is_wholly_right() -> None:
    scores = scores_of(PAIRS, perfect)
    assert [scores.share(column) for column in COLUMNS] == [1.0] * len(COLUMNS)


def test_who_finds_nothing_has_nothing_right() -> None:
    scores = minimal_pair_scores(Silent())
    assert [scores.share(column) for column in COLUMNS] == [0.0] * len(COLUMNS)


def test_one_status_for_all_is_right_in_its_own_forms_only() -> None:
    scores = changed(lambda r: replace(r, events=tuple(replace(e, status="actual") for e in r.events)))
    assert scores.by_form("status") == {form: float(status == "actual") for form, status in FORMS.items()}
    assert scores.by_form("both") == scores.by_form("status")
    assert scores.share("speaker") == scores.share("type") == 1.0


def test_events_that_nobody_tells_have_no_speaker_where_one_is_wanted() -> None:
    scores = changed(lambda r: replace(r, events=tuple(replace(e, statement=None) for e in r.events)))
    told = {"denied", "anonymous", "called", "confirmed"}
    assert scores.by_form("speaker") == {form: float(form not in told) for form in FORMS}


def test_an_unnamed_source_is_not_the_party_that_acts() -> None:
    scores = changed(lambda r: replace(r, statements=tuple(replace(s, speaker="a0") for s in r.statements)))
    assert scores.by_form("speaker")["anonymous"] == 0.0
    nobody = changed(lambda r: replace(r, statements=tuple(replace(s, speaker=None) for s in r.statements)))
    assert nobody.by_form("speaker")["anonymous"] == 1.0
    roles = [p.form for p in PAIRS if p.telling is not None and p.telling.source == "role"]
    assert nobody.by_form("speaker")["denied"] == roles.count("denied") / 80 < 0.2
    assert nobody.by_form("speaker")["called"] == nobody.by_form("speaker")["confirmed"] == 0.0


def test_an_unnamed_source_of_another_kind_is_wrong() -> None:
    scores = changed(lambda r: replace(r, statements=tuple(replace(s, source_kind="document") for s in r.statements)))
    assert scores.by_form("speaker")["anonymous"] == 0.0
    assert scores.by_form("speaker")["called"] == 1.0


def test_sides_the_wrong_way_round_are_right_only_for_equals() -> None:
    scores = changed(
        lambda r: replace(r, events=tuple(replace(e, actors=e.recipients, recipients=e.actors) for e in r.events))
    ).by_kind("sides")
    assert scores["hold peace talks"] == scores["run joint patrols"] == 1.0
    assert scores["impose sanctions"] == scores["shell"] == 0.0
