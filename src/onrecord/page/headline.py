"""Which lines of a page are its headline."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from onrecord.page.alignment import same_or_part, words_of
from onrecord.page.layout import Layout, Region

_PARAGRAPH: Final = 80


def lines_in(layout: Layout, region: Region) -> range:
    """Indices of the lines that a region covers or touches."""
    first = bisect_left(layout.lines, region.start + 1, key=lambda line: line.end)
    last = bisect_left(layout.lines, region.end, lo=first, key=lambda line: line.start)
    return range(first, last)


def headline_lines(layout: Layout, title: str | None, outlet: str | None) -> range:
    """Indices of the lines that are the headline; an empty range where there is none.

    That is the `<h1>` which the page's title names, else the only `<h1>` that is no masthead (the outlet's name, or a
    link), else the line before the first paragraph that equals the title.
    """
    named = words_of(title or "")
    main: list[range] = []
    for region in layout.regions:
        lines = lines_in(layout, region) if region.headline else range(0)
        words = words_of(text_of(layout, lines))
        if same_or_part(words, named):
            return lines
        if words and words != words_of(outlet or "") and not all(map(layout.is_linked, lines)):
            main.append(lines)
    if len(main) == 1:
        return main[0]
    return _equal_to(layout, named) if named and not main else range(0)


def text_of(layout: Layout, lines: range) -> str:
    """The text of several lines as one."""
    return " ".join(map(layout.line_text, lines))


def _equal_to(layout: Layout, named: tuple[str, ...]) -> range:
    found = range(0)
    for index, line in enumerate(layout.lines):
        if words_of(layout.line_text(index)) == named:
            found = range(index, index + 1)
        if found and line.end - line.start >= _PARAGRAPH:
            break
    return found
