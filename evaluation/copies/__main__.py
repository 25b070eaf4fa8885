"""`python -m evaluation.copies`: scores by kind on the measured part and the hard cases; `--fit` fits the weights."""

from __future__ import annotations

import argparse

from evaluation.copies import EACH, copy_scores, hard_case_scores
from evaluation.copies.fitting import fitted


def main() -> None:
    """Prints the scores, or the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true", help="print weights fitted on the tuning part")
    parser.add_argument("--part", choices=("tune", "measure"), default="measure")
    parser.add_argument("--each", type=int, default=EACH, help="pairs of each kind")
    parser.add_argument("--misses", action="store_true", help="print every wrong pair")
    arguments = parser.parse_args()
    if arguments.fit:
        for name, weight in fitted(arguments.each).items():
            print(f"{weight:8.2f}  {name}")
        return
    for name, scores in (
        (f"generated, {arguments.part}", copy_scores(arguments.part, arguments.each)),
        ("written by hand", hard_case_scores()),
    ):
        print(f"{name}: recall {scores.recall:.4f}, precision {scores.precision:.4f} on {scores.asked.total()} pairs")
        for kind, asked in scores.asked.items():
            print(f"{scores.right[kind] / asked:8.3f}  {kind} ({asked})")
        if arguments.misses:
            print("\n".join(scores.misses))


if __name__ == "__main__":
    main()
