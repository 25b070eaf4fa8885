"""Whether the words around a phrase leave it one of time: "we may march" and "1,500 men" do not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.reading.timewords.grammar import Phrase

_NEAR = 24
"""Characters before an expression that can tell what it is."""
_PREPOSITION = (
    r"in|since|until|till|during|throughout|through|by|from|to|of|between|and|before|after|last|next|this|for|on"
    r"|around"
    r"|about|circa|early|late|mid|into|as of|beyond|or|toward|towards|over|starting|ending|beginning|for the|back to"
)
_AFTER_PREPOSITION = re.compile(rf"(?:^|[\s(–—-])(?:{_PREPOSITION})[\s-]+(?:the\s+)?$", re.IGNORECASE)
_AFTER_LINK = re.compile(r"\b(?:and|or|of|for)\s+$", re.IGNORECASE)
"""Words after which May and March are months only if one was named before."""
_AFTER_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:and|or)\s+$"
)
_AFTER_ARTICLE = re.compile(r"\b(?:a|an|the|its|his|her|their)\s+$", re.IGNORECASE)
_AFTER_STRONG = re.compile(
    r"(?:^|[\s(])(?:in|since|until|till|during|throughout|through|last|next|this|from|between|early|late"
    r"|mid)[\s-]+$",
    re.IGNORECASE,
)
_NAMED_MAY = re.compile(
    r"\b(?:Mrs?\.?|Ms\.?|Theresa|Prime Minister|President|General|Gen\.|Colonel|Col\.)\s+(?:May|March)\b"
)
_AFTER_NAME = re.compile(
    r"(?:^|\s)(?!(?:The|A|In|On|By|Last|Next|This|Since|Until|From|Mid|Late|Early|Every|After|Before|During"
    r"|Throughout|Over"
    r"|Between|Around|Toward|Towards|Through|Each|That|And|But|For|Of|At|To|Despite|Into|When"
    r"|As)\s)[A-Z][a-z’']+\s+$"
)
_BEFORE_NAME = re.compile(r"\s+[A-Z][a-z]+\s+(?:said|says|told|was|is|has)\b")
_MONEY_OR_NUMBER = re.compile(
    r"(?:[$€£#]|\b(?:No|no|Nos|nos|page|pp|Rs|USD|article|section|resolution|number|unit|flight|highway|about"
    r"|some|least"
    r"|than|nearly|almost|approximately|roughly|another|estimated)\.?)\s*$",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\s*(?:%|percent|per\s+cent|people|men|women|children|troops|soldiers|fighters|prisoners|civilians|km"
    r"|kilomet\w+|miles|met(?:re|er)s"
    r"|m\b|feet|tons?|tonnes|dollars|pounds|euros|dead|killed|wounded|injured|casualties|refugees|families|homes"
    r"|houses"
    r"|others|more|members|officers|police|tanks|aircraft|ships|guns|rounds|hours|hrs|GMT|votes|seats|years|days"
    r"|times|of\s+them)\b",
    re.IGNORECASE,
)
_OLD = re.compile(r"[\s-]+(?:old|of\s+age|olds)\b", re.IGNORECASE)
_AFTER_LENGTH = re.compile(
    r"\b(?:for|in|within|after|of|only|just|than|lasts?|lasted|took|takes?|least)\s+$", re.IGNORECASE
)
_SEASON_FIRM = re.compile(
    r"(?:^|[\s(])(?:in|since|until|by|during|throughout|through|the|this|last|next|that|every|each"
    r"|over|early|late|mid"
    r"|following|previous|same|coming|their|its|main|second|first|for|into)[\s-]+(?:the\s+)?$",
    re.IGNORECASE,
)
_SEASON_HEADS = re.compile(
    r"\s+(?:offensive|campaign|fighting|season|break|harvest|months|quarters|truce|of\s+\d)", re.IGNORECASE
)
_MAY_COME = re.compile(
    r"\b(?:will|would|may|might|could|can|should|shall|is|are|be|to|not|ll|very|expected|expects?|hopes?|hoped"
    r"|until|how)\s+$",
    re.IGNORECASE,
)
"""Words before "soon" that leave what follows to come; in a tale ("he soon fled") it is no time."""


@dataclass(frozen=True, slots=True)
class _Near:
    """A phrase, its words, and those before and after it."""

    phrase: Phrase
    words: str
    before: str
    after: str
    text: str


def _month(near: _Near) -> bool:
    if near.phrase.slots.keys() & {"mod", "which", "year", "year2"}:
        return True
    word = near.words.rstrip(".")
    if _BEFORE_NAME.match(near.after) or _AFTER_NAME.search(near.before):
        return False
    if word.lower() in {"may", "march"}:
        return _may_or_march(near, word)
    if len(word) < 5 and word not in {"June", "July"}:
        return _AFTER_PREPOSITION.search(near.before) is not None
    return True


def _may_or_march(near: _Near, word: str) -> bool:
    """A month after a preposition, or between "the" and a word in small letters ("the May summit")."""
    if near.after.startswith((" be ", " have ")):
        return False
    if _AFTER_LINK.search(near.before):
        return _AFTER_MONTH.search(near.before) is not None or near.before.endswith("of ")
    if word.isupper() or _is_a_name(near.text):
        return _AFTER_STRONG.search(near.before) is not None
    names = _AFTER_ARTICLE.search(near.before) is not None and re.match(r"\s+[a-z]", near.after) is not None
    return names or _AFTER_PREPOSITION.search(near.before) is not None


@lru_cache(maxsize=1)
def _is_a_name(text: str) -> bool:
    """Whether May or March is somebody's name in a report."""
    return _NAMED_MAY.search(text) is not None


