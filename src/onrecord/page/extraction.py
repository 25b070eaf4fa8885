"""The main text of a page as trafilatura finds it: which lines are the report, if it can tell."""

from __future__ import annotations

import logging
from functools import cache
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from onrecord.page.typesetting import Typesetter

# Past these a page is an archive, or made to do harm, and looking for its main text takes minutes.
_MOST_ELEMENTS: Final = 50_000
_MOST_BULK: Final = 2_000_000
_INLINE: Final = frozenset({"hi", "ref", "del", "graphic"})
# What the library has been seen to raise on broken markup; a page without main text is no error.
_GIVES_UP: Final = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RecursionError,
    etree.LxmlError,
)


def main_lines(root: HtmlElement) -> tuple[str, ...]:
    """The lines of the main text, in the order of the page; none where trafilatura finds no main text.

    The tree is left as it is. Tables count as text, readers' comments do not. Nothing is looked for in a page of more
    than 50,000 elements, or of fewer that nest very deep.
    """
    if _is_vast(root):
        return ()
    _silence()
    # slow to import, and plain text does without it
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    try:
        found = bare_extraction(root, include_comments=False, include_tables=True, deduplicate=False)
    except _GIVES_UP:
        return ()
    return _lines(found.body) if isinstance(found, Document) else ()


def _is_vast(root: HtmlElement) -> bool:
    elements = depth = bulk = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            elements += 1
            depth += 1
            bulk += depth
        else:
            depth -= 1
        if elements > _MOST_ELEMENTS or bulk > _MOST_BULK:
            return True
    return False


def _lines(body: etree._Element) -> tuple[str, ...]:
    setter = Typesetter()
    for event, element in etree.iterwalk(body, events=("start", "end")):
        block = element.tag not in _INLINE
        if block:
            setter.break_line()
        setter.put((element.text if event == "start" else element.tail) or "")
    setter.break_line()
    return tuple(setter.text().split("\n")) if setter.lines else ()


@cache
def _silence() -> None:
    """Keep the library's remarks off standard error; whoever sets up logging still gets them."""
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())
