"""What a page says of itself in JSON-LD: headline, authors, publisher, day of publication."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml.html import HtmlElement

from onrecord.page.alignment import same_or_part, words_of

Node = dict[str, Any]

# schema.org: Article and what is more special than it
_REPORTS: Final = re.compile(
    r"(?:\w*News|Blog|Live|Social|Scholarly|Tech)?\w*(?:Article|BlogPosting)|Report|LiveBlogPosting"
)
# what pages of older days put around a script, to hide it from browsers that were older still
_OPENERS: Final = ("<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "<![CDATA[")
_CLOSERS: Final = ("-->", "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */", "]]>")
_DEEPEST: Final = 8


def linked_nodes(root: HtmlElement) -> list[Node]:
    """Every object of the page's JSON-LD, outer ones first; scripts that are not JSON are passed over."""
    nodes: list[Node] = []
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower().startswith("application/ld+json"):
            nodes += _objects(_parsed(script.text or ""))
    return nodes


def main_report(nodes: list[Node], title: str | None) -> Node | None:
    """The object that describes the page's own report: the one with its title, or the only one there is.

    Pages describe other reports too, in lists of related ones; where the title does not tell, none is chosen.
    """
    reports = [node for node in nodes if any(_REPORTS.fullmatch(kind) for kind in kinds_of(node))]
    named = [node for node in reports if same_or_part(words_of(_string(node, "headline")), words_of(title or ""))]
    chosen = named or reports
    return chosen[0] if named or len(reports) == 1 else None


def names_in(value: object) -> list[str]:
    """Names of people or organisations as JSON-LD gives them: a string, an object with a name, a list of these."""
    if isinstance(value, list):
        return [name for each in value[:_DEEPEST] if not isinstance(each, list) for name in names_in(each)]
    if isinstance(value, dict):
        value = value.get("name")
    return [value.strip()] if isinstance(value, str) and value.strip() else []


def kinds_of(node: Node) -> list[str]:
    """The schema.org types of an object."""
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _string(node: Node, key: str) -> str:
    value = node.get(key)
    return value if isinstance(value, str) else ""


def _parsed(script: str) -> object:
    script = script.strip()
    for opener, closer in zip(_OPENERS, _CLOSERS, strict=True):
        script = script.removeprefix(opener).removesuffix(closer).strip()
    try:
        # control characters are no reason to lose a page's date
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object) -> Iterator[Node]:
    """Objects inside lists and objects, breadth first, down to a depth that honest pages never reach."""
    level = [value]
    for _ in range(_DEEPEST):
        below: list[object] = []
        for each in level:
            if isinstance(each, dict):
                yield each
                below += each.values()
            elif isinstance(each, list):
                below += each
        level = below
