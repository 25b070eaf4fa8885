"""The cases of identity across reports are well formed, and a reader that finds nobody joins nobody."""

from __future__ import annotations

import tomllib

import pytest
from evaluation.identity_cases import CASES, identity_scores

from onrecord.model import Article
from onrecord.reading import Found

WHOLE = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]


class Silent:
    name = "silent/1"

    def read(self, article: Article) -> Found:  # noqa: ARG002 - finds nothing in anything
        return Found()


@pytest.mark.parametrize("case", WHOLE, ids=lambda case: str(case["id"]))
def test_every_name_of_a_case_stands_in_its_report(case: dict[str, object]) -> None:
    texts = {r["id"]: r["text"] for r in case["report"]}  # type: ignore[attr-defined]
    for pair in (*case.get("same", ()), *case.get("apart", ())):  # type: ignore[misc]
        for named in pair:
            report, _, name = named.partition(": ")
            assert name in texts[report]


def test_who_finds_nobody_joins_only_what_the_registry_knows_and_keeps_all_apart() -> None:
    found = identity_scores(Silent())
    assert found.same_right < found.same / 10
    assert found.apart_right == found.apart
    assert found.same == len([p for case in WHOLE for p in case["same"]])
    assert len(found.misses) == found.same - found.same_right + found.offices - found.offices_right
