"""What the site shows in the place of links and diagrams that only the repository can show."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from docs_src.outside import on_page_markdown


def shown(markdown: str, page: str = "world.md") -> str:
    return on_page_markdown(markdown, page=SimpleNamespace(file=SimpleNamespace(src_uri=page)), files=[], config={})


@pytest.mark.parametrize(
    ("page", "written", "read"),
    [
        ("world.md", "[its card](../src/card/README.md)", "its card (`src/card/README.md`)"),
        ("corpora.md", "([AGREEMENT.md](../conflict_set/AGREEMENT.md))", "(`conflict_set/AGREEMENT.md`)"),
        ("how-to/r.md", "[codebook](../codebook.md#values)", "[codebook](../codebook.md#values)"),
        ("how-to/r.md", "[samples](../../samples/README.md#the-files)", "samples (`samples/README.md`)"),
        ("world.md", "[furniture](furniture.md)", "[furniture](furniture.md)"),
        ("index.md", "![a picture](../pictures/standing.svg)", "![a picture](../pictures/standing.svg)"),
    ],
)
def test_a_link_out_of_the_site_becomes_the_name_of_the_file(page: str, written: str, read: str) -> None:
    assert shown(f"See {written}.", page) == f"See {read}."


def test_a_diagram_of_chains_becomes_lines_with_arrows() -> None:
    assert shown("a\n```mermaid\nflowchart LR\n  b --> c\n  c --> d --> e\n```\nf") == "a\nb → c  \nc → d → e\nf"


def test_a_diagram_of_another_kind_stays_code() -> None:
    diagram = "```mermaid\nflowchart LR\n  b -- no --> c\n```"
    assert shown(diagram) == diagram
