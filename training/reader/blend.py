r"""Blends two checkpoints of one line of training: each weight lies between the two, heads that only one has as they are.

    python -m training.reader.blend --one build/reader/second.pt --other build/reader/joint.pt --out build/reader/b.pt
    python -m training.reader.blend --one build/reader/events.pt --other build/reader/more.pt --out build/reader/b.pt \
        --heads sides=0.3 happenings=0.5

What the later stage learnt anew is mostly kept, and what it forgot mostly comes back (Wortsman and others 2022, "Model
soups"; Ilharco and others 2022, "Patching open-vocabulary models by interpolating weights").
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

import torch


def blended(one: Path, other: Path, share: float, heads: Mapping[str, float] | None = None) -> dict[str, object]:
    """A checkpoint whose weights are `1 - share` of those of `one` and `share` of those of `other`.

    With `heads`, every head that it names moves by its own share, and all other weights stay those of `one`.
    """
    before, after = (torch.load(path, weights_only=True) for path in (one, other))
    first, last = (state["model"] | state["average"] for state in (before, after))
    model = {
        name: torch.lerp(first[name], weight, _share(name, share, heads))
        if name in first and weight.is_floating_point()
        else weight
        for name, weight in last.items()
    }
    return {"model": model, "average": {}, "step": 0, "labels": after["labels"]}


def _share(name: str, share: float, heads: Mapping[str, float] | None) -> float:
    return share if heads is None else heads.get(name.partition(".")[0], 0.0)


def _head(told: str) -> tuple[str, float]:
    name, _, share = told.partition("=")
    return name, float(share)


def main() -> None:
    """Blends from the command line."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("one", "other", "out"):
        arguments.add_argument("--" + name, type=Path, required=True)
    arguments.add_argument("--share", type=float, default=0.5)
    arguments.add_argument("--heads", type=_head, nargs="+", metavar="HEAD=SHARE", help="move these heads alone")
    given = arguments.parse_args()
    heads = None if given.heads is None else dict(given.heads)
    torch.save(blended(given.one, given.other, given.share, heads), given.out)


if __name__ == "__main__":
    main()
