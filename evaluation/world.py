"""The measures of who, where and when: dates, actors, offices, relations and places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evaluation.actors import actor_linking
from evaluation.conflict import HELD_OUT
from evaluation.identity_cases import identity_scores
from evaluation.offices import as_given, office_score
from evaluation.offices import readings as passages_read
from evaluation.places import PlaceScores, held_out_places
from evaluation.relations import end_to_end, readings, scores, with_gold_mentions
from evaluation.table import Measure, percent
from evaluation.times import wikiwars
from onrecord.reading import Reader


def who_and_where(reader: Reader) -> Iterator[Measure]:
    """The measures that need nothing but this repository."""
    found = actor_linking(reader)
    of = f"actors, held-out passages ({found.mentions} mentions)"
    yield Measure("actors.found", f"{of}, mentions that some actor has, %", percent(found.found))
    yield Measure("actors.party", f"{of}, party right, of those found, %", percent(found.party_right))
    yield Measure("actors.party-all", f"{of}, party right, of all, %", percent(found.party_right_all))
    yield Measure(
        "actors.identity", f"{of}, bodies with the right id, of those found, %", percent(found.identity_right)
    )
    yield Measure("actors.wrong-joins", f"{of}, joined to somebody else, %", percent(found.wrong_joins), rising=False)
    office = office_score(list(passages_read(HELD_OUT, reader)), as_given)
    yield Measure("offices.f1", f"offices, held-out passages ({office.gold}), F1", percent(office.f1))
    yield Measure(
        "offices.body", "offices found, with the right body, %", percent(office.bodies / max(1, office.right))
    )
    who = identity_scores(reader)
    cases = "identity across reports, composed cases"
    yield Measure("identity.same", f"{cases}, pairs joined, of {who.same}", who.same_right)
    yield Measure("identity.apart", f"{cases}, pairs kept apart, of {who.apart}", who.apart_right)
    yield Measure("identity.offices", f"{cases}, office holders right, of {who.offices}", who.offices_right)
    yield from _places("conflict-places", "places, held-out passages", held_out_places(reader))


def from_corpora(reader: Reader, corpora: Path) -> Iterator[Measure]:
    """The measures that need the corpora."""
    times = wikiwars(corpora)
    for name in ("relaxed-f1", "strict-f1", "value-f1"):
        words = name.removesuffix("-f1")
        yield Measure(
            f"wikiwars.{name}", f"WikiWars, {times['marks']:g} words of time, {words} F1", percent(times[name])
        )
    rows = [r for r in readings(corpora / "entities" / "re3d-train.jsonl", reader) if r[0].part == "dev"]
    for label, finder in (("gold mentions", with_gold_mentions), ("end to end", end_to_end)):
        for kind, score in scores(rows, finder).items():
            if kind in {"part_of", "in_charge_of", "all"}:
                name = f"re3d-dev.{kind.replace('_', '-')}-{label.replace(' ', '-')}"
                yield Measure(name, f"re3d, own dev part, {kind.replace('_', ' ')}, {label}, F1", percent(score.f1))


def _places(name: str, of: str, found: PlaceScores) -> Iterator[Measure]:
    yield Measure(f"{name}.given", f"{of}, names given, within 161 km, %", percent(found.accuracy))
    yield Measure(f"{name}.f1", f"{of}, found and within 161 km, F1", percent(found.f1))
    yield Measure(f"{name}.finding-f1", f"{of}, found, F1", percent(found.finding_f1))
