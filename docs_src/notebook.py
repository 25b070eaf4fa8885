"""The tutorial notebook as a page: its words, its code, and its charts as pictures."""

from __future__ import annotations

import json
from pathlib import Path

from docs_src.markdown import MADE, block

CHARTS = {
    "standing_over_time": "What each party said of the Taliban talks, day by day, and where the claim stood",
    "who_affirms_and_who_denies": "Claims and parties: who affirms and who denies what, and how the speakers are named",
    "statements_per_month": "Statements a month by what the speaker does, on record and anonymous",
}
"""The charts, by the name that the last line of a cell gives, with the words for whoever does not see them."""
_NOTE = """\
!!! note
    This page shows a notebook, [tutorial.ipynb](tutorial.ipynb). Tables appear when you run it; the charts are shown as
    it draws them."""


def notebook_page(notebook: Path) -> str:
    """The page, in Markdown."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    parts = [MADE]
    for number, cell in enumerate(cells):
        source = "".join(cell["source"])
        parts.append(source if cell["cell_type"] == "markdown" else _code(source))
        parts += [_NOTE] if number == 0 else []
    return "\n\n".join(parts) + "\n"


def _code(source: str) -> str:
    name = source.strip().splitlines()[-1]
    shown = block(source, "py")
    return f"{shown}\n\n![{CHARTS[name]}]({picture_of(name)})" if name in CHARTS else shown


def picture_of(chart: str) -> str:
    """Where the picture of a chart lies, as seen from the page."""
    return f"../pictures/notebook-{chart.replace('_', '-')}.svg"
