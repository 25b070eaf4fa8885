"""One page on one claim, every sentence of which leads to statements."""

from onrecord.record.questions.brief.making import brief_on
from onrecord.record.questions.brief.page import Brief, Section, Sentence, Source

__all__ = ["Brief", "Section", "Sentence", "Source", "brief_on"]
