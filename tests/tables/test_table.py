from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pytest

from onrecord.errors import PackageMissing
from onrecord.model import ClaimSummary, Party
from onrecord.record.questions.changes import ClaimChange
from onrecord.record.questions.positions import ClaimPosition
from onrecord.record.questions.saidby import PersonStatement
from onrecord.record.questions.timeline import TimelineEntry
from onrecord.record.reports import ReportSummary
from onrecord.record.search import SearchHit
from onrecord.tables import Table
from onrecord.tables.columns import columns_of
from onrecord.tables.shown import MOST_ROWS

ANSWERS = [ClaimSummary, ClaimPosition, ClaimChange, TimelineEntry, PersonStatement, ReportSummary, SearchHit]


@dataclass(frozen=True, slots=True)
class Inner:
    id: str
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Row:
    claim: Inner
    day: date | None
    stance: Literal["affirms", "denies"] | None
    number: int | None
    share: float | None
    divided: bool
    statements: tuple[str, ...]
    beside: Inner | None = None


FULL = Row(Inner("c", (Party("k", "K"), Party("l", "L"))), date(2011, 12, 10), "denies", 2, 0.5, True, ("s", "t"))
EMPTY = Row(Inner("d", ()), None, None, None, None, False, ())
TABLE = Table([FULL, EMPTY], Row)


def test_a_table_is_read_like_a_tuple_and_cannot_be_changed() -> None:
    assert (len(TABLE), TABLE[0], TABLE[-1], list(TABLE)) == (2, FULL, EMPTY, [FULL, EMPTY])
    assert TABLE[:1] == Table([FULL], Row)
    assert FULL in TABLE
    assert TABLE == [FULL, EMPTY]
    assert Table([FULL], Row) != TABLE
    assert Table((), Row) != Table((), Inner)
    assert len({TABLE, Table([FULL, EMPTY], Row)}) == 1
    assert not hasattr(TABLE, "append")
    with pytest.raises(AttributeError):
        TABLE.rows = ()  # type: ignore[attr-defined]


def test_one_tidy_row_an_item_in_columns_of_snake_case() -> None:
    assert TABLE.columns == (
        "claim_id", "claim_parties", "day", "stance", "number", "share", "divided", "statements",
        "beside_id", "beside_parties",
    )  # fmt: skip
    first, second = TABLE.records()
    assert first["claim_parties"] == ["K", "L"]
    assert first["day"] == date(2011, 12, 10)
    assert (second["number"], second["statements"], second["beside_id"]) == (None, [], None)


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.__name__)
def test_every_answer_has_columns(answer: type) -> None:
    names = [column.name for column in columns_of(answer)]
    assert len(names) == len(set(names)) >= 9
    assert all(name == name.lower() and name.isidentifier() for name in names)


def test_a_field_that_no_column_can_hold_is_refused() -> None:
    @dataclass(frozen=True)
    class Odd:
        odd: dict[str, str]

    with pytest.raises(TypeError, match="odd"):
        columns_of(Odd)


@pytest.mark.parametrize("answer", [Row, *ANSWERS], ids=lambda answer: answer.__name__)
def test_arrow_has_the_same_types_whatever_the_table_holds(answer: type[Any]) -> None:
    arrow = pytest.importorskip("pyarrow")
    empty = Table[Any]((), answer).to_arrow()
    assert empty.num_rows == 0
    assert empty.column_names == [column.name for column in columns_of(answer)]
    if answer is Row:
        assert empty.schema.equals(TABLE.to_arrow().schema)
        assert empty.schema.field("number").type == arrow.int64()
        assert empty.schema.field("day").type == arrow.date32()
        assert empty.schema.field("statements").type == arrow.list_(arrow.string())
        assert TABLE.to_arrow().to_pylist() == TABLE.records()


def test_pandas_keeps_whole_numbers_and_days_beside_what_is_unknown() -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("pandas")
    frame, empty = TABLE.to_pandas(), Table[Row]((), Row).to_pandas()
    assert [str(kind) for kind in frame.dtypes] == [str(kind) for kind in empty.dtypes]
    assert str(frame["number"].dtype) == "int64[pyarrow]"
    assert frame["number"][0] == 2
    assert frame["day"][0] == date(2011, 12, 10)


def test_polars_has_the_types_of_arrow() -> None:
    pytest.importorskip("pyarrow")
    polars = pytest.importorskip("polars")
    frame, empty = TABLE.to_polars(), Table[Row]((), Row).to_polars()
    assert frame.schema == empty.schema
    assert frame.schema["day"] == polars.Date
    assert frame.to_dicts() == TABLE.records()


@pytest.mark.parametrize(
    ("call", "package"), [("to_arrow", "pyarrow"), ("to_pandas", "pandas"), ("to_polars", "polars")]
)
def test_a_missing_package_is_told_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, call: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(PackageMissing, match=rf'{package}; run: pip install "onrecord\[tables\]"'):
        getattr(TABLE, call)()


@dataclass(frozen=True, slots=True)
class Said:
    words: str
    ids: tuple[str, ...] = ()


def test_a_notebook_shows_the_first_rows_escaped_and_counts_the_others() -> None:
    rows = [Said(f"<b>{n}</b> & \x1b[31m", ("ab" * 12,)) for n in range(MOST_ROWS + 5)]
    shown = Table(rows, Said)._repr_html_()
    assert shown.count("<tr>") == MOST_ROWS + 1
    assert "… and 5 more" in shown
    assert "<b>" not in shown
    assert "&lt;b&gt;0&lt;/b&gt; &amp; \ufffd[31m" in shown
    assert f'title="{"ab" * 12}">abababab<' in shown
    assert "<script" not in shown
    assert "no rows" in Table[Said]((), Said)._repr_html_()


def test_long_texts_are_cut_and_whole_behind_it() -> None:
    shown = Table([Said("word " * 100)], Said)._repr_html_()
    assert f'title="{"word " * 100}"' in shown
    assert "word…</td>" in shown
