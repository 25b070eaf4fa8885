from __future__ import annotations

import json
from datetime import date

import pytest

from onrecord.page.metadata import PageFacts, facts_of
from onrecord.page.pageday import day_of
from onrecord.page.tree import parsed

DAY = date(2011, 12, 10)
TWO_REPORTS = [
    {"@type": "NewsArticle", "headline": "a", "datePublished": "2011-12-09"},
    {"@type": "NewsArticle", "headline": "b", "datePublished": "2011-12-10"},
]


def facts(head: str = "", body: str = "<p>The army denied it.</p>", html: str = "<html>") -> PageFacts:
    return facts_of(parsed(f"{html}<head>{head}</head><body>{body}</body></html>"))


def linked(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_page_that_states_everything_in_meta_elements() -> None:
    head = (
        "<title>Army denies talks | The Post</title>"
        '<meta property="og:title" content="Army  denies talks"><meta property="og:site_name" content="The Post">'
        '<meta name="author" content="By Ana Ruiz"><link rel="canonical" href="https://post.example/army">'
        '<meta property="article:published_time" content="2011-12-10T23:30:00-05:00">'
    )
    assert facts(head, html='<html lang="en-US">') == PageFacts(
        "Army denies talks", "Ana Ruiz", "The Post", "https://post.example/army", "en", DAY
    )


def test_page_that_states_everything_in_linked_data() -> None:
    report = {
        "@type": ["NewsArticle"], "headline": "Army denies talks", "datePublished": "2011-12-10T08:00:00Z",
        "author": [{"@type": "Person", "name": "Ana Ruiz"}, {"name": "Luis Mora"}],
        "publisher": {"@type": "Organization", "name": "El Diario"}, "inLanguage": "es-CO",
    }  # fmt: skip
    head = "<title>Army denies talks – El Diario</title>" + linked({"@graph": [{"@type": "WebPage"}, report]})
    assert facts(head) == PageFacts("Army denies talks", "Ana Ruiz, Luis Mora", "El Diario", None, "es", DAY)


def test_page_that_states_nothing() -> None:
    assert facts() == PageFacts()


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", "<p>The talks began on 10 December 2011, officials said on 2011-12-11.</p>"),
        ("", "<footer>© 2011 The Post. Last build 2011-12-10</footer><p>x</p>"),
        ("", "<p>On <time datetime='2011-11-20'>20 November</time> the army denied it.</p>"),
        ("", "<ul><li><time datetime='2011-11-20'>20 Nov</time> <a href=/>Other report</a></li></ul>"),
        ("", "<div class=comment><time datetime='2011-11-20'>20 Nov</time> I do not believe it</div>"),
        ("", "<aside><time datetime='2011-11-20' class=published>x</time></aside>"),
        ("", "<time datetime='2011-11-20'>x</time><time datetime='2011-11-25'>y</time>"),
        ("", "<div>Updated <time class=updated datetime='2011-12-12'>x</time></div>"),
        ("<meta property='article:modified_time' content='2011-12-12'>", "<p>x</p>"),
        ("<meta name=date content='20011-12-10'>", "<p>x</p>"),
        ("<meta name=date content='0000-00-00'>", "<p>x</p>"),
        ("<meta name=date content='2999-01-01'>", "<p>x</p>"),
        ("<meta name=date content='10/12/2011'>", "<p>x</p>"),
        ("<meta name=date content='today'>", "<p>x</p>"),
        ("<meta itemprop=copyrightYear content=2011>", "<p>x</p>"),
        ("<link rel=canonical href='https://post.example/2011/talks'>", "<p>x</p>"),
        ("", "<img src='/2011/12/10/photo.jpg'><a href='https://post.example/2011/12/10/other'>Other</a>"),
        (linked({"@type": "Event", "startDate": "2011-12-10"}), "<p>x</p>"),
        (linked(TWO_REPORTS), "<p>x</p>"),
    ],
)
def test_day_is_never_guessed(head: str, body: str) -> None:
    assert facts(head, body).published is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<meta name=DC.date.issued content='2011-12-10'>", "<p>x</p>"),
        ("<meta name=pubdate content='Sat, 10 Dec 2011 09:30:00 GMT'>", "<p>x</p>"),
        ("<meta itemprop=datePublished content='2011-12-10'>", "<p>x</p>"),
        ("", "<span itemprop=datePublished>December 10, 2011</span><p>x</p>"),
        ("", "<time datetime='2011-12-10T10:00'>10 December</time><p>x</p>"),
        ("", "<p class=byline><time datetime='2011-12-10'>x</time></p><p>y</p>"),
        ("", "<time class=updated datetime=2011-12-12>u</time><time class=published datetime=2011-12-10>p</time>"),
        ("", "<time datetime='2011-12-10'>x</time><div class=related><time datetime='2011-12-09'>y</time></div>"),
        ("<link rel=canonical href='https://post.example/world/2011/12/10/talks/'>", "<p>x</p>"),
        (linked({"@type": "ReportageNewsArticle", "datePublished": "2011-12-10"}), "<p>x</p>"),
        (f"<title>b - The Post</title>{linked(TWO_REPORTS)}", "<p>x</p>"),
        (f"<script type='application/ld+json'>//<![CDATA[\n{json.dumps(TWO_REPORTS[1])}\n//]]></script>", "<p>x</p>"),
    ],
)  # fmt: skip
def test_day_that_the_page_states(head: str, body: str) -> None:
    assert facts(head, body).published == DAY


