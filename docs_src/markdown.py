"""Markdown as the generated pages need it: tables, code, and text that cannot break either."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

MADE = "<!-- Made from the code by `python -m docs_src`; a change here is lost. -->"


def page(title: str, *parts: str) -> str:
    """A whole page, ending in one newline."""
    return "\n\n".join([MADE, f"# {title}", *(part.strip() for part in parts if part.strip())]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, or nothing where there are no rows; bars and line ends in a cell are made harmless."""
    lines = [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    if not lines:
        return ""
    return "\n".join([f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *lines])


def code(text: str) -> str:
    """Text in backticks, and nothing where there is none."""
    return f"`{text}`" if text else ""


def block(text: str, language: str = "text") -> str:
    """A block of code."""
    return f"```{language}\n{text.strip(chr(10))}\n```"


def plain(text: str) -> str:
    """Words that are nothing but words: no markup of the terminal, no tags, one space between words."""
    without = re.sub(r"\[/?(?:bold|italic|dim|red|green|blue|yellow|cyan|magenta)\]", "", text)
    return re.sub(r"<(?=[A-Za-z/!])", "&lt;", " ".join(without.split()))


def paragraphs(text: str) -> str:
    """A docstring as paragraphs; what stands in backticks stays code."""
    parts = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(plain(part) for part in parts if part.strip())


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
