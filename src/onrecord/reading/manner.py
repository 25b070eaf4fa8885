"""How a thing is said: act, certainty, form, kind and type of source, medium, and how sure the reader is of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.assets import table
from onrecord.model import Act, Certainty, Form, SourceKind, SourceType, Span
from onrecord.reading.attribution import Attribution
from onrecord.reading.lexicon import speaker_nouns
from onrecord.reading.quotations import Quotation

_FALSEHOOD = re.compile(
    r"\b(?:incorrect|untrue|false|baseless|unfounded|fabricated|groundless|wrong|a lie|lies"
    r"|without (?:any )?(?:basis|foundation)|no truth"
    r"|no such|nonsense|propaganda|rumou?rs?|fiction|never (?:held|took place|happened|met)|not true)\b",
    re.IGNORECASE,
)
_NEGATED_VERB = re.compile(r"\b(?:not|never|neither|nor|no)\b|n['’]t\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"^\W*(?:(?:that|there|it|he|she|they|we|I|the \w+|[A-Z]\w+)\W+){0,4}?(?:(?:is|are|was|were|has|have|had"
    r"|did|does|do|will|would|could|can)"
    r"\s*(?:been\s+)?(?:not|never|no|n['’]t)\b|never\b|no\b|not\b|none\b|(?:is|are|was|were|has|have|had|did|does|do|wo|would|could|ca)n['’]t\b)",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    r"\b(?:if|unless|provided that|on condition that|only when|only if|as long as|in case|should [a-z]+ [a-z]+,)\b",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"\b(?:(?-i:may)|might|could|can|likely|unlikely|possibly|possible|perhaps|probably|probable|hopes?|hoping|soon"
    r"|would|expected to|appears?|seems?|plans? to"
    r"|potential(?:ly)?|believed to|thought to|ready to|willing to|prepared to)\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"^\W*(?:whether|if|how|who|what|why|when|where)\b", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:will|shall|going to)\b|['’]ll\b", re.IGNORECASE)
_HOPE = frozenset(
    {
        "hope",
        "fear",
        "expect",
        "want",
        "seek",
        "propose",
        "predict",
        "anticipate",
        "suspect",
        "guess",
        "believe",
        "think",
        "seem",
        "appear",
    }
)
_MEDIA = (
    ("telephone", re.compile(r"\b(?:tele)?phone\b", re.IGNORECASE)),
    ("email", re.compile(r"\be-?mail(?:ed)?\b", re.IGNORECASE)),
    ("social media", re.compile(r"\b(?:tweet(?:ed)?|Twitter|Facebook|Telegram|X account)\b")),
    ("television", re.compile(r"\b(?:television|TV|televised)\b", re.IGNORECASE)),
    ("radio", re.compile(r"\bradio\b", re.IGNORECASE)),
    ("video", re.compile(r"\bvideo\b", re.IGNORECASE)),
    ("letter", re.compile(r"\b(?:in|by) (?:a|an open) letter\b", re.IGNORECASE)),
    ("news conference", re.compile(r"\b(?:news|press) (?:conference|briefing)\b", re.IGNORECASE)),
    ("interview", re.compile(r"\binterview\b", re.IGNORECASE)),
    ("speech", re.compile(r"\b(?:speech|address to|televised address)\b", re.IGNORECASE)),
    ("statement", re.compile(r"\bin an? (?:\w+ ){0,2}(?:statement|communiqu[eé])\b", re.IGNORECASE)),
)
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ]\b")
_COUNTED = frozenset("the a an one two three four some many several most none another other others all no".split())
_BODIES_AS_PRONOUNS = frozenset({"it", "they", "we"})


def act_of(attribution: Attribution) -> Act:
    """What the speaker does with the content, from the cue, its negation and what the content calls itself."""
    cue = attribution.cue.text.lower()
    if attribution.construction == "silence":
        return _act_of_silence(attribution)
    if attribution.construction == "unclear":
        return "doubts"
    if attribution.construction == "hearsay" or attribution.verb is None:
        return "asserts"
    act = attribution.verb.act
    content = " ".join(c.text for c in attribution.content)
    if act in {"confirms", "denies"} and _NEGATED_VERB.search(cue):
        return "declines" if act == "confirms" else "doubts"
    if act in {"confirms", "asserts"} and _FALSEHOOD.search(content) and _about_a_report(content):
        return "denies"
    if attribution.verb.base == "call":
        return _act_of_calling(cue, content)
    if attribution.verb.base in {"propose", "want", "seek", "cast", "ask"} and act == "doubts":
        return "asserts"
    if act == "asserts" and _PROMISING.search(content):
        return "promises"
    return act


_PROMISING = re.compile(r"^\W*(?:(?:that )?(?:we|I) (?:will|shall)\b)", re.IGNORECASE)
_REPORTING = re.compile(
    r"\b(?:reports?|claims?|rumou?rs?|allegations?|stor(?:y|ies)|statements?|talks|negotiations?|contacts?|it|this|that)\b",
    re.IGNORECASE,
)


def _about_a_report(content: str) -> bool:
    return bool(_REPORTING.search(content))


def _act_of_silence(attribution: Attribution) -> Act:
    cue = attribution.cue.text.lower()
    if re.search(r"available|reach|contacted|unavailable", cue):
        return "unavailable"
    return "declines"


def _act_of_calling(cue: str, content: str) -> Act:
    """ "called for" and "called on" demand; "called the claim baseless" denies; "called it a crime" asserts."""
    if cue.endswith((" for", " on")):
        return "demands"
    return "denies" if _FALSEHOOD.search(content) else "asserts"


def certainty_of(attribution: Attribution, act: Act) -> Certainty:
    """How sure the speaker is of the content."""
    content = " ".join(c.text for c in attribution.content)
    if attribution.construction == "unclear" or _UNKNOWN.search(content):
        return "unknown"
    if _CONDITIONAL.search(content):
        return "conditional"
    if act == "denies" or _NEGATED.search(content):
        return "negated"
    if act in {"declines", "unavailable"}:
        return "unknown"
    if act in {"promises", "threatens", "demands", "predicts"} or _POSSIBLE.search(content):
        return "possible"
    if attribution.verb is not None and attribution.verb.base in _HOPE and attribution.construction != "hearsay":
        return "possible"
    return "possible" if attribution.construction == "hearsay" or _FUTURE.search(content) else "actual"


def form_of(attribution: Attribution, quotations: Sequence[Quotation]) -> Form:
    """Direct when all of the content stands between quotation marks, indirect when none does, else mixed."""
    quoted = unquoted = False
    for span in attribution.content:
        first = bisect_right(quotations, span.start, key=lambda q: q.end)
        last = bisect_right(quotations, span.end, key=lambda q: q.start)
        for match in re.finditer(r"\w+", span.text):
            position = span.start + match.start()
            inside = any(q.start <= position < q.end for q in quotations[first:last])
            quoted, unquoted = quoted or inside, unquoted or not inside
    if quoted and not unquoted:
        return "direct"
    return "mixed" if quoted else "indirect"


def source_kind_of(source: Span | None, attribution: Attribution) -> SourceKind:
    """How the source is named in its own words; resolution raises it to `named` when a name is found elsewhere."""
    if source is None or source.text.lower() == "there" or attribution.construction in {"hearsay", "unclear"}:
        return "impersonal"
    words = [w.lower().strip(".,'’") for w in re.findall(r"[\w'’-]+", source.text)]
    if words[0] in _BODIES_AS_PRONOUNS and len(words) == 1:
        return "collective"
    kinds = [_noun_kind(w) for w in words]
    head = _head_kind(words, kinds)
    if head == "document":
        return "document"
    if head == "office":
        return "named" if _has_person_name(source.text) else "role"
    if head == "collective":
        return "collective"
    if head == "anonymous":
        return "named" if _has_person_name(source.text) and not source.text.lower().endswith("s") else "anonymous"
    if words[0] in {"he", "she", "i"}:
        return "named"
    own_words = source.text.partition(" ")[2] if words[0] in _COUNTED else source.text
    return "named" if _NAME.search(own_words) else "anonymous"


def _noun_kind(word: str) -> str | None:
    nouns = speaker_nouns()
    return nouns.get(word) or nouns.get(word.removesuffix("s"))


def _head_kind(words: list[str], kinds: list[str | None]) -> str | None:
    """Kind of the phrase's head: the last speaker noun before the first "of", "for" or "in"."""
    links = [
        i
        for i, w in enumerate(words)
        if w in {"of", "for", "in", "from", "with", "close", "at", "on", "who", "to"} and i > 0
    ]
    end = links[0] if links else len(words)
    return next((k for k in reversed(kinds[:end]) if k is not None), None)


