"""`python -m docs_src.pictures FOLDER`: all pictures of docs/pictures anew, from a folder that the script prepares."""

from __future__ import annotations

import argparse
from pathlib import Path

from docs_src.pages import DOCS, NOTEBOOK
from docs_src.pictures import charts, screens, terminal

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("folder", type=Path, help="holds talks.db, samples/, and vega.js and vega-lite.js")
folder = parser.parse_args().folder.resolve()
to = DOCS / "pictures"

drawn = charts.charts(NOTEBOOK, folder)
for path in (
    *terminal.draw(folder, to),
    *charts.draw(drawn, [folder / "vega.js", folder / "vega-lite.js"], to),
    *screens.take(folder / "talks.db", to),
):
    print(path.relative_to(DOCS.parent))
