"""A report in a notebook: every mark where it belongs, and nothing that acts."""

from __future__ import annotations

import html
import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.readings import pakistani_reports, reading_of_report

import onrecord
from onrecord.model import Article, Furniture, Reading, Span, Statement
from onrecord.notebook import display


def shown_text(page: str) -> str:
    found = re.search(r'<div class="text">(.*?)</div>', page, re.DOTALL)
    assert found is not None
    return html.unescape(re.sub(r"<[^>]+>", "", found[1]))


def test_the_whole_text_is_shown_with_its_marks() -> None:
    for reading in pakistani_reports():
        page = onrecord.display(reading)._repr_html_()
        assert shown_text(page) == reading.article.text
        for statement in reading.statements:
            assert statement.source is not None
            assert f">{statement.source.text}</span>" in page
            assert f' class="content {statement.act}"' in page or f"{statement.act}" in page
    assert "Maulvi Faqir Mohammad (named) for TTP confirms; actual; confidence 0.90" in "".join(
        display(reading)._repr_html_() for reading in pakistani_reports()
    )


def test_furniture_is_struck_through_with_its_reason() -> None:
    page = display(reading_of_report("r", date(2011, 12, 10), head="Give now. ", furniture=True))._repr_html_()
    assert '<span class="furniture" title="not report: appeal, asks for money">Give now. </span>' in page


def test_nothing_of_a_report_acts_on_the_notebook() -> None:
    text = '<script>alert("x")</script> said <img src=x onerror=y> so \x1b[31m'
    said = Statement(
        "s1",
        (Span.of(text, 33, 55),),
        Span.of(text, 0, 27),
        Span.of(text, 28, 32),
        "role",
        "asserts",
        "actual",
        "direct",
        0.5,
    )
    page = display(Reading(Article("<i>", text, outlet="<u>", title="</article>"), (said,)))._repr_html_()
    assert not re.search(r"<(?:script|img|i|u)\b", page)
    assert page.count("</article>") == 1
    assert "\x1b" not in page


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
@settings(deadline=None, max_examples=60)
def test_marks_that_overlap_lose_no_character(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span.of(text, *sorted((min(a, len(text)), min(b, len(text))))) for a, b in places]
    statements = tuple(
        Statement(f"s{n}", (span,), span, None, "role", "denies", "actual", "direct", 0.5)
        for n, span in enumerate(spans)
    )
    furniture = tuple(Furniture(s.start, s.end, "other", "x") for s in spans[:1])
    page = display(Reading(Article("r", text, furniture=furniture), statements))._repr_html_()
    safe = re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\ufffe\uffff]", "\ufffd", text)
    assert shown_text(page) == safe
