"""Report or furniture: a verdict on every line of a page, from its main text and from what its elements declare."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from onrecord.model import FurnitureKind
from onrecord.page.alignment import kept_lines
from onrecord.page.landmarks import Landmark
from onrecord.page.layout import Layout
from onrecord.page.regions import landmarks_of_lines

_LEGAL_WORDS: Final = re.compile(r"©|\bcopyright\b|\ball rights reserved\b", re.IGNORECASE)
# A main text that leaves out most of the long lines for which nothing else speaks is the wrong part of the page.
_LONG_LINE: Final = 80
_TRUSTED: Final = 0.3


@dataclass(frozen=True, slots=True)
class Verdict:
    """The kind of furniture that a line is, and why."""

    kind: FurnitureKind
    reason: str


def sorted_lines(layout: Layout, headline: range, main: Sequence[str]) -> list[Verdict | None]:
    """For each line of the page a verdict, None for a line of the report.

    `headline` holds the indices of the headline's lines, `main` the lines of the main text, none if it was not found.
    """
    landmarks = landmarks_of_lines(layout, headline)
    kept = kept_lines([layout.line_text(index) for index in range(len(layout.lines))], main)
    for index in headline:
        kept[index] = True
    if not _trusted(layout, landmarks, kept):
        return [_declared(layout, index, landmark) for index, landmark in enumerate(landmarks)]
    _fill_gaps(layout, landmarks, kept)
    return [_verdict(layout, index, landmarks[index], kept[index]) for index in range(len(layout.lines))]


def _declared(layout: Layout, index: int, landmark: Landmark | None) -> Verdict | None:
    """The verdict where no main text helps: a name that may mean other things is believed of short lines only."""
    line = layout.lines[index]
    short = line.end - line.start < _LONG_LINE or layout.is_linked(index)
    if landmark and (landmark.certain or (short and landmark.kind != "other")):
        return Verdict(landmark.kind, landmark.reason)
    return None


def _verdict(layout: Layout, index: int, landmark: Landmark | None, kept: bool) -> Verdict | None:
    linked = layout.is_linked(index)
    if landmark and (landmark.certain or linked or not kept):
        return Verdict(landmark.kind, landmark.reason)
    if kept:
        return None
    if _LEGAL_WORDS.search(layout.line_text(index)):
        return Verdict("legal", "a copyright line outside the main text of the page")
    if linked:
        return Verdict("navigation", "links outside the main text of the page")
    return Verdict("other", "outside the main text of the page")


def _trusted(layout: Layout, landmarks: list[Landmark | None], kept: list[bool]) -> bool:
    """Whether the main text can be right: it holds a fair part of the long lines that no landmark explains."""
    long = [
        kept[index]
        for index, line in enumerate(layout.lines)
        if landmarks[index] is None and line.end - line.start >= _LONG_LINE and not layout.is_linked(index)
    ]
    return any(kept) and sum(long) >= _TRUSTED * len(long)


def _fill_gaps(layout: Layout, landmarks: list[Landmark | None], kept: list[bool]) -> None:
    """Keep lines that stand between kept lines of the same column with nothing to tell them apart."""
    columns: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(layout.lines):
        columns[line.container].append(index)
    for column in columns.values():
        anchors = [place for place, index in enumerate(column) if kept[index]]
        for before, after in pairwise(anchors):
            between = column[before + 1 : after]
            if not any(landmarks[index] or layout.is_linked(index) for index in between):
                for index in between:
                    kept[index] = True
