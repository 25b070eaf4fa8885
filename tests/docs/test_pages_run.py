"""What a page of the documentation tells to type can be typed, and does what the page says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.docs.blocks import ROOT, blocks_of, reader_in

GUIDES = [ROOT / "docs" / "tutorial.md", *sorted((ROOT / "docs" / "how-to").glob("*.md"))]
PAGES = [*GUIDES, ROOT / "docs" / "questions.md"]
RUN = {"sh", "python"}
READ = {"console", "text", "r", "sql", "json", "nginx", "ini", "yaml"}
"""Languages of blocks that are only read: what needs another program than the tests can count on, and what is printed."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_can_be_followed_from_its_first_line_to_its_last(page: Path, talks: Path, tmp_path: Path) -> None:
    if page.stem != "tutorial":
        shutil.copy(talks, tmp_path / "talks.db")
    with reader_in(tmp_path) as reader:
        reader.follow(page)


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.stem)
def test_every_block_has_a_language_that_says_whether_it_is_run(page: Path) -> None:
    fences = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("```")]
    assert len(fences) == 2 * len(blocks_of(page))
    assert {block.language for block in blocks_of(page)} <= RUN | READ
