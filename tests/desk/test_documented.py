"""The contract lists what the commands of the desk print."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from onrecord.cli.watch import Kind
from onrecord.desk.findings import Finding
from onrecord.desk.hooks import Hook
from onrecord.desk.tokens import SCOPES, Token
from onrecord.desk.watches import WATCH_KINDS, Question, Watch

CONTRACT = (Path(__file__).parents[2] / "docs" / "contract.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", CONTRACT, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def first_column(heading: str) -> set[str]:
    cells = re.findall(r"^\| (`.*?) \|", section(heading), re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


@pytest.mark.parametrize(
    ("heading", "printed"),
    [("tokens", Token), ("saved questions", Watch), ("findings", Finding), ("webhooks", Hook)],
)
def test_the_contract_lists_the_fields_of_each_object(heading: str, printed: type) -> None:
    assert first_column(heading) == {field.name for field in fields(printed)}


def test_the_contract_lists_every_kind_of_question_and_what_it_is_made_of() -> None:
    assert first_column("Values of `kind` of a saved question") == set(WATCH_KINDS)
    assert tuple(Kind) == WATCH_KINDS
    assert all(f"`{field.name}`" in section("saved questions") for field in fields(Question))
    assert all(f"`{scope}`" in section("tokens") for scope in SCOPES)
