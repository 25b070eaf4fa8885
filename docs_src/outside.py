"""A hook of mkdocs: what the repository shows and a site without network cannot is shown in another way.

Links to files that are no page of the site become the names of these files. A diagram of chains becomes lines with
arrows, since drawing it would fetch a program from elsewhere.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any

_CHAINS = re.compile(r"^```mermaid\nflowchart LR\n((?: *\w+(?: --> \w+)+\n)+)```$", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((\.\./[^)#\s]+)(?:#[^)\s]*)?\)")


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """The page as the site shows it; in the repository itself the links stay as they are."""
    markdown = _CHAINS.sub(lambda diagram: _drawn(diagram[1]), markdown)
    folder = posixpath.dirname(page.file.src_uri)
    return _LINK.sub(lambda link: _shown(link, posixpath.normpath(posixpath.join(folder, link[2]))), markdown)


def _drawn(chains: str) -> str:
    """The chains of a diagram, a line each."""
    return "  \n".join(chain.strip().replace("-->", "→") for chain in chains.splitlines())


def _shown(link: re.Match[str], path: str) -> str:
    """The link, or where it leads out of docs/, its words and the file in the repository."""
    if not path.startswith("../"):
        return link[0]
    file, words = path.removeprefix("../"), link[1].strip("`")
    return f"`{file}`" if words in {file, posixpath.basename(file)} else f"{link[1]} (`{file}`)"
