"""The codebook has every column and value, and its examples are what the reader finds in the samples."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest
from docs_src.codebook import OF_READINGS, values_explained
from docs_src.examples import found, kept
from docs_src.pages import DOCS

from onrecord import model
from onrecord.export.tables import TABLES

PAGE = (DOCS / "codebook.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    return PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def first_cells(text: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_of_a_table_has_a_line(name: str) -> None:
    assert first_cells(section(f"`{name}`")) == list(TABLES[name].names)


@pytest.mark.parametrize("name", values_explained())
def test_every_value_has_a_line(name: str) -> None:
    assert first_cells(section(f"Values of `{name}`")) == list(values_explained()[name])


def test_every_value_of_a_reading_is_explained() -> None:
    explained = {frozenset(values) for values in values_explained().values()}
    lists = {name: frozenset(get_args(kind)) for name, kind in vars(model).items() if get_origin(kind) is Literal}
    assert [name for name, values in lists.items() if values not in explained] == []
    assert set(OF_READINGS) <= set(values_explained())


def test_the_examples_are_of_values_that_there_are() -> None:
    assert [
        (name, value) for name, held in kept().items() for value in held if value not in values_explained()[name]
    ] == []


def test_every_example_is_still_what_the_reader_finds_in_the_samples(talks: Path) -> None:
    there = found(talks)
    gone = [
        (name, value, words)
        for name, held in kept().items()
        for value, words in held.items()
        if words not in there.get(name, {}).get(value, [])
    ]
    assert gone == []
