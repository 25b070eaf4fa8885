"""Reports that try to run something in the reader's browser, or to turn the page round."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.places import first
from tests.browser.served import ONRECORD, Served, served

RUN = "window.top.taken = 1"
HOSTILE = f'<script>{RUN}</script><img src=x onerror="{RUN}"><svg onload="{RUN}">'
TURNED = "\u202egnitov si eh\u202c\u2066\u200f"
TEXT = f"""KHAR, Pakistan, Dec 10 (AP) - A Taliban commander named {HOSTILE} confirmed talks with the government.

Maulvi Faqir Mohammad told reporters that the Pakistani Taliban was holding peace talks with the government of Pakistan. {TURNED}

"{HOSTILE} The talks are going on," said Faqir Mohammad, the deputy chief of the Pakistani Taliban. {{{{ 7 * 7 }}}} {{% raw %}}

Interior Minister Rehman Malik denied that any talks with the Taliban were being held. ]]>--></textarea></style>
"""
REPORTS: list[dict[str, Any]] = [
    {"id": "a", "text": TEXT, "title": f"Talks {HOSTILE}", "outlet": f'"><script>{RUN}</script>', "published": "2011-12-10",
     "url": f"javascript:{RUN}", "credit": HOSTILE},
    {"id": "b", "text": TEXT.replace("told reporters", "repeated"), "title": "=HYPERLINK(\"http://x\") " + "long " * 200_000,
     "outlet": f"Out\u202elet {HOSTILE}", "published": "2011-12-12", "url": "data:text/html,<script>window.taken=1</script>"},
    {"id": "c", "text": "\u0645\u062d\u0627\u062f\u062b\u0627\u062a " + TEXT, "title": TURNED, "published": "2011-12-13"},
]  # fmt: skip


@pytest.fixture(scope="module")
def hostile_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk over reports that mean harm."""
    folder = tmp_path_factory.mktemp("hostile")
    reports, record = folder / "reports.jsonl", folder / "hostile.db"
    reports.write_text("\n".join(json.dumps(one) for one in REPORTS), encoding="utf-8")
    subprocess.run([str(ONRECORD), "add", str(reports), "--db", str(record)], check=True, capture_output=True)
    with served(record, "--user", "<script>taken = 1</script>") as running:
        yield running


@pytest.fixture
def hostile_page(chromium: Browser, hostile_desk: Served) -> Iterator[Page]:
    """A tab on it that fails the test for whatever runs, asks or is refused."""
    context = chromium.new_context(base_url=hostile_desk.address)
    tab = context.new_page()
    troubles: list[str] = []
    tab.on("dialog", lambda dialog: troubles.append(dialog.message))
    tab.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    tab.on(
        "request", lambda asked: None if asked.url.startswith(hostile_desk.address) else troubles.append(asked.url)
    )
    yield tab
    assert troubles == []
    context.close()


def test_nothing_runs_on_any_page(hostile_page: Page) -> None:
    claim = first(hostile_page, "/", r"/claims/[^/?#\"]+")
    reports = [first(hostile_page, f"/reports?q={n}", r"/reports/[0-9a-f]{24}") for n in ("", "long")]
    actor = first(hostile_page, "/actors", r"/actors/[^/?#\"]+")
    plain = ("/", "/reports", "/actors", "/search?q=talks", "/timeline?q=talks", "/map", "/review", "/following")
    for address in (*plain, claim, f"{claim}/brief", *reports, actor, f"/search?q={HOSTILE}"):
        answer = hostile_page.goto(address)
        assert answer is not None
        assert answer.status < 500, address
        assert hostile_page.evaluate("window.taken") is None, address
        assert hostile_page.locator("main script, main img, main [onload], main [onerror]").count() == 0, address
        for link in hostile_page.locator("a[href]").all():
            assert str(link.get_attribute("href")).startswith(("/", "#", "http://", "https://")), address


def test_the_text_is_there_as_it_came(hostile_page: Page) -> None:
    hostile_page.goto("/search?q=confirmed&sort=oldest")
    hostile_page.goto(first(hostile_page, "/reports", r"/reports/[0-9a-f]{24}"))
    words = hostile_page.locator(".report-words").evaluate("words => words.textContent")
    assert HOSTILE in words
    assert "{{ 7 * 7 }}" in words
    assert TURNED[1:8] in words


def test_a_title_of_a_megabyte_stays_short(hostile_page: Page) -> None:
    hostile_page.goto("/reports")
    assert len(hostile_page.content()) < 300_000
    assert hostile_page.locator("main").inner_text().count("long ") < 200
