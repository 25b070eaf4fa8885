from __future__ import annotations

from dataclasses import replace

import pytest
from tests.linking.actors import event, reading, span, statement

from onrecord.linking.claims import links
from onrecord.linking.relays import Relays
from onrecord.model import Act, Article, Event, Reading, Span, Stance, Statement

OUTER = statement("the commander said that talks were held", ident="s1", source="the mayor", speaker="a9", party="a2")
INNER = replace(
    statement("talks were held", ident="s2", speaker="a5", party="a1"),
    content=(span("talks were held", 24),),
    parent="s1",
)
TALKS = event(trigger=span("talks", 24), told_by="s2")


def told(outer: Statement = OUTER, inner: Statement = INNER, *events: Event) -> Reading:
    return reading((outer, inner), events or (TALKS,))


def test_a_nested_statement_counts_for_its_inner_speaker() -> None:
    (link,) = links(told())
    assert (link.statement, link.stance) == ("s2", "affirms")


def test_who_merely_reports_affirms_nothing_even_where_the_event_is_his_too() -> None:
    (link,) = links(told(OUTER, INNER, replace(TALKS, id="e9", statement="s1"), TALKS))
    assert link.statement == "s2"


def test_what_the_outer_speaker_says_himself_is_his() -> None:
    own = event(trigger=span("war", 0), told_by="s1", type_="ASSAULT", ident="e2")
    assert {link.statement for link in links(told(OUTER, INNER, own, TALKS))} == {"s1", "s2"}


@pytest.mark.parametrize(
    ("act", "stance"),
    [
        ("asserts", "affirms"),
        ("confirms", "affirms"),
        ("accuses", "affirms"),
        ("denies", "unclear"),
        ("doubts", "unclear"),
        ("demands", "unclear"),
        ("promises", "unclear"),
        ("threatens", "unclear"),
        ("predicts", "unclear"),
    ],
)
def test_what_the_outer_speaker_does_not_vouch_for_is_left_open(act: Act, stance: Stance) -> None:
    assert [link.stance for link in links(told(replace(OUTER, act=act)))] == [stance]


def test_a_denial_that_is_passed_on_stays_a_denial() -> None:
    inner = replace(INNER, act="denies", cue=span("denied"))
    assert [link.stance for link in links(told(OUTER, inner, replace(TALKS, status="negated")))] == ["denies"]


def test_the_reporter_is_the_nearest_other_speaker() -> None:
    relays = Relays(told())
    assert relays.reporter(INNER) == OUTER
    assert relays.reporter(OUTER) is None
    himself = replace(OUTER, speaker="a5")
    assert Relays(told(himself)).reporter(INNER) is None


def test_statements_in_a_ring_end_somewhere() -> None:
    outer = replace(OUTER, parent="s2")
    relays = Relays(told(outer))
    assert relays.reporter(INNER) == outer
    assert relays.heard(INNER, "affirms") == "affirms"


def test_who_says_it_as_another_says_says_it_too() -> None:
    text = "We killed 11 of them, as the army says."
    outer = replace(statement(text, ident="s1", speaker="a5", party="a1"), content=(span(text),))
    army = Span(text.index("the army"), text.index("the army") + 8, "the army")
    inner = replace(statement("We killed 11 of them", ident="s2", party="a3"), source=army, parent="s1")
    killed = event(type_="ASSAULT", trigger=span("killed", 3), told_by="s2")
    spoken = replace(told(outer, inner, killed), article=Article("r1", text))
    assert {(link.statement, link.stance) for link in links(spoken)} == {("s1", "affirms"), ("s2", "affirms")}
    merely = replace(spoken, article=Article("r1", text.replace("as the", "so the")))
    assert {link.statement for link in links(merely)} == {"s2"}


@pytest.mark.parametrize(
    ("text", "cue", "content", "stance"),
    [
        ("called an invention the report that talks were held", "the", "talks were held", "denies"),
        ("called an invention a report that talks were held", "a", "report that talks were held", "denies"),
        ("called him a liar who knew how talks were held", "knew", "talks were held", None),
    ],
)
def test_who_rejects_a_report_denies_what_it_says(text: str, cue: str, content: str, stance: Stance | None) -> None:
    def words(part: str, after: str = "") -> Span:
        at = text.index(part, text.index(after))
        return Span(at, at + len(part), part)

    outer = statement(text, ident="s1", speaker="a2", party="a2", act="denies", cue="called")
    inner = replace(statement(ident="s2", kind="impersonal"), content=(words(content),), parent="s1")
    inner = replace(inner, cue=words(cue, cue if cue == "knew" else "invention "))
    told = replace(
        reading((outer, inner), (event(trigger=words("talks"), told_by="s2"),)), article=Article("r1", text)
    )
    assert {link.statement: link.stance for link in links(told)}.get("s1") == stance
