from __future__ import annotations

from dataclasses import replace

from tests.linking.actors import CAST, actor, event, reading, span, statement

from onrecord.linking.claims import links
from onrecord.model import Actor, Event, Mention, Participant, Span

VILLAGERS = replace(
    actor("a8", "12 villagers", "people"), mentions=(Mention(Span(0, 12, "12 villagers"), "description"),)
)
INDIA = actor("a9", "Government of India", "government", country="IND", known_as="gov-ind")


def attack(actors: tuple[str, ...], recipients: tuple[str, ...], at: int, words: str = "attack") -> Event:
    return event(actors, recipients, type_="ASSAULT", trigger=span(words, at), ident=f"e{at}")


def glosses(*happened: Event, cast: tuple[Actor, ...] = (*CAST, VILLAGERS, INDIA)) -> list[str]:
    told = statement("the attack of the day before and all that followed it")
    return sorted({link.matter.gloss for link in links(reading((told,), happened, cast))})


def test_people_without_a_name_key_no_matter() -> None:
    assert glosses(attack(("a1",), ("a8",), 0)) == ["attack by TTP"]
    assert glosses(event(("a1",), ("a8",))) == []


def test_a_later_mention_takes_up_the_side_that_it_leaves_out() -> None:
    whole = "attack by TTP on Government of Pakistan"
    assert glosses(attack(("a1",), ("a3",), 0), attack(("a1",), (), 20, "stormed")) == [whole]
    assert glosses(attack(("a1",), ("a3",), 0), attack(("a1",), ("a8",), 20, "shot")) == [whole]
    assert glosses(attack(("a1",), (), 0), attack(("a1",), ("a3",), 20)) == [whole]
    assert glosses(attack(("a1",), ("a3",), 0), attack((), (), 20, "fighting")) == [whole]


def test_a_mention_with_another_side_is_another_event() -> None:
    assert glosses(attack(("a1",), ("a3",), 0), attack(("a9",), (), 20)) == [
        "attack by Government of India",
        "attack by TTP on Government of Pakistan",
    ]


def test_a_mention_without_any_side_takes_up_none_where_two_events_are_told() -> None:
    told = attack(("a1",), ("a3",), 0), attack(("a9",), ("a1",), 20)
    assert glosses(*told, attack((), (), 40)) == glosses(*told)


def test_background_takes_up_no_news() -> None:
    past = replace(attack(("a1",), (), 20), status="historical")
    assert "attack by TTP" in glosses(attack(("a1",), ("a3",), 0), past)


def test_who_acts_here_and_who_is_hit_there_are_one_event() -> None:
    assert glosses(attack(("a1",), (), 0), attack((), ("a3",), 20)) == ["attack by TTP on Government of Pakistan"]
    assert glosses(attack(("a1",), (), 0), attack(("a9",), (), 20), attack((), ("a3",), 40)) == [
        "attack by Government of India",
        "attack by TTP",
    ]


def test_who_accuses_another_of_a_deed_did_not_do_it() -> None:
    accusation = statement("the front for the ambush", act="accuses", party="a3")
    ambush = event(("a3", "a1"), (), type_="ASSAULT", trigger=span("ambush", 14))
    (link,) = links(reading((accusation,), (ambush,)))
    assert link.matter.gloss == "attack by TTP on Government of Pakistan"


def test_an_accuser_who_seems_to_have_done_it_accuses_somebody_else() -> None:
    charge = statement("its fighters had attacked troops", cue="charge", act="accuses", party="a3")
    blame = event(("a3",), ("a1",), type_="ACCUSE", trigger=span("charge", 0), told_by=None, ident="e1")
    deed = event(("a3",), (), type_="ASSAULT", trigger=span("attacked", 20), ident="e2")
    assert "attack by TTP on Government of Pakistan" in {
        link.matter.gloss for link in links(reading((charge,), (blame, deed)))
    }


def test_who_gives_the_number_of_the_dead_did_not_kill_them() -> None:
    told = statement("a toll of 28", party="a3")
    killed = replace(attack(("a1",), ("a3",), 60, "killed"), statement=None)
    toll = event(("a3",), (), type_="ASSAULT", trigger=span("toll", 2), ident="e2")
    giver = Participant(Span(200, 208, "the army"), "actor", "a3")
    found = links(reading((told,), (killed, replace(toll, participants=(giver,)))))
    assert {link.matter.gloss for link in found} == {"attack by TTP on Government of Pakistan"}


def test_what_is_denied_by_a_form_of_the_same_word_is_what_was_told_by_it() -> None:
    told = attack(("a3",), ("a1",), 0, "shelled"), attack(("a1",), ("a3",), 20, "stormed")
    denied = replace(attack((), (), 40, "shelling"), status="negated", statement="s2")
    said = statement("the attack of the day before and all that followed it")
    denying = replace(said, id="s2", act="denies", certainty="negated")
    found = links(reading((said, denying), (*told, denied), (*CAST, VILLAGERS, INDIA)))
    assert [link.matter.gloss for link in found if link.statement == "s2"] == [
        "attack by Government of Pakistan on TTP"
    ]


def test_who_denies_that_any_were_freed_is_not_who_would_have_freed_them() -> None:
    free = event(("a1",), ("a2",), type_="RETREAT", trigger=span("freed", 20), mode="release")
    said = Participant(span("The government", 60), "actor", "a2")
    denied = replace(free, id="e2", statement="s2", trigger=span("freed", 100), status="negated", actors=("a2",))
    denied = replace(denied, recipients=(), participants=(said,))
    told = statement("The TTP has freed five", ident="s1", party="a1", speaker="a1")
    words = replace(
        statement("any had been freed", ident="s2", party="a2", speaker="a2", act="denies"),
        content=(span("any had been freed", 87),),
    )
    found = links(reading((told, words), (free, denied)))
    assert [link.matter.gloss for link in found if link.statement == "s2"] == [
        "release by TTP to Government of Pakistan"
    ]
