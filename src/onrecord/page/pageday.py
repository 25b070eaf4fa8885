"""The day on which a page says that it was published, and never a day that is merely mentioned in it."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from onrecord.intake import EARLIEST, LATEST

# Names under which pages give their day in <meta>; the day of a change is not among them.
_META_NAMES: Final = frozenset({
    "article:published_time", "article:published", "article:published_date", "article.published", "og:published_time",
    "og:article:published_time", "og:pubdate", "datepublished", "date_published", "published_date", "published-date",
    "published_time", "publish_date", "publish-date", "publishdate", "publication_date", "pubdate", "pub_date",
    "bt:pubdate", "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.issued", "dcterms.created", "dc.date.created", "rnews:datepublished",
    "originalpublicationdate", "article_date_original", "displaydate", "dateposted", "date",
})  # fmt: skip

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = rf"(?P<month>(?:{'|'.join(_MONTHS)})[a-z]*)\.?"
_WEEKDAY: Final = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>\d{4})"
_WRITTEN: Final = tuple(
    re.compile(rf"{pattern}(?![\d-])", re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})",
        rf"{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})",
        rf"{_YEAR}[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}})",
        rf"{_WEEKDAY}{_DAY}\s+{_MONTH},?\s+{_YEAR}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    )
)
_IN_URL: Final = re.compile(r"https?://[^/?#]+/(?:[^?#]*/)?(\d{4}/\d{2}/\d{2})/")

_OF_A_CHANGE: Final = re.compile(r"updat|modif|edit", re.IGNORECASE)
_OF_PUBLICATION: Final = re.compile(r"publi|posted|pub-?date|entry-date|dateline|byline", re.IGNORECASE)
_MOST_TIMES: Final = 100
_ELSEWHERE: Final = frozenset({"nav", "aside", "footer", "li", "td", "blockquote", "figure", "form"})
_ELSEWHERE_NAMED: Final = re.compile(r"comment|related|recommend|most-?read|popular|sidebar|widget|teaser|promo")


def meta_day(root: HtmlElement) -> date | None:
    """The day that a `<meta>` element gives."""
    for element in root.iter("meta"):
        names = {(element.get(key) or "").strip().lower() for key in ("name", "property", "itemprop")}
        if names & _META_NAMES and (day := day_of(element.get("content") or "")):
            return day
    return None


def marked_day(root: HtmlElement) -> date | None:
    """The day of an element of the report that is marked `datePublished`."""
    for element in root.iterfind(".//*[@itemprop]"):
        if "datepublished" in element.get("itemprop").lower().split() and not _stands_elsewhere(element):
            words = element.get("content") or element.get("datetime") or "".join(element.itertext())
            if day := day_of(words):
                return day
    return None


def time_day(root: HtmlElement) -> date | None:
    """The day that `<time>` elements give: one that says it is of publication, or else all of them the same.

    Times within sentences, lists, comments and lists of other reports are left aside.
    """
    plain: set[date] = set()
    for element in islice(root.iter("time"), _MOST_TIMES):
        day = day_of(element.get("datetime") or "")
        own = _names(element)
        if day is None or _stands_elsewhere(element):
            continue
        if element.get("pubdate") is not None or _OF_PUBLICATION.search(own):
            return day
        if not _OF_A_CHANGE.search(own):
            plain.add(day)
    return plain.pop() if len(plain) == 1 else None


def url_day(url: str | None) -> date | None:
    """The day that stands in an address as `/2011/12/10/`, the way outlets file their reports."""
    match = _IN_URL.match(url or "")
    return day_of(match[1]) if match else None


def day_of(words: str) -> date | None:
    """The day that words begin with, given in full; None for all else, and for `10/12/2011`, which is two days."""
    for pattern in _WRITTEN:
        if match := pattern.match(words.strip()):
            month = match["month"].lower()
            number = int(month) if month.isdecimal() else 1 + _MONTHS.index(month[:3])
            return _checked(int(match["year"]), number, int(match["day"]))
    return None


def _checked(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if EARLIEST <= found <= LATEST else None


def _names(element: HtmlElement) -> str:
    return f"{element.get('class')} {element.get('id')} {element.get('itemprop')}".lower()


def _stands_elsewhere(element: HtmlElement) -> bool:
    """Whether an element is part of a sentence, or of something on the page that is not its report."""
    for around in element.iterancestors():
        if around.tag in _ELSEWHERE or _ELSEWHERE_NAMED.search(_names(around)):
            return True
        if around.tag == "p" and not _OF_PUBLICATION.search(f"{_names(element)} {_names(around)}"):
            return True
    return False
