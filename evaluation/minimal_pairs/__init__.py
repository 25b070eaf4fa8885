"""Minimal pairs: one event told as held, possible, coming, not held, denied, claimed without a name, a sentence each."""

from __future__ import annotations

from evaluation.minimal_pairs.pairs import Pair, Telling, minimal_pairs
from evaluation.minimal_pairs.scores import PairScores, Verdict, minimal_pair_scores, scores_of

__all__ = ["Pair", "PairScores", "Telling", "Verdict", "minimal_pair_scores", "minimal_pairs", "scores_of"]
