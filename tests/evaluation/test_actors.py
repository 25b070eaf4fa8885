from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conflict_set.passages import FormatError, Passage, all_passages, passages
from evaluation.actors import PARTIES, PASSAGES, ActorScores, errors, read_gold, report, scored
from evaluation.heads import form_of
from evaluation.identities import NOBODY, GoldParty
from evaluation.judging import judged

from onrecord.model import Actor, ActorKind, Article, Mention, Reading, Span

TOLD = """== t-1
manner: made up
conflict: made up
published: 2012-01-05
0H Taliban deny talks
1P A spokesman for the Taliban, Omar Gul, denied on Monday that the group had met the Pakistani army.
2 He told Dawn that residents knew nothing.
S1 denies negated named armed_group indirect B | 1:A spokesman for the Taliban, Omar Gul | 1:denied | 1:the group had met
A armed_group 0:Taliban ; 1:the Taliban ; 1:the group
B person of=A 1:A spokesman for the Taliban ; 1:Omar Gul ; 2:He
C military 1:the Pakistani army
D organisation 2:Dawn
E people 2:residents
"""
GOLD = """# who they are
== t-1
A armed_group TTP
B person Omar Gul -> TTP
C military PAK-military
D organisation media:Dawn
E people - -> -
"""
PARTS = [part for part in ("train", "held_out") if (PARTIES / f"{part}.txt").is_file()]


@pytest.fixture
def told(tmp_path: Path) -> tuple[Passage, dict[str, GoldParty]]:
    (tmp_path / "told.txt").write_text(TOLD, encoding="utf-8")
    (tmp_path / "gold.txt").write_text(GOLD, encoding="utf-8")
    return passages(tmp_path / "told.txt")[0], read_gold(tmp_path / "gold.txt")["t-1"]


def actor(
    passage: Passage,
    ident: str,
    kind: ActorKind,
    *words: str,
    name: str = "",
    party: str | None = None,
    known_as: str | None = None,
    codes: tuple[tuple[str, str], ...] = (),
) -> Actor:
    """An actor of a made-up reading; `word#2` is the word's second occurrence."""
    mentions = []
    for word in words:
        bare, _, which = word.partition("#")
        start = -1
        for _ in range(int(which or 1)):
            start = passage.text.index(bare, start + 1)
        mentions.append(Mention(Span.of(passage.text, start, start + len(bare)), "name"))
    return Actor(ident, name or words[0], kind, tuple(mentions), party, codes, known_as=known_as)


def scores(told: tuple[Passage, dict[str, GoldParty]], *actors: Actor) -> ActorScores:
    passage, gold = told
    return scored(list(judged(passage, gold, Reading(Article("t-1", passage.text), actors=actors))))


def right(passage: Passage) -> tuple[Actor, ...]:
    """A reading that has everything right."""
    return (
        actor(passage, "a1", "armed_group", "Taliban", "Taliban#2", "the group", known_as="TTP"),
        actor(passage, "a2", "person", "Omar Gul", "A spokesman for the Taliban", "He", party="a1"),
        actor(passage, "a3", "military", "the Pakistani army", party="a4", known_as="PAK-military"),
        Actor("a4", "Government of Pakistan", "government", (), known_as="PAK-government"),
        actor(passage, "a5", "organisation", "Dawn"),
        actor(passage, "a6", "people", "residents"),
    )


def test_a_right_reading_scores_full_marks(told: tuple[Passage, dict[str, GoldParty]]) -> None:
    s = scores(told, *right(told[0]))
    assert (s.mentions, s.found, s.party_right, s.party_right_all, s.wrong_joins, s.identity_right) == (
        9,
        1,
        1,
        1,
        0,
        1,
    )
    assert list(errors(s.rows)) == []


def test_an_empty_reading_finds_nothing_and_has_no_party_right(told: tuple[Passage, dict[str, GoldParty]]) -> None:
    s = scores(told)
    assert (s.mentions, s.found, s.party_right_all, s.wrong_joins) == (9, 0, 0, 0)


def test_a_party_may_be_known_by_its_number_alone(told: tuple[Passage, dict[str, GoldParty]]) -> None:
    by_number = replace(right(told[0])[0], known_as="some-id", codes=(("ucdp", "356"),))
    assert scores(told, by_number, *right(told[0])[1:]).party_right == 1


def test_the_other_taliban_are_a_wrong_party_and_a_wrong_join(told: tuple[Passage, dict[str, GoldParty]]) -> None:
    other = replace(right(told[0])[0], known_as="AFG-TALIBAN", name="Afghan Taliban")
    s = scores(told, other, *right(told[0])[1:])
    assert (s.found, s.wrong_joins, s.party_right) == (1, 3 / 9, 3 / 9)
    assert s.identity_right == 1 / 4


