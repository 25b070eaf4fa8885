"""A page laid out as lines of text, in the order of the page, as a browser would show them.

Nothing that a reader sees is left out, and much that readers skip is there too: what is report and what is furniture
is decided later, and marked, not cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from onrecord.page.landmarks import Landmark, hidden_by, landmark_of
from onrecord.page.typesetting import Line, Typesetter

# Elements whose content is no text of the page: programs, drawings, and what stands in for them.
NOT_TEXT: Final = frozenset({
    "script", "style", "template", "noscript", "head", "title", "iframe", "noembed", "audio", "video", "canvas",
    "datalist",
})  # fmt: skip
BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "label", "legend", "li", "listing", "main", "menu",
    "nav", "noframes", "object", "ol", "optgroup", "option", "p", "plaintext", "pre", "search", "section", "select",
    "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "ul", "xmp",
})  # fmt: skip
_KEEPS_NEWLINES: Final = frozenset({"pre", "textarea", "listing", "plaintext", "xmp"})


@dataclass(frozen=True, slots=True)
class Region:
    """The stretch of the text that an element covers: hidden, a landmark, or the main headline."""

    start: int
    end: int
    landmark: Landmark | None = None
    hidden: str | None = None
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A page as text: its lines, and the regions that elements make in it, each inside or outside the others."""

    text: str
    lines: tuple[Line, ...]
    regions: tuple[Region, ...]

    def line_text(self, index: int) -> str:
        """The text of one line."""
        line = self.lines[index]
        return self.text[line.start : line.end]

    def is_linked(self, index: int) -> bool:
        """Whether the line is nothing but links and what stands between them."""
        letters = sum(map(str.isalnum, self.line_text(index)))
        return 0 < letters == self.lines[index].linked


@dataclass(slots=True)
class _Open:
    """An element that has begun: where its text starts, what it declares, and whether it belongs to a drawing."""

    start: int
    landmark: Landmark | None = None
    hidden: str | None = None
    headline: bool = False
    drawn: bool = False

    def tells(self) -> bool:
        return self.headline or self.landmark is not None or self.hidden is not None


class _Walk:
    """Goes through a page element by element; `drawing` is true inside `<svg>`, whose labels are no text."""

    def __init__(self) -> None:
        self.setter = Typesetter()
        self.regions: list[Region] = []
        self._open: list[_Open] = []
        self._drawing = False

    def enter(self, element: HtmlElement, tag: str) -> None:
        # as in browsers, a paragraph ends a drawing that nobody closed
        self._drawing = tag == "svg" or (self._drawing and tag not in BLOCKS)
        if self._drawing:
            self._open.append(_Open(self.setter.position, drawn=True))
            return
        self._set(tag, begins=True)
        self._open.append(_Open(self.setter.position, landmark_of(element), hidden_by(element), tag == "h1"))
        self.setter.put(("“" if tag == "q" else "") + (element.text or ""))

    def leave(self, element: HtmlElement, tag: str) -> None:
        began = self._open.pop()
        if began.drawn:
            self._drawing = self._drawing and any(around.drawn for around in self._open)
        else:
            self.setter.put("”" if tag == "q" else "")
            self._set(tag, begins=False)
            self._record(began)
        self.put_tail(element)

    def put_tail(self, element: HtmlElement) -> None:
        """Add the text that follows an element."""
        if not self._drawing:
            self.setter.put(element.tail or "")

    def _set(self, tag: str, begins: bool) -> None:
        change = 1 if begins else -1
        if tag in BLOCKS:
            self.setter.open_block() if begins else self.setter.close_block()
        if tag in _KEEPS_NEWLINES:
            self.setter.keep_newlines += change
        if tag == "a":
            self.setter.links += change

    def _record(self, began: _Open) -> None:
        end = self.setter.position
        if began.tells() and end > began.start:
            self.regions.append(Region(began.start, end, began.landmark, began.hidden, began.headline))


def laid_out(root: HtmlElement) -> Layout:
    """The whole text of a page, one block of it a line, with the regions of its elements."""
    walk = _Walk()
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        tag = str(element.tag).lower()
        starts = event == "start"
        if tag in NOT_TEXT and starts:
            events.skip_subtree()
        elif tag == "br" and starts:
            walk.setter.break_line()
        elif tag == "br" or tag in NOT_TEXT:
            walk.put_tail(element)
        elif starts:
            walk.enter(element, tag)
        else:
            walk.leave(element, tag)
    walk.setter.break_line()
    return Layout(walk.setter.text(), tuple(walk.setter.lines), tuple(walk.regions))