def _year(near: _Near) -> bool:
    if near.phrase.slots.keys() & {"mod", "era"}:
        return True
    if _MONEY_OR_NUMBER.search(near.before) or _MEASURED.match(near.after):
        return False
    if int(near.phrase["year"]) >= 1900:
        return int(near.phrase["year"]) < 2060 or _AFTER_PREPOSITION.search(near.before) is not None
    framed = (
        near.before.endswith("(") or not near.before.strip() or _AFTER_PREPOSITION.search(near.before) is not None
    )
    return framed or (
        int(near.phrase["year"]) >= 1500 and re.search(r"\b(?:the|a|an|spent|of)\s+$", near.before) is not None
    )


def _season(near: _Near) -> bool:
    if near.phrase.slots.keys() & {"which", "year", "year2"}:
        return True
    if _SEASON_HEADS.match(near.after):
        return True
    if _AFTER_NAME.search(near.before) and not near.words.lower().startswith("the "):
        return False
    if re.match(r"-?(?:time)?\s*(?:board|water|loaded|ed)\b", near.after):
        return False
    words = near.words.lower()
    if words.endswith("fall"):
        return words != "fall" and not re.match(r"\s+(?:of|from|to|in|into|and\s+rise)\s+(?!\d)", near.after)
    return (
        words != "spring"
        or _SEASON_FIRM.search(near.before) is not None
        or _SEASON_HEADS.match(near.after) is not None
    )


def _nth(near: _Near) -> bool:
    firm = re.search(r"\b(?:on|from|until|till|by|to|and|of)\s+$", near.before, re.IGNORECASE)
    return firm is not None and re.match(r"\s*(?:[.,;:)]|to\b|and\b|was\b|in\b|the\b|at\b|$)", near.after) is not None


def _short_year(near: _Near) -> bool:
    return re.search(r"\b(?:of|in|since|the|and)\s+$", near.before) is not None and not re.match(
        r"[\d’'\w]", near.after
    )


def _duration(near: _Near) -> bool:
    if _OLD.match(near.after) or re.search(r"\b(?:aged?)\s+$", near.before):
        return False
    if near.words.lower() == "one day" and not _AFTER_LENGTH.search(near.before):
        return False
    return re.fullmatch(r"an?\s+(?:second|minute)|some\s+day", near.words, re.IGNORECASE) is None


