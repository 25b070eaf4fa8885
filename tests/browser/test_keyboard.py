"""The desk without a mouse."""

from __future__ import annotations

from playwright.sync_api import Page, expect

FOCUS_IS_SEEN = """() => { const here = document.activeElement, mark = here.querySelector(".hit");
    return getComputedStyle(here).outlineStyle !== "none" || (mark && getComputedStyle(mark).stroke !== "none"); }"""


def test_the_first_tab_leads_past_the_head(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_a_claim_and_its_words_are_reached_with_keys_alone(page: Page) -> None:
    page.goto("/?q=Taliban+talks")
    _tab_to(page, "table.board a.row")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/**")
    _tab_to(page, "svg a, .quotation a[href*='/reports/']")
    assert page.evaluate(FOCUS_IS_SEEN)


def test_the_slider_moves_with_arrows(page: Page) -> None:
    page.goto("/?as_of=2011-12-10")
    page.locator("#day-slide").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**as_of=2011-12-11**")


def test_slash_goes_to_the_search(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    expect(page.locator("#search-words")).to_be_focused()
    page.keyboard.type("agreement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=agreement**")


def _tab_to(page: Page, wanted: str) -> None:
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"no key leads to {wanted}")
