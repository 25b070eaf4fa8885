"""What the grammar alone says of an event: that it may be, will be, is not, or is only if; None where it is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import EventStatus
from onrecord.reading.encoded import Encoded
from onrecord.reading.grammar import Grammar

_MAY = frozenset({"may", "might", "could"})
_PERHAPS = frozenset({"perhaps", "maybe", "possibly"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_ONLY = frozenset({"only", "just", "merely", "least"})
"""What follows "not" where nothing is negated: "not only held talks but"."""
_IF = frozenset({"if", "unless", "provided", "supposing", "assuming"})
_IF_BEFORE_WHOM = frozenset({"should", "had"})
"""Auxiliaries that stand for "if" where they come before the subject: "should they meet"."""
_AHEAD = re.compile(r"planned|planning|scheduled|prepar(?:ed|ing)")
"""Verbs whose object is yet to come: "planned an attack"."""
_GOVERNED = frozenset({"xcomp", "acl", "ccomp", "advcl", "csubj"})
_PLANNED_BY = frozenset({"xcomp", "acl", "ccomp"})
_PLAN = re.compile(
    r"plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|intentions?|scheduled|due|set|prepar(?:es?|ed|ing)|preparations"
    r"|aim(?:s|ed|ing)|poised|gear(?:s|ed|ing)|resolved|determined|sure|bound|about|mind|mean(?:s|t)"
    r"|agree(?:s|d|ing)?|vow(?:s|ed|ing)?|pledg(?:es?|ed|ing)|promis(?:es?|ed|ing)|sw(?:ears?|earing|ore)"
    r"|threaten(?:s|ed|ing)?"
)
_WANTED = re.compile(
    r"want(?:s|ed|ing)?|wish(?:es|ed|ing)?|hop(?:es?|ed|ing)|ask(?:s|ed|ing)?|urg(?:es?|ed|ing)|order(?:s|ed|ing)?"
    r"|demand(?:s|ed|ing)?|beg(?:s|ged|ging)?|plead(?:s|ed|ing)?|appeal(?:s|ed|ing)?|call(?:s|ed|ing)?"
    r"|expect(?:s|ed|ing)?|believed|thought"
)
"""Verbs whose complement is wished for or supposed: whether it comes about is open."""
_UNDONE = re.compile(
    r"fail(?:s|ed|ing)?|refrain(?:s|ed|ing)?|abstain(?:s|ed|ing)?|desist(?:s|ed|ing)?|shied|sh(?:y|ies|ying)|unable"
    r"|neglect(?:s|ed|ing)?|omit(?:s|ted|ting)?|refus(?:es?|ed|ing)"
)
"""Words whose complement did not come about."""
_SHORT = frozenset({"short", "far"})
"""With "of" or "from" before a verb: "stopped short of", "is far from"."""
_UNDONE_MARKS = frozenset({"without"})
_OCCASIONS = frozenset({"point", "time", "stage", "moment", "circumstances", "account", "way"})
_MAYBE = re.compile(
    r"(?:im)?possible|(?:un)?likely|(?:im)?probable|(?:in)?conceivable|(?:un)?thinkable|consider(?:s|ed|ing)?"
    r"|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|contemplat(?:es?|ed|ing)|chances?|possibility|odds"
)
_PAST = re.compile(
    r"\w{2,}ed|took|shot|fought|met|held|fell|seized|threw|drove|broke|struck|overran|slew|went|came|fled|gave|made|began"
    r"|won|lost|led|sent|left|caught|blew|bled|withdrew|laid|set|hit"
)
"""Forms of the past; with a subject and without any auxiliary they tell what is over."""
_OF = frozenset({"of", "to", "about"})
_TOLD_OF = re.compile(
    r"boast(?:s|ed|ing)?|brag(?:s|ged|ging)?|sp(?:eak|eaks|oke|oken|eaking)|t(?:ell|ells|old|elling)|confess(?:es|ed|ing)?"
    r"|admit(?:s|ted|ting)?|accus(?:e|es|ed|ing)|own(?:s|ed)"
)
"""Verbs with "of" or "to" before what somebody has done."""
_SOUGHT = re.compile(
    r"prices?|conditions?|terms|proposals?|plans?|hop(?:e|es|ed|ing)|calls?|called|calling|demands?|appeals?|appealed"
    r"|prospects?|pleas?|plead(?:s|ed|ing)?|offers?|requests?|push(?:es|ed|ing)?|needs?|chances?|roadmaps?|readiness|ready"
    r"|open|prepar(?:es?|ed|ing)|willing|willingness|wish(?:es|ed|ing)?|press(?:es|ed|ing)?|efforts?|ask(?:s|ed|ing)?"
    r"|wait(?:s|ed|ing)?|campaign(?:s|ed|ing)?|work(?:s|ed|ing)?|look(?:s|ed|ing)?|pray(?:s|ed|ing)?|too"
)
"""Words before "for" and what is not there yet: "calls for talks", "ready for a truce"."""
_SHUT_OUT = re.compile(r"rul(?:es?|ed|ing)|exclud(?:es?|ed|ing)|preclud(?:es?|ed|ing)")
"""Words that deny what hangs from them, and leave it open where they are denied: "did not rule out talks"."""
_NOUN_OF = frozenset({"obj", "nsubj:pass", "nsubj"})
_NOUNS = frozenset({"NOUN", "PROPN"})


class Modality:
    """The words below each word of a report, from which the modal words of an event are found."""

    def __init__(self, report: Encoded, tree: Grammar) -> None:
        self._forms = [form.lower() for form in report.forms]
        self._tree = tree
        self._ends = [report.bounds[number][1] - 1 for number in report.sentence]
        self._below: list[list[int]] = [[] for _ in report.forms]
        for word, head in enumerate(tree.heads):
            if head != word:
                self._below[head].append(word)

    def of(self, first: int, last: int) -> EventStatus | None:
        """What stands with the trigger from `first` to `last`, or with the verb of which it is subject or object."""
        word = self._top(first, last)
        verb = self._verb(word)
        near = [self._forms[c] for c in self._modal(word, verb)]
        marks = {self._forms[c] for c in self._under(verb, "mark")}
        if "whether" in marks or self._is_not_shut_out(word, verb):
            return "possible"
        if self._is_negated(word, verb):
            return "negated"
        if marks & _IF or self._is_inverted(verb):
            return "conditional"
        if any(form in _MAY or form in _PERHAPS for form in near) or self._is_open(word, verb):
            return "possible"
        if any(form in _WILL for form in near):
            return "possible" if self._forms[self._ends[verb]] == "?" else "future"
        if self._is_planned(word, verb):
            return "future"
        if self._is_wanted(verb) or self._is_sought(word):
            return "possible"
        return "actual" if self._is_wondered_at(verb) else None

    def is_done(self, first: int, last: int) -> bool:
        """Whether the form of the verb tells that it is not yet to come: "whom they captured", "boasted of taking"."""
        word = self._top(first, last)
        return self._is_past(word) or self._is_told_of(word)

    def _is_past(self, verb: int) -> bool:
        """Whether it is told by a plain form of the past: "whom they captured in spring" is not to come."""
        finite = self._tree.tags[verb] == "VERB" and any(self._under(verb, "nsubj"))
        bare = not any(self._under(verb, "aux", "aux:pass", "mark", "expl"))
        above = self._above(verb)
        hoped = above is not None and _WANTED.fullmatch(self._forms[above]) is not None
        return finite and bare and not hoped and _PAST.fullmatch(self._forms[verb]) is not None

    def _is_told_of(self, verb: int) -> bool:
        """Whether somebody boasts or speaks of having done it: "boasted of taking the town"."""
        above, of = self._above(verb), {self._forms[c] for c in self._under(verb, "mark", "case")}
        if above is None or not self._forms[verb].endswith("ing") or not of & _OF:
            return False
        return _TOLD_OF.fullmatch(self._forms[above]) is not None

    def _is_wondered_at(self, verb: int) -> bool:
        """Whether it is taken as so by words on its reason: "could not understand why they were talking"."""
        return self._above(verb) is not None and "why" in (self._forms[c] for c in self._under(verb, "advmod"))

    def _is_negated(self, word: int, verb: int) -> bool:
        """Whether it is denied where it stands, or hangs from words that say it did not come about."""
        if "no" in (self._forms[c] for c in self._under(word, "det", "advmod")) or self._has_not(word, verb):
            return True
        marks = {self._forms[c] for c in self._under(verb, "mark", "case")}
        above = self._above(verb)
        if marks & _UNDONE_MARKS or self._is_instead(verb) or ("to" in marks and self._has_yet(verb, above)):
            return True
        if above is None:
            return False
        undone = _UNDONE.fullmatch(self._forms[above]) is not None or self._is_short(above, marks)
        return undone and not self._has_not(above, above)

    def _is_not_shut_out(self, word: int, verb: int) -> bool:
        """Whether it is the object of a verb that would deny it, and that is itself denied."""
        above = verb if verb != word else self._above(verb)
        return above is not None and bool(_SHUT_OUT.fullmatch(self._forms[above])) and self._has_not(above, above)

    def _is_short(self, above: int, marks: set[str]) -> bool:
        nearby = {self._forms[above], *(self._forms[c] for c in self._under(above, "advmod"))}
        return bool(marks & {"of", "from"}) and bool(nearby & _SHORT)

    def _is_instead(self, verb: int) -> bool:
        return any(self._forms[c : c + 2] == ["instead", "of"] for c in self._under(verb, "advmod", "mark", "case"))

    def _has_yet(self, verb: int, above: int | None) -> bool:
        """Whether it "has yet to" happen."""
        where = (verb, above) if above is not None and self._tree.relations[verb] == "xcomp" else (verb,)
        return any(self._forms[c : c + 2] == ["yet", "to"] for w in where for c in self._under(w, "advmod"))

    def _is_inverted(self, verb: int) -> bool:
        subject = min(self._under(verb, "nsubj", "nsubj:pass"), default=-1)
        asked = self._forms[self._ends[verb]] == "?"
        return not asked and any(
            child < subject and self._forms[child] in _IF_BEFORE_WHOM for child in self._under(verb, "aux")
        )

    def _has_not(self, word: int, verb: int) -> bool:
        for child in self._modal(word, verb):
            if self._forms[child] in _NOT and not self._is_only(child):
                return True
        return any(
            self._forms[noun] in _OCCASIONS and "no" in (self._forms[c] for c in self._under(noun, "det"))
            for noun in self._under(verb, "obl")
        )

    def _is_only(self, negation: int) -> bool:
        following = self._forms[negation + 1] if negation + 1 < len(self._forms) else ""
        return self._forms[negation] == "not" and following in _ONLY

    def _is_open(self, word: int, verb: int) -> bool:
        """Whether another word leaves it open: "is likely to hold", "a strike is possible"."""
        above = self._above(verb)
        around = [verb, *self._under(verb, "nsubj:outer")]
        around += [] if above is None else [above, *self._under(above, "nsubj")]
        return any(_MAYBE.fullmatch(self._forms[w]) for w in around if w != word)

    def _is_planned(self, word: int, verb: int) -> bool:
        """Whether another verb or a noun puts it ahead: "is planning to hold", "plans to", "due to begin"."""
        if verb != word and _AHEAD.fullmatch(self._forms[verb]):
            return True
        above = self._above(verb)
        if above is None or self._tree.relations[verb] not in _PLANNED_BY:
            return False
        return _PLAN.fullmatch(self._forms[above]) is not None

    def _is_wanted(self, verb: int) -> bool:
        """Whether it is what somebody wishes another or himself to do: "urged the government to hold talks"."""
        above = self._above(verb)
        to = "to" in (self._forms[c] for c in self._under(verb, "mark"))
        return above is not None and to and _WANTED.fullmatch(self._forms[above]) is not None

    def _is_sought(self, word: int) -> bool:
        """Whether it is a noun for what somebody has a plan, a price or a wish for: "terms for a truce"."""
        above = self._tree.heads[word]
        if self._tree.tags[word] not in _NOUNS or self._tree.relations[word] not in {"nmod", "obl"}:
            return False
        return "for" in (self._forms[c] for c in self._under(word, "case")) and bool(
            _SOUGHT.fullmatch(self._forms[above])
        )

    def _above(self, verb: int) -> int | None:
        """The word that a clause hangs from, None for a main clause."""
        above = self._tree.heads[verb]
        return above if above != verb and self._tree.relations[verb] in _GOVERNED else None

    def _top(self, first: int, last: int) -> int:
        """The word of a trigger that governs its other words."""
        return next((w for w in range(first, last + 1) if not first <= self._tree.heads[w] <= last), last)

    def _verb(self, word: int) -> int:
        tree = self._tree
        if tree.tags[word] in _NOUNS and tree.relations[word] in _NOUN_OF:
            return tree.heads[word]
        return word

    def _modal(self, word: int, verb: int) -> Iterator[int]:
        yield from self._under(verb, "aux", "advmod", "cc:preconj")
        if word != verb:
            yield from self._under(word, "aux")

    def _under(self, word: int, *relations: str) -> Iterator[int]:
        return (child for child in self._below[word] if self._tree.relations[child] in relations)
