"""Which function gives the words of each rule of the grammar their value."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.reading.timewords import Phrase
from onrecord.resolution.dates import counted, days, feastdays, hours, lasting, months, units, weekdays, years
from onrecord.resolution.dates.points import Meaning
from onrecord.resolution.dates.sight import Sight

VALUERS: dict[str, Callable[[Phrase, Sight], Meaning]] = {
    "iso": days.iso,
    "numeric": days.numeric,
    "day_month": days.day_of_month,
    "month_day": days.day_of_month,
    "days_month": days.days_of_month,
    "month_days": days.days_of_month,
    "month": months.month,
    "nth": days.nth,
    "season": months.season,
    "years": years.years,
    "year": years.year,
    "far_year": years.year,
    "short_year": years.short_year,
    "decade": years.decade,
    "century": years.century,
    "quarter": years.quarter,
    "last_of_month": months.last_of_month,
    "weekday": weekdays.weekday,
    "weekday_week": weekdays.weekday_week,
    "weekday_clock": hours.clock,
    "clock": hours.clock,
    "clock_of_part": hours.clock,
    "part": hours.part,
    "at_part": hours.at_part,
    "deictic": weekdays.deictic,
    "part_weekday": weekdays.weekday,
    "weekend": weekdays.weekend,
    "ago": counted.counted,
    "later": counted.counted,
    "after": counted.after,
    "day_after": counted.day_after,
    "in_time": counted.in_time,
    "which": units.which,
    "end_of": units.end_of,
    "feast": feastdays.feast,
    "lasting": lasting.lasting,
    "duration": lasting.duration,
    "long": lasting.long,
    "every": lasting.every,
    "weekdays": lasting.weekdays,
    "frequency": lasting.frequency,
    "per": lasting.per,
    "nights": lasting.nights,
    "now": lasting.now,
    "recent": lasting.recent,
    "soon": lasting.soon,
}
"""By the name of the rule, as in `reading/timewords/rules.py`; they raise ValueError for days that there are not."""
