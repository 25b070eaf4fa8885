"""Who is who within a report: mentions of one person or body, names, descriptions and pronouns, as chains."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from onrecord.encoding.weights import Weights
from onrecord.model import Mention, MentionForm
from onrecord.reading.closeness import FEATURES, PRONOUNS, initials, likeness
from onrecord.reading.encoded import Encoded
from onrecord.reading.reader import Chain
from onrecord.reading.stretches import ACTOR_KINDS, Stretch

if TYPE_CHECKING:
    import numpy as np

_LINKS = frozenset({"of", "for", "in", "from", "at", "with", ","})
_TITLES = frozenset(
    "the mr mrs ms dr president prime minister general gen colonel col major maj captain capt lt sir maulvi commander"
    " chief foreign interior defence defense information secretary governor ambassador bishop king senator".split()
)
_RELATIVE = frozenset({"who", "which", "whose", "whom"})
_SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_OF_STATES = frozenset({"country", "government"})
_STATE_NOUNS = frozenset({"army", "military", "government", "navy", "police", "parliament"})
_ARMED = frozenset("armed rebel militant insurgent guerrilla separatist paramilitary jihadist islamist".split())
_GROUPS = frozenset("group groups faction factions movement movements organisation organisations alliance".split())
_AT_ONCE = 50
"""Mentions that are compared with those before them in one go."""
LOOK_BACK = 60
"""Earlier mentions that each one is compared with."""
SURER = 1.0
"""How much likelier (log odds) a mention must be the same as one before than to stand alone: a wrong join costs more."""


def chains(report: Encoded, tags: Sequence[str], found: Sequence[Stretch], weights: Weights) -> tuple[Chain, ...]:
    """The people and bodies of a report in the order of their first mention, each with all its mentions."""
    every = [s for s in found if s.kind in ACTOR_KINDS]
    beside: dict[int, list[Stretch]] = {}
    for stretch in every:
        beside.setdefault(report.sentence[stretch.first], []).append(stretch)
    sure = [s for s in every if not _doubtful(report, s, beside[report.sentence[s.first]])]
    actors = sorted(sure, key=lambda s: (s.first, s.last))
    if not actors:
        return ()
    alone, rows = _likelihoods(report, actors, weights)
    owner = list(range(len(actors)))
    words = [_name_words(report, tags, s) for s in actors]
    states = [_state_words(report, tags, s) for s in actors]
    served = [_served(report, tags, s) for s in actors]
    names: dict[int, list[set[str]]] = {0: [words[0]] if words[0] else []}
    members: dict[int, list[int]] = {0: [0]}
    for one in range(1, len(actors)):
        start = max(0, one - LOOK_BACK)
        scores = rows[one]
        for row, other in enumerate(range(start, one)):
            held = members[owner[other]]
            if (
                _apart(actors[one], actors[other])
                or _forbidden(report, actors[one], actors[other], words[one], names[owner[other]])
                or _another_state(states[one], [states[at] for at in held])
                or bool(words[one] and words[one] <= served[other])
                or _is_of_a_state_and_group(report, tags, actors[one], [actors[at] for at in held])
                or (_is_several(report, actors[one]) and any(_is_single(report, tags, actors[at]) for at in held))
            ):
                scores[row] = -1e4
        best = int(scores.argmax())
        related = _related(report, actors, one)
        if related is not None:
            owner[one] = owner[related]
        elif scores[best] > alone[one] + SURER:
            owner[one] = owner[start + best]
        names.setdefault(owner[one], []).extend([words[one]] if words[one] else [])
        members.setdefault(owner[one], []).append(one)
    return _chains(report, tags, actors, owner)


def _likelihoods(report: Encoded, actors: Sequence[Stretch], weights: Weights) -> tuple[np.ndarray, list[np.ndarray]]:
    """The score of each mention's standing alone, and of its meaning the same as each of the LOOK_BACK before it."""
    import numpy as np

    states = _states(report, actors, weights)
    by = weights.linear("antecedents.by", states)
    forms = [report.forms[s.first : s.last + 1] for s in actors]
    sentence = [report.sentence[s.first] for s in actors]
    rows = []
    for begin in range(0, len(actors), _AT_ONCE):
        group = range(begin, min(begin + _AT_ONCE, len(actors)))
        pairs = [(one, other) for one in group for other in range(max(0, one - LOOK_BACK), one)]
        features = [likeness(forms[a], forms[b], sentence[a] - sentence[b], a - b) for a, b in pairs]
        ones, others = [a for a, _ in pairs], [b for _, b in pairs]
        pair = np.concatenate([by[ones] * states[others], np.array(features, np.float32).reshape(-1, FEATURES)], 1)
        scores = weights.linear("antecedents.score", np.maximum(weights.linear("antecedents.pair", pair), 0))[:, 0]
        rows += np.split(scores, np.cumsum([min(one, LOOK_BACK) for one in group])[:-1])
    return weights.linear("antecedents.alone", states)[:, 0], rows


