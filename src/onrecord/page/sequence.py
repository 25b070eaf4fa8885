"""The likeliest division of a page into report and furniture, given the odds of each piece."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.encoding.pieces import Boundary


def best_sequence(
    odds: Sequence[float], boundaries: Sequence[Boundary], change: Mapping[Boundary, float]
) -> list[bool]:
    """Which pieces are furniture: Viterbi over two states.

    `odds` are the log-odds that each piece is furniture, `change` what it costs to change sides at each kind of
    boundary, in the same unit (natural logarithm).
    """
    report, furniture = 0.0, 0.0
    came_from: list[tuple[bool, bool]] = []
    for number, (odd, boundary) in enumerate(zip(odds, boundaries, strict=True)):
        cost = change[boundary] if number else 0.0
        report_came, furniture_came = furniture - cost > report, furniture >= report - cost
        came_from.append((report_came, furniture_came))
        report, furniture = max(report, furniture - cost), max(furniture, report - cost) + odd
    is_furniture = furniture > report
    chosen: list[bool] = []
    for from_report, from_furniture in reversed(came_from):
        chosen.append(is_furniture)
        is_furniture = from_furniture if is_furniture else from_report
    return chosen[::-1]
