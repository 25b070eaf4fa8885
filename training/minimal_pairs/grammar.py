"""Forms of English verbs and articles, as far as the templates need them."""

from __future__ import annotations

import re

_IRREGULAR = {
    "begin": ("began", "begun"),
    "blow": ("blew", "blown"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "come": ("came", "come"),
    "cut": ("cut", "cut"),
    "do": ("did", "done"),
    "fight": ("fought", "fought"),
    "find": ("found", "found"),
    "freeze": ("froze", "frozen"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "have": ("had", "had"),
    "hit": ("hit", "hit"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "lend": ("lent", "lent"),
    "let": ("let", "let"),
    "make": ("made", "made"),
    "meet": ("met", "met"),
    "mow": ("mowed", "mown"),
    "overrun": ("overran", "overrun"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "quit": ("quit", "quit"),
    "ring": ("rang", "rung"),
    "run": ("ran", "run"),
    "seek": ("sought", "sought"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "shoot": ("shot", "shot"),
    "shut": ("shut", "shut"),
    "sit": ("sat", "sat"),
    "slay": ("slew", "slain"),
    "speak": ("spoke", "spoken"),
    "stand": ("stood", "stood"),
    "stick": ("stuck", "stuck"),
    "strike": ("struck", "struck"),
    "swear": ("swore", "sworn"),
    "take": ("took", "taken"),
    "tell": ("told", "told"),
    "throw": ("threw", "thrown"),
    "undertake": ("undertook", "undertaken"),
    "uphold": ("upheld", "upheld"),
    "withdraw": ("withdrew", "withdrawn"),
    "withhold": ("withheld", "withheld"),
}
_DOUBLED = {
    "bar",
    "beg",
    "begin",
    "cancel",
    "commit",
    "confer",
    "cut",
    "drag",
    "drop",
    "equip",
    "expel",
    "funnel",
    "gun",
    "hem",
    "hit",
    "initial",
    "kidnap",
    "let",
    "level",
    "overrun",
    "patrol",
    "plan",
    "put",
    "quit",
    "run",
    "set",
    "ship",
    "shut",
    "sit",
    "slam",
    "slap",
    "step",
    "stop",
    "submit",
    "swap",
    "travel",
}


def past(verb: str) -> str:
    """The simple past: "held", "agreed", "shipped"."""
    return _IRREGULAR[verb][0] if verb in _IRREGULAR else _with_ed(verb)


def participle(verb: str) -> str:
    """The past participle: "held", "given", "shipped"."""
    return _IRREGULAR[verb][1] if verb in _IRREGULAR else _with_ed(verb)


def gerund(verb: str) -> str:
    """The form in -ing: "holding", "making", "shipping", "agreeing"."""
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + "ing"
    return (verb + verb[-1] if verb in _DOUBLED else verb) + "ing"


def singular(verb: str) -> str:
    """The present of the third person: "holds", "goes", "carries"."""
    if verb == "have":
        return "has"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


def plural(verb: str) -> str:
    """The present of the plural from that of the third person: "denies" → "deny", "presses" → "press"."""
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    return verb[:-2] if verb.endswith(("sses", "ches")) else verb[:-1]


def with_article(phrase: str) -> str:
    """The phrase behind "a" or "an"; brackets and tags before its first letter are looked through."""
    first = re.sub(r"<[^:>]*:|\[", "", phrase)
    return ("an " if first[0].lower() in "aeio" else "a ") + phrase


def _with_ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return (verb + verb[-1] if verb in _DOUBLED else verb) + "ed"
