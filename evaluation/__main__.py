"""`python -m evaluation`: measures all that the given folders allow, checks floors, writes docs/results.md."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation.floors import broken, load, raised, save
from evaluation.measures import measures
from evaluation.table import Measure
from onrecord.reading import EncoderReader

RESULTS = Path(__file__).parents[1] / "docs" / "results.md"


def table(found: Sequence[Measure], floors: dict[str, float], reader: str) -> str:
    """The table of results as Markdown."""
    rows = [f"| {m.meaning} | {m.value:g} | {floors.get(m.name, m.value):g} | `{m.name}` |" for m in found]
    return "\n".join(
        [
            "# Results",
            "",
            "Written by `python -m evaluation --corpora FOLDER --model-document FOLDER`; do not edit by hand.",
            "Floors are kept in `evaluation/floors.json` and may only rise. The corpora are described in",
            "[corpora.md](corpora.md); their text is not in this repository.",
            "",
            f"Reader: `{reader}`",
            "",
            "| what | value | floor | name |",
            "|---|---:|---:|---|",
            *rows,
            "",
        ]
    )


def main() -> int:
    """Measures; leaves with 1 when something fell below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--corpora", type=Path, help="folder with statements/polnear-dev.jsonl and factappeal-val.csv"
    )
    parser.add_argument(
        "--model-document", type=Path, help="folder with article.txt, expected.json, check_reading.py"
    )
    parser.add_argument("--raise", dest="lift", action="store_true", help="take over better values as new floors")
    arguments = parser.parse_args()
    reader, floors = EncoderReader(), load()
    found = list(measures(reader, arguments.corpora, arguments.model_document))
    for m in found:
        print(f"{m.value:8g}  {m.meaning}")
    fallen = broken(found, floors)
    if arguments.lift:
        floors = raised(found, floors)
        save(floors)
    if arguments.corpora and arguments.model_document:
        RESULTS.write_text(table(found, floors, reader.name), encoding="utf-8")
    for words in fallen:
        print(words, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