_TITLES = re.compile(
    r"\b(?:President|Prime|Minister|Interior|Foreign|Defen[cs]e|Secretary|Gen|General|Col|Colonel|Maj|Major|Capt|Captain|Lt|Brig|Admiral|Adm|Sen|Rep|Gov|Mr|Mrs|Ms|Dr"
    r"|Senator|Representative|Ambassador|Chairman|Pope|King|Queen|State|The|A|An|Former|Commander|Chief|Spokesman|Spokeswoman|Deputy|Leader|Army|Government|Ministry|Police|Council"
    r"|Taliban|Military|Vice|White|House|United|Nations|States|Republican|Democratic|Party|Department|Justice|National|Security|Officials?)\b\.?"
)


def _has_person_name(text: str) -> bool:
    """Whether capitalised words are left when titles, offices and what follows "of" or "for" are taken away."""
    head = re.split(r"\b(?:of|for|in|from|at|with)\b", text, maxsplit=1)
    rest = _TITLES.sub(" ", head[0])
    names = re.findall(r"\b[A-ZÀ-Þ][\w'’-]+", rest)
    if len(names) >= 2:
        return True
    return len(names) == 1 and head[0].rstrip(" ,").endswith(names[0]) and not names[0].endswith(("'s", "’s"))


def source_type_of(source: Span | None, kind: SourceKind) -> SourceType | None:
    """What kind of body or person speaks, from the words of the source alone."""
    if source is None or kind in {"outlet", "impersonal"}:
        return None
    words = set(re.findall(r"\w+", source.text.lower()))
    fallback: SourceType | None = "document" if kind == "document" else None
    return next((name for name, nouns in table("cues")["source_types"].items() if words & set(nouns)), fallback)


def medium_of(text: str, attribution: Attribution, sentence: Span) -> str | None:
    """By what medium it was said, from the words of the sentence outside the content."""
    stretches, position = [], sentence.start
    for content in sorted(attribution.content):
        stretches.append(text[position : min(content.start, sentence.end)])
        position = max(position, content.end)
    outside = "  ".join([*stretches, text[position : sentence.end]])
    return next((name for name, pattern in _MEDIA if pattern.search(outside)), None)


def confidence_of(attribution: Attribution, form: Form) -> float:
    """A rough order of trust from 0 to 1 by construction, set by hand: which kinds to check first, no probability."""
    if attribution.construction == "verb" and attribution.verb is not None:
        if form != "indirect":
            return 0.8
        return 0.6 if attribution.verb.base in {"say", "tell", "add", "deny", "confirm", "claim", "report"} else 0.4
    return {"according": 0.7, "silence": 0.6, "elided": 0.6, "hearsay": 0.3, "unclear": 0.4}.get(
        attribution.construction, 0.3
    )
