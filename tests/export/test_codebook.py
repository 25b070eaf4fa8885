"""The codebook: every table, column and value of the code has its entry, and no other."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import get_args

import pytest

from onrecord import model
from onrecord.assets import table
from onrecord.export.codebook import KINDS, codebook_csv, codebook_markdown
from onrecord.export.columns import ColumnKind
from onrecord.export.kinds import KINDS as EXPORTS
from onrecord.export.tables import TABLES
from onrecord.export.values import VALUES
from onrecord.linking.notices import NoticeKind
from onrecord.linking.versions import VersionKind
from onrecord.reading.ontology import MODES, TYPES
from onrecord.record.corrections import CorrectionAction

LITERALS = {
    "source_kind": model.SourceKind,
    "source_type": model.SourceType,
    "act": model.Act,
    "certainty": model.Certainty,
    "form": model.Form,
    "status": model.EventStatus,
    "actor_kind": model.ActorKind,
    "place_kind": model.PlaceKind,
    "precision": model.Precision,
    "stance": model.Stance,
    "party_stance": model.PartyStance,
    "standing": model.StandingName,
    "link_state": model.LinkState,
    "published_basis": model.PublishedBasis,
    "version": VersionKind,
    "withdrawn": NoticeKind,
}
HOW_TO = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LITERALS)
def test_every_value_of_the_model_has_an_entry(name: str) -> None:
    assert set(VALUES[name]) == set(get_args(LITERALS[name]))


def test_the_other_sets_of_values_are_those_of_the_code() -> None:
    assert set(VALUES) - set(LITERALS) == {"event_type", "event_mode", "review", "unit"}
    assert set(VALUES["event_type"]) == set(TYPES)
    countables = table("countables")
    assert set(VALUES["unit"]) == set(countables["nouns"]) | set(countables["deeds"])
    assert set(VALUES["event_mode"]) == {mode for modes in MODES.values() for mode in modes}
    # Who is unsure decides nothing, so that a statement never holds as such.
    assert set(VALUES["review"]) == set(get_args(CorrectionAction)) - {"unsure"}
    assert set(KINDS) == set(get_args(ColumnKind))


def test_every_column_is_explained_in_a_sentence_with_an_example() -> None:
    for one in TABLES.values():
        assert len(set(one.names)) == len(one.names)
        assert set(one.key) <= set(one.names)
        assert {column for column, _ in one.leads_to} <= set(one.names)
        for column in one.columns:
            assert re.fullmatch(r"[A-Z0-9].+\.", column.definition, re.DOTALL), column
            assert column.example, column
            assert column.values is None or column.values in VALUES
            assert column.values is None or column.example in VALUES[column.values]


def test_the_same_name_is_the_same_kind_in_every_table() -> None:
    kinds: dict[str, str] = {}
    for one in TABLES.values():
        for column in one.columns:
            if (one.name, column.name) != ("positions", "statements"):
                assert kinds.setdefault(column.name, column.kind) == column.kind or column.name in {
                    "claims", "statements", "events", "places", "reports",
                }, column  # fmt: skip


def test_the_page_and_the_table_name_everything() -> None:
    page = codebook_markdown()
    rows = list(csv.DictReader(io.StringIO(codebook_csv(), newline="")))
    for one in TABLES.values():
        assert f"## `{one.name}`\n" in page
        told = {row["column"] for row in rows if row["table"] == one.name and row["type"] != "table"}
        assert told == set(one.names)
    for name, values in VALUES.items():
        assert {row["column"] for row in rows if row["table"] == f"values of {name}"} == set(values)
        assert f"## Values of `{name}`\n" in page
    assert all(line.count("|") - line.count("\\|") in {3, 5} for line in page.splitlines() if line.startswith("|"))


def test_every_link_of_the_page_leads_to_a_heading() -> None:
    page = codebook_markdown()
    anchors = {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall("^#+ (.+)$", page, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= anchors


def test_every_kind_of_export_and_every_file_is_in_the_how_to() -> None:
    for name, kind in EXPORTS.items():
        assert f"`{name}`" in HOW_TO
        assert all(f"`{form}`" in HOW_TO for form in kind.forms)
        assert f"`{kind.file()}`" in HOW_TO
