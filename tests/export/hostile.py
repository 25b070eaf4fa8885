"""A report that tries to act on whatever opens it, and one that is too long for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.record.readings import FAQIR, PAKISTAN, TTP, Said, filler, reading_of_report

from onrecord.model import Reading

FORMULA = '=HYPERLINK("http://evil.example","x")'
TITLE = FORMULA + "\x00\x01\x1b[2J\ufffe\u202egnp\u2066"
LONG = "+1+1 " + "long headline " * 75_000
SAID = (
    Said("+1+1", "said", "@SUM(1+9)*cmd|' /C calc'!A0 about talks", "role", party=TTP),
    Said("-2+3; =1+1", "denied", '\u202e\uff1d1+1 talks, "=2+2"\n-3\ttalks', "named", "denies", PAKISTAN, FAQIR),
)


def hostile_readings() -> list[Reading]:
    """Three reports whose headlines, outlets, addresses and words are formulas, control characters and a megabyte."""
    first = reading_of_report("bad", date(2011, 11, 15), *SAID, outlet="=cmd|' /C calc'!A0")
    second = reading_of_report("long", date(2011, 11, 16), *SAID, outlet="\tThe Outlet", body=filler("long"))
    third = reading_of_report("number", date(2011, 11, 17), *SAID, outlet="-12", body=filler("number"))
    return [
        replace(first, article=replace(first.article, title=TITLE, url="javascript:alert(1)", byline='=1+1"')),
        replace(second, article=replace(second.article, title=LONG, url='http://x.example/"><script>')),
        replace(third, article=replace(third.article, title="\r\n=1+1", url="https://example.org/a?b=c")),
    ]
