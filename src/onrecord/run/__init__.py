"""Whole runs over many reports: from paths to readings, and from readings into a record."""

from onrecord.run.adding import Kept, add_reports
from onrecord.run.reading import Unread, read_reports

__all__ = ["Kept", "Unread", "add_reports", "read_reports"]