def _doubtful(report: Encoded, stretch: Stretch, every: Sequence[Stretch]) -> bool:
    """Whether a mention is half of a name, or two bodies joined by "and", whose own mentions stand in it."""
    near = [s for s in every if s is not stretch and s.first <= stretch.last and stretch.first <= s.last]
    if stretch.kind == "person" and any(
        s.kind == "person" and s.first <= stretch.first and stretch.last <= s.last and _all_capitals(report, s)
        for s in near
    ):
        return True
    inside = [s for s in near if stretch.first <= s.first and s.last <= stretch.last]
    if stretch.kind == "person" and any(_stands_behind(report, s, stretch) for s in inside):
        return True
    joined = {f.lower() for f in report.forms[stretch.first : stretch.last + 1]} & {"and", "or", "nor"}
    return bool(joined) and stretch.kind != "people" and sum(s.kind == stretch.kind for s in inside) > 0


def _stands_behind(report: Encoded, name: Stretch, stretch: Stretch) -> bool:
    """Whether a name ends a mention behind a comma: "Chad's foreign minister, Moussa Faki", whose halves are mentions."""
    return (
        name.kind == "person"
        and name.last == stretch.last
        and report.forms[name.first - 1] == ","
        and _all_capitals(report, name)
    )


def _all_capitals(report: Encoded, stretch: Stretch) -> bool:
    return all(form[:1].isupper() for form in report.forms[stretch.first : stretch.last + 1])


def _forbidden(report: Encoded, one: Stretch, other: Stretch, mine: Set[str], theirs: Sequence[Set[str]]) -> bool:
    """Whether grammar or names forbid that a mention goes back to another.

    A relative pronoun stays in its sentence; a person's name joins nobody whose names all differ from it by a word.
    """
    if one.first == one.last and report.forms[one.first].lower() in _RELATIVE:
        return report.sentence[one.first] != report.sentence[other.first]
    return bool(mine) and bool(theirs) and not any(mine <= name or name <= mine for name in theirs)


def _name_words(report: Encoded, tags: Sequence[str], stretch: Stretch) -> set[str]:
    """The capitalised words of a person's name, small; none for other mentions."""
    if stretch.kind != "person" or form_of(report, tags, stretch) != "name":
        return set()
    forms = report.forms[stretch.first : stretch.last + 1]
    return {form.lower() for form in forms if form[:1].isupper() and len(form) > 1} - _TITLES


def _state_words(report: Encoded, tags: Sequence[str], stretch: Stretch) -> frozenset[str]:
    """The capitalised words of a country's or government's name, small, and their initials; none for other mentions."""
    if stretch.kind not in _OF_STATES or form_of(report, tags, stretch) != "name":
        return frozenset()
    forms = [form.replace(".", "") for form in report.forms[stretch.first : stretch.last + 1]]
    named = [form for form in forms if form[:1].isupper() and form.lower() not in _TITLES]
    whole = {initials(named)} if len(named) > 1 else set()
    return frozenset({form.lower() for form in named} | whole)


def _another_state(mine: Set[str], theirs: Sequence[Set[str]]) -> bool:
    """Whether a state's name shares no word with any that a chain has: Ankara is not Armenia.

    A capital that stands for its government is told apart too: which government that is says the world, not grammar.
    """
    named = [name for name in theirs if name]
    return bool(mine) and bool(named) and not any(mine & name for name in named)


def _served(report: Encoded, tags: Sequence[str], stretch: Stretch) -> frozenset[str]:
    """The words for whoever a person is somebody of or for: "a spokesman for Khalifa Haftar" is not Haftar."""
    if stretch.kind != "person" or form_of(report, tags, stretch) != "description":
        return frozenset()
    forms = report.forms[stretch.first : stretch.last + 1]
    link = next((at for at, form in enumerate(forms) if form.lower() in {"of", "for", "to"}), len(forms))
    return frozenset(form.lower() for form in forms[link:] if form[:1].isupper())


def _is_of_a_state_and_group(report: Encoded, tags: Sequence[str], one: Stretch, held: Sequence[Stretch]) -> bool:
    """Whether "the army" or "the government" would go back to an armed group's name: only states have those."""
    if one.kind not in {"military", "government"} or form_of(report, tags, one) != "description":
        return False
    if report.forms[one.last].lower() not in _STATE_NOUNS or one.last - one.first > 1:
        return False
    named = [other for other in held if form_of(report, tags, other) == "name"]
    return bool(named) and all(other.kind == "armed_group" for other in named)


