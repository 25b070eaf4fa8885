"""Passages composed to learn the status of events from: marked without a fault, complete, the same for the same seed."""

from __future__ import annotations

from pathlib import Path

import pytest
from conflict_set.events.marks import GoldEvent
from conflict_set.events.marks import parsed as parsed_events
from conflict_set.passages import Passage
from conflict_set.passages import parsed as parsed_passages
from training.minimal_pairs.__main__ import main
from training.minimal_pairs.compose import Composed, composed, pairs
from training.minimal_pairs.grammar import gerund, participle, past, plural, singular, with_article
from training.minimal_pairs.markup import parsed as taken_apart
from training.minimal_pairs.tables import forms, frames, kinds

TOLD_OF_EVERY_KIND = (
    *("held", "may hold", "will hold", "did not hold", "denied holding", "anonymous said held", "if hold"),
    *("planned to hold", "called for", "spokesman confirmed", "neither confirmed nor denied", "background"),
)
COUNT = 2400


@pytest.fixture(scope="module")
def made() -> list[Composed]:
    return composed(5, COUNT)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pairs")
    main(["--out", str(folder)])
    return folder


@pytest.fixture(scope="module")
def read(written: Path) -> tuple[list[Passage], dict[str, list[GoldEvent]]]:
    passages, wrong = parsed_passages(written / "passages.txt")
    assert wrong == []
    events, wrong = parsed_events(written / "events.txt", {passage.id: passage for passage in passages})
    assert wrong == []
    return passages, events


def test_every_kind_occurs_in_every_form(made: list[Composed]) -> None:
    told = {(one.kind, one.form) for one in made}
    assert {(kind.name, form) for kind in kinds() for form in TOLD_OF_EVERY_KIND} <= told
    assert told == {(kind.name, form) for kind, form in pairs()}
    assert len(kinds()) >= 40
    assert {form for _, form in told} == set(forms())


def test_no_two_are_alike(made: list[Composed]) -> None:
    assert len(made) == len({one.text for one in made}) == COUNT


def test_the_same_seed_gives_the_same_bytes(written: Path, tmp_path: Path) -> None:
    main(["--out", str(tmp_path)])
    for name in ("passages.txt", "events.txt"):
        assert (tmp_path / name).read_bytes() == (written / name).read_bytes()
    main(["--out", str(tmp_path), "--seed", "6"])
    assert (tmp_path / "passages.txt").read_bytes() != (written / "passages.txt").read_bytes()


def test_too_few_passages_are_refused() -> None:
    with pytest.raises(ValueError, match="too few"):
        composed(5, 100)


def test_events_stand_in_the_statements_that_tell_them(
    read: tuple[list[Passage], dict[str, list[GoldEvent]]],
) -> None:
    passages, events = read
    for passage in passages:
        assert events[passage.id]
        content = {statement.id: statement.content for statement in passage.statements}
        for event in events[passage.id]:
            start, end = event.trigger
            for name in event.statements:
                assert any(first <= start and end <= last for first, last in content[name]), (passage.id, event.id)
            if not event.statements:
                within = [n for n, some in content.items() if any(a <= start and end <= b for a, b in some)]
                assert not within, (passage.id, event.id)


def test_a_denied_event_is_negated_and_a_refused_answer_leaves_it_open(
    read: tuple[list[Passage], dict[str, list[GoldEvent]]],
) -> None:
    wanted = {"denies": "negated", "declines": "possible", "confirms": "actual"}
    passages, events = read
    seen = set()
    for passage in passages:
        acts = {statement.id: statement.act for statement in passage.statements}
        for event in events[passage.id]:
            for name in event.statements:
                if (status := wanted.get(acts[name])) and event.id == events[passage.id][0].id:
                    assert event.status in (status, "possible"), (passage.id, event.id)
                    seen.add(status if event.status == status else "within what a speech verb says")
    assert set(wanted.values()) <= seen


def test_no_slot_and_no_tag_is_left_in_the_text(made: list[Composed]) -> None:
    for one in made:
        assert not set("{}<>[]") & set(one.text), one.text
        assert "  " not in one.text
        assert ",," not in one.text


def test_frames_have_statuses_and_marks_for_every_statement() -> None:
    for frame in frames():
        for text in frame.texts:
            for number in range(1, len(frame.says) + 1):
                assert f"<q{number}:" in text, text


@pytest.mark.parametrize(
    ("verb", "forms_of_it"),
    [
        ("hold", ("held", "held", "holding", "holds")),
        ("carry", ("carried", "carried", "carrying", "carries")),
        ("agree", ("agreed", "agreed", "agreeing", "agrees")),
        ("ship", ("shipped", "shipped", "shipping", "ships")),
        ("free", ("freed", "freed", "freeing", "frees")),
        ("withdraw", ("withdrew", "withdrawn", "withdrawing", "withdraws")),
        ("go", ("went", "gone", "going", "goes")),
        ("have", ("had", "had", "having", "has")),
    ],
)
def test_verbs_are_inflected(verb: str, forms_of_it: tuple[str, str, str, str]) -> None:
    assert (past(verb), participle(verb), gerund(verb), singular(verb)) == forms_of_it


def test_articles_and_plurals() -> None:
    assert with_article("[<e:offer> of help") == "an [<e:offer> of help"
    assert with_article("<i X:meeting>") == "a <i X:meeting>"
    assert [plural(verb) for verb in ("denies", "presses", "says")] == ["deny", "press", "say"]


def test_tags_are_taken_apart_and_words_that_stand_twice_are_counted() -> None:
    sentence = taken_apart("<@A:the army> said <c1:<@A:the army> had left>.")
    assert sentence.text == "The army said the army had left."
    assert [sentence.reference(1, tag) for tag in sentence.all("@A")] == ["1:The army", "1:the army"]
    again = taken_apart("<@A:army> and <@B:army>")
    assert again.reference(2, again.all("@B")[0]) == "2:army"
    with pytest.raises(ValueError, match="not closed"):
        taken_apart("<@A:the army")


def test_a_time_goes_with_its_own_event(read: tuple[list[Passage], dict[str, list[GoldEvent]]]) -> None:
    passages, events = read
    years = 0
    for passage in passages:
        for event in events[passage.id]:
            if event.time and passage.text[slice(*event.time)].isdigit():
                assert event.status == "historical", (passage.id, event.id)
                years += 1
    assert years > 20
