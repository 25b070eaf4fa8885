"""HTML as a tree of elements, with nothing of the page missing from it."""

from __future__ import annotations

import re
from typing import Final, cast

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from onrecord.errors import Empty, TooDeep, TooLarge
from onrecord.settings import settings

_MOST_ELEMENTS: Final = 1_000_000
_MOST_ATTRIBUTES: Final = 1_000
_CLOSED_BREAK: Final = re.compile(r"</br\s*/?>", re.IGNORECASE)
_TAG: Final = re.compile(r"<[a-zA-Z][^\s/<]*")
_ATTRIBUTE: Final = re.compile(r"(?<!\s)\s+[^\s=<>]+")


def parsed(html: str) -> HtmlElement:
    """The element tree of a page, however broken its markup, as `decoded` gives its text.

    Raises TooDeep when its elements nest beyond the limit, TooLarge when there are more than a million, Empty when
    there are none.
    """
    # Without huge_tree libxml2 drops what is nested deeper than 256 elements and says nothing; with it, what is
    # nested deeper than 2,048, which the limit never allows.
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        root = etree.fromstring(_mended(html).encode("utf-8"), parser)
    except etree.ParserError:
        root = None
    if root is None:
        raise Empty("no element and no text in the page; leave it out or give its text")
    _gather(root)
    _check_size(root)
    return cast(HtmlElement, root)


def _gather(root: etree._Element) -> None:
    """Bring what stands after `</html>` under the root: the parser sets it beside, where no walk would find it."""
    for other in list(root.itersiblings()):
        other.tag = "div"
        root.append(other)


def _mended(html: str) -> str:
    """The page with `</br>` as the line break that browsers make of it, and without attributes by the thousand.

    The parser would glue words together for the one, and take hours for the other.
    """
    pieces = _CLOSED_BREAK.sub("<br>", html).split(">")
    for index, piece in enumerate(pieces):
        # the last one: an earlier "<" may be a sign within a script that this piece ends
        tag = _TAG.match(piece, piece.rfind("<")) if len(piece) > _MOST_ATTRIBUTES and "<" in piece else None
        if tag and len(_ATTRIBUTE.findall(piece, tag.end())) > _MOST_ATTRIBUTES:
            pieces[index] = piece[: tag.end()]
    return ">".join(pieces)


def _check_size(root: etree._Element) -> None:
    limit = settings().max_nesting
    depth = elements = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        started = event == "start"
        elements += started
        depth += 1 if started else -1
        if depth > limit:
            raise TooDeep(
                f"elements nest deeper than {limit:,}; save the page's text as .txt or raise ONRECORD_MAX_NESTING"
            )
        if elements > _MOST_ELEMENTS:
            raise TooLarge(f"more than {_MOST_ELEMENTS:,} elements; save the page's text as .txt")
