"""Writes the passages and their events: `python -m training.minimal_pairs --out FOLDER`."""

from __future__ import annotations

import argparse
from pathlib import Path

from training.minimal_pairs.compose import composed


def main(arguments: list[str] | None = None) -> None:
    """Composes passages and writes `passages.txt` and `events.txt` into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--count", type=int, default=2400)
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    passages = composed(chosen.seed, chosen.count)
    for name, blocks in (("passages", [p.passage for p in passages]), ("events", [p.events for p in passages])):
        text = "\n\n".join("\n".join(block) for block in blocks)
        (chosen.out / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    print(f"{len(passages)} passages in {chosen.out}")


if __name__ == "__main__":
    main()
