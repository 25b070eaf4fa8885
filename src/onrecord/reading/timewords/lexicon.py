"""The words that English time expressions are made of, each with the classes that the grammar knows it by."""

from __future__ import annotations

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
}
"""Units and the letters that TIMEX3 durations give them; `TH` stands for an H after the T of hours."""
UNIT_SIZES = {"fortnight": 2, "decade": 10, "century": 100}
PARTS_OF_DAY = {
    "morning": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "noon": "MI",
    "midday": "MI",
    "lunchtime": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "nightfall": "EV",
    "night": "NI",
    "midnight": "NI",
    "daytime": "DT",
    "nighttime": "NI",
}
ABBREVIATED_MONTHS = {
    name: number
    for number, names in enumerate("jan,feb,mar,apr,,jun,jul,aug,sept sep,oct,nov,dec".split(","), 1)
    for name in names.split()
}
ABBREVIATED_WEEKDAYS = {
    name: number
    for number, names in enumerate("mon,tue tues,wed,thu thur thurs,fri,sat,sun".split(","))
    for name in names.split()
}
MONTH_NUMBERS = {m.lower(): n for n, m in enumerate(MONTHS, 1)} | ABBREVIATED_MONTHS
WEEKDAY_NUMBERS = {w.lower(): n for n, w in enumerate(WEEKDAYS)} | ABBREVIATED_WEEKDAYS
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
CARDINALS = (
    {w: n for n, w in enumerate(_ONES)}
    | {w: 10 * n for n, w in enumerate(_TENS, 2)}
    | {"hundred": 100, "thousand": 1000, "dozen": 12, "couple": 2}
)
ORDINALS = {
    w: n
    for n, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"twenty-first": 21, "thirtieth": 30}
FEASTS = frozenset(
    "christmas easter ramadan ramazan eid nowruz norouz navroz newroz ashura muharram mawlid thanksgiving halloween"
    " pentecost".split()
)
_CLASSES: dict[str, list[str]] = {
    "UNIT": [u for u in UNITS if u not in {"second", "night"}],
    "UNITS": [f"{u}s" for u in UNITS if u not in {"century", "night"}] + ["centuries", "nights"],
    "SEASON": list(SEASONS),
    "PART": list(PARTS_OF_DAY),
    "NUMBERWORD": [w for w in CARDINALS if w not in {"zero", "couple", "dozen"}],
    "ORDINAL": [w for w in ORDINALS if "-" not in w],
    "FEAST": sorted(FEASTS),
    "WEEKDAY": [w.lower() for w in WEEKDAYS],
    "WEEKDAYS": [f"{w.lower()}s" for w in WEEKDAYS],
    "FREQUENCY": "daily nightly weekly fortnightly monthly quarterly yearly annually annual hourly biweekly".split(),
    "FULL": "full whole long straight consecutive successive more additional further bloody brutal short solid".split(),
}
CLASSES_OF: dict[str, frozenset[str]] = {
    word: frozenset(name for name, words in _CLASSES.items() if word in words)
    for word in sorted({word for words in _CLASSES.values() for word in words})
}
"""The classes of a word in small letters; months and short weekdays are left out, for they need a capital."""
