from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from evaluation.dossier_gold import GoldClaim, gold_claims
from evaluation.dossier_matching import matched, one_to_one
from evaluation.dossier_standings import DOSSIERS, Answer, shares

from onrecord.model import Claim, ClaimSummary, Party, StandingName

FOLDERS = sorted(path for path in DOSSIERS.iterdir() if path.is_dir())
TUNED_ON = sorted(path for path in (DOSSIERS.parents[1] / "training" / "dossiers").iterdir() if path.is_dir())
PHILIPPINES = Party("PHL-government", "Government of the Philippines")
MILF = Party("MILF", "Moro Islamic Liberation Front")
LRA = Party("LRA", "Lord's Resistance Army")


def manifest(folder: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    return rows


@pytest.mark.parametrize("folder", [*FOLDERS, *TUNED_ON], ids=lambda path: path.name)
def test_every_report_is_in_the_manifest_and_every_copy_is_of_one_that_is(folder: Path) -> None:
    rows = manifest(folder)
    assert sorted(row["file"] for row in rows) == sorted(p.name for p in folder.iterdir() if p.name[0] == "2")
    assert {row["copy_of"] for row in rows if "copy_of" in row} <= {r["file"] for r in rows if "copy_of" not in r}


@pytest.mark.parametrize("folder", [*FOLDERS, *TUNED_ON], ids=lambda path: path.name)
def test_answers_are_in_order_of_time_and_only_rest_on_what_was_out(folder: Path) -> None:
    published = {row["file"]: date.fromisoformat(row["published"]) for row in manifest(folder)}
    for claim in tomllib.loads((folder / "gold.toml").read_text(encoding="utf-8"))["claims"]:
        rows = claim["standings"]
        assert len(rows) == 5
        assert [row["as_of"] for row in rows] == sorted({row["as_of"] for row in rows})
        counts = [(r["reports"], r["independent_reports"]) for r in rows if "reports" in r]
        assert counts == sorted(counts)
        for row in rows:
            assert row["standing"] in get_args(StandingName)
            if "reports" in row:
                assert (row["standing"] == "unreported") == (row["reports"] == 0)
            assert row.get("reports", 0) <= sum(day <= row["as_of"] for day in published.values())
            for stem in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+(?=[:, ])", row["because"]):
                named = [day for file, day in published.items() if re.fullmatch(rf"[\d-]+-{stem}\.\w+", file)]
                assert not named or named[0] <= row["as_of"]


def test_the_dossiers_are_as_large_as_they_say() -> None:
    claims = [claim for folder in FOLDERS for claim in gold_claims(folder)]
    assert (len(claims), sum(len(manifest(folder)) for folder in FOLDERS)) == (31, 99)
    tuned = [claim for folder in TUNED_ON for claim in gold_claims(folder)]
    assert (len(tuned), sum(len(manifest(folder)) for folder in TUNED_ON)) == (36, 113)


def test_a_claim_answers_only_with_the_same_type_parties_days_and_figure() -> None:
    gold = mindanao("talks-2008")
    assert matched([gold], [board("a", "CONSULT", (PHILIPPINES, MILF), "2008-12-03")]) == {"talks-2008": "a"}
    assert not matched([gold], [board("a", "ASSAULT", (PHILIPPINES, MILF), "2008-12-03")])
    assert not matched([gold], [board("a", "CONSULT", (PHILIPPINES, LRA), "2008-12-03")])
    assert not matched([gold], [board("a", "CONSULT", (MILF,), "2008-12-03")])
    assert not matched([gold], [board("a", "CONSULT", (PHILIPPINES, MILF, LRA), "2008-12-03")])
    assert not matched([gold], [board("a", "CONSULT", (PHILIPPINES, MILF), "2011-08-05")])
    assert matched([mindanao("attack-alicia")], [board("a", "ASSAULT", (MILF, PHILIPPINES), "2011-10-25")])
    assert not matched([mindanao("attack-alicia")], [board("a", "ASSAULT", (PHILIPPINES, MILF), "2011-10-25")])
    assert not matched([mindanao("dead-11")], [board("a", "ASSAULT", (PHILIPPINES, MILF), "2009-02-17")])


def test_one_claim_answers_one_gold_claim_only() -> None:
    both = [mindanao("truce-2009"), mindanao("release-2009")]
    assert len(matched(both, [board("a", "RETREAT", (PHILIPPINES, MILF), "2009-07-30", "2009-12-21")])) == 1


def test_parties_are_paired_one_to_one() -> None:
    milf, manila = frozenset({"milf"}), frozenset({"manila"})
    assert one_to_one([manila, milf], [milf, manila])
    assert not one_to_one([milf, milf], [milf, manila])


def test_a_gold_claim_without_an_answer_is_wrong_on_each_day() -> None:
    gold = mindanao("talks-2008")
    found = shares([Answer(gold, row, None) for row in gold.rows])
    assert (found.claims_found, found.standing, found.divided) == (0, 0, 0)


def mindanao(claim: str) -> GoldClaim:
    return next(one for one in gold_claims(DOSSIERS / "mindanao") if one.id == claim)


def board(ident: str, kind: str, parties: tuple[Party, ...], first: str, last: str | None = None) -> ClaimSummary:
    claim = Claim(ident, "", kind, parties)
    days = date.fromisoformat(first), date.fromisoformat(last or first)
    return ClaimSummary(claim, "denied", 1, 1, *days)
