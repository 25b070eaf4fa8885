"""The closed grammar of English time expressions, one rule a line.

A rule is a row of words. In small letters a word stands for itself; in capitals it stands for a class of words
(`lexicon.py`, `tokens.py`); `slot=` names what the valuer needs. `?`, `*`, `|` and brackets mean what they do in regular
expressions. Possessive marks and full stops of abbreviations are words too (`MARK`, `DOT`).
"""

from __future__ import annotations

_YEAR = "(year=YEAR (era=(ad|ce|bc|bce))? | year=NUM era=(bc|bce))"
_THAT_YEAR = "which=((that|the same|this|last|next|the next|the following|the previous) year | the year)"
_NTH = "(DAY|NTH)"
_OFFSET = "(mod=((the? very)? (early|late|mid) DASH? (in the? | part of the?)? | early in the? | late in the?"
_PHASE = (
    f"{_OFFSET} | (toward|towards) the (end|beginning) of the?"
    " | the? (very|first|latter|early|later|second|last)* (beginning|start|end|middle|close|half|part|months"
    "|days|weeks|years)"
    " of the? | end DASH of DASH? | year DASH end) )?"
)
_WEEKDAY = "(weekday=(WEEKDAY|SHORTWEEKDAY) DOT? COMMA? the?)?"
_PART = "(part=(the? (early|late)? PART hours? of))?"
_COUNT = (
    "((NUM|DECIMAL|NUMBERWORD) (DASH? (NUMBERWORD))* (and a? half)? | a few | few | several | many | some"
    " | (a | the)? couple of? | a dozen | half a | half an | a half DASH? | a | an)"
)
_ABOUT = (
    "(about=((at least|at most|more than|less than|fewer than|no more than|over|under|nearly|almost|about|around"
    "|some"
    "|roughly|approximately|only|just|another|a further|well over|up to|a little more than|a little over) ))?"
)
_SIZE = f"count={_COUNT} (FULL|of)? unit=(UNITS|UNIT|weekend|weekends|night)"
_WHICH = (
    "which=((the|this|that|these|those)? (very|same)* (last|past|next|previous|following|coming|preceding|prior"
    "|ensuing"
    "|subsequent|current|upcoming|same|this|that|first|final|intervening))"
)

