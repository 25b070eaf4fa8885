"""Pages made, or broken, to do harm: each gives its text or a ReportError, soon, and never another exception."""

from __future__ import annotations

import random
import time
from contextlib import suppress

import pytest

from onrecord.errors import Empty, ReportError, TooDeep
from onrecord.page.decoding import decoded
from onrecord.page.html import flattened
from onrecord.page.metadata import facts_of
from onrecord.page.tree import parsed

SECONDS = 20.0


def text_of(page: str | bytes) -> str:
    root = parsed(decoded(page, "html"))
    facts = facts_of(root)
    flat = flattened(root, facts.title, facts.outlet)
    end = 0
    for each in flat.set_aside:
        assert end <= each.start < each.end <= len(flat.text)
        end = each.end
    return flat.text


@pytest.mark.parametrize("tag", ["div", "span", "b", "ul", "table", "my-element"])
def test_5000_deep_is_too_deep(tag: str) -> None:
    with pytest.raises(TooDeep, match="ONRECORD_MAX_NESTING"):
        text_of(f"<{tag}>" * 5_000 + "The army denied it." + f"</{tag}>" * 5_000)


def test_a_million_deep_is_too_deep_soon() -> None:
    begun = time.monotonic()
    with pytest.raises(TooDeep):
        text_of("<div>" * 1_000_000 + "x")
    assert time.monotonic() - begun < SECONDS


def test_page_in_windows_1251() -> None:
    page = "<html><head><title>Война</title></head><body><h1>Армия опровергла переговоры</h1><p>{}</p></body></html>"
    sentence = "Представитель армии опроверг сообщение о переговорах и заявил, что контактов не было."
    assert text_of(page.format(sentence).encode("cp1251")).endswith(sentence)


WORDS = "The army denied that talks were held. "
PAGES = {
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">held</p>",
    "bare attributes": "<p " + " ".join(f"a{n}" for n in range(100_000)) + ">held</p>",
    "long attribute": "<p class='" + "nav " * 300_000 + "'>held</p>",
    "paragraphs": "<p>" * 15_000 + "held",
    "lines": f"<p>{WORDS}</p>" * 10_000,
    "breaks": "held<br>" * 15_000,
    "links": "<a href=x>held</a> " * 15_000,
    "hidden": "<span hidden>x</span>held " * 10_000,
    "unclosed inline": "<b>" * 1_400 + "<i>held</i>" * 10_000,
    "bylines in depth": "<div>" * 1_300 + "<span class=author>held</span>" * 10_000,
    "times in depth": "<div>" * 1_300 + "<time datetime=2011-12-10>held</time>" * 10_000,
    "headlines": "<h1>held</h1>" * 10_000,
    "nested tables": "<table><tr><td>" * 200 + "held" + "</td></tr></table>" * 200,
    "cells": "<table>" + "<tr><td>held<td>2" * 10_000,
    "huge pre": "<pre>" + "held\n" * 100_000,
    "one huge line": WORDS * 100_000,
    "angles": "held " + "<" * 500_000,
    "ampersands": "held " + "&" * 500_000,
    "null bytes": "held\0" * 100_000,
    "comments": "<!--x-->" * 50_000 + "held",
    "linked data": "<script type=application/ld+json>" + "[" * 100_000 + "</script>held",
    "many reports": '<script type=application/ld+json>[' + '{"@type":"NewsArticle"},' * 10_000 + "{}]</script>held",
    "shuffled": "".join(f"<p>{WORDS} {n * n % 97}</p>" for n in range(5_000)),
    "doctype": "<!DOCTYPE html PUBLIC \"-//W3C//DTD held 'x' <><p>held",
    "after the end": "</body></html>held<p>more</p></html></body>",
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_text_is_given_in_time(name: str) -> None:
    begun = time.monotonic()
    assert "held" in text_of(PAGES[name])
    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize(
    "page", ["<", "<p", "<!--", "<html", "</", "&#", "<![CDATA[", "<?xml", "<script>", "<frameset><frame></frameset>"]
)
def test_page_that_ends_before_it_begins(page: str) -> None:
    with suppress(Empty):
        assert text_of(page).strip()


PIECES = b'<p> </p> <div > \xff \x00 &#x held <table> </ " <svg> \xc3'.split()


@pytest.mark.parametrize("seed", range(30))
def test_random_bytes_never_raise_anything_else(seed: int) -> None:
    source = random.Random(seed)  # noqa: S311  (no secrets here)
    page = b"".join(source.choices(PIECES, k=400))
    with suppress(ReportError):
        assert text_of(page)
