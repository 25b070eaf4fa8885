"""Intake: files, folders, JSON lines and archives become raw reports, or the reason why not.

`reports` is the way in; `Failure` stands in the place of what could not be read. Nothing here is slow to import.
"""

from __future__ import annotations

from onrecord.intake.encodings import unicode_encoding
from onrecord.intake.failure import Failure
from onrecord.intake.fields import EARLIEST, LATEST, language_code, printable, stated_day
from onrecord.intake.kinds import READ_KINDS
from onrecord.intake.reading import STANDARD_INPUT, reports

__all__ = [
    "EARLIEST",
    "LATEST",
    "READ_KINDS",
    "STANDARD_INPUT",
    "Failure",
    "language_code",
    "printable",
    "reports",
    "stated_day",
    "unicode_encoding",
]
