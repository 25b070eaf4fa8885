"""How fast reports are read: `python -m evaluation.speed --corpora FOLDER`, a benchmark and not a test.

Prints sentences a second for each step over the reports of PolNeAR dev, on one thread of this machine.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from onrecord.model import RawReport
from onrecord.page import article, opened
from onrecord.reading import EncoderReader
from onrecord.reading.segmentation import sentences
from onrecord.resolution import resolve


def main() -> None:
    """Times opening and furniture, reading, and resolution."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    lines = (
        (parser.parse_args().corpora / "statements" / "polnear-dev.jsonl").read_text(encoding="utf-8").splitlines()
    )
    raw = [RawReport(str(n), "text", json.loads(line)["text"]) for n, line in enumerate(lines)]
    article(opened(raw[0]))  # loads the weights
    reader, started = EncoderReader(), time.perf_counter()
    pages = [article(opened(report)) for report in raw]
    paged = time.perf_counter()
    found = [reader.read(page) for page in pages]
    read = time.perf_counter()
    for page, spans in zip(pages, found, strict=True):
        resolve(page, spans)
    resolved = time.perf_counter()
    count = sum(len(sentences(page)) for page in pages)
    for step, seconds in (("page", paged - started), ("reading", read - paged), ("resolution", resolved - read)):
        print(f"{step:<12}{count / seconds:8.0f} sentences/s")
    print(
        f"{'together':<12}{count / (resolved - started):8.0f} sentences/s over {count} sentences of {len(raw)} reports"
    )


if __name__ == "__main__":
    main()
