"""Bodies that a report speaks of again and again: the registry's where it knows them, else made from the text."""

from __future__ import annotations

import re
from typing import cast

from onrecord.model import ActorKind, Span
from onrecord.reading.reader import Chain
from onrecord.resolution.names import folded
from onrecord.resolution.registry import Entry, body_of
from onrecord.resolution.setting import Setting

BODY_KINDS = frozenset({"armed_group", "government", "military", "country", "party", "organisation"})
_STATE = frozenset({"government", "military", "country"})
_ARTICLE = re.compile(r"^(?:the|its|their|his|our)\s+", re.IGNORECASE)
_LONGEST_NAME = 8


def body_of_chain(setting: Setting, chain: Chain) -> Entry | None:
    """The body that a chain of mentions means: one that is known, or a new one under its longest name; else None."""
    known = _known(setting, chain)
    if known is not None:
        return known
    if chain.kind in _STATE:
        for mention in chain.mentions:
            if mention.form != "pronoun":
                found = setting.body_in(mention.span.text, mention.span.start, mention.span.end)
                if found is not None and found.kind in _STATE:
                    return found
    names = [_ARTICLE.sub("", name.text) for name in chain.names]
    fitting = [name for name in names if len(name.split()) <= _LONGEST_NAME and "\n" not in name]
    if not fitting or not chain.mentions:
        return None
    name = max(fitting, key=lambda n: (len(n.split()), len(n), n))
    return Entry(f"text:{chain.kind}:{folded(name)}", name, cast("ActorKind", chain.kind))


def _known(setting: Setting, chain: Chain) -> Entry | None:
    """The registry's entry for a name of the chain that is all of a mention or ends it."""
    for span in chain.names:
        for match in setting.matches_at(span):
            if not match.entries or match.span.end != span.end or match.span.start < span.start:
                continue
            entry = setting.meant(match)
            if entry is not None and _fits(entry, chain, match.span, span):
                if entry.kind == "country" and chain.kind in {"government", "military"} and entry.country is not None:
                    return body_of(entry.country, chain.kind)
                return entry
    return None


def _fits(entry: Entry, chain: Chain, match: Span, mention: Span) -> bool:
    if entry.kind == "country":
        return chain.kind in _STATE and _ARTICLE.sub("", mention.text) == match.text
    return (entry.kind in _STATE) == (chain.kind in _STATE)
