"""English expressions of time as a closed grammar: which words follow which rule, and what each of them says."""

from onrecord.reading.timewords.grammar import Phrase, parse, phrases
from onrecord.reading.timewords.lexicon import MONTHS, WEEKDAYS

__all__ = ["MONTHS", "WEEKDAYS", "Phrase", "parse", "phrases"]
