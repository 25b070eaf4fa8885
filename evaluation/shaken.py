"""How far standings hang on accidents of a reading: `python -m evaluation.shaken [--times N]`.

The dossiers are read again with vectors that are shaken a little, as another training or another precision of the same
weights would change them. Rules that give other standings then were fitted to one reading. Prints the shares of
`evaluation.dossier_standings` as they are and for each shaking.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import numpy as np

from evaluation.dossier_standings import DOSSIERS, Shares, dossier_answers, shares
from onrecord.model import Article
from onrecord.reading import EncoderReader, encoder
from onrecord.reading.encoded import Encoded, sections
from onrecord.reading.segmentation import Sentence

SHARE = 0.14
"""Size of the noise against that of a vector: a choice of this measure, a seventh."""
TUNED_ON = Path(__file__).parents[1] / "training" / "dossiers"


def noisy(report: Encoded, seed: int) -> Encoded:
    """A section with its words' vectors shaken, the same way for the same words and seed."""
    chance = np.random.default_rng([seed, len(report.text), report.places[0][0] if report.places else 0])
    size = SHARE * float(np.sqrt(np.mean(np.square(report.vectors)))) if len(report.vectors) else 0.0
    noise = chance.normal(0.0, size, report.vectors.shape).astype(report.vectors.dtype)
    return replace(report, vectors=report.vectors + noise)


@contextmanager
def shaken(seed: int) -> Iterator[None]:
    """While it lasts, whatever is read is read from shaken vectors; 0 shakes nothing."""

    def made(article: Article, parts: Sequence[Sentence]) -> Iterator[Encoded]:
        for report in sections(article, parts):
            yield noisy(report, seed) if seed else report

    with patch.object(encoder, "sections", made):
        yield


def main() -> None:
    """Prints the shares over all dossiers for the plain reading and each shaken one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=3, help="how often to shake")
    reader = EncoderReader()
    for seed in range(parser.parse_args().times + 1):
        with shaken(seed):
            answers = [a for folder in (DOSSIERS, TUNED_ON) for a in dossier_answers(reader, folder)]
        told = shares(answers)
        print(seed or "plain", *(f"{name}={getattr(told, name):.3f}" for name in Shares.__slots__), flush=True)


if __name__ == "__main__":
    main()
