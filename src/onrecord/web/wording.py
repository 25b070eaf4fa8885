"""The words in which the pages name stances, standings, sources, acts and kinds of event, and what each means."""

from __future__ import annotations

from onrecord.linking.kinds import KINDS
from onrecord.record.questions.brief.wording import MEANINGS

STANCES = {
    "affirms": "affirms",
    "denies": "denies",
    "divided": "divided",
    "declines": "declines",
    "unclear": "leaves open",
}
STANCES_MEAN = {
    "affirms": "says that it happens or happened",
    "denies": "says that it does not or did not happen",
    "divided": "speakers of one party differ, and both stand",
    "declines": "would not say, or could not be reached",
    "unclear": "doubts, expects, demands or leaves open",
}
STANDINGS = {
    "unreported": "unreported",
    "claimed-anonymously": "claimed anonymously",
    "claimed-by-third-party": "claimed by third party",
    "claimed-by-one-side": "claimed by one side",
    "disputed": "disputed",
    "confirmed-by-both": "confirmed by both",
    "denied": "denied",
}
STANDINGS_MEAN: dict[str, str] = {str(standing): words for standing, words in MEANINGS.items()}
SOURCES = {
    "named": "named",
    "role": "by office",
    "collective": "as a body",
    "document": "document",
    "anonymous": "anonymous",
    "outlet": "the report itself",
    "impersonal": "nobody in particular",
}
SOURCES_MEAN = {
    "named": "speaks under a name of their own",
    "role": "unnamed, but known by an office",
    "collective": "a body speaks as one",
    "document": "a statement, letter, law, report or video",
    "anonymous": "neither a name nor an office of their own",
    "outlet": "the report asserts it by itself; counts for nothing",
    "impersonal": "hearsay; counts for nothing",
}
ACTS = {
    "asserts": "says",
    "confirms": "confirms",
    "denies": "denies",
    "doubts": "doubts",
    "declines": "declines to say",
    "unavailable": "could not be reached",
    "promises": "promises",
    "threatens": "threatens",
    "demands": "demands",
    "accuses": "accuses",
    "predicts": "predicts",
}
TYPES = {
    "CONSULT": "talks",
    "AGREE": "agreements",
    "COOPERATE": "cooperation",
    "SUPPORT": "support",
    "CONCEDE": "concessions",
    "AID": "aid",
    "RETREAT": "ceasefires, withdrawals and releases",
    "REQUEST": "requests",
    "ACCUSE": "accusations",
    "REJECT": "rejections",
    "THREATEN": "threats",
    "PROTEST": "protests",
    "SANCTION": "sanctions",
    "MOBILIZE": "mobilisations",
    "COERCE": "arrests and coercion",
    "ASSAULT": "attacks and abductions",
}

_CONFIRMED = {1: "confirmed by the party", 2: "confirmed by both"}
_CONFIRMED_BY_MORE = "confirmed by all parties"
_NAMES = (STANCES, STANDINGS, SOURCES, ACTS, TYPES)
_MEANINGS = (STANCES_MEAN, STANDINGS_MEAN, SOURCES_MEAN)


def named(value: str, parties: int | None = None) -> str:
    """The word for a value of the record (`claimed-by-one-side`, `role`, `CONSULT`); the value itself for any other.

    `parties` is how many there are to the claim that has this standing: not every one is between two.
    """
    if value == "confirmed-by-both" and parties:
        return _CONFIRMED.get(parties, _CONFIRMED_BY_MORE)
    return next((names[value] for names in _NAMES if value in names), value.replace("-", " ").replace("_", " "))


def meaning(value: str) -> str:
    """What a stance, a standing or a kind of source means, in half a sentence; nothing for any other value."""
    return next((meanings[value] for meanings in _MEANINGS if value in meanings), "")


def types() -> list[tuple[str, str]]:
    """The types of event that can be claimed, with their words, in the order of the kinds."""
    return [(type_, TYPES.get(type_, type_.lower())) for type_ in dict.fromkeys(kind.type for kind in KINDS.values())]
