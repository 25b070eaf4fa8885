"""What a page states about its report: title, byline, outlet, address, language and day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from onrecord.intake import language_code, printable
from onrecord.page.alignment import words_of
from onrecord.page.linkeddata import Node, kinds_of, linked_nodes, main_report, names_in
from onrecord.page.pageday import day_of, marked_day, meta_day, time_day, url_day

_TITLES: Final = ("og:title", "headline", "citation_title", "dc.title", "parsely-title", "sailthru.title", "title")
_AUTHORS: Final = ("author", "byl", "citation_author", "dc.creator", "parsely-author", "sailthru.author")
_OUTLETS: Final = ("og:site_name", "application-name", "citation_journal_title", "dc.publisher", "publisher")
_SITES: Final = frozenset({"WebSite", "NewsMediaOrganization"})
_BYLINES: Final = re.compile(r"(?:^|[\s_-])(?:byline|author|author-?name)(?:$|[\s_-])")
_NOT_BYLINES: Final = re.compile(r"comment|related|sidebar|footer|widget|popular")
_BY: Final = re.compile(r"by\s*:?\s+", re.IGNORECASE)
_LONGEST: Final = 2_000
_LONGEST_BYLINE: Final = 120
_PARTED: Final = re.compile(r"\s+[|–—·•»:-]\s+")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page states about its report; None where it states nothing. Nothing here is guessed from its text."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: date | None = None


def facts_of(root: HtmlElement) -> PageFacts:
    """The facts that a page (as `parsed` gives it) states in its head, its JSON-LD and its marked elements.

    The day of publication comes from JSON-LD, `<meta>`, an element marked `datePublished`, `<time>`, or the address,
    in this order; days that are mentioned in the text or below it as copyright are never taken.
    """
    metas = _metas(root)
    nodes = linked_nodes(root)
    title = _first(metas, _TITLES) or _title_element(root)
    report = main_report(nodes, title) or {}
    outlet = _outlet(metas, nodes, report)
    url = _url(root, metas)
    return PageFacts(
        title=_without_outlet(title, outlet),
        byline=_byline(root, metas, report),
        outlet=outlet,
        url=url,
        language=_language(root, metas, report),
        published=_published(root, report, url),
    )


def _metas(root: HtmlElement) -> dict[str, str]:
    """The first content of each `<meta>` name or property, as one printable line."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = printable((element.get("content") or "")[:_LONGEST])
        for key in ("name", "property", "http-equiv"):
            if content and (name := (element.get(key) or "").strip().lower()):
                found.setdefault(name, content)
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _title_element(root: HtmlElement) -> str | None:
    element = root.find(".//head/title")
    return None if element is None else printable(element.text_content()[:_LONGEST]) or None


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """The title without the outlet's name that most pages put behind or before it."""
    if title is None or outlet is None:
        return title
    for part in _PARTED.finditer(title):
        if words_of(title[part.end() :]) == words_of(outlet):
            return title[: part.start()]
        if words_of(title[: part.start()]) == words_of(outlet):
            return title[part.end() :]
    return title


def _outlet(metas: dict[str, str], nodes: list[Node], report: Node) -> str | None:
    if name := metas.get("og:site_name"):
        return name
    sites = [node for node in nodes if _SITES.intersection(kinds_of(node))]
    names = names_in(report.get("publisher")) + [name for site in sites for name in names_in(site)]
    stated = printable(names[0]) if names else _first(metas, _OUTLETS)
    return None if stated is None or stated.startswith(("http", "@")) else stated


def _url(root: HtmlElement, metas: dict[str, str]) -> str | None:
    links = (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    stated = (printable(address) for address in (*links, metas.get("og:url")) if address)
    return next((address for address in stated if address.lower().startswith(("http://", "https://"))), None)


def _language(root: HtmlElement, metas: dict[str, str], report: Node) -> str | None:
    stated = (
        root.get("lang"),
        root.get("xml:lang"),
        metas.get("content-language"),
        metas.get("og:locale"),
        report.get("inLanguage"),
    )
    return next((code for words in stated if isinstance(words, str) and (code := language_code(words))), None)


def _published(root: HtmlElement, report: Node, url: str | None) -> date | None:
    stated = report.get("datePublished")
    return (
        (day_of(stated) if isinstance(stated, str) else None)
        or meta_day(root)
        or marked_day(root)
        or time_day(root)
        or url_day(url)
    )


def _byline(root: HtmlElement, metas: dict[str, str], report: Node) -> str | None:
    names = names_in(report.get("author"))
    if not names:
        names = [metas[name] for name in _AUTHORS if name in metas][:1]
    if not names or all(name.startswith(("http", "@")) for name in names):
        names = list(islice(_visible_bylines(root), 1))
    line = printable(", ".join(dict.fromkeys(name for name in names if not name.startswith(("http", "@")))))
    return _BY.sub("", line, count=1) or None if line else None


def _visible_bylines(root: HtmlElement) -> Iterator[str]:
    """Texts of elements that are marked as the report's byline, not as that of a comment or another report."""
    for element in root.iter("a", "address", "div", "p", "span"):
        names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".lower()
        if not (_BYLINES.search(names) or (element.get("rel") or "").lower() == "author"):
            continue
        words = printable("".join(element.itertext()))
        around = (f"{each.get('class')} {each.get('id')} {each.tag}".lower() for each in element.iterancestors())
        if 2 < len(words) <= _LONGEST_BYLINE and not any(_NOT_BYLINES.search(name) for name in around):
            yield words