@pytest.mark.parametrize(
    "words",
    ["2011-12-10", "2011-12-10T09:30:00.000Z", "2011-12-10 09:30:00 +0500", "20111210", "20111210T0930", "2011/12/10",
     "10 December 2011", "10th Dec. 2011", "Saturday, 10 December 2011", "December 10, 2011 5:00 pm", " 2011-12-10 "],
)  # fmt: skip
def test_days_in_full(words: str) -> None:
    assert day_of(words) == DAY


@pytest.mark.parametrize(
    "words",
    ["", "2011", "2011-12", "1323504000", "2011121009", "2011-02-30", "12/10/2011", "10 Brumaire 2011", "٢٠١١"],
)
def test_days_not_in_full(words: str) -> None:
    assert day_of(words) is None


@pytest.mark.parametrize(
    "script",
    [
        "not json",
        "[" * 100_000,
        "null",
        "1e999",
        '{"@type": null}',
        '{"@type": {"a": 1}}',
        '{"@type": "NewsArticle", "author": [[1]]}',
        '{"@type": "NewsArticle", "datePublished": 5, "publisher": [], "headline": {}, "inLanguage": []}',
    ],
)
def test_broken_linked_data_is_passed_over(script: str) -> None:
    assert facts(f'<script type="application/ld+json">{script}</script>') == PageFacts()


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("<meta name=application-name content='The Post'>", "The Post"),
        ("<meta name=publisher content='https://facebook.example/post'>", None),
        (linked({"@type": "WebSite", "name": "The Post"}), "The Post"),
    ],
)
def test_outlet(head: str, outlet: str | None) -> None:
    assert facts(head).outlet == outlet


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Army denies talks | The Post", "Army denies talks"),
        ("The Post - Army denies talks", "Army denies talks"),
        ("Army denies talks - World - The Post", "Army denies talks - World"),
        ("Talks – who is the post for?", "Talks – who is the post for?"),
    ],
)
def test_outlet_is_no_part_of_the_title(title: str, expected: str) -> None:
    assert facts(f"<title>{title}</title><meta property=og:site_name content='The Post'>").title == expected


@pytest.mark.parametrize(
    ("body", "byline"),
    [
        ("<p class=byline>By Ana Ruiz in Bogotá</p>", "Ana Ruiz in Bogotá"),
        ("<a rel=author href=/a>Ana Ruiz</a>", "Ana Ruiz"),
        ("<div class=comment><span class=author>troll77</span></div>", None),
        ("<footer><span class=author>Webmaster</span></footer>", None),
        ("<p class=author>" + "very long " * 30 + "</p>", None),
    ],
)
def test_visible_byline(body: str, byline: str | None) -> None:
    assert facts(body=body).byline == byline


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://post.example/army", "https://post.example/army"),
        ("/army", None),
        ("javascript:alert(1)", None),
    ],
)
def test_address_is_absolute_or_none(address: str, expected: str | None) -> None:
    assert facts(f'<link rel="canonical" href="{address}">').url == expected
