"""What a report says, as spans: statements, events, dates and mentions, found by a reader behind one interface."""

from onrecord.reading.reader import Found, Reader
from onrecord.reading.rules import RuleReader

__all__ = ["Found", "Reader", "RuleReader"]
