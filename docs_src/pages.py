"""Every page that is made from the code, with where it lies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docs_src.codebook import codebook_page
from docs_src.commands import commands_page
from docs_src.notebook import notebook_page
from docs_src.python import python_page
from docs_src.routes import routes_page
from docs_src.settings import settings_page

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
NOTEBOOK = DOCS / "notebooks" / "tutorial.ipynb"

PAGES: dict[str, Callable[[], str]] = {
    "codebook.md": codebook_page,
    "notebooks/tutorial.md": lambda: notebook_page(NOTEBOOK),
    "reference/commands.md": commands_page,
    "reference/python.md": python_page,
    "reference/routes.md": routes_page,
    "reference/settings.md": settings_page,
}


def write(folder: Path = DOCS) -> list[Path]:
    """Writes all of them; gives those that were not as they are now."""
    changed = []
    for name, made in PAGES.items():
        path, text = folder / name, made()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed
