"""What is said, as a whole clause where the one who says it stands behind: "A met B, the first time since 2012, X said".

The heads may mark only the last words before the source, such as an apposition behind a comma. By the grammar the
clause is found that these words belong to and that hangs from the verb of saying.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.encoded import Encoded
from onrecord.reading.grammar import Grammar
from onrecord.reading.parts import Parts, Stretch

_SAID = frozenset({"ccomp", "parataxis"})
_DASHES = frozenset({"-", "–", "—", "--"})
_DATELINE = 14
"""Words that a dateline has at most, its dash included."""


def with_whole_clauses(report: Encoded, tree: Grammar, found: Sequence[Parts]) -> list[Parts]:
    """The cues with their parts; a content before its cue begins where its clause does, if no other cue stands there."""
    cues = [word for part in found if not part.cue.anchor for word in range(part.cue.first, part.cue.last + 1)]
    return [_whole(report, tree, part, cues) for part in found]


def _whole(report: Encoded, tree: Grammar, part: Parts, cues: Sequence[int]) -> Parts:
    content = part.content[0] if part.content else None
    if content is None or part.cue.anchor or not part.source or not content[1] < part.source[0][0] < part.cue.first:
        return part
    if len({report.sentence[word] for word in (*content, part.cue.first)}) > 1 or not _is_set_off(
        report, tree, content
    ):
        return part
    first = _opening(report, tree, content, part)
    if first is None or any(first <= cue < content[0] for cue in cues) or _is_quoted(report, first, content[1]):
        return part
    return replace(part, content=((first, content[1]), *part.content[1:]))


def _is_set_off(report: Encoded, tree: Grammar, content: Stretch) -> bool:
    """Whether words between two commas are no clause of their own."""
    first, last = content
    if report.forms[max(0, first - 1)] != "," or report.forms[min(last + 1, len(report.forms) - 1)] != ",":
        return False
    inside = range(first, last + 1)
    return not any(tree.relations[w].startswith("nsubj") and tree.heads[tree.heads[w]] not in inside for w in inside)


def _opening(report: Encoded, tree: Grammar, content: Stretch, part: Parts) -> int | None:
    """The first word of the clause that words hang from and that the cue says; None where they are all of it."""
    cue = range(part.cue.first, part.cue.last + 1)
    top = next((w for w in range(content[0], content[1] + 1) if not content[0] <= tree.heads[w] <= content[1]), None)
    for _ in range(len(tree.heads)):
        if top is None or top in cue or tree.heads[top] == top or tree.heads[top] in cue:
            break
        top = tree.heads[top]
    if top is None or not top < content[0] or not _is_said(tree, top, cue):
        return None
    begin = report.bounds[report.sentence[top]][0]
    near = range(begin, min(top, begin + _DATELINE))
    first = next((word + 1 for word in near if report.forms[word] in _DASHES and _parts(report, word)), begin)
    while first < top and not report.solid[first]:
        first += 1
    return first


def _is_said(tree: Grammar, top: int, cue: range) -> bool:
    """Whether a clause hangs from a cue, or the cue from it as words put in beside it."""
    if tree.tags[top] not in {"VERB", "AUX", "ADJ", "NOUN"}:
        return False
    above = tree.heads[top]
    if above in cue:
        return tree.relations[top] in _SAID
    return any(tree.heads[word] == top and tree.relations[word] == "parataxis" for word in cue)


def _parts(report: Encoded, dash: int) -> bool:
    """Whether a dash has spaces around it, and so joins no two parts of one word."""
    before, after = report.places[dash][0], report.places[dash][1]
    return report.text[before - 1 : before].isspace() and report.text[after : after + 1].isspace()


def _is_quoted(report: Encoded, first: int, last: int) -> bool:
    """Whether a quotation mark stands among words."""
    span = report.span(first, last)
    return any(mark.start < span.end and span.start < mark.end for mark in report.marks)
