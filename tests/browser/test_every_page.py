"""Every page in a real browser: no error, nothing refused, nothing sideways, nothing that shuts people out."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from tests.browser.conftest import AXE
from tests.browser.places import pages
from tests.browser.served import Served

PHONE: ViewportSize = {"width": 360, "height": 740}
_SERIOUS = frozenset({"serious", "critical"})


def test_every_page_opens_without_an_error(page: Page) -> None:
    for address in pages(page):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        assert page.locator("h1").count() == 1, address
        assert page.title().strip(), address


def test_no_page_is_wider_than_a_telephone(page: Page) -> None:
    addresses = pages(page)
    page.set_viewport_size(PHONE)
    for address in addresses:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(chromium: Browser, desk: Served, scheme: Any) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not here; scripts/browser fetches it")
    # The page's own policy lets no foreign script in; axe is put in from outside of it.
    context = chromium.new_context(base_url=desk.address, color_scheme=scheme, bypass_csp=True)
    tab = context.new_page()
    found = {}
    for address in pages(tab):
        tab.goto(address)
        tab.add_script_tag(path=AXE)
        violations = tab.evaluate("axe.run().then(result => result.violations)")
        told = [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in violations if one["impact"] in _SERIOUS]
        if told:
            found[address] = told
    context.close()
    assert found == {}


def test_pages_are_whole_without_scripts(chromium: Browser, desk: Served) -> None:
    context = chromium.new_context(base_url=desk.address, java_script_enabled=False)
    tab = context.new_page()
    tab.goto("/")
    tab.fill("#day-field", "2011-11-21")
    tab.click(".day-show")
    assert "as_of=2011-11-21" in tab.url
    assert tab.locator("table.board tbody tr").count() >= 1
    tab.goto("/map")
    assert tab.locator(".map-list tbody tr").count() >= 3
    context.close()
