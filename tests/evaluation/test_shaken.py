"""Shaking a reading: the same every time, not at all for seed 0, and by a seventh of the vectors' size."""

from __future__ import annotations

import numpy as np
from evaluation.shaken import noisy, shaken
from tests.reading.by_hand import encoded

from onrecord.model import Article
from onrecord.reading import EncoderReader

ARTICLE = Article("a", "The army said on Monday that rebels had attacked a convoy near Koro. The rebels denied it.")


def test_a_seed_shakes_alike_every_time_and_another_otherwise() -> None:
    report = encoded("The army of Peru denied it . " * 20, 3)
    one, again, other = noisy(report, 1).vectors, noisy(report, 1).vectors, noisy(report, 2).vectors
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)
    share = np.linalg.norm(one - report.vectors) / np.linalg.norm(report.vectors)
    assert 0.12 < share < 0.16


def test_nothing_is_shaken_by_seed_zero_nor_afterwards() -> None:
    reader = EncoderReader()
    plain = reader.read(ARTICLE)
    with shaken(0):
        assert reader.read(ARTICLE) == plain
    with shaken(1):
        assert reader.read(ARTICLE) != plain
    assert reader.read(ARTICLE) == plain
