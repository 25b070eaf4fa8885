from __future__ import annotations

from datetime import date

from onrecord.model import RawReport, Stated
from onrecord.page import first_stated, opened

PAGE = (
    '<html><head><meta property="og:site_name" content="Page Post">'
    '<meta property="article:published_time" content="2012-03-05"></head>'
    "<body><article><h1>Talks go on</h1>"
    "<p>Talks went on in the capital on Monday, officials said.</p></article></body></html>"
)


def test_what_the_page_states_comes_before_what_the_caller_says() -> None:
    caller = Stated(outlet="Caller", published=date(2011, 1, 1), url="https://example.org/x")
    page = opened(RawReport("x.html", "html", PAGE, fallback=caller))
    assert (page.stated.outlet, page.stated.published) == ("Page Post", date(2012, 3, 5))
    assert page.stated.url == "https://example.org/x"
    assert page.published_by_page


def test_what_a_json_line_states_comes_before_the_page() -> None:
    page = opened(RawReport("x.jsonl:1", "html", PAGE, Stated(outlet="Line", published=date(2012, 3, 6))))
    assert (page.stated.outlet, page.stated.published) == ("Line", date(2012, 3, 6))
    assert not page.published_by_page


def test_the_first_that_says_something_is_believed() -> None:
    assert first_stated(Stated(), Stated(title="a"), Stated(title="b", id="c")) == Stated(title="a", id="c")
