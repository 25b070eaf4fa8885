"""What of a page is not the report, and that the report is never taken for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.page.html import Flattened, flattened
from onrecord.page.metadata import facts_of
from onrecord.page.tree import parsed

BODY = [
    "The Pakistani Taliban is in peace talks with the government in Islamabad, a commander said on Saturday.",
    "Maulvi Faqir Mohammad, described as the deputy chief, is the first to confirm the contacts under his own name.",
    "“Our talks are going in the right direction,” he told a reporter by telephone from an undisclosed place.",
    "A spokesman for the government declined to comment. The army has denied holding any negotiations.",
    "If the negotiations succeed, he said, the group could sign a formal peace agreement for Bajaur.",
    "Ehsanullah Ehsan, the group's spokesman, could not be reached for comment.",
]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)
HEADLINE = "Taliban commander confirms talks"


def read(html: str) -> Flattened:
    root = parsed(html)
    facts = facts_of(root)
    return flattened(root, facts.title, facts.outlet)


def set_aside(flat: Flattened) -> dict[str, str]:
    return {flat.text[each.start : each.end]: each.kind for each in flat.set_aside}


def report(flat: Flattened) -> list[str]:
    """The lines of the text that are not set aside."""
    return [line for line, marked in _marked_lines(flat) if not marked]


def _marked_lines(flat: Flattened) -> Iterator[tuple[str, bool]]:
    start = 0
    for line in flat.text.split("\n"):
        end = start + len(line)
        yield line, any(each.start <= start and end <= each.end for each in flat.set_aside)
        start = end + 1


NEWSPAPER = f"""<!DOCTYPE html><html lang="en-GB"><head><title>{HEADLINE} | The Daily Courier</title>
<meta property="og:site_name" content="The Daily Courier"></head><body>
<a class="skip-link" href="#main">Skip to content</a>
<header class="site-header"><h1><a href="/">The Daily Courier</a></h1>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav></header>
<main><div class="breadcrumb"><a href="/">Home</a> &gt; <a href="/w">World</a></div>
<article><h1>{HEADLINE}</h1><p class="standfirst">First named commander goes on record about the contacts</p>
<div class="byline">By Our Correspondent</div><time datetime="2011-12-10">10 December 2011</time>
<div class="share-buttons"><button>Share</button><button>Tweet</button></div>
<figure><img src="x"><figcaption>Fighters in South Waziristan in 2009. Photograph: Agency</figcaption></figure>
<p>{BODY[0]}</p><p>{BODY[1]}</p>
<aside class="related"><h3>Related</h3><a href="/1">Army denies peace talks with militants</a></aside>
<p>{BODY[2]}</p><p>{BODY[3]}</p>
<div class="newsletter-signup"><p>Sign up to our newsletter and get our world coverage in your inbox.</p>
<form><label>Email address</label><button>Subscribe</button></form></div>
<h2>Bajaur deal</h2><p>{BODY[4]}</p><p>{BODY[5]}</p>
<div id="support" class="donation-box">Please donate to keep us going.</div></article>
<section class="most-read"><h2>Most read</h2><ol><li><a href="/m">{HEADLINE}</a></li></ol></section>
<section id="comments"><h2>Comments</h2><div class="comment"><p>This will never work, they broke each deal.</p></div>
</section></main>
<footer><p>© 2013 The Daily Courier. All rights reserved.</p><a href="/terms">Terms</a></footer>
<div id="cookie-banner">We use cookies on this site. <button>Accept</button></div></body></html>"""


def test_report_of_a_newspaper_page_is_whole_and_alone() -> None:
    standfirst = "First named commander goes on record about the contacts"
    expected = [HEADLINE, standfirst, *BODY[:4], "Bajaur deal", *BODY[4:]]
    assert report(read(NEWSPAPER)) == expected


def test_headline_is_the_one_the_title_names() -> None:
    flat = read(NEWSPAPER)
    assert flat.headline == HEADLINE
    assert flat.text.count(HEADLINE) == 2


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Skip to content", "navigation"),
        ("Home > World", "navigation"),
        ("Photograph: Agency", "caption"),
        ("Army denies peace talks", "related"),
        ("Sign up to our newsletter", "advert"),
        ("Please donate", "appeal"),
        ("Most read", "related"),
        ("This will never work", "forum"),
        ("All rights reserved", "legal"),
        ("We use cookies", "legal"),
        ("By Our Correspondent", "other"),
    ],
)
def test_furniture_has_the_kind_of_its_element(words: str, kind: str) -> None:
    [found] = [it for text, it in set_aside(read(NEWSPAPER)).items() if words in text]
    assert found == kind


def test_reason_names_the_element() -> None:
    reasons = {each.reason for each in read(NEWSPAPER).set_aside}
    assert {"inside <nav>", "inside <figcaption>", "inside <footer>", 'inside <div class="newsletter">'} <= reasons


def test_neighbouring_lines_of_one_element_are_one_stretch() -> None:
    assert "Home\nWorld" in set_aside(read(NEWSPAPER))


@pytest.mark.parametrize(
    "page",
    [
        f"<h1>{HEADLINE}</h1>{PARAGRAPHS}",
        f"<form id=aspnetForm><h1>{HEADLINE}</h1>{PARAGRAPHS}</form>",
        f"<div aria-hidden=true><h1>{HEADLINE}</h1>{PARAGRAPHS}</div><p hidden>x</p>",
        f"<body style='visibility:hidden'><h1>{HEADLINE}</h1><div class=paywall>{PARAGRAPHS}</div>",
        f"<aside><h1>{HEADLINE}</h1>{PARAGRAPHS}</aside>",
        f"<h1>{HEADLINE}</h1>" + "".join(f"<div>{line}</div>" for line in BODY),
        f"<h1>{HEADLINE}</h1><div>" + "<br><br>".join(BODY) + "</div>",
        f"<h1>{HEADLINE}</h1>" + "".join(f"<div class=x{n}><div><p>{x}</p></div></div>" for n, x in enumerate(BODY)),
        f"<h1>{HEADLINE}</h1><pre>" + "\n".join(BODY) + "</pre>",
        f"<h1>{HEADLINE}</h1><table><tr><td>" + "<p>".join(BODY) + "</table>",
        f"<h1>{HEADLINE}</h1>" + "<div>" * 300 + PARAGRAPHS,
        f"<h1>{HEADLINE}</h1>" + "<div>" * 1_300 + PARAGRAPHS,
        f"<h1>{HEADLINE}</h1><p>{BODY[3]}</p>",
    ],
)
def test_report_is_kept_however_it_is_set(page: str) -> None:
    flat = read(f"<html><body><nav><a href=/>Home</a></nav>{page}</body></html>")
    kept = report(flat)
    assert kept[0] == HEADLINE
    assert kept[1:] == ([BODY[3]] if page.count("<p>") == 1 and BODY[0] not in page else BODY)
    assert set_aside(flat)["Home"] == "navigation"


def test_inline_elements_that_extraction_drops_do_not_cost_the_line() -> None:
    line = "<p>The <a href=x>army</a> said on <time>10 December</time> that <b>no</b> talks had been held at all.</p>"
    flat = read(f"<main><h1>{HEADLINE}</h1>{line}{PARAGRAPHS}</main>")
    assert report(flat)[1] == "The army said on 10 December that no talks had been held at all."


def test_hidden_words_inside_a_line_are_marked_alone() -> None:
    line = "<p>The <a href=x>army<span class=sr-only> (opens in a new tab)</span></a> has denied the talks.</p>"
    flat = read(f"<main><h1>{HEADLINE}</h1>{line}{PARAGRAPHS}</main>")
    assert set_aside(flat) == {"(opens in a new tab)": "other"}
    assert "hidden from readers" in flat.set_aside[0].reason


@pytest.mark.parametrize(
    "attributes", ["hidden", "aria-hidden=true", "style='display: none'", "style='visibility:hidden'"]
)
def test_hidden_block_is_set_aside(attributes: str) -> None:
    flat = read(
        f"<main><h1>{HEADLINE}</h1>{PARAGRAPHS}<p {attributes}>The army confirmed the talks today.</p></main>"
    )
    assert set_aside(flat) == {"The army confirmed the talks today.": "other"}


def test_short_report_under_long_comments() -> None:
    comment = (
        "<div class=comment><p>I think that all of this is wrong, and I say so at great length, again.</p></div>"
    )
    flat = read(f"<h1>{HEADLINE}</h1><div id=story><p>{BODY[3]}</p></div><div id=comments>{comment * 12}</div>")
    assert report(flat) == [HEADLINE, BODY[3]]
    assert set(set_aside(flat).values()) == {"forum"}


def test_line_between_lines_of_the_report_is_report() -> None:
    lines = [*BODY[:3], "And then?", *BODY[3:]]
    flat = read(f"<main><h1>{HEADLINE}</h1>" + "".join(f"<p>{line}</p>" for line in lines) + "</main>")
    assert report(flat) == [HEADLINE, *lines]


def test_page_that_extraction_makes_nothing_of_keeps_all_but_landmarks() -> None:
    flat = read("<nav>Home</nav><p>Talks held</p><footer>Contact</footer>")
    assert report(flat) == ["Talks held"]


def test_library_remarks_stay_off_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    for page in ("<p>x</p>", "<nav>Home</nav>", "<div><div>y", NEWSPAPER):
        read(page)
    assert capfd.readouterr() == ("", "")


def test_same_page_gives_the_same_result() -> None:
    assert read(NEWSPAPER) == read(NEWSPAPER)
