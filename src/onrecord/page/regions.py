"""What the elements around each line of a page say of it, as far as they can be believed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onrecord.page.headline import lines_in
from onrecord.page.landmarks import Landmark
from onrecord.page.layout import Layout, Region

# An element around most of the page says nothing: some sites set the whole of it into one form or one hidden frame.
_MOST: Final = 0.5


def landmarks_of_lines(layout: Layout, headline: range) -> list[Landmark | None]:
    """For each line the landmark that it stands in; elements around most of the page or the headline are none."""
    waiting = [region for region in _outer_first(layout) if _is_believed(layout, region, headline)]
    waiting.reverse()
    around: list[tuple[int, Landmark]] = []
    found: list[Landmark | None] = []
    for line in layout.lines:
        while waiting and waiting[-1].start <= line.start:
            _step_into(around, waiting.pop())
        while around and around[-1][0] < line.end:
            around.pop()
        found.append(around[-1][1] if around else None)
    return found


def hidden_stretches(layout: Layout) -> list[list[tuple[int, int, str]]]:
    """For each line the stretches of it that readers do not see, with the reason for saying so."""
    found: list[list[tuple[int, int, str]]] = [[] for _ in layout.lines]
    done = 0
    for region in _outer_first(layout):
        if region.hidden is not None and region.end > done and not _covers_most(layout, region):
            done = region.end
            for index in lines_in(layout, region):
                found[index] += _stretch(layout, index, region, region.hidden)
    return found


def _outer_first(layout: Layout) -> list[Region]:
    """The regions in the order in which they begin; of two that begin together the outer one first."""
    last_closed_first = layout.regions[::-1]
    return sorted(last_closed_first, key=lambda region: (region.start, -region.end))


def _covers_most(layout: Layout, region: Region) -> bool:
    return region.end - region.start > _MOST * len(layout.text)


def _is_believed(layout: Layout, region: Region, headline: range) -> bool:
    if region.landmark is None or _covers_most(layout, region):
        return False
    return not any(region.start <= layout.lines[index].start < region.end for index in headline)


def _step_into(around: list[tuple[int, Landmark]], region: Region) -> None:
    """Of landmarks within each other the inner one counts, unless it is only a button or a widget of the outer."""
    while around and around[-1][0] <= region.start:
        around.pop()
    landmark = region.landmark
    if around and landmark and landmark.kind == "other":
        landmark = around[-1][1]
    if landmark is not None:
        around.append((region.end, landmark))


def _stretch(layout: Layout, index: int, region: Region, reason: str) -> Iterator[tuple[int, int, str]]:
    """The part of a line that a region covers, without white space around it."""
    line = layout.lines[index]
    start, end = max(line.start, region.start), min(line.end, region.end)
    covered = layout.text[start:end]
    start += len(covered) - len(covered.lstrip())
    end -= len(covered) - len(covered.rstrip())
    if start < end:
        yield start, end, reason