def _lasting(near: _Near) -> bool:
    """ "The last day" of something is no length of time."""
    return re.fullmatch(r"the\s+(?:last|past)\s+(?:day|hour|night)s?", near.words, re.IGNORECASE) is None


def _long(near: _Near) -> bool:
    words = near.words
    if words.lower().endswith("long"):
        return True
    firm = re.search(
        r"\b(?:for|within|after|in|over|took|take|lasted|last|of|and|or|spent|by)\s+$", near.before, re.IGNORECASE
    )
    return firm is not None and not _OLD.match(near.after) and words[0].islower()


def _which(near: _Near) -> bool:
    """ "The day" and "the month" alone are hardly ever dates; "the end of the year" and "that day" are."""
    if near.phrase["which"] or near.phrase["mod"] or not near.phrase["which0"].startswith("the"):
        return not (
            near.phrase["which"] in {"first", "the first", "the final", "final", "the very first"}
            and not near.phrase["mod"]
        )
    return False


def _part(near: _Near) -> bool:
    return bool(near.phrase["which"]) or "yesterday" in near.words.lower() or bool(near.phrase["mod"])


def _at_part(near: _Near) -> bool:
    if near.phrase["part"] in {"overnight", "midnight", "nightfall"}:
        return True
    return re.search(r"\b(?:at|by|before|after|until|since|from)\s+$", near.before, re.IGNORECASE) is not None


def _now(near: _Near) -> bool:
    return near.words != "Now" or not near.after.startswith((",", " that"))


def _soon(near: _Near) -> bool:
    if near.phrase["future"] not in {"soon", "shortly"}:
        return True
    if re.match(r"\s+(?:after|before|as|thereafter|afterwards?)\b", near.after) or re.search(
        r"\b[Aa]s\s+$", near.before
    ):
        return False
    return _MAY_COME.search(near.before) is not None or re.match(r"\s*(?:[.,;:”\"’)]|$)", near.after) is not None


def _clock(near: _Near) -> bool:
    plain = near.words.replace(":", "").isdigit()
    return (
        not plain
        or re.search(r"\b(?:at|by|from|until|to|around|about|before|after|since)\s+$|\($", near.before) is not None
    )


def _weekday(near: _Near) -> bool:
    name = re.search(r"\b(?:Black|Bloody|Red|Man|Good|Super|Freaky)\s+$", near.before)
    return name is None and not (near.words.islower() and near.phrase["weekday"] in {"sun", "sat"})


def _feast(near: _Near) -> bool:
    if re.match(r"\s+(?:Agreement|Accords?|Islands?|Massacre|tree|cards?)\b", near.after):
        return False
    return near.words.lower() != "may day" or near.words[0] == "M"


def _days_month(near: _Near) -> bool:
    return not near.before.endswith(("$", "€", "£"))


def _frequency(near: _Near) -> bool:
    return not re.match(r"\s+(?:[A-Z]|newspaper|paper|magazine)", near.after) and not _AFTER_NAME.search(near.before)


_CHECKS = {
    "month": _month,
    "year": _year,
    "season": _season,
    "nth": _nth,
    "short_year": _short_year,
    "duration": _duration,
    "lasting": _lasting,
    "long": _long,
    "which": _which,
    "part": _part,
    "at_part": _at_part,
    "now": _now,
    "soon": _soon,
    "clock": _clock,
    "weekday": _weekday,
    "feast": _feast,
    "days_month": _days_month,
    "frequency": _frequency,
}


def is_time(phrase: Phrase, text: str, start: int, end: int) -> bool:
    """Whether the words around a phrase, in the sentence from `start` to `end`, leave it one of time."""
    check = _CHECKS.get(phrase.rule)
    if check is None:
        return True
    before = text[max(start, phrase.start - _NEAR) : phrase.start]
    after = text[phrase.end : min(end, phrase.end + _NEAR)]
    return check(_Near(phrase, text[phrase.start : phrase.end], before, after, text))
