from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient
from tests.web.desks import ADDRESS, BIDI, SCRIPT, Page, crawled

Pages = dict[str, tuple[int, str, str]]


@pytest.fixture(scope="module")
def pages(desk: TestClient) -> Pages:
    return crawled(desk)


def test_every_address_on_every_page_answers(pages: Pages) -> None:
    assert len(pages) > 40
    broken = {address: status for address, (status, _, _) in pages.items() if status != 200}
    assert not broken


def test_as_of_a_day_every_address_answers_too(desk: TestClient) -> None:
    pages = crawled(desk, "/?as_of=2011-12-10", most=150)
    assert not {address: status for address, (status, _, _) in pages.items() if status != 200}


def test_the_chosen_day_travels_in_every_address_of_a_page(desk: TestClient) -> None:
    pages = crawled(desk, "/?as_of=2011-12-10", most=60)
    lost = [
        (address, one["href"])
        for address, (_, media, text) in pages.items()
        if media == "text/html" and "as_of=2011-12-10" in address
        for one in Page(text).all("a")
        if one.get("href", "").startswith("/")
        and not re.search(r"as_of=\d{4}-\d\d-\d\d|^/(?:sign-|static|api)", one["href"])
        and "as_of" not in one["href"]
        and one["href"] not in _without_day(text)
    ]
    assert not lost


def _without_day(text: str) -> set[str]:
    """Addresses that a page means to be without a day: those to the latest."""
    page = Page(text)
    return {one["href"] for one in page.all("a", "class", "latest")}


def test_nothing_in_any_page_can_run_or_style_itself(pages: Pages) -> None:
    for address, (_, media, text) in pages.items():
        if media == "text/html":
            assert not Page(text).harm(), address


def test_what_reports_bring_along_is_shown_and_never_acts(pages: Pages) -> None:
    texts = [text for _, media, text in pages.values() if media == "text/html"]
    assert any("&lt;script&gt;alert(1)" in text for text in texts)
    assert not any(SCRIPT in text for text in texts)
    alone = re.compile('<bdi class="turning"[^>]*>.</bdi>')
    signs = [sign for sign in BIDI if not sign.isascii()]
    turned = [address for address, (_, _, text) in pages.items() if any(s in alone.sub("", text) for s in signs)]
    assert not turned


def test_no_page_says_a_part_twice(pages: Pages) -> None:
    for address, (_, media, text) in pages.items():
        idents = Page(text).idents if media == "text/html" else []
        assert not [one for one in set(idents) if idents.count(one) > 1], address


def test_every_page_has_its_title_language_heading_and_way_around_the_head(pages: Pages) -> None:
    for address, (_, media, text) in pages.items():
        if media != "text/html" or address.startswith(f"{ADDRESS}/api"):
            continue
        page = Page(text)
        assert page.all("html")[0].get("lang") == "en", address
        assert len(page.all("h1")) == 1, address
        assert len(page.all("main", "id", "content")) == 1, address
        assert page.all("a", "href", "#content"), address
        assert re.search(r"<title>\s*\S", text), address


def test_every_field_has_a_name_for_those_who_do_not_see_it(pages: Pages) -> None:
    for address, (_, media, text) in pages.items():
        if media != "text/html" or address.startswith(f"{ADDRESS}/api"):
            continue
        page = Page(text)
        labelled = {one.get("for") for one in page.all("label")}
        for tag in ("input", "select", "textarea"):
            for field in page.all(tag):
                if field.get("type") in {"hidden", "submit", "checkbox", "radio"}:
                    continue
                assert field.get("id") in labelled or "aria-label" in field, f"{address}: {field}"


@pytest.mark.parametrize("path", ["/", "/help", "/reports", "/search", "/timeline"])
def test_an_empty_record_has_pages_too(bare: TestClient, path: str) -> None:
    answer = bare.get(path)
    assert answer.status_code == 200
    assert len(Page(answer.text).all("h1")) == 1


def test_the_board_of_an_empty_record_says_what_to_do_next(bare: TestClient) -> None:
    assert "onrecord add" in Page(bare.get("/").text).text