RULES: dict[str, str] = {
    "iso": "date=ISO",
    "numeric": "date=NUMERIC",
    "day_month": f"(time=(CLOCK MERIDIEM? | NUM MERIDIEM) (COMMA|on)?)? {_WEEKDAY} (part=PART (of|on))? {_PART}"
    f" the? day={_NTH} of?"
    f" month=MONTH DOT? ((COMMA? | of) {_YEAR} | of {_THAT_YEAR})?",
    "month_day": f"(time=(CLOCK MERIDIEM? | NUM MERIDIEM) (COMMA|on)?)? {_WEEKDAY} {_PART} month=MONTH DOT? the?"
    f" day={_NTH}"
    f" ((COMMA? | of) {_YEAR} | of {_THAT_YEAR})?",
    "days_month": f"{_WEEKDAY} the? day=(DAY|NTH) and=(DASH|to|and|until|through) the? day2={_NTH} of?"
    f" month=MONTH DOT?"
    f" ((COMMA? | of) {_YEAR} | of {_THAT_YEAR})?",
    "month_days": f"month=MONTH DOT? day={_NTH} and=(DASH|to|and|until|through) day2={_NTH} ((COMMA? | of) {_YEAR})?",
    "month": f"{_PHASE} (which=(this|last|next|that|the previous|the following|the same|this past) )?"
    f" month=MONTH DOT?"
    f" ((COMMA? | of) (the year)? {_YEAR} | of? year2=({_THAT_YEAR.removeprefix('which=')}))?",
    "nth": "(the day=NTH | the day=NTH of which=(this|that|the|the same|last) month)",
    "season": f"{_PHASE} (which=(this|last|next|that same?|the previous|the following|the next|this past|every"
    f"|each) )? the? season=SEASON"
    f" ((COMMA? | of | DASH) {_YEAR} (DASH end=(TWO|YEAR))? | of? year2=({_THAT_YEAR.removeprefix('which=')}))?",
    "years": f"{_YEAR} and=DASH year2=(YEAR|TWO) | year=(NUM|YEAR) and=(DASH|to) year2=(NUM|YEAR) era=(bc|bce|ad|ce)",
    "year": "(mod=((the? very)? (early|late|mid) DASH? in? | later in | earlier in | (circa|ca|c) DOT? | around "
    "| about"
    " | (toward|towards) the (end|beginning) of | (the|by|at)? (very|first|latter|early|later|second|last|final)*"
    " (beginning|start|end|middle|close|half|part|months|days|weeks) of the?))? (the? year)? (year=YEAR | era=ad"
    " year=NUM"
    " | year=(YEAR|NUM) (era=(ad|ce|bc|bce)))",
    "far_year": "the? year year=FARYEAR",
    "short_year": "year=SHORTYEAR",
    "decade": "(mod=((the? (early|mid|late|later)) DASH? | the? (first|second|latter|last) half of | (the?"
    " (beginning|start|end|middle|close) of)))? the?"
    " decade=DECADE (era=(bc|bce))?",
    "century": "(mod=((the? (early|mid|late)) DASH? | the? (first|second|latter|last) half of the? | (the?"
    " (beginning|start|end|middle|turn|close) of)))? the?"
    " century=(NTH|(twenty DASH)? ORDINAL) DASH? century (era=(bc|bce))?",
    "quarter": "the? nth=(first|second|third|fourth|last|latter) part=(quarter|half) (of (the year)? year=YEAR"
    f" | of {_THAT_YEAR})",
    "weekday": "(mod=(early|late|earlier|later|earlier on|later on) (on)?)? (which=(this|last|next|this past"
    "|this coming|the following|the previous"
    "|the next|that|the same|every|each|the))? weekday=WEEKDAY (DASH|(part=((early|late)? (PART) )))?",
    "weekday_week": "weekday=WEEKDAY (COMMA? (of)? which=(last|next|this|that|the following|the previous) week |"
    " which=last)",
    "clock": "(time=(CLOCK MERIDIEM? | NUM MERIDIEM | noon | midnight)) (local time)? ((COMMA|on)?"
    " (weekday=WEEKDAY | day=(today|yesterday|tomorrow)))?",
    "clock_of_part": "time=(CLOCK|NUM) in the part=(morning|afternoon|evening)",
    "weekday_clock": "weekday=WEEKDAY at time=(CLOCK MERIDIEM? | NUM MERIDIEM)",
    "part": "(mod=(early|late|earlier|later|early in the?|late in the?))? (which=(this|that|the|the same|the"
    " next|the following|the previous|last"
    "|yesterday|tomorrow|every|each|one|that same|another) | yesterday MARK? s?) part=PART (hours)?",
    "at_part": "part=(night|dawn|dusk|noon|midnight|midday|daybreak|sunrise|sunset|nightfall|daytime|overnight)",
    "deictic": "(mod=(early|late|earlier|later|earlier on|later on))? day=(today|yesterday|tomorrow|tonight|the"
    " day before yesterday"
    "|the day after tomorrow)",
    "part_weekday": "(mod=(early|late|just before|shortly after|before|after))? part=(PART|overnight) (on"
    "|COMMA)? weekday=WEEKDAY",
    "weekend": "(which=(this|last|next|the|past|this past|the past|that|the following|the previous|the coming"
    "|the next|every|each))?"
    " weekend=weekend",
    "ago": f"{_ABOUT} {_SIZE} (and=and a half)? way=ago",
    "later": f"({_ABOUT} {_SIZE} | unit0=UNITS) way=(later|afterward|afterwards|earlier|previously|before|hence"
    f"|from now|after that|before that"
    "|thereafter|on)",
    "after": f"{_ABOUT} {_SIZE} way=(after|before|since|following)",
    "day_after": "the unit=UNIT way=(after|before|following|later|earlier|prior)",
    "in_time": f"in count={_COUNT} (FULL)? unit=(UNITS|UNIT) MARK? way=time",
    "lasting": "(about=(at least|more than|nearly|almost|about|around|only|just|roughly))? (the|these|those|its"
    "|his|her|their)? which=(last|past|next|first|coming|previous|following|final|preceding"
    "|opening|remaining|intervening|subsequent|other) count=((NUM|NUMBERWORD) (DASH NUMBERWORD)* (and a half)? |"
    " few | several | couple of"
    " | half DASH? | many) FULL? unit=(UNITS|UNIT|weekends|nights) (of year=YEAR)? | the which=(last|past)"
    " unit=(UNIT|UNITS)",
    "last_of_month": "the which=(last|first|final|second|third) (count=(NUM|NUMBERWORD))? unit=(week|weeks|days"
    "|day) of month=MONTH"
    " (COMMA? year=YEAR)?",
    "which": "(mod=(early|late|earlier|later|early in|late in|earlier in|later in|mid DASH?|(toward|towards) the"
    " end of|the? (beginning|start|end|middle"
    "|close|latter half|latter part|first half|second half|half) of|the? (early|late|later) part of))?"
    f" (({_WHICH}) | which0=(the|later that|month MARK s)) (calendar|academic|fiscal)? unit=(UNIT|day|night)",
    "end_of": "(mod=(the? (very|early|later|latter|first|second)? (beginning|start|end|middle|close|half|part)"
    " of) the unit=(UNIT)"
    " | unit=(month|year|week) MARK s? mod=end)",
    "duration": f"{_ABOUT} count={_COUNT} FULL? DASH? unit=(UNITS|UNIT|night|nights) (and a half)? (DASH? long)?",
    "nights": "part=(nights|evenings|mornings|afternoons)",
    "long": "unit=(day|days|week|weeks|month|months|year|years|decade|decades|hour|hours) DASH long | unit=UNITS"
    " (DASH long)?",
    "every": "set=(every|each) ((count=(NUM|NUMBERWORD|other|few))? unit=(UNIT|UNITS|night) | part=PART |"
    " weekday=WEEKDAY | season=SEASON)",
    "weekdays": "weekday=WEEKDAYS",
    "frequency": "set=FREQUENCY",
    "per": "(per|each) unit=UNIT | (once|twice) a unit=UNIT",
    "now": "now=(now|right now|currently|presently|at present|nowadays|these days|at the moment|at this point|at"
    " this time|to date"
    "|present DASH day|modern DASH? day|at the present time)",
    "recent": "past=(recently|lately|of late|recent (times|UNITS) | the recent past | the past | the (not too"
    "|not so) distant past)",
    "soon": "future=(soon|shortly | the (near|foreseeable)? future | the coming UNITS | (the)? coming UNITS"
    " | in due course)",
    "feast": "(which=(this|last|next|that|this year MARK s|last year MARK s|the|during the|every))? (mod=(early"
    "|late|mid DASH?"
    "|the (beginning|start|end|middle) of|the night of))? (the)? (holy month of)? (orthodox=orthodox)? feast=("
    "christmas (eve|day|night)? | easter (sunday|monday|saturday)? | good friday | palm sunday | holy thursday |"
    " ash wednesday"
    " | ramadan | ramazan | muharram | ashura | eid (al|ul)? DASH? (al|ul)? DASH? (fitr|adha) | eid | nowruz |"
    " norouz | navroz | newroz"
    " | mawlid | thanksgiving (day)? | halloween | pentecost | new year MARK? s? (day|eve) | boxing day | may day"
    " | orthodox christmas | the fourth of july) ((COMMA|of)? year=YEAR | of? year2=(last year|this year|that"
    " year|next year))?",
}
"""Name of a rule and its words; where several fit, the longest wins, and of these the first."""
