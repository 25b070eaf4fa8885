"""`python -m assets_src.registry --corpora FOLDER --out FOLDER` builds the registry and its card."""

from __future__ import annotations

import argparse
from pathlib import Path

from assets_src.registry.building import build, copy_states, write
from assets_src.registry.card import card
from assets_src.registry.hand import FOLDER

_VOCABULARY = Path("src/onrecord/assets/reader/tokenizer.json")


def main(arguments: list[str] | None = None) -> None:
    """Builds the registry from the corpora's folder `actors/`."""
    parser = argparse.ArgumentParser(prog="python -m assets_src.registry", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds actors/")
    parser.add_argument("--out", type=Path, default=Path("src/onrecord/assets/registry"), help="folder to write to")
    parser.add_argument("--hand", type=Path, default=FOLDER, help="folder of the hand-made part")
    parser.add_argument("--vocabulary", type=Path, default=_VOCABULARY, help="word pieces of the reader's encoder")
    options = parser.parse_args(arguments)
    built = build(options.corpora, options.hand, options.vocabulary)
    write(built, options.out)
    copy_states(options.hand, options.out)
    (options.out / "README.md").write_text(card(built, options.corpora, options.out), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
