"""`python -m evaluation.minimal_pairs [--verbose]`: shares by form and by kind of event; verbose: what is misread."""

from __future__ import annotations

import argparse

from evaluation.minimal_pairs.scores import COLUMNS, PairScores, minimal_pair_scores
from onrecord.reading import EncoderReader


def main() -> None:
    """Prints the shares of the reader that the package brings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--verbose", action="store_true", help="print every sentence whose status or speaker is wrong"
    )
    arguments = parser.parse_args()
    scores = minimal_pair_scores(EncoderReader())
    if arguments.verbose:
        _print_misread(scores)
    _print_shares(scores)


def _print_misread(scores: PairScores) -> None:
    for verdict in scores.verdicts:
        if not verdict.both:
            pair = verdict.pair
            print(f"{pair.kind}, {pair.form} ({pair.types[0]} {pair.status}): {pair.text}\n    {verdict.read}")


def _print_shares(scores: PairScores) -> None:
    print(" " * 26 + "".join(f"{column:>9}" for column in COLUMNS))
    for table in (scores.by_form, scores.by_kind):
        columns = [table(column) for column in COLUMNS]
        for name in columns[0]:
            print(f"{name:26}" + "".join(f"{column[name]:9.3f}" for column in columns))
        print()
    print(f"{'macro over kinds':26}" + "".join(f"{scores.share(column):9.3f}" for column in COLUMNS))
    print(f"{len(scores.verdicts)} sentences")


if __name__ == "__main__":
    main()
