"""Whatever the markup: the text is whole, and what is set aside lies in it, in order, without overlap."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import ReportError
from onrecord.page.decoding import decoded
from onrecord.page.html import Flattened, flattened
from onrecord.page.metadata import facts_of
from onrecord.page.tree import parsed

TAGS = (
    "p", "div", "span", "b", "a", "ul", "li", "table", "tr", "td", "h1", "h2", "nav", "aside", "footer", "header",
    "form", "article", "main", "section", "figure", "figcaption", "pre", "q", "blockquote", "button", "select",
    "option", "svg", "path", "time", "details", "center", "font", "dl", "dt", "dd", "html", "body",
)  # fmt: skip
ATTRIBUTES = (
    "", " hidden", " aria-hidden='true'", " class='comment'", " class='newsletter'", " id=related", " href='/x'",
    " style='display:none'", " role=navigation", " class='sr-only'", " datetime='2011-12-10'", " class", " =",
)  # fmt: skip
opening = st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES))
closing = st.sampled_from(TAGS).map("</{}>".format)
oddities = st.sampled_from(["<br>", "<!-- x -->", "&amp;", "&nbsp;", "<", ">", "&", "\n", "\0", "<hr>", "© ", "</"])
sentence = st.sampled_from(
    ["The army denied on Tuesday that any talks had been held with the group. ", "Share ", "x"]
)


def read(html: str) -> Flattened | None:
    try:
        root = parsed(decoded(html, "html"))
        facts = facts_of(root)
        return flattened(root, facts.title, facts.outlet)
    except ReportError:
        return None


def assert_sound(flat: Flattened) -> None:
    end = 0
    for each in flat.set_aside:
        assert end <= each.start < each.end <= len(flat.text)
        assert each.reason
        assert flat.text[each.start : each.end].strip() == flat.text[each.start : each.end]
        end = each.end
    assert all(line.strip() for line in flat.text.split("\n"))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(opening, closing, oddities, sentence), max_size=60).map("".join))
def test_spans_of_any_tag_soup_are_sound(html: str) -> None:
    if (flat := read(html)) is not None:
        assert_sound(flat)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_any_characters_at_all(html: str) -> None:
    if (flat := read(html)) is not None:
        assert_sound(flat)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(opening.filter(lambda tag: "svg" not in tag), closing), max_size=60))
def test_no_word_of_any_tag_soup_is_lost(soup: list[str]) -> None:
    html = "".join(f"{tag} word{number} " for number, tag in enumerate(soup))
    flat = read(html)
    assert (flat.text if flat else "").split().count("word0") == (1 if soup else 0)
    found = [word.strip("“”") for word in (flat.text if flat else "").split()]
    assert [word for word in found if word.startswith("word")] == [f"word{number}" for number in range(len(soup))]
