"""Lines that one outlet prints in several reports: menus, appeals and disclaimers come back, reports do not.

Reports that share half of their lines are one report in two versions and count once, so that a cut of a report does
not make its own sentences look like furniture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_SHARED_BY_VERSIONS = 0.5


@dataclass(frozen=True, slots=True)
class RepeatedLines:
    """How many different reports of one outlet, among those looked at together, hold each line."""

    counts: dict[str, int]

    def reports_with(self, line: str) -> int:
        """The number of different reports that hold this line."""
        return self.counts.get(normal(line), 0)


def normal(line: str) -> str:
    """The line as it is compared: small letters, one space between words."""
    return " ".join(line.lower().split())


def repeated_lines(texts: Iterable[str]) -> RepeatedLines:
    """The lines that come back in the reports of one outlet, each with the number of different reports."""
    distinct: list[set[str]] = []
    for text in texts:
        lines = {normal(line) for line in text.split("\n") if line.strip()}
        if lines and not any(_are_versions(lines, other) for other in distinct):
            distinct.append(lines)
    counts = Counter(line for lines in distinct for line in lines)
    return RepeatedLines({line: n for line, n in counts.items() if n > 1})


def _are_versions(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= _SHARED_BY_VERSIONS * min(len(one), len(other))
