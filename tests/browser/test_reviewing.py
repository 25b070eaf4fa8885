"""What people do on the desk: judge, note and follow; each is a row, and holds at once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.places import first
from tests.browser.served import Served, served


@pytest.fixture
def own_desk(sample_record: Path, tmp_path: Path) -> Iterator[Served]:
    """A desk of the test's own, which it may change."""
    place = tmp_path / "own.db"
    shutil.copy(sample_record, place)
    with served(place, "--user", "A. Reviewer") as running:
        yield running


@pytest.fixture
def own_page(chromium: Browser, own_desk: Served) -> Iterator[Page]:
    """A tab on it."""
    context = chromium.new_context(base_url=own_desk.address, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_a_rejected_statement_changes_the_standing_at_once_and_can_be_seen(own_page: Page) -> None:
    own_page.goto("/?q=Taliban+talks&as_of=2011-12-10")
    before = own_page.locator("table.board tbody tr:has(a.row)").first.inner_text()
    claim = first(own_page, "/?q=Taliban+talks&as_of=2011-12-10", r"/claims/[^/?#\"]+").rpartition("/")[2]
    for _ in range(60):
        own_page.goto(f"/review?kind=statement&claim={claim}")
        if own_page.locator("#review-form").count() == 0:
            break
        with own_page.expect_navigation():
            own_page.keyboard.press("r")
    own_page.goto("/?q=Taliban+talks&as_of=2011-12-10")
    assert before not in own_page.locator("#content").inner_text()
    own_page.goto("/review/history")
    expect(own_page.locator("tbody tr").first).to_contain_text("A. Reviewer")
    expect(own_page.locator("tbody tr").first).to_contain_text("reject")


def test_a_correction_is_a_row_and_shows_in_the_report(own_page: Page) -> None:
    own_page.goto("/review?kind=statement")
    own_page.keyboard.press("c")
    own_page.select_option("#correct-act", "doubts")
    with own_page.expect_navigation():
        own_page.click("button[value=correct]")
    own_page.goto("/review/history")
    row = own_page.locator("tbody tr").first
    expect(row).to_contain_text("doubts")
    row.get_by_role("link", name="report").click()
    expect(own_page.locator(".margin")).to_contain_text("corrected by A. Reviewer")


def test_words_that_are_selected_can_be_noted_on_and_answered(own_page: Page) -> None:
    own_page.goto(first(own_page, "/reports", r"/reports/[0-9a-f]{24}"))
    words = own_page.evaluate(
        """() => { const text = document.querySelector('.report-words').textContent; const start = text.indexOf('talks');
        const walker = document.createTreeWalker(document.querySelector('.report-words'), NodeFilter.SHOW_TEXT);
        let seen = 0, node; while ((node = walker.nextNode()) && seen + node.data.length <= start) seen += node.data.length;
        const range = document.createRange(); range.setStart(node, start - seen); range.setEnd(node, Math.min(node.data.length, start - seen + 5));
        getSelection().removeAllRanges(); getSelection().addRange(range); return range.toString(); }"""
    )
    own_page.locator("#select-note").click()
    expect(own_page.locator("blockquote .words")).to_have_text(words)
    own_page.fill("main textarea", "Is this the same round of talks?")
    own_page.get_by_role("button", name="Add a note").click()
    note = own_page.locator("li.note").first
    expect(note).to_contain_text("Is this the same round of talks?")
    note.locator("summary").click()
    note.locator("textarea").fill("<b>No</b>, a later one.")
    note.get_by_role("button", name="Reply").click()
    expect(own_page.locator("li.note li.note")).to_contain_text("<b>No</b>, a later one.")
    own_page.goto("/notes")
    expect(own_page.locator("ol.note-list")).to_contain_text("a later one")


def test_a_claim_can_be_followed_and_no_longer(own_page: Page) -> None:
    claim = first(own_page, "/?q=Taliban+talks", r"/claims/[^/?#\"]+")
    own_page.goto(claim)
    own_page.get_by_role("button", name="Follow", exact=True).click()
    expect(own_page.get_by_role("button", name="Following")).to_have_attribute("aria-pressed", "true")
    own_page.goto("/following")
    expect(own_page.locator(".cards")).to_contain_text("talks between TTP and Government of Pakistan")
    own_page.get_by_role("button", name="Follow no longer").click()
    expect(own_page.locator("#content")).to_contain_text("Nothing yet")
