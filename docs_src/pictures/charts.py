"""The charts of the tutorial notebook as pictures, drawn by Vega from the specifications that the notebook makes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docs_src.notebook import CHARTS
from docs_src.pictures.browser import chromium
from docs_src.running import ran, shown

_DRAW = """async (specification) => {
  const view = new vega.View(vega.parse(vegaLite.compile(specification).spec), {renderer: "none"});
  return view.toSVG();
}"""
_LETTERS = "system-ui, 'DejaVu Sans', sans-serif"


def charts(notebook: Path, folder: Path) -> dict[str, dict[str, Any]]:
    """The Vega-Lite specification of each chart, by its name, from a run of the notebook in a folder with a record."""
    return {name: data["application/json"] for name, data in shown(ran(notebook, folder)) if name in CHARTS}


def draw(specifications: dict[str, dict[str, Any]], scripts: list[Path], to: Path) -> list[Path]:
    """Draws each specification as `notebook-NAME.svg`; `scripts` are those of Vega and Vega-Lite, in this order."""
    written = []
    with chromium() as browser:
        page = browser.new_page()
        for script in scripts:
            page.add_script_tag(content=script.read_text(encoding="utf-8"))
        for name, specification in specifications.items():
            config = {"font": _LETTERS, "background": "white", **specification.get("config", {})}
            picture = page.evaluate(_DRAW, specification | {"config": config})
            path = to / f"notebook-{name.replace('_', '-')}.svg"
            path.write_text(f"{picture}\n", encoding="utf-8")
            written.append(path)
    return written