def _is_several(report: Encoded, stretch: Stretch) -> bool:
    """Whether a mention is a pronoun that means more than one: "they"."""
    return stretch.first == stretch.last and report.forms[stretch.first].lower() in _SEVERAL


def _is_single(report: Encoded, tags: Sequence[str], stretch: Stretch) -> bool:
    """Whether a mention is one person: a name, or words that "a" opens."""
    if stretch.kind != "person":
        return False
    return report.forms[stretch.first].lower() in {"a", "an"} or form_of(report, tags, stretch) == "name"


def _related(report: Encoded, actors: Sequence[Stretch], one: int) -> int | None:
    """The mention that a relative pronoun goes back to: the longest one that ends just before it."""
    word = actors[one].first
    if actors[one].last != word or report.forms[word].lower() not in _RELATIVE:
        return None
    ends = {word - 1, word - 2} if word and report.forms[word - 1] == "," else {word - 1}
    before = [at for at in range(max(0, one - LOOK_BACK), one) if actors[at].last in ends]
    return min(before, key=lambda at: (-actors[at].last, actors[at].first), default=None)


def _apart(one: Stretch, other: Stretch) -> bool:
    """Whether either mention stands within the other, so that they cannot mean the same."""
    inside = other.first <= one.first and one.last <= other.last
    return inside or (one.first <= other.first and other.last <= one.last)


def _states(report: Encoded, actors: Sequence[Stretch], weights: Weights) -> np.ndarray:
    import numpy as np

    sums = np.concatenate([np.zeros((1, report.vectors.shape[1]), dtype=np.float32), report.vectors.cumsum(0)])
    first = np.array([s.first for s in actors])
    last = np.array([s.last for s in actors])
    mean = (sums[last + 1] - sums[first]) / (last - first + 1)[:, None]
    mixed = np.concatenate([report.vectors[first], report.vectors[last], mean], 1).astype(np.float32)
    states: np.ndarray = np.maximum(weights.linear("antecedents.mention", mixed), 0)
    return states


def _chains(
    report: Encoded, tags: Sequence[str], actors: Sequence[Stretch], owner: Sequence[int]
) -> tuple[Chain, ...]:
    groups: dict[int, list[Stretch]] = {}
    for stretch, first in zip(actors, owner, strict=True):
        groups.setdefault(first, []).append(stretch)
    return tuple(
        Chain(
            _kind(report, group),
            tuple(Mention(report.span(s.first, s.last), form_of(report, tags, s)) for s in group),
        )
        for group in groups.values()
    )


def _kind(report: Encoded, group: Sequence[Stretch]) -> str:
    """The kind that the surest mentions of a chain have, longer ones counting more than pronouns.

    Armed groups are no mere people, though they be several: "three ethnic armed groups".
    """
    kind = _likeliest_kind(group)
    return "armed_group" if kind == "people" and any(_is_an_armed_group(report, s) for s in group) else kind


def _is_an_armed_group(report: Encoded, stretch: Stretch) -> bool:
    head = _head(report, stretch)
    forms = [form.lower() for form in report.forms[stretch.first : head + 1]]
    return len(forms) > 1 and forms[-1] in _GROUPS and forms[-2] in _ARMED


def _likeliest_kind(group: Sequence[Stretch]) -> str:
    votes: dict[str, float] = {}
    for stretch in group:
        votes[stretch.kind] = votes.get(stretch.kind, 0.0) + 1.0 + stretch.sure + 0.5 * (stretch.last > stretch.first)
    return max(votes, key=lambda kind: (votes[kind], kind))


def form_of(report: Encoded, tags: Sequence[str], stretch: Stretch) -> MentionForm:
    """Whether a mention is a name (its head is one, and capitalised), a pronoun, or a description."""
    if stretch.first == stretch.last and report.forms[stretch.first].lower() in PRONOUNS:
        return "pronoun"
    head = _head(report, stretch)
    if head - 2 >= stretch.first and report.forms[head - 1] == "-":
        head -= 2 if report.forms[head].islower() and report.forms[head - 2][:1].isupper() else 0  # "Ban Ki-moon"
    return "name" if report.forms[head][:1].isupper() and tags[head] == "PROPN" else "description"


def _head(report: Encoded, stretch: Stretch) -> int:
    """The last word before "of", "for", "in" or a comma, clitics and punctuation left out."""
    end = stretch.first
    while end < stretch.last and report.forms[end + 1].lower() not in _LINKS:
        end += 1
    while end > stretch.first and not report.forms[end][0].isalnum():
        end -= 1
    return end
