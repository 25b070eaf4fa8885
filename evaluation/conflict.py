"""The conflict set: whether statements, their values and their speakers are read as the annotators marked them.

Statements are matched one to one with gold ones as in the lenient triple of `attribution.py` (content first, then cue
and source); a statement without content is matched by its cue. Act, certainty and source kind are macro-F1 over the
values, counted on matched statements; `found` says how many gold statements were matched at all, and the `end-to-end`
scores count those that were not as wrong. A speaker is right when the speaker that the reading gives (or, where it
gives none, the source itself) shares a mention with the gold speaker, and, where the passage names that speaker, a
name of his.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from conflict_set.passages import GoldActor, GoldStatement, Passage, all_passages

from evaluation.attribution import ROLES, Attribution, Role, Scores, Words, cover, score, words_of
from evaluation.polnear import as_attribution
from onrecord.model import Article, Statement
from onrecord.reading import Reader
from onrecord.reading.closeness import PRONOUNS
from onrecord.resolution import resolve

HELD_OUT = Path(__file__).parents[1] / "conflict_set" / "held_out"
VALUES = ("act", "certainty", "source_kind", "source_type", "form")


@dataclass
class ConflictScores:
    """What came out; shares are from 0 to 1."""

    spans: Scores
    gold: int
    matched: int
    macro: dict[str, float] = field(default_factory=dict)
    end_to_end: dict[str, float] = field(default_factory=dict)
    speakers: float = 0.0
    parents: float = 0.0
    pairs: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict)


def conflict(reader: Reader, folder: Path = HELD_OUT) -> ConflictScores:
    """The scores of a reader on the passages of a folder."""
    documents, rows = [], []
    missed: Counter[tuple[str, str]] = Counter()
    extra: Counter[tuple[str, str]] = Counter()
    for passage in all_passages(folder):
        article = Article(passage.id, passage.text, published=date.fromisoformat(passage.facts["published"]))
        reading = resolve(article, reader.read(article))
        gold = [gold_attribution(g) for g in passage.statements]
        found = [as_attribution(s) for s in reading.statements]
        documents.append((passage.text, gold, found))
        pairs = matched(passage.text, gold, found)
        actors = {a.id: a for a in reading.actors}
        for i, j in pairs:
            statement = reading.statements[j]
            known = actors.get(statement.speaker or "")
            spans = [(m.span.start, m.span.end) for m in known.mentions] if known else []
            rows.append(
                (passage, passage.statements[i], statement, spans, {j: i for i, j in pairs}, reading.statements)
            )
        for i in set(range(len(gold))) - {i for i, _ in pairs}:
            missed.update((name, value_of(passage.statements[i], name)) for name in VALUES)
        for j in set(range(len(found))) - {j for _, j in pairs}:
            extra.update((name, value_of(reading.statements[j], name)) for name in VALUES)
    total = sum(len(gold) for _, gold, _ in documents)
    scores = ConflictScores(score(documents), total, len(rows))
    for name in VALUES:
        scores.pairs[name] = Counter((value_of(g, name), value_of(s, name)) for _, g, s, *_ in rows)
        scores.macro[name] = macro_f1(scores.pairs[name])
        more = Counter({(value, "-"): n for (key, value), n in missed.items() if key == name})
        more.update({("-", value): n for (key, value), n in extra.items() if key == name})
        scores.end_to_end[name] = macro_f1(scores.pairs[name] + more)
    spoken = [speaker_right(p, g, s, spans) for p, g, s, spans, *_ in rows if g.speaker is not None]
    scores.speakers = sum(spoken) / max(1, len(spoken))
    nested = [parent_right(g, s, to_gold, p, every) for p, g, s, _, to_gold, every in rows if g.parent]
    scores.parents = sum(nested) / max(1, len(nested))
    return scores


def gold_attribution(statement: GoldStatement) -> Attribution:
    """A marked statement's spans by role."""
    return {"source": list(statement.source), "cue": list(statement.cue), "content": list(statement.content)}


def value_of(statement: GoldStatement | Statement, name: str) -> str:
    """A value as a word, "none" where there is none."""
    return str(getattr(statement, name) or "none")


def matched(text: str, gold: Sequence[Attribution], found: Sequence[Attribution]) -> list[tuple[int, int]]:
    """Which gold statement each found one is, the likest first: contents that share half their words, or cues."""
    words = words_of(text)
    one = [{r: cover(a[r], words) for r in ROLES} for a in gold]
    other = [{r: cover(a[r], words) for r in ROLES} for a in found]
    likeness = [(_likeness(x, y), i, j) for i, x in enumerate(one) for j, y in enumerate(other)]
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for near, i, j in sorted(likeness, key=lambda row: -row[0]):
        if near >= 1.0 and i not in used_gold and j not in used_found:
            pairs.append((i, j))
            used_gold.add(i)
            used_found.add(j)
    return pairs


def _likeness(one: Mapping[Role, Words], other: Mapping[Role, Words]) -> float:
    """At least 1 for a match; more for what is shared besides."""
    content = _jaccard(one["content"], other["content"])
    cue, source = _jaccard(one["cue"], other["cue"]), _jaccard(one["source"], other["source"])
    meets = content >= 0.5 and (bool(one["cue"] & other["cue"]) or not (one["cue"] and other["cue"]))
    silent = cue > 0 and not (one["content"] and other["content"])
    return (1.0 if meets or silent else 0.0) + 0.3 * content + 0.2 * cue + 0.4 * source


def _jaccard(one: Words, other: Words) -> float:
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def macro_f1(pairs: Counter[tuple[str, str]]) -> float:
    """The mean of the F1 of every value that the gold holds, from counts of (gold, found); "-" is nothing."""
    values = {gold for gold, _ in pairs if gold != "-"}
    each = []
    for value in sorted(values):
        right = pairs[value, value]
        found = sum(n for (_, f), n in pairs.items() if f == value)
        gold = sum(n for (g, _), n in pairs.items() if g == value)
        each.append(2 * right / (found + gold))
    return sum(each) / max(1, len(each))


def speaker_right(
    passage: Passage, gold: GoldStatement, statement: Statement, spans: Iterable[tuple[int, int]]
) -> bool:
    """Whether the reading's speaker is the one that the annotator marked."""
    actor = next(a for a in passage.actors if a.id == gold.speaker)
    given = list(spans) or ([(statement.source.start, statement.source.end)] if statement.source else [])
    names = names_of(passage, actor) if gold.source_kind == "named" else []
    return any(_same(one, other) for one in (names or actor.mentions) for other in given)


def names_of(passage: Passage, actor: GoldActor) -> list[tuple[int, int]]:
    """The mentions of an actor whose last word is a capitalised one, pronouns left out."""
    found = []
    for start, end in actor.mentions:
        words = passage.text[start:end].split()
        if words[-1][0].isupper() and words[-1].lower() not in PRONOUNS:
            found.append((start, end))
    return found


def _same(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two mentions end at the same word or one is most of the other."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and (one[1] == other[1] or shared >= 0.5 * max(one[1] - one[0], other[1] - other[0]))


def parent_right(
    gold: GoldStatement,
    statement: Statement,
    to_gold: Mapping[int, int],
    passage: Passage,
    every: Sequence[Statement],
) -> bool:
    """Whether a nested statement hangs from the statement that the annotator marked."""
    at = next((j for j, s in enumerate(every) if s.id == statement.parent), None)
    return at is not None and at in to_gold and passage.statements[to_gold[at]].id == gold.parent
