"""What became of a report that could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import ReportError


@dataclass(frozen=True, slots=True)
class Failure:
    """One file or line that could not be read, and why; it stands in the place of its report.

    `origin` names the file (and line, `news.jsonl:12`) in characters that can always be printed.
    """

    origin: str
    error: ReportError
