"""The site is built without a warning and without network, and asks nothing of anybody else when it is read."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if find_spec("mkdocs") is None or find_spec("material") is None:
        pytest.skip("mkdocs-material is not there; scripts/docs makes it")
    folder = tmp_path_factory.mktemp("site")
    call = [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return folder


def test_every_page_of_the_documentation_is_a_page_of_the_site(site: Path) -> None:
    assert [page for page in PAGES if not (site / page.with_suffix(".html")).is_file()] == []


def test_every_page_can_be_reached_from_the_menu(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    for page in PAGES:
        assert f'href="{page.with_suffix(".html").as_posix()}"' in home, page


def test_no_page_fetches_anything_from_elsewhere(site: Path) -> None:
    fetched = re.compile(r"<(?:script|img|iframe|link|source)\b[^>]*?(?:src|href)=\"((?:https?:)?//[^\"]+)\"")
    pages = list(site.rglob("*.html"))
    assert len(pages) > len(PAGES)
    assert [(page.name, found) for page in pages for found in fetched.findall(page.read_text(encoding="utf-8"))] == []
    styles = "".join(style.read_text(encoding="utf-8") for style in site.rglob("*.css"))
    assert re.findall(r"(?:@import|url\()\s*[\"']?(?:https?:)?//", styles) == []


def test_no_page_shows_a_link_as_it_was_written(site: Path) -> None:
    written = re.compile(r"\]\([\w./#-]+\)")
    for page in site.rglob("*.html"):
        prose = re.sub(r"<(code|pre)\b.*?</\1>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert written.findall(prose) == [], page


def test_no_page_has_a_diagram_that_would_fetch_its_program(site: Path) -> None:
    assert [page.name for page in site.rglob("*.html") if 'class="mermaid"' in page.read_text(encoding="utf-8")] == []


def test_every_picture_is_small_and_has_words_for_those_who_do_not_see_it() -> None:
    for page in PAGES:
        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        for words, target in re.findall(r"!\[([^\]]*)\]\(([^)\s]+)", text):
            path = (ROOT / "docs" / page).parent / target
            assert len(words.split()) >= 3, (page, target)
            assert path.stat().st_size < 150_000, (page, target)