def test_a_group_that_no_id_ties_to_the_world_is_a_missing_party_but_no_wrong_join(
    told: tuple[Passage, dict[str, GoldParty]],
) -> None:
    unknown = replace(right(told[0])[0], known_as="text:taliban")
    s = scores(told, unknown, *right(told[0])[1:])
    assert (s.party_right, s.wrong_joins) == (3 / 9, 0)


def test_a_government_for_its_army_is_wrong_where_the_army_is_meant(
    told: tuple[Passage, dict[str, GoldParty]],
) -> None:
    army = replace(right(told[0])[2], party=None, known_as="PAK-government", kind="government")
    assert scores(told, *right(told[0])[:2], army, *right(told[0])[3:]).party_right == 8 / 9


def test_two_people_in_one_are_a_wrong_join(told: tuple[Passage, dict[str, GoldParty]]) -> None:
    passage, _ = told
    group = actor(passage, "a1", "armed_group", "Taliban", "Taliban#2", known_as="TTP")
    speaker = right(passage)[1]
    taken = replace(speaker, mentions=(*speaker.mentions, *actor(passage, "x", "person", "the group").mentions))
    s = scores(told, group, taken, *right(passage)[2:])
    assert [row.words for row in s.rows if row.wrong_join] == ["the group"]


def test_residents_who_speak_for_a_side_are_wrong(told: tuple[Passage, dict[str, GoldParty]]) -> None:
    residents = replace(right(told[0])[5], party="a1")
    s = scores(told, *right(told[0])[:5], residents)
    assert s.party_right == 8 / 9
    assert [row.words for row in s.rows if not row.party_right] == ["residents"]


def test_a_phrase_is_found_by_its_head_word_alone(told: tuple[Passage, dict[str, GoldParty]]) -> None:
    passage, _ = told
    group = actor(passage, "a1", "armed_group", "Taliban#2", known_as="TTP")
    assert [row.words for row in scores(told, group).rows if row.actor] == ["the Taliban"]


def test_forms_go_by_the_head_word() -> None:
    text = "Residents and residents of Kunar saw el-Gindy."
    assert [form_of(text, s) for s in ((0, 9), (14, 32), (37, 45))] == ["description", "description", "name"]


def test_the_report_has_a_line_for_each_form_and_kind(told: tuple[Passage, dict[str, GoldParty]]) -> None:
    lines = list(report(scores(told, *right(told[0]))))
    assert [line.split()[0] for line in lines[1:5]] == ["all", "description", "name", "pronoun"]


@pytest.mark.parametrize(
    "lines",
    ["A person X -> Y", "== p\nA nobody X", "== p\nA person X\nA person Y", "== p\n== p", "== p\nperson"],
)
def test_lines_out_of_format_are_named(tmp_path: Path, lines: str) -> None:
    (tmp_path / "gold.txt").write_text(lines, encoding="utf-8")
    with pytest.raises(FormatError, match=r"gold\.txt:\d"):
        read_gold(tmp_path / "gold.txt")


@pytest.mark.parametrize("part", PARTS)
def test_every_actor_of_every_marked_passage_is_marked(part: str) -> None:
    gold = read_gold(PARTIES / f"{part}.txt")
    texts = {p.id: {a.id for a in p.actors} for p in all_passages(PASSAGES / part)}
    assert {p: set(marked) for p, marked in gold.items()} == {p: texts[p] for p in gold}


@pytest.mark.parametrize("part", PARTS)
def test_a_party_that_the_text_alone_knows_is_an_actor_of_the_passage(part: str) -> None:
    for passage, marked in read_gold(PARTIES / f"{part}.txt").items():
        bodies = {identity for who in marked.values() for identity in who.identities}
        lost = [
            (passage, who.letter, party.name)
            for who in marked.values()
            for party in who.parties
            if party.scheme == "local" and party not in bodies
        ]
        assert lost == []


@pytest.mark.parametrize("part", PARTS)
def test_the_card_counts_what_is_there(part: str) -> None:
    gold = read_gold(PARTIES / f"{part}.txt")
    marked = [(gold[p.id][a.id], a) for p in all_passages(PASSAGES / part) if p.id in gold for a in p.actors]
    sought = [a for who, a in marked if not who.own_party or who.parties != (NOBODY,)]
    mentions, with_party = (sum(len(a.mentions) for a in some) for some in ([a for _, a in marked], sought))
    card = (PARTIES / "README.md").read_text(encoding="utf-8")
    row = next(line for line in card.splitlines() if line.startswith(f"| `{part}.txt`"))
    assert row.endswith(f"| {len(gold)} | {len(marked):,} | {mentions:,} | {with_party:,} |")
