from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from onrecord.web.filters import anchor, bdi, cut, day, day_words, days, external, harmless, web_address


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2011-12-10", "10 Dec 2011"),
        (date(2011, 12, 10), "10 Dec 2011"),
        ("2011-12", "Dec 2011"),
        ("2011", "2011"),
        ("2011-W49", "week of 5 Dec 2011"),
        (None, "no date"),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_known(iso: date | str | None, words: str) -> None:
    assert day_words(iso) == words
    assert words in day(iso)


def test_a_stretch_of_one_day_is_a_day() -> None:
    assert days(date(2011, 1, 2), date(2011, 1, 2)) == day("2011-01-02")
    assert days(date(2011, 1, 2), None) == day("2011-01-02")
    assert "2 Jan 2011" in days(date(2011, 1, 2), date(2012, 3, 4))
    assert "4 Mar 2012" in days(date(2011, 1, 2), date(2012, 3, 4))


@given(st.text(), st.integers(10, 300))
def test_what_is_cut_is_one_line_and_no_longer_than_asked(text: str, most: int) -> None:
    shown = cut(text, most)
    assert len(shown) <= most + 2
    assert "\n" not in shown
    if len(" ".join(text.split())) <= most:
        assert shown == " ".join(text.split())


def test_a_title_of_a_megabyte_is_cut() -> None:
    assert len(bdi("word " * 250_000, 200)) < 230


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("\u202e\u2066\x00\x1b\u200f")))
def test_what_could_act_on_the_page_is_replaced_one_for_one(text: str) -> None:
    shown = harmless(text)
    assert isinstance(shown, str)
    assert len(shown) == len(text)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\x00\x1b")


def test_text_set_apart_is_escaped() -> None:
    assert bdi("<b>\u202e") == Markup("<bdi>&lt;b&gt;\ufffd</bdi>")


@pytest.mark.parametrize("url", ["https://example.org/a?b=c", "http://example.org"])
def test_addresses_of_the_web_are_links(url: str) -> None:
    assert web_address(url) == url
    assert 'rel="noopener noreferrer nofollow"' in external(url)


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "data:text/html,x", "//example.org", "file:///etc/passwd", "http://", "example.org"),
        *(
            "http://[",
            " jAvAscript:alert(1)",
            "https://example.org/\u202e",
            f"https://example.org/{'x' * 5000}",
            None,
        ),
    ],
)
def test_whatever_else_is_no_link(url: str | None) -> None:
    assert web_address(url) is None
    assert "<a " not in external(url)


@given(st.text(min_size=1))
def test_an_anchor_has_no_spaces(party: str) -> None:
    assert not set(anchor(party)) & set(" \t\n\"'<>#")
    assert anchor(party).startswith("party-")
