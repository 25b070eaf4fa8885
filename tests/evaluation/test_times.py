"""The scorer of time expressions on a small document in the format of the corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.times import FOLDER, histories, plain, wikiwars

DOCUMENT = (
    '<DOC>\n<DATETIME> <TIMEX2 val="2009-12-19T17:00:00">2009-12-19T17:00:00</TIMEX2> </DATETIME>\n<TEXT>\n'
    'The mill burned on <TIMEX2 val="1939-09-01">September 1, 1939</TIMEX2>. It was rebuilt in'
    ' <TIMEX2 val="1940" mod="START">1940</TIMEX2>-<TIMEX2 val="1941">41</TIMEX2>, during'
    ' <TIMEX2>this period</TIMEX2> of <TIMEX2 val="P9D">ten days</TIMEX2>.\n</TEXT>\n</DOC>\n'
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "01_Mill.key.xml").write_text(DOCUMENT, encoding="utf-8")
    return tmp_path


def test_marks_are_read_with_their_places(corpus: Path) -> None:
    [document] = histories(corpus)
    assert [(m.span.text, m.value) for m in document.marks] == [
        ("September 1, 1939", "1939-09-01"),
        ("1940", "1940"),
        ("41", "1941"),
        ("this period", None),
        ("ten days", "P9D"),
    ]
    assert str(document.fetched) == "2009-12-19"


def test_spans_count_by_overlap_and_values_where_there_are_some(corpus: Path) -> None:
    found = wikiwars(corpus)
    assert (found["marks"], found["found"]) == (5, 4)
    assert found["relaxed-f1"] == found["strict-f1"] == pytest.approx(8 / 9)
    assert found["value-f1"] == pytest.approx(6 / 8)
    assert found["value-f1-of-all"] == pytest.approx(6 / 9)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1943-07-XX", "1943-07"),
        ("1792-WXX", "1792"),
        ("P1DE", "P10Y"),
        ("P2CE", "P200Y"),
        ("XXXX-XX-XX", "XXXX-XX-XX"),
    ],
)
def test_values_are_compared_without_unknown_parts(value: str, expected: str) -> None:
    assert plain(value) == expected
