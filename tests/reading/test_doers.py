"""Who does what an event tells, by the grammar, where nobody was marked for it."""

from __future__ import annotations

import pytest
from tests.reading.by_hand import parsed

from onrecord.model import Event, Mention, Span
from onrecord.reading.doers import with_doers
from onrecord.reading.reader import Chain, EventWords, Relations

RELATIVE = (
    "The/DET/2/det network/NOUN/9/nsubj which/PRON/4/nsubj carried/VERB/2/acl:relcl out/ADP/4/compound:prt"
    " suicide/NOUN/7/compound attacks/NOUN/4/obj is/AUX/9/cop weak/ADJ/9/root"
)
PASSIVE = "The/DET/2/det network/NOUN/4/nsubj:pass was/AUX/4/aux:pass bombed/VERB/4/root"
JOINED = "The/DET/2/det network/NOUN/3/nsubj fled/VERB/3/root and/CCONJ/5/cc bombed/VERB/3/conj towns/NOUN/5/obj"


def doers(told: str, trigger: str, words: EventWords | None = None) -> list[str]:
    report, tree = parsed(told)
    spans = tuple(Span.of(report.text, start, end) for start, end in report.places)
    start = report.text.index(trigger)
    event = Event("e1", Span.of(report.text, start, start + len(trigger)), "ASSAULT", "actual", 0.9)
    network = Chain("armed_group", (Mention(Span.of(report.text, 0, len("The network")), "description"),))
    grammar = Relations(spans, tree.tags, tree.heads, tree.relations)
    (found,) = with_doers([event], [words or EventWords("e1")], grammar, [network])
    return [span.text for span in found.actors]


@pytest.mark.parametrize(("told", "trigger"), [(RELATIVE, "suicide attacks"), (JOINED, "bombed")])
def test_the_subject_of_the_verb_does_it(told: str, trigger: str) -> None:
    assert doers(told, trigger) == ["The network"]


def test_whom_it_befalls_does_not_do_it() -> None:
    assert doers(PASSIVE, "bombed") == []
    report, _ = parsed(JOINED)
    befallen = EventWords("e1", recipients=(Span.of(report.text, 0, 11),))
    assert doers(JOINED, "bombed", befallen) == []


def test_what_is_marked_stays() -> None:
    report, _ = parsed(JOINED)
    towns = report.text.index("towns")
    assert doers(JOINED, "bombed", EventWords("e1", (Span.of(report.text, towns, towns + 5),))) == ["towns"]


FREED = (
    "The/DET/2/det guards/NOUN/4/nsubj:pass were/AUX/4/aux:pass freed/VERB/4/root by/ADP/7/case The/DET/7/det"
    " network/NOUN/4/obl"
)


def test_whom_by_names_does_it() -> None:
    report, tree = parsed(FREED)
    spans = tuple(Span.of(report.text, start, end) for start, end in report.places)
    where = report.text.index("The network")
    network = Chain("armed_group", (Mention(Span.of(report.text, where, where + 11), "description"),))
    freed = Event("e1", spans[3], "RETREAT", "actual", 0.9)
    grammar = Relations(spans, tree.tags, tree.heads, tree.relations)
    (found,) = with_doers([freed], [EventWords("e1")], grammar, [network])
    assert [span.text for span in found.actors] == ["The network"]


KILLED = "The/DET/2/det network/NOUN/3/nsubj killed/VERB/3/root some/PRON/3/obj"


def test_the_subject_of_a_verb_with_an_object_acts_whatever_it_was_marked_as() -> None:
    report, _ = parsed(KILLED)
    some = report.text.index("some")
    hit = (Span.of(report.text, 0, 11), Span.of(report.text, some, some + 4))
    assert doers(KILLED, "killed", EventWords("e1", recipients=hit)) == ["The network"]


def test_who_alone_is_marked_as_hit_stays_so() -> None:
    report, _ = parsed(KILLED)
    assert doers(KILLED, "killed", EventWords("e1", recipients=(Span.of(report.text, 0, 11),))) == []


SHELLED = "The/DET/2/det network/NOUN/3/nsubj shelled/VERB/3/root their/PRON/5/nmod:poss camps/NOUN/3/obj"


def test_whose_things_are_attacked_does_not_attack() -> None:
    report, _ = parsed(SHELLED)
    their = report.text.index("their")
    marked = EventWords("e1", (Span.of(report.text, 0, 11), Span.of(report.text, their, their + 5)))
    assert doers(SHELLED, "shelled", marked) == ["The network"]


ELSEWHERE = (
    "The/DET/2/det network/NOUN/3/nsubj fled/VERB/3/root The/DET/5/det army/NOUN/7/nsubj has/AUX/7/aux bombed/VERB/7/root"
    " towns/NOUN/7/obj"
)
REPELLED = "Guards/NOUN/2/nsubj repelled/VERB/2/root a/DET/5/det network/NOUN/5/compound assault/NOUN/2/obj"


def test_who_is_marked_in_another_sentence_gives_way_to_the_subject() -> None:
    report, tree = parsed(ELSEWHERE)
    spans = tuple(Span.of(report.text, start, end) for start, end in report.places)
    network, army = Span.of(report.text, 0, 11), Span.of(report.text, spans[3].start, spans[4].end)
    chains = [Chain("military", (Mention(span, "description"),)) for span in (network, army)]
    event = Event("e1", spans[6], "ASSAULT", "actual", 0.9)
    grammar = Relations(spans, tree.tags, tree.heads, tree.relations)
    (found,) = with_doers([event], [EventWords("e1", (network,))], grammar, chains)
    assert found.actors == (army,)


def test_whose_assault_is_repelled_makes_it() -> None:
    report, tree = parsed(REPELLED)
    spans = tuple(Span.of(report.text, start, end) for start, end in report.places)
    chain = Chain("armed_group", (Mention(spans[3], "name"),))
    event = Event("e1", spans[4], "ASSAULT", "actual", 0.9)
    grammar = Relations(spans, tree.tags, tree.heads, tree.relations)
    (found,) = with_doers([event], [EventWords("e1")], grammar, [chain])
    assert found.actors == (spans[3],)
