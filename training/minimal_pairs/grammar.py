"""Forms of English verbs and articles, as far as the templates need them."""

from __future__ import annotations

import re

_IRREGULAR = {
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "cut": ("cut", "cut"),
    "fight": ("fought", "fought"),
    "freeze": ("froze", "frozen"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "have": ("had", "had"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "lay": ("laid", "laid"),
    "leave": ("left", "left"),
    "let": ("let", "let"),
    "make": ("made", "made"),
    "meet": ("met", "met"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "run": ("ran", "run"),
    "seek": ("sought", "sought"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "shoot": ("shot", "shot"),
    "sit": ("sat", "sat"),
    "speak": ("spoke", "spoken"),
    "stand": ("stood", "stood"),
    "strike": ("struck", "struck"),
    "take": ("took", "taken"),
    "throw": ("threw", "thrown"),
    "undertake": ("undertook", "undertaken"),
    "withdraw": ("withdrew", "withdrawn"),
}
_DOUBLED = {
    "confer",
    "cut",
    "expel",
    "gun",
    "initial",
    "kidnap",
    "let",
    "patrol",
    "plan",
    "put",
    "run",
    "set",
    "ship",
    "sit",
    "step",
    "stop",
    "swap",
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
