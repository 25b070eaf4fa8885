"""Desks over records made by hand, as a browser on the same machine opens them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.record.questions.held import filled
from tests.record.readings import FAQIR, TTP, Said, reading_of_report
from tests.record.stores import Place

from onrecord.model import Reading
from onrecord.record import Record
from onrecord.server import application

HERE = ("127.0.0.1", 50_000)
ELSEWHERE = ("192.0.2.7", 50_000)
ADDRESS = "http://127.0.0.1:8321"
USER = "A. Reader"
SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
BIDI = "\u202eevil\u2066"
_ATTACHED = re.compile(r"\son\w+\s*=|\sstyle\s*=|javascript:", re.IGNORECASE)


def hostile_report() -> Reading:
    """A report whose words, title and outlet try to act on the page."""
    told = Said(
        f"Commander {SCRIPT}", "said", f"that talks {BIDI} {SCRIPT} were held", "named", party=TTP, speaker=FAQIR
    )
    return reading_of_report("hostile", date(2012, 1, 5), told, outlet=f"The {SCRIPT} {BIDI} Times")


@contextmanager
def client_at(place: Place, readings: list[Reading] | None = None, host: str = "127.0.0.1") -> Iterator[TestClient]:
    """Somebody at the machine itself who looks at a desk over some reports, over those of both processes if None."""
    filled(place, readings).close()
    with client_of(application(place, user=USER, host=host)) as client:
        yield client


def client_of(app: FastAPI, client: tuple[str, int] = HERE) -> TestClient:
    """Somebody who opens a desk from an address; a fault is an answer of 500."""
    return TestClient(app, base_url=ADDRESS, client=client, raise_server_exceptions=False)


def record_of(client: TestClient) -> Record:
    """The record behind a desk."""
    record: Record = client.app.state.desk.record  # type: ignore[attr-defined]
    return record


class Page(HTMLParser):
    """A page as far as tests look at it: its elements with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.source = text
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.inline: list[str] = []
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.elements.append((tag, held))
        self._inside = tag
        if tag == "style" or (tag == "script" and "src" not in held):
            self.inline.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """All words of the page, with single spaces."""
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str, name: str | None = None, value: str | None = None) -> list[dict[str, str]]:
        """The attributes of all elements with this tag, and with this word in this attribute."""
        held = [attributes for one, attributes in self.elements if one == tag]
        return held if name is None else [one for one in held if (value or "") in one.get(name, "").split()]

    @property
    def idents(self) -> list[str]:
        """The ids of the page's parts."""
        return [one["id"] for _, one in self.elements if "id" in one]

    def harm(self) -> list[str]:
        """What could run, or style itself, within the page: there must be nothing."""
        attached = [
            f"{tag} {name}={value[:60]}"
            for tag, held in self.elements
            for name, value in held.items()
            if name.startswith("on") or name == "style" or value.strip().lower().startswith("javascript:")
        ]
        return self.inline + attached


def addresses_on(page: Page, at: str) -> set[str]:
    """The addresses within the desk that a page leads to, forms that only read included."""
    found = {one.get("href", "") for tag, one in page.elements if tag in {"a", "link"}}
    found |= {one.get("src", "") for tag, one in page.elements if tag in {"script", "img"}}
    found |= {one.get("action", "") for one in page.all("form") if one.get("method", "get").lower() == "get"}
    whole = {urljoin(at, one) for one in found if one and not one.startswith(("#", "data:", "mailto:"))}
    return {one for one in whole if urlsplit(one).netloc in {"", urlsplit(ADDRESS).netloc}}


def crawled(client: TestClient, first: str = "/", most: int = 250) -> dict[str, tuple[int, str, str]]:
    """Every address that is reached from the first one: status, media type and text; of alike ones only some."""
    waiting, held = deque([urljoin(ADDRESS, first)]), dict[str, tuple[int, str, str]]()
    kinds: dict[str, int] = {}
    while waiting and len(held) < most:
        address = waiting.popleft().partition("#")[0]
        if address in held or kinds.get(kind := _kind(address), 0) >= 5:
            continue
        kinds[kind] = kinds.get(kind, 0) + 1
        answer = client.get(address, follow_redirects=True)
        media = answer.headers.get("content-type", "").partition(";")[0]
        held[address] = answer.status_code, media, answer.text if media == "text/html" else ""
        if media == "text/html" and not urlsplit(address).path.startswith("/api"):
            waiting.extend(sorted(addresses_on(Page(answer.text), address)))
    return held


def _kind(address: str) -> str:
    """What an address is alike to: its path without ids, and the names of what it asks."""
    parts = urlsplit(address)
    asked = "&".join(sorted({pair.partition("=")[0] for pair in parts.query.split("&")}))
    return re.sub(r"(?<=/)[^/]*\d[^/]*", "…", parts.path) + "?" + asked
