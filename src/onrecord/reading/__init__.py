"""What a report says, as spans: statements, events, dates and mentions, found by a reader behind one interface."""

from onrecord.reading.encoder import EncoderReader
from onrecord.reading.reader import Found, Reader

__all__ = ["EncoderReader", "Found", "Reader"]
