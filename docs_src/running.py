"""The tutorial notebook run from its first cell to its last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

_CHARTS_AS_DATA = 'import altair\naltair.renderers.enable("json")\nNone'
"""A first cell by which charts are shown as their specifications instead of as scripts."""
_PATIENCE = 300
_read: Callable[..., Any] = nbformat.read
_cell: Callable[[str], Any] = nbformat.v4.new_code_cell


def ran(notebook: Path, folder: Path) -> Any:
    """The notebook with what its cells have shown, run in a folder with a record; CellExecutionError where one fails."""
    done = _read(notebook, as_version=4)
    done.cells.insert(0, _cell(_CHARTS_AS_DATA))
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(done, timeout=_PATIENCE, kernel_name="python3", resources=resources).execute()
    return done


def shown(done: Any) -> list[tuple[str, dict[str, Any]]]:
    """What cells have shown, by kind of data, each with the last line of its cell."""
    return [
        (cell.source.strip().splitlines()[-1], output["data"])
        for cell in done.cells
        for output in cell.get("outputs", [])
        if "data" in output
    ]
