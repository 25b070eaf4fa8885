"""Days that words of time mean, as TIMEX3 values with first and last day, each with what it was counted from.

News is seen from the day of publication, a history from the last date that it has told. Without a day of publication,
words that need one keep a null value.
"""

from onrecord.resolution.dates.stretches import ends
from onrecord.resolution.dates.valuing import dated, dated_all

__all__ = ["dated", "dated_all", "ends"]
