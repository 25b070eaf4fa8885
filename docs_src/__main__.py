"""`python -m docs_src`: writes the pages of docs/ that are made from the code, and names those that changed."""

from __future__ import annotations

from docs_src.pages import DOCS, write

for path in write():
    print(path.relative_to(DOCS.parent))
