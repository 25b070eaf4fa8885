"""The addresses of one page of each kind, on whatever record a desk shows."""

from __future__ import annotations

import re

from playwright.sync_api import Page

PLAIN = (
    "/",
    "/?since=2011-12-10&as_of=2012-03-07",
    "/timeline?q=Taliban+talks",
    "/reports",
    "/actors",
    "/map",
    "/search?q=talks",
    "/review",
    "/review/history",
    "/review/agreement?a=A.+Reviewer&b=B.+Reviewer",
    "/notes",
    "/following",
    "/sign-in",
    "/help",
)
_ID = r"[^/?#\"]+"


def pages(tab: Page) -> list[str]:
    """Every kind of page, each once."""
    claim = first(tab, "/?q=Taliban+talks", rf"/claims/{_ID}")
    report = first(tab, "/reports", r"/reports/[0-9a-f]{24}")
    actor = first(tab, "/actors?q=Faqir", rf"/actors/{_ID}")
    place = first(tab, "/map", rf"/places/{_ID}")
    return [*PLAIN, claim, f"{claim}/brief", report, actor, place]


def first(tab: Page, page: str, wanted: str) -> str:
    """The first link of a page that leads where is wanted."""
    tab.goto(page)
    links: list[str] = tab.eval_on_selector_all(
        "main a[href]", "links => links.map(link => link.getAttribute('href'))"
    )
    return next(found.group() for link in links if (found := re.match(wanted, link)))
