"""Constructions of news English in one sentence each, with what a right reading of it holds.

A table for each thing that is read; the share of its sentences that are read rightly is a measure with a floor.
Contents are compared by their words, so that quotation marks and full stops at their edges do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from onrecord.model import Act, Article, Certainty, Form, Reading, SourceKind, SourceType, Statement
from onrecord.reading import Reader
from onrecord.resolution import resolve

Triple = tuple[str | None, str, str]
SATURDAY = date(2011, 12, 10)

PLAIN: dict[str, Triple] = {
    # a verb after its source
    "The governor said that the road was open.": ("The governor", "said", "the road was open"),
    "The governor said the road was open.": ("The governor", "said", "the road was open"),
    "But on Monday the governor said the road was open.": ("the governor", "said", "the road was open"),
    "The army denied any talks.": ("The army", "denied", "any talks"),
    "Villagers told reporters that the mill had burned.": ("Villagers", "told", "the mill had burned"),
    "The governor of the northern province said the road was open.": (
        "The governor of the northern province", "said", "the road was open",
    ),
    "The envoy has repeatedly warned that the truce is weak.": (
        "The envoy", "has repeatedly warned", "the truce is weak",
    ),
    "The mayor said on Monday in a statement that the road was open.": ("The mayor", "said", "the road was open"),
    # a verb after its content
    "The road was open, the governor said.": ("the governor", "said", "The road was open"),
    "The road was open, a police officer said on Friday.": ("a police officer", "said", "The road was open"),
    "“We will stay,” the elder said.": ("the elder", "said", "“We will stay,”"),
    "\"We will stay,\" Ana Ruiz told the paper.": ("Ana Ruiz", "told", '"We will stay,"'),
    # a verb before its source
    "The road was open, said the governor.": ("the governor", "said", "The road was open"),
    "“We will stay,” said Ana Ruiz, a farmer.": ("Ana Ruiz", "said", "“We will stay,”"),
    "“We will stay”, says the elder of the village.": ("the elder of the village", "says", "“We will stay”"),
    # according to
    "According to the governor, the road was open.": ("the governor", "According to", "the road was open"),
    "The road was open, according to the governor.": ("the governor", "according to", "The road was open"),
    "The road was open, according to a report in the Gazette.": (
        "a report in the Gazette", "according to", "The road was open",
    ),
    # colon and quotation
    "The elder said: “We will stay.”": ("The elder", "said", "“We will stay.”"),
    "The elder told reporters: \"We will stay.\"": ("The elder", "told", '"We will stay."'),
    "The elder said, “We will stay.”": ("The elder", "said", "“We will stay.”"),
    # insertions between commas
    "The elder, speaking by telephone, said the mill had burned.": ("The elder", "said", "the mill had burned"),
    "Ana Ruiz, a farmer, said the mill had burned.": ("Ana Ruiz", "said", "the mill had burned"),
    "Ana Ruiz, who lives beside the mill, said it had burned.": ("Ana Ruiz", "said", "it had burned"),
    "The bridge, officials said, was destroyed on Friday.": (
        "officials", "said", "The bridge | was destroyed on Friday",
    ),
    # a circumstance before the source is no part of what is said
    "In a speech on Friday, the president said: “We will talk.”": ("the president", "said", "“We will talk.”"),
    "On Monday, the elder said, “We stay.”": ("the elder", "said", "“We stay.”"),
    "“It is a lie,” the spokesman said of the report.": ("the spokesman", "said", "“It is a lie,”"),
    # relative clauses
    "The elder, who said the mill had burned, lives there.": ("The elder", "said", "the mill had burned"),
    "Officials who asked not to be named said talks were held.": ("Officials", "said", "talks were held"),
    "Officials who spoke to reporters said talks were held.": ("Officials", "said", "talks were held"),
    "The officials, who asked not to be named, said talks were held.": ("The officials", "said", "talks were held"),
    # silence
    "The mayor could not be reached for comment.": ("The mayor", "could not be reached", "for comment"),
    "A spokeswoman declined to comment on the report.": ("A spokeswoman", "declined", "to comment on the report"),
    "The army was not immediately available for comment.": (
        "The army", "was not immediately available", "for comment",
    ),
    "The ministry did not respond to questions.": ("The ministry", "did not respond", "to questions"),
    # nobody in particular
    "It is unclear whether the truce will hold.": (None, "is unclear", "whether the truce will hold"),
    "It was not immediately known how many were hurt.": (None, "was not immediately known", "how many were hurt"),
    "The commander is believed to have crossed the border.": (None, "is believed", "to have crossed the border"),
    "The commander is reported to have moved.": (None, "is reported", "to have moved"),
    "The rebels were said to be near the town.": (None, "were said", "to be near the town"),
}  # fmt: skip

SEVERAL: dict[str, list[Triple]] = {
    "The government and the army denied any talks.": [
        ("The government", "denied", "any talks"), ("the army", "denied", "any talks"),
    ],
    "The army denied any talks, as did the ministry and a spokesman for the rebels.": [
        ("The army", "denied", "any talks"), ("the ministry", "as did", "any talks"),
        ("a spokesman for the rebels", "as did", "any talks"),
    ],
    "The governor said the road was open, adding that the bridge was safe.": [
        ("The governor", "said", "the road was open"), ("The governor", "adding", "the bridge was safe"),
    ],
    "“No talks,” he said, adding: “There will be none.”": [
        ("he", "said", "“No talks,”"), ("he", "adding", "“There will be none.”"),
    ],
    "The governor confirmed the report but said that nobody was hurt.": [
        ("The governor", "confirmed", "the report"), ("The governor", "said", "nobody was hurt"),
    ],
    "The army said the town was safe, but villagers said they heard shots.": [
        ("The army", "said", "the town was safe"), ("villagers", "said", "they heard shots"),
    ],
    "The elder said the mill had burned. He said nobody was hurt.": [
        ("The elder", "said", "the mill had burned"), ("He", "said", "nobody was hurt"),
    ],
}  # fmt: skip

QUOTED_ON = {
    "“We stay,” the elder said. “Nobody will drive us from the valley.”": "“We stay,” | “Nobody will drive us from"
    " the valley.”",
    "“We stay,” the elder said.\n“Nobody will drive us away.”": "“We stay,” | “Nobody will drive us away.”",
    "“We stay,” the elder said. “Nobody drives us away. Not even the flood.”": "“We stay,” | “Nobody drives us away."
    " Not even the flood.”",
    "“We came here long ago. We stay,” said the elder.": "“We came here long ago. We stay,”",
}

NOTHING = [
    "The report was published on Friday.",
    "The road to the claim office is open.",
    "He made a statement of claim.",
    "The confirmed cases rose to forty.",
    "Its reported losses were small.",
    "They declared war on the valley.",
    "The council called off the march.",
    "To say so is easy.",
    "The United States opened an embassy.",
    "The mill burned and nobody was hurt.",
    "Talks between both sides begin on Monday.",
    "It is clear that the road is open.",
    "Nobody confirmed the report.",
    "No one in the army confirmed the report.",
    "Neither side has confirmed the talks.",
    "Neither the army nor the government denied the report.",
    "None of the officials confirmed the report.",
    "",
    "...",
]

ACTS: dict[str, Act] = {
    "The elder said the mill had burned.": "asserts",
    "According to the elder, the mill had burned.": "asserts",
    "The commander is believed to have left.": "asserts",
    "The army confirmed the report.": "confirms",
    "The minister acknowledged that talks were held.": "confirms",
    "The president admitted meeting the rebels.": "confirms",
    "The army denied the report.": "denies",
    "The minister rejected the claim.": "denies",
    "The spokesman dismissed the report as propaganda.": "denies",
    "The minister confirmed that the report was incorrect.": "denies",
    "The spokesman said the report was baseless.": "denies",
    "The spokesman said there was no truth in the report.": "denies",
    "The minister called the claim baseless.": "denies",
    "The ministry could neither confirm nor deny the report.": "declines",
    "The ministry would not confirm or deny the report.": "declines",
    "The ministry declined to comment.": "declines",
    "The minister refused to say whether talks were held.": "declines",
    "The army did not respond to questions.": "declines",
    "The army did not confirm the report.": "declines",
    "The mayor could not be reached.": "unavailable",
    "The mayor was unavailable for comment.": "unavailable",
    "The officials were not available on Saturday.": "unavailable",
    "It is unclear whether the truce will hold.": "doubts",
    "The envoy doubted that the truce would hold.": "doubts",
    "The envoy questioned the report.": "doubts",
    "The rebels promised to free the hostages.": "promises",
    "The minister vowed to rebuild the mill.": "promises",
    "“We will rebuild the mill,” the mayor said.": "promises",
    "The rebels threatened to burn the mill.": "threatens",
    "The envoy called for talks.": "demands",
    "The envoy called on both sides to stop.": "demands",
    "The elder urged the rebels to leave.": "demands",
    "The group demanded the release of its men.": "demands",
    "The army accused the rebels of burning the mill.": "accuses",
    "The army blamed the rebels for the fire.": "accuses",
    "The envoy condemned the attack.": "accuses",
    "The analyst predicted that the truce would fail.": "predicts",
    "The minister called the attack a crime.": "asserts",
}

CERTAINTIES: dict[str, Certainty] = {
    "The elder said the mill had burned.": "actual",
    "The army confirmed the report.": "actual",
    "The elder said the mill may burn.": "possible",
    "The elder said the mill burned in May.": "actual",
    "The minister said an accord could be signed soon.": "possible",
    "The minister said an accord was likely.": "possible",
    "The minister hopes to sign an accord.": "possible",
    "The minister said the talks will begin in May.": "possible",
    "The commander is believed to have left.": "possible",
    "The elder said the mill had not burned.": "negated",
    "The elder said nobody was hurt and the mill stood.": "actual",
    "The elder said there were no talks.": "negated",
    "The elder said they were never asked.": "negated",
    "The army denied the report.": "negated",
    "The elder said he would leave if the rebels came.": "conditional",
    "The elder said he would stay unless the rebels came.": "conditional",
    "The elder asked whether the mill had burned.": "unknown",
    "It is unclear who burned the mill.": "unknown",
    "The army declined to comment.": "unknown",
    "The mayor could not be reached.": "unknown",
    "The rebels threatened to burn the mill.": "possible",
}

FORMS: dict[str, Form] = {
    "The elder said the mill had burned.": "indirect",
    "“The mill has burned,” the elder said.": "direct",
    "The elder said: “The mill has burned.”": "direct",
    "“The mill has burned,” said the elder. “Nobody was hurt in the fire.”": "direct",
    "The elder said the mill had “burned to the ground”.": "mixed",
    "The army denied “any such talks”.": "direct",
}

MEDIA = {
    "The elder said by telephone that the mill had burned.": "telephone",
    "The elder told reporters in a phone call that the mill had burned.": "telephone",
    "The elder wrote on Twitter that the mill had burned.": "social media",
    "The elder said on television that the mill had burned.": "television",
    "The elder told a news conference that the mill had burned.": "news conference",
    "The elder said in a short statement that the mill had burned.": "statement",
    "The elder said in an interview that the mill had burned.": "interview",
    "The elder said in a video that the mill had burned.": "video",
    "The elder said the mill had burned.": None,
    "The elder said that the telephone was broken.": None,
}

SAID_ON = {
    "The elder said on Friday that the mill had burned.": ("Friday", "2011-12-09"),
    "The mill had burned, the elder said today.": ("today", "2011-12-10"),
    "Last month, officials said talks were under way.": ("Last month", "2011-11"),
    "In November, officials denied that talks were held.": ("November", "2011-11"),
    "The elder said the mill had burned on Friday.": None,
    "Over the past year, officials have said that talks go on.": None,
    "The elder said the mill had burned.": None,
}

KINDS: dict[str, SourceKind] = {
    "Ana Ruiz said the mill had burned.": "named",
    "Interior Minister Ana Ruiz said the mill had burned.": "named",
    "Gen. Ana Ruiz said the mill had burned.": "named",
    "A spokesman for the Taliban said the mill had burned.": "role",
    "The interior minister said the mill had burned.": "role",
    "The deputy chief of the group said the mill had burned.": "role",
    "Militants said the mill had burned.": "anonymous",
    "Intelligence officials said the mill had burned.": "anonymous",
    "A source close to the talks said the mill had burned.": "anonymous",
    "A senior figure in the movement said the mill had burned.": "anonymous",
    "The army said the mill had burned.": "collective",
    "Both sides said the mill had burned.": "collective",
    "The Colombian government said the mill had burned.": "collective",
    "A statement said the mill had burned.": "document",
    "A letter from the commander said the mill had burned.": "document",
    "The report said the mill had burned.": "document",
    "It is unclear whether the mill has burned.": "impersonal",
    "The commander is believed to have left.": "impersonal",
}

TYPES: dict[str, SourceType | None] = {
    "Militants said the mill had burned.": "armed_group",
    "The army said the mill had burned.": "military",
    "The interior minister said the mill had burned.": "official",
    "The opposition said the mill had burned.": "party",
    "An analyst said the mill had burned.": "expert",
    "Residents said the mill had burned.": "witness",
    "A letter said the mill had burned.": "document",
    "State television said the mill had burned.": "media",
    "It is unclear whether the mill has burned.": None,
}


Table = tuple[Mapping[str, object], Callable[[Reading], object]]


def tables() -> dict[str, Table]:
    """Every table: what each sentence should give, and how to take it from a reading."""
    return {
        "one source, cue and content": ({t: [_triple(row)] for t, row in PLAIN.items()}, _triples),
        "several statements": ({t: [_triple(row) for row in rows] for t, rows in SEVERAL.items()}, _triples),
        "quotations that run on": ({t: [_words(c)] for t, c in QUOTED_ON.items()}, _contents),
        "sentences without any statement": (dict.fromkeys(NOTHING, 0), lambda r: len(r.statements)),
        "act": (ACTS, lambda r: _only(r, lambda s: s.act)),
        "certainty": (CERTAINTIES, lambda r: _only(r, lambda s: s.certainty)),
        "form": (FORMS, lambda r: _only(r, lambda s: s.form)),
        "medium": (MEDIA, lambda r: _only(r, lambda s: s.medium)),
        "when it was said": (SAID_ON, lambda r: _only(r, _said)),
        "source kind": (KINDS, lambda r: _only(r, lambda s: s.source_kind)),
        "source type": (TYPES, lambda r: _only(r, lambda s: s.source_type)),
    }


def misread(reader: Reader) -> dict[str, list[str]]:
    """For each table, the sentences that are not read as it says."""
    return {
        name: [text for text, want in rows.items() if found(reading(reader, text)) != want]
        for name, (rows, found) in tables().items()
    }


def constructions(reader: Reader) -> dict[str, tuple[int, int]]:
    """For each table, how many sentences are read rightly, and of how many."""
    wrong = misread(reader)
    return {name: (len(rows) - len(wrong[name]), len(rows)) for name, (rows, _) in tables().items()}


def reading(reader: Reader, text: str) -> Reading:
    """All that a sentence says, published on a Saturday."""
    article = Article("sentence", text, published=SATURDAY)
    return resolve(article, reader.read(article))


def _only(found: Reading, value: Callable[[Statement], object]) -> object:
    """The value of the only statement; a number that no value equals where there are none or several."""
    return value(found.statements[0]) if len(found.statements) == 1 else len(found.statements)


def _said(statement: Statement) -> tuple[str, str | None] | None:
    said = statement.said_on
    return None if said is None else (said.span.text, said.value)


def _words(text: str | None) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text or ""))


def _triple(row: Triple) -> tuple[tuple[str, ...], ...]:
    return tuple(_words(part) for part in row)


def _triples(found: Reading) -> object:
    return [
        (
            _words(s.source.text if s.source else None),
            _words(s.cue.text if s.cue else None),
            _words(" ".join(c.text for c in s.content)),
        )
        for s in found.statements
    ]


def _contents(found: Reading) -> object:
    return [_words(" ".join(c.text for c in s.content)) for s in found.statements]
