"""Figures that cannot all be right, as ranges side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.linking.glosses import figure_words
from onrecord.model import Figure, Standing

_ROOM = 0.08


@dataclass(frozen=True, slots=True)
class Range:
    """A claimed number on a common scale: from `x` over `width` hundredths; open where it is at least or at most."""

    standing: Standing
    words: str
    x: float
    width: float
    open_above: bool
    open_below: bool
    here: bool


def ranges(own: Standing, rivals: Sequence[Standing]) -> tuple[Range, ...]:
    """The claim's own figure and its rivals', in order of the numbers; nothing where no other figure is claimed."""
    with_figures = [(one, one.claim.figure) for one in (own, *rivals) if one.claim.figure is not None]
    if len(with_figures) < 2 or own.claim.figure is None:
        return ()
    most = max(max(_ends(figure)) for _, figure in with_figures) * (1 + _ROOM) or 1.0
    found = [_range(one, figure, most, one is own) for one, figure in with_figures]
    return tuple(sorted(found, key=lambda r: (r.x, r.x + r.width, r.standing.claim.id)))


def _range(one: Standing, figure: Figure, most: float, here: bool) -> Range:
    low, high = _ends(figure)
    open_above, open_below = figure.high is None and figure.about is None, figure.low is None and figure.about is None
    x = 0.0 if open_below else round(100 * low / most, 2)
    right = 100.0 if open_above else round(100 * high / most, 2)
    return Range(one, figure_words(figure), x, round(max(0.6, right - x), 2), open_above, open_below, here)


def _ends(figure: Figure) -> tuple[float, float]:
    if figure.about is not None:
        return 0.9 * figure.about, 1.1 * figure.about
    low = figure.high if figure.low is None else figure.low
    high = figure.low if figure.high is None else figure.high
    return low or 0.0, high or 0.0
