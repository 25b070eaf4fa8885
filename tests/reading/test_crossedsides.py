"""Who is on which side of an event, by the verb's own subject and object, whatever was marked."""

from __future__ import annotations

from tests.reading.by_hand import parsed

from onrecord.model import Event, Span
from onrecord.reading.crossedsides import with_sides_uncrossed
from onrecord.reading.reader import EventWords, Relations

Sides = tuple[list[str], list[str]]


def sides(told: str, trigger: str, acting: list[str], hit: list[str], *, kind: str = "COERCE") -> Sides:
    report, tree = parsed(told)
    spans = tuple(Span.of(report.text, start, end) for start, end in report.places)

    def at(words: str) -> Span:
        start = report.text.index(words)
        return Span.of(report.text, start, start + len(words))

    words = EventWords("e1", tuple(map(at, acting)), tuple(map(at, hit)))
    grammar = Relations(spans, tree.tags, tree.heads, tree.relations)
    (found,) = with_sides_uncrossed([Event("e1", at(trigger), kind, "actual", 0.9)], [words], grammar)
    return [span.text for span in found.actors], [span.text for span in found.recipients]


JOINED = (
    "Rebels/NOUN/3/nsubj neither/CCONJ/3/cc:preconj shelled/VERB/3/root the/DET/5/det fort/NOUN/3/obj nor/CCONJ/7/cc"
    " captured/VERB/3/conj them/PRON/7/obj"
)


def test_the_object_of_the_second_of_joined_verbs_is_hit_by_the_subject_of_the_first() -> None:
    assert sides(JOINED, "captured", ["them"], []) == ([], ["them"])
    assert sides(JOINED, "captured", [], ["Rebels", "them"]) == (["Rebels"], ["them"])
    assert sides(JOINED, "captured", ["Rebels"], ["them"]) == (["Rebels"], ["them"])


LOST = (
    "The/DET/2/det army/NOUN/3/nsubj lost/VERB/3/root the/DET/5/det port/NOUN/3/obj to/ADP/8/case the/DET/8/det"
    " militia/NOUN/3/obl"
)
FELL = "The/DET/2/det port/NOUN/3/nsubj fell/VERB/3/root to/ADP/6/case the/DET/6/det militia/NOUN/3/obl"
HELD = (
    "The/DET/2/det port/NOUN/5/nsubj is/AUX/5/cop under/ADP/5/case control/NOUN/5/root of/ADP/8/case the/DET/8/det"
    " militia/NOUN/5/nmod"
)


def test_who_loses_a_place_did_not_take_it() -> None:
    assert sides(LOST, "lost", ["The army"], ["the militia"]) == (["the militia"], ["The army"])
    assert sides(FELL, "fell", [], ["the militia"]) == (["the militia"], [])
    assert sides(HELD, "control", [], ["the militia"]) == (["the militia"], [])


REPELLED = "Troops/NOUN/2/nsubj repelled/VERB/2/root an/DET/4/det assault/NOUN/2/obj"
LAUNCHED = "Troops/NOUN/2/nsubj launched/VERB/2/root an/DET/4/det assault/NOUN/2/obj"


def test_who_repels_an_assault_makes_none() -> None:
    assert sides(REPELLED, "assault", ["Troops"], [], kind="ASSAULT") == ([], ["Troops"])
    assert sides(LAUNCHED, "assault", ["Troops"], [], kind="ASSAULT") == (["Troops"], [])


OURS = (
    "their/PRON/2/nmod:poss patience/NOUN/3/nsubj ends/VERB/3/root but/CCONJ/9/cc our/PRON/6/nmod:poss"
    " cadres/NOUN/9/nsubj did/AUX/9/aux not/PART/9/advmod make/VERB/3/conj this/DET/11/det raid/NOUN/9/obj"
)


def test_nobody_of_another_clause_acts_beside_the_subject() -> None:
    made = OURS.replace("make/", "launch/")
    assert sides(made, "raid", ["their", "our cadres"], [], kind="ASSAULT") == (["our cadres"], [])


ACCUSED = (
    "The/DET/2/det navy/NOUN/3/nsubj accused/VERB/3/root rebels/NOUN/3/obj of/SCONJ/6/mark bombing/VERB/3/advcl"
    " a/DET/8/det bus/NOUN/6/obj"
)
SHOT = "People/NOUN/4/nsubj shot/VERB/1/acl by/ADP/4/case troops/NOUN/2/obl:agent fled/VERB/5/root"


def test_whom_somebody_accuses_of_it_did_it_and_who_is_shot_did_not_shoot() -> None:
    assert sides(ACCUSED, "bombing", ["rebels"], ["bus"], kind="ASSAULT") == (["rebels"], ["bus"])
    assert sides(SHOT, "shot", ["troops"], ["People"], kind="ASSAULT") == (["troops"], ["People"])
