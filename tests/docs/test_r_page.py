"""The page for users of R names tables, columns and values that the exported files have; R itself is not run here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.docs.blocks import ROOT, blocks_of

from onrecord.export.tables import TABLES
from onrecord.export.values import VALUES

PAGE = ROOT / "docs" / "how-to" / "r.md"
CODE = "\n".join(block.code for block in blocks_of(PAGE) if block.language == "r")
COLUMNS = {name for table in TABLES.values() for name in table.names}
_OF_R = {"TRUE", "FALSE", "NULL", "NA", "library", "by", "desc"}
_PACKAGES = {"arrow", "dplyr", "tidyr", "ggplot2"}


def words(code: str) -> set[str]:
    """The names in some R code that are no functions, arguments, strings or comments."""
    bare = re.sub(r"#[^\n]*|\"[^\"]*\"|`[^`]*`", " ", code)
    made = set(re.findall(r"([A-Za-z_.]\w*)\s*<-", bare))
    made |= set(re.findall(r"([A-Za-z_.]\w*)\s*=(?!=)", bare))
    called = set(re.findall(r"([A-Za-z_.][\w.]*)\s*\(", bare))
    return set(re.findall(r"(?<![\w.])[A-Za-z_][\w.]*", bare)) - made - called - _OF_R - _PACKAGES


def test_it_reads_tables_that_the_page_has_exported() -> None:
    read = re.findall(r'read_parquet\("tables/(\w+)\.parquet"\)', CODE)
    (loop,) = [block.code for block in blocks_of(PAGE) if block.language == "sh"]
    exported = re.search(r"for table in ([\w ]+);", loop)
    assert exported is not None
    assert set(read) <= set(exported[1].split()) <= set(TABLES)


def test_every_column_that_the_code_names_is_a_column_of_a_table() -> None:
    assert {"published", "origin_id", "said_from", "stance"} <= words(CODE)
    assert sorted(words(CODE) - COLUMNS - {"L"}) == []


def test_every_value_that_the_code_compares_with_is_a_value_of_the_column() -> None:
    compared = re.findall(r'(\w+) [!=]= "([^"]+)"', CODE)
    sets = {"state": "link_state", "source_kind": "source_kind"}
    for column, value in compared:
        if column in sets:
            assert value in VALUES[sets[column]], (column, value)
    assert {column for column, _ in compared} <= set(sets) | {"gloss"}


@pytest.mark.parametrize("name", ["dataframes", "qgis", "r"])
def test_every_column_that_a_page_writes_of_exists(name: str) -> None:
    page = Path(PAGE.parent / f"{name}.md").read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```", "", page, flags=re.MULTILINE | re.DOTALL)
    named = set(re.findall(r"`([a-z]+_[a-z_]+)`", prose))
    assert named - COLUMNS - {"unnest_longer", "days_wide"} == set()
