"""`python -m assets_src.gazetteer --out FOLDER [--sources FOLDER]`: makes the gazetteer and its card."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from assets_src.gazetteer.assembly import world
from assets_src.gazetteer.card import card
from assets_src.gazetteer.packages import fetched
from assets_src.gazetteer.writing import write

_HERE = Path(__file__).parent
_COUNTRIES = _HERE.parents[1] / "src" / "onrecord" / "assets" / "countries.txt"


def main(arguments: Sequence[str] | None = None) -> None:
    """Fetches what is missing among the sources, and writes gazetteer.sqlite and README.md into a folder."""
    parser = argparse.ArgumentParser(prog="python -m assets_src.gazetteer", description=main.__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for gazetteer.sqlite and README.md")
    parser.add_argument(
        "--sources", type=Path, default=Path("build/gazetteer"), help="folder of the fetched packages"
    )
    options = parser.parse_args(arguments)
    archives = fetched(options.sources.resolve())
    made = world(archives, _HERE, _COUNTRIES)
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / "gazetteer.sqlite"
    write(made.entries(), path)
    head = (_HERE / "card_head.md").read_text(encoding="utf-8")
    (options.out / "README.md").write_text(card(path, _HERE, _COUNTRIES, head), encoding="utf-8")


if __name__ == "__main__":
    main()
