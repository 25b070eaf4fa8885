"""Cells: what a spreadsheet would take for a formula, and what it would not; rows that come back as they were."""

from __future__ import annotations

import csv
import io
import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.cells import cell_text, harmless, is_formula_like, joined
from onrecord.export.csvrows import answer_csv, csv_row, csv_rows, tab_row
from onrecord.model import ClaimSummary
from onrecord.tables import Table

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
SIGNS = "=+-@＝＋－＠"
SKIPPED = " \t\r\n\"'“‘\u00a0\u200b\ufeff\u202e"


@pytest.mark.parametrize(
    "text",
    [
        *(sign + "1+1" for sign in SIGNS),
        *(skipped + "=1+1" for skipped in SKIPPED),
        '=HYPERLINK("http://evil","x")',
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1)",
        "\tx",
        "\rx",
        "- a list",
        '" =1+1',
        "-12a",
        "+",
    ],
)
def test_what_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text).startswith("'")
    assert harmless(text).replace("'", "") == text.replace("'", "")


@pytest.mark.parametrize(
    "text", ["-12", "+3.5", "-0,5", "12%", "talks", "a=b", "1+1", "", "’twas", "x@y.example", "a - b"]
)
def test_numbers_and_plain_texts_stay(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("between", [";", ",", "\n", "\t"])
@pytest.mark.parametrize("skipped", ["", " ", '"', ' "'])
def test_nor_is_what_another_spreadsheet_would_make_a_cell_of_its_own(between: str, skipped: str) -> None:
    assert harmless(f"x{between}{skipped}=1+1").split(between)[1] == f"'{skipped}=1+1"


def test_control_characters_are_shown() -> None:
    assert harmless("a\x00b\x1bc\nd") == "a\ufffdb\ufffdc\nd"


@given(TEXTS)
def test_no_text_is_taken_for_a_formula(text: str) -> None:
    safe = harmless(text)
    bare = safe.lstrip("".join(map(chr, range(33))) + '"`\u00a0\u2028\u2029\u200b\ufeff')
    is_number = harmless(text) == text and text.strip("+-").replace(".", "").replace(",", "").rstrip("%").isdecimal()
    assert is_number or not bare.startswith(tuple(SIGNS))


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), max_size=5))
def test_raw_rows_come_back_as_they_were(rows: list[list[str]]) -> None:
    written = "".join(csv_rows(("a", "b", "c"), rows, raw=True))
    assert list(csv.reader(io.StringIO(written, newline=""), strict=True)) == [["a", "b", "c"], *rows]


@given(st.lists(TEXTS))
def test_several_texts_in_a_cell_can_be_told_apart(texts: list[str]) -> None:
    parts: list[str] = []
    held, escaped = "", False
    for letter in joined(texts) + ";":
        if escaped or letter not in "\\;":
            held, escaped = held + letter, False
        elif letter == "\\":
            escaped = True
        else:
            parts, held = [*parts, held if not parts else held[1:]], ""
    assert parts == (texts or [""])


def test_values_are_written_as_the_codebook_says() -> None:
    values = (None, True, date(2011, 12, 10), datetime(2026, 1, 1, 12, tzinfo=UTC), 12.0, 0.5, -3, ["a;b", "c"])
    assert [cell_text(value) for value in values] == [
        "", "true", "2011-12-10", "2026-01-01T12:00:00.000000Z", "12", "0.5", "-3", "a\\;b; c",
    ]  # fmt: skip
    assert csv_row(values) == ',true,2011-12-10,2026-01-01T12:00:00.000000Z,12,0.5,-3,"a\\;b; c"\r\n'


def test_numbers_stay_numbers_and_the_mark_for_excel_comes_first() -> None:
    assert "".join(csv_rows(["=a", "b"], [[-1, "-1"]], bom=True)) == "\ufeff'=a,b\r\n-1,-1\r\n"


def test_tabs_and_breaks_become_spaces_in_tab_separated_rows() -> None:
    assert tab_row(["a\tb\nc", "=1", None]) == "a b c\t'=1\t\n"


def test_an_empty_table_of_answers_has_its_heading() -> None:
    (heading,) = answer_csv(Table((), ClaimSummary))
    assert heading.startswith("claim_id,claim_gloss,")


def test_a_long_run_of_white_space_is_looked_at_once() -> None:
    run = "\t" * 300_000
    begun = time.process_time()
    assert harmless(f"x{run}y") == f"x{run}y"
    assert not is_formula_like(f"x{run}y")
    assert harmless(f"x{run}=1").endswith("'=1")
    assert time.process_time() - begun < 5
