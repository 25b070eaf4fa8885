"""How fast reports are read: `python -m evaluation.speed --corpora FOLDER`, a benchmark and not a test.

Prints sentences a second over the reports of PolNeAR dev: for the whole command `onrecord read` from its start to its
last line, loading included, and for each step by itself, one report after the other.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from onrecord.model import RawReport
from onrecord.page import article, opened
from onrecord.reading import EncoderReader
from onrecord.reading.segmentation import sentences
from onrecord.resolution import resolve


def main() -> None:
    """Times the whole command, then opening and furniture (which encodes), reading, and resolution."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    path = parser.parse_args().corpora / "statements" / "polnear-dev.jsonl"
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    seconds = of_command(texts)
    steps, count = of_steps(texts)
    print(f"{count} sentences of {len(texts)} reports")
    print(f"{'onrecord read':<16}{count / seconds:8.0f} sentences/s, {seconds:.1f} s with start and loading")
    for step, taken in steps.items():
        print(f"{step:<16}{count / taken:8.0f} sentences/s")


def of_command(texts: Sequence[str]) -> float:
    """Seconds that `onrecord read --format json` takes over the texts, as a user runs it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
        started = time.perf_counter()
        call = [sys.executable, "-m", "onrecord", "read", str(path), "--format", "json"]
        subprocess.run(call, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command
        return time.perf_counter() - started


def of_steps(texts: Sequence[str]) -> tuple[dict[str, float], int]:
    """Seconds of each step, one report after the other, and the number of sentences."""
    raw = [RawReport(str(n), "text", text) for n, text in enumerate(texts)]
    reader = EncoderReader()
    reader.read(article(opened(raw[0])))  # loads the weights
    taken = {"page": 0.0, "reading": 0.0, "resolution": 0.0}
    count = 0
    for report in raw:
        begun = time.perf_counter()
        page = article(opened(report))
        paged = time.perf_counter()
        found = reader.read(page)
        read = time.perf_counter()
        resolve(page, found)
        done = time.perf_counter()
        for step, seconds in zip(taken, (paged - begun, read - paged, done - read), strict=True):
            taken[step] += seconds
        count += len(sentences(page))
    return taken, count


if __name__ == "__main__":
    main()
