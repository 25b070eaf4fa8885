"""The text of a page: all of it, in order, as a browser lays it out."""

from __future__ import annotations

import pytest

from onrecord.errors import Empty
from onrecord.page.html import flattened
from onrecord.page.tree import parsed


def text_of(html: str) -> str:
    return flattened(parsed(html)).text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>The  army\n\t denied it.</p>", "The army denied it."),
        ("<p>The <b>army</b> <i>den</i>ied it.</p>", "The army denied it."),
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<div>One<p>Two</p>Three</div>", "One\nTwo\nThree"),
        ("Bare <b>text</b> in body", "Bare text in body"),
        ("<p>One<br>Two<br/>Three</br>Four</p>", "One\nTwo\nThree\nFour"),
        ("<p>One</p>\n\n<p> </p><p>&nbsp;</p><p>Two</p>", "One\nTwo"),
        ("<ul><li>One<li>Two</ul>", "One\nTwo"),
        ("<table><tr><td>One<td>Two<tr><td>Three</table>", "One\nTwo\nThree"),
        ("<dl><dt>One<dd>Two</dl>", "One\nTwo"),
        ("<pre>One\n  two   three\n\nfour</pre>", "One\ntwo three\nfour"),
        ("<p>He said <q>no</q>.</p>", "He said “no”."),
        ("<p>&eacute;&amp;&#8217;&#x27;&nbsp;x &lt;b&gt;</p>", "é&’'\xa0x <b>"),
        ("<p>1 < 2 and <3</p>", "1 < 2 and <3"),
        ("<p>One<!-- note -->two</p>", "Onetwo"),
        ("<p>One</p><script>var x = '<p>'</script><style>p{}</style><p>Two</p>", "One\nTwo"),
        ("<head><title>T</title></head><body><noscript>n</noscript><template>t</template>One", "One"),
        ("<p>One <svg><title>icon</title><text>logo</text></svg>two</p>", "One two"),
        ("<p>One</p><svg><path><p>Two</p>", "One\nTwo"),
        ("<button>Share</button><button>Print</button>", "Share\nPrint"),
        ("<label>Email</label><select><option>One<option>Two</select>", "Email\nOne\nTwo"),
        ("<img alt='not text'><p title='nor this'>One</p>", "One"),
        ("<p>One</p></body></html>Two<p>Three</p>", "One\nTwo\nThree"),
        ("<html lang='en'/><body><p>One</p>", "One"),
        ("<body/><p>One</p>", "One"),
        ("<p>One<p>Two<div>Three", "One\nTwo\nThree"),
        ("<b>One<p>Two</b>Three</p>", "One\nTwoThree"),
        ("<table><p>One</p><tr><td><table><tr><td>Two</table>Three</table>", "One\nTwo\nThree"),
        ("<frameset><frame src=a><noframes>One</noframes></frameset>", "One"),
        ("<!DOCTYPE html PUBLIC -//broken//><p>One</p>", "One"),
        ("<my-element>One</my-element> <o:p>two</o:p>", "One two"),
        ("<p>Deep</p" + " x=1" * 50 + "><p>Two", "Deep\nTwo"),
    ],
)
def test_text_is_laid_out_as_browsers_do(html: str, text: str) -> None:
    assert text_of(html) == text


@pytest.mark.parametrize(
    "html",
    ["<html></html>", "<body></body>", "<frameset><frame src=x></frameset>", "<p> </p>", "<!-- x -->", "<script>x"],
)
def test_page_without_text_is_empty(html: str) -> None:
    with pytest.raises(Empty):
        text_of(html)


@pytest.mark.parametrize("tag", ["div", "p", "span", "blockquote", "font", "ul><li", "table><tr><td"])
@pytest.mark.parametrize("depth", [200, 260, 600, 1_400])
def test_nesting_loses_nothing(tag: str, depth: int) -> None:
    times = depth // (tag.count("<") + 1 + tag.count(">"))
    steps = "".join(f"<{tag}>level {number} " for number in range(times))
    words = text_of(f"<html><body>{steps}<p>The army denied it.</p>after").split()
    assert [word for word in words if word.isdecimal()] == [str(number) for number in range(times)]
    assert " ".join(words).endswith("The army denied it. after")
