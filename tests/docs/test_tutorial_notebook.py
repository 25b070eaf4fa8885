"""The tutorial notebook runs from its first cell to its last on the sample record, and shows what it says it shows."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from docs_src.notebook import CHARTS
from docs_src.pages import NOTEBOOK
from docs_src.running import ran, shown

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def done(talks: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("notebook")
    shutil.copy(talks, folder / "talks.db")
    return ran(NOTEBOOK, folder)


def outputs(done: Any, begins: str) -> list[dict[str, Any]]:
    """What the cells whose last line begins so have shown."""
    return [data for line, data in shown(done) if line.startswith(begins)]


def test_it_is_kept_without_outputs() -> None:
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert code
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)


def test_its_tables_say_where_the_claims_stand(done: Any) -> None:
    (board,) = outputs(done, 'board[["claim_gloss"')
    assert "talks between FARC and Government of Colombia" in board["text/plain"]
    (stood,) = outputs(done, ")")
    rows = [line.split() for line in stood["text/plain"].splitlines()[1:]]
    assert [(row[1], row[2], row[3]) for row in rows] == [
        ("2011-11-21", "claimed-anonymously", "1"),
        ("2011-11-22", "disputed", "2"),
        ("2011-12-10", "disputed", "5"),
        ("2012-03-07", "disputed", "9"),
    ]
    (matrix,) = outputs(done, "cells.pivot_table")
    assert "divided (named)" in matrix["text/html"]


def test_a_report_is_shown_with_its_marks(done: Any) -> None:
    (report,) = outputs(done, "onrecord.display")
    assert 'class="onrecord-reading"' in report["text/html"]
    assert "denies" in report["text/html"]


def test_it_draws_three_charts_of_what_the_record_holds(done: Any) -> None:
    charts = {name: outputs(done, name)[0]["application/json"] for name in CHARTS}
    lanes, matrix, months = (
        [row for rows in chart["datasets"].values() for row in rows] for chart in charts.values()
    )
    assert {row["standing"] for row in lanes if "standing" in row} == {"claimed-anonymously", "disputed"}
    assert {"affirms", "denies"} <= {row["stance"] for row in lanes if "stance" in row}
    assert {"on record", "anonymous"} == {row["named"] for row in lanes if "named" in row}
    assert {"divided", "affirms", "denies"} <= {row["stance"] for row in matrix}
    assert {row["month"] for row in months} == {"2011-11", "2011-12", "2012-03", "2012-08", "2012-09"}
    assert not any(row["order"] is None for row in months), "an act without a colour"


def test_nothing_fails_quietly(done: Any) -> None:
    said = [o for cell in done.cells if cell.cell_type == "code" for o in cell.outputs if o.output_type == "stream"]
    assert [o.text for o in said] == []
