"""A brief as Markdown: every sentence ends with the keys of its statements, which lead to the sources below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.record.questions.brief.page import Brief, Sentence, Source

_ACTING = re.compile(r"([\\`*_\[\]<>&~|$])")
_AT_THE_START = re.compile(r"^(\d*)([#+=:.)-])")
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f]+")
NOTHING = "No report of this record had spoken of the claim by then."


def markdown_page(brief: Brief) -> str:
    """The page in CommonMark. Words of reports are on one line each, with every character that could act escaped."""
    return "\n".join(_lines(brief)) + "\n"


def plain(text: str) -> str:
    """A text on one line in which nothing is markup."""
    flat = " ".join(_UNSAFE.sub(" ", text).split())
    return _AT_THE_START.sub(r"\1\\\2", _ACTING.sub(r"\\\1", flat))


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {plain(brief.title)}"
    yield ""
    yield f"{plain(brief.scope)} · claim `{brief.claim.id}`"
    if not brief.sections:
        yield from ("", NOTHING)
    for section in brief.sections:
        yield from ("", f"## {section.heading}", "")
        for sentence in section.sentences:
            yield from _sentence(brief, sentence)
    if brief.sources:
        yield from ("", "## Sources", "")
        yield from (_source(source) for source in brief.sources)
        yield ""
        yield from (f"[{source.key}]: #s-{source.key}" for source in brief.sources)


def _sentence(brief: Brief, sentence: Sentence) -> Iterator[str]:
    keys = " ".join(f"[{brief.key_of(statement)}]" for statement in sentence.statements)
    if sentence.quoted is not None:
        yield f"- “{plain(sentence.quoted)}”  "
        yield f"  {plain(sentence.text)} {keys}"
    else:
        yield f"- {plain(sentence.text)} {keys}"


def _source(source: Source) -> str:
    printed = source.published.isoformat() if source.published else "no date"
    facts = [
        source.speaker_for,
        source.source_kind,
        source.outlet or "no outlet",
        source.title,
        printed,
        f"report {source.report}",
        f"statement {source.statement}",
        *([f"the same in {', '.join(source.copies)}"] if source.copies else []),
    ]
    return f'- <a id="s-{source.key}"></a>**{source.key}** {plain(" · ".join(fact for fact in facts if fact))}'
