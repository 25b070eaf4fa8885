from __future__ import annotations

import json

from training.places.__main__ import FOLDS, as_json, folds
from training.places.fit import fitted_choice, fitted_yes

from onrecord.resolution.places.located import Model
from onrecord.resolution.places.ranking import chances_of


def test_a_choice_learns_which_sign_makes_an_option_right() -> None:
    groups = [([{"near": 0.9, "largest": 0.0}, {"near": 0.1, "largest": 1.0}], [True, False], 1.0)] * 20
    weights = fitted_choice(groups, 0.1)
    assert weights["near"] > 0 > weights["largest"]
    first, second = chances_of([{"near": 1.0}, {"largest": 1.0}], weights)
    assert first > 0.9 > second


def test_shares_of_several_right_options_are_added() -> None:
    groups = [([{"town": 1.0}, {"district": 1.0}, {"far": 1.0}], [True, True, False], 1.0)] * 20
    weights = fitted_choice(groups, 0.1)
    assert weights["far"] < min(weights["town"], weights["district"])


def test_groups_without_a_right_option_teach_nothing() -> None:
    told = [([{"near": 1.0}, {"far": 1.0}], [True, False], 1.0)]
    untold = [([{"near": 1.0}, {"far": 1.0}], [False, False], 1.0), ([{"near": 1.0}], [True], 1.0)]
    assert fitted_choice(told, 0.1) == fitted_choice(told + untold, 0.1)


def test_names_are_told_by_the_words_before_them() -> None:
    rows = [({"always": 1.0, "before in": 1.0}, True), ({"always": 1.0, "before title": 1.0}, False)] * 20
    weights = fitted_yes(rows, 0.05)
    assert weights["before in"] > 0 > weights["before title"]


def test_parts_hold_every_document_once_and_keep_sources_together() -> None:
    sources = [f"source-{n % 17}" for n in range(40)]
    parts = folds(sources)
    assert len(parts) == FOLDS
    assert sorted(n for part in parts for n in part) == list(range(40))
    where = {n: number for number, part in enumerate(parts) for n in part}
    assert all(where[n] == where[m] for n in range(40) for m in range(40) if sources[n] == sources[m])
    assert parts == folds(sources)


def test_weights_are_written_sorted() -> None:
    written = as_json(Model({"b": 1.0, "a": 2.0}, {}, {}))
    assert list(json.loads(written)["finding"]) == ["a", "b"]
