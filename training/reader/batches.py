"""Batches of windows as tensors, with the marks of each head as word numbers."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import torch

from onrecord.reading.closeness import distance, likeness, sentences_apart
from training.reader.documents import Attribution, Document, MarkedEvent, appeal_labels
from training.reader.network import CUE_TAGS, PART_TAGS, SIDE_TAGS, TRIGGER_TAGS
from training.reader.windows import HIDDEN, Pieces, Window

IGNORED = -100
LONGEST = 24
"""Words that a mention has at most."""
JOINERS = frozenset("and or & , nor".split())

Label = Mapping[str, Mapping[str, int]]


@dataclass
class Cue:
    """One cue of a window and the tags of all words of the window towards it."""

    window: int
    words: list[int]
    tags: list[int]
    distance: list[int]
    sentence: list[int]


@dataclass
class Valued:
    """One statement whose values are marked: where its parts stand, and the values as numbers."""

    window: int
    parts: tuple[list[int], list[int], list[int]]
    values: dict[str, int]


@dataclass
class Happened:
    """One event whose values are marked: its trigger, its statement's cue, the words of its sentence, its values."""

    window: int
    trigger: list[int]
    cue: list[int]
    around: list[int]
    values: dict[str, int]


@dataclass
class Chained:
    """The mentions of one window: stretches, features of every pair, and which earlier ones are the same."""

    window: int
    stretches: torch.Tensor
    features: torch.Tensor
    same: torch.Tensor


@dataclass
class Judged:
    """One piece of a page: its words, its plain signs, and its kind as a number."""

    window: int
    first: int
    last: int
    signs: tuple[float, ...]
    kind: int


@dataclass
class Batch:
    """Windows as tensors, batch × pieces or batch × words, and the marks for each head that has any."""

    pieces: torch.Tensor
    capitals: torch.Tensor
    settings: torch.Tensor
    mask: torch.Tensor
    first: torch.Tensor
    sizes: list[int]
    cue_tags: torch.Tensor
    part_tags: torch.Tensor
    cues: list[Cue]
    valued: list[Valued]
    tags: torch.Tensor
    heads: torch.Tensor
    relations: torch.Tensor
    sentence: torch.Tensor
    starts: torch.Tensor
    appeals: torch.Tensor
    appealed: list[int]
    trigger_tags: torch.Tensor
    spans: dict[str, list[tuple[int, torch.Tensor]]] = field(default_factory=dict)
    chains: list[Chained] = field(default_factory=list)
    pieces_judged: list[Judged] = field(default_factory=list)
    triggers: list[Cue] = field(default_factory=list)
    happened: list[Happened] = field(default_factory=list)


def batch(
    windows: Sequence[Window], labels: Label, pieces: Pieces, size: int, hidden: float, chance: random.Random
) -> Batch:
    """The windows as tensors of `size` pieces; a share `hidden` of the pieces is hidden."""
    most = max(w.size for w in windows)
    count = len(windows)

    def table(width: int, fill: int = 0) -> torch.Tensor:
        return torch.full((count, width), fill, dtype=torch.long)

    made = Batch(
        table(size), table(size), table(size), torch.zeros(count, size), table(most), [w.size for w in windows],
        table(most, IGNORED), table(most, IGNORED), [], [], table(most, IGNORED), table(most, IGNORED),
        table(most, IGNORED), table(most, -1), table(most, IGNORED),
        torch.zeros(count, most, len(labels["appeals"])), [], table(most, IGNORED),
    )  # fmt: skip
    for number, window in enumerate(windows):
        ids = [pieces.special[HIDDEN] if hidden and chance.random() < hidden else piece for piece in window.pieces]
        length = len(ids)
        made.pieces[number, :length] = torch.tensor(ids)
        made.capitals[number, :length] = torch.tensor(window.capitals)
        made.settings[number, :length] = torch.tensor(window.settings)
        made.mask[number, :length] = 1.0
        made.first[number, : window.size] = torch.tensor(window.first)
        made.sentence[number, : window.size] = torch.tensor(window.document.sentence[window.begin : window.end])
        _mark(made, number, window, labels, chance)
    return made


def _mark(made: Batch, number: int, window: Window, labels: Label, chance: random.Random) -> None:
    document = window.document
    _mark_statements(made, number, window, labels, chance)
    _mark_grammar(made, number, window, labels)
    if document.starts is not None:
        starts = document.starts[window.begin : window.end]
        made.starts[number, : window.size] = torch.tensor([int(s) for s in starts])
    _mark_appeals(made, number, window, labels)
    _mark_spans(made, number, window, labels)
    made.pieces_judged += _judged(number, window, labels)
    _mark_events(made, number, window, labels)
    if document.clusters is not None and (chained := chain(number, window)) is not None:
        made.chains.append(chained)


def _mark_events(made: Batch, number: int, window: Window, labels: Label) -> None:
    """Triggers, and for each of them the values and who takes part; of equal triggers the sides are marked once."""
    document = window.document
    if document.events is None:
        return
    if not document.some_events:
        made.trigger_tags[number, : window.size] = 0
    seen: set[tuple[int, ...]] = set()
    for event in document.events:
        local = window.local(event.trigger)
        if not local or len(local) < len(event.trigger):
            continue
        for place, word in enumerate(local):
            made.trigger_tags[number, word] = TRIGGER_TAGS.index("I" if place else "B")
        values = {name: labels[name][value] for name, value in event.values.items()}
        made.happened.append(Happened(number, local, window.local(event.cue), _around(window, local), values))
        if event.sides is not None and event.trigger not in seen:
            seen.add(event.trigger)
            tags = _side_tags(window, event)
            made.triggers.append(towards(window, number, local, tags))
            if document.some_events:
                # Words that are known to name somebody are no triggers, whatever else is.
                for word, tag in enumerate(tags):
                    if tag and made.trigger_tags[number, word] == IGNORED:
                        made.trigger_tags[number, word] = 0


def _around(window: Window, trigger: Sequence[int]) -> list[int]:
    """The words of the trigger's sentence that stand in the window."""
    sentence = window.document.sentence
    here = sentence[window.begin + trigger[0]]
    return [w for w in range(window.size) if sentence[window.begin + w] == here]


def _side_tags(window: Window, event: MarkedEvent) -> list[int]:
    """What each word of the window is to this event: actor, recipient, place, time, number or nothing."""
    tags = [0] * window.size
    for side in ("time", "place", "number", "recipient", "actor"):
        for first, last in (event.sides or {}).get(side, ()):
            local = window.local(range(first, last + 1))
            for place, word in enumerate(local):
                begins = f"{'I' if place else 'B'}-{side}"
                tags[word] = SIDE_TAGS.index(side if side in SIDE_TAGS else begins)
    return tags


def _judged(number: int, window: Window, labels: Label) -> Iterator[Judged]:
    begin, end = window.begin, window.end
    for piece in window.document.pieces or ():
        if begin <= piece.first and piece.last < end:
            kind = labels["furniture"][piece.kind]
            yield Judged(number, piece.first - begin, piece.last - begin, piece.signs, kind)


def _mark_grammar(made: Batch, number: int, window: Window, labels: Label) -> None:
    document, begin, end = window.document, window.begin, window.end
    if document.heads is None or document.tags is None or document.relations is None:
        return
    for word in range(begin, end):
        made.tags[number, word - begin] = labels["tags"][document.tags[word]]
        if begin <= document.heads[word] < end:
            made.heads[number, word - begin] = document.heads[word] - begin
            made.relations[number, word - begin] = labels["relations"][document.relations[word]]


def _mark_appeals(made: Batch, number: int, window: Window, labels: Label) -> None:
    if window.document.appeals is None:
        return
    made.appealed.append(number)
    for kind, first, last in window.document.appeals:
        for label in appeal_labels(kind):
            for word in window.local(range(first, last + 1)):
                made.appeals[number, word, labels["appeals"][label]] = 1.0


def _mark_spans(made: Batch, number: int, window: Window, labels: Label) -> None:
    document, begin, end = window.document, window.begin, window.end
    if document.spans is None:
        return
    kinds = labels["spans." + document.corpus]
    gold = torch.zeros(window.size, window.size, dtype=torch.long)
    for first, last, kind in document.spans:
        if begin <= first and last < end and kind in kinds:
            gold[first - begin, last - begin] = 1 + kinds[kind]
    made.spans.setdefault(document.corpus, []).append((number, gold))


def _mark_statements(made: Batch, number: int, window: Window, labels: Label, chance: random.Random) -> None:
    document = window.document
    if document.attributions is None:
        return
    made.cue_tags[number, : window.size] = 0
    made.part_tags[number, : window.size] = 0
    for anchor, group in _by_anchor(window).items():
        local = window.local(anchor)
        tags = _part_tags(window, group)
        for word, tag in enumerate(tags):
            if tag and not made.part_tags[number, word]:
                made.part_tags[number, word] = tag
        _add_extras(tags, window, group)
        _mark_cue(made, number, local, bool(group[0].cue))
        if document.corpus != "conflict":
            tags = [tag if tag < 5 else 0 for tag in tags]
        made.cues.append(towards(window, number, local, tags))
        made.valued += _valued(number, local, window, group, labels, chance)


def _by_anchor(window: Window) -> dict[tuple[int, ...], list[Attribution]]:
    """The statements of a window by their cue; those of the conflict set without one by their first word."""
    together: dict[tuple[int, ...], list[Attribution]] = {}
    for attribution in window.attributions():
        anchor = attribution.cue or attribution.content[:1]
        if attribution.cue or window.document.corpus == "conflict":
            together.setdefault(anchor, []).append(attribution)
    return together


def _part_tags(window: Window, group: Sequence[Attribution]) -> list[int]:
    """What each word of the window is to the cue that these statements share: source, content or nothing."""
    tags = [0] * window.size
    for role in ("source", "content"):
        words = filled(window.document, {w for a in group for w in getattr(a, role)}, role)
        for run in runs(window.local(words)):
            tags[run[0]] = PART_TAGS.index(f"B-{role}")
            for word in run[1:]:
                tags[word] = PART_TAGS.index(f"I-{role}")
    return tags


def _add_extras(tags: list[int], window: Window, group: Sequence[Attribution]) -> None:
    """Writes time, place, hearer and medium over the tags."""
    for key, held in ((k, v) for a in group for k, v in a.extras.items()):
        for word in window.local(held):
            tags[word] = PART_TAGS.index(key)


def _mark_cue(made: Batch, number: int, local: list[int], spoken: bool) -> None:
    """Marks a cue's runs, or the first word of a statement without a cue unless a cue is marked there."""
    if spoken:
        for place, run in ((p, r) for r in runs(local) for p in r):
            made.cue_tags[number, place] = CUE_TAGS.index("B" if place == run[0] else "I")
    elif made.cue_tags[number, local[0]] == 0:
        made.cue_tags[number, local[0]] = CUE_TAGS.index("A")


def _valued(
    number: int, local: list[int], window: Window, group: Sequence[Attribution], labels: Label, chance: random.Random
) -> Iterator[Valued]:
    for attribution in group:
        if attribution.values:
            source, content = window.local(attribution.source), window.local(attribution.content)
            parts = (local, source, roughly(content, chance))
            yield Valued(number, parts, {k: labels[k][v] for k, v in attribution.values.items()})


def roughly(words: list[int], chance: random.Random, share: float = 0.25, most: float = 0.4) -> list[int]:
    """The words, now and then without some at one end: the spans that are found in reading are not exact either."""
    if len(words) < 4 or chance.random() >= share:
        return words
    gone = chance.randint(1, int(len(words) * most) or 1)
    return words[:-gone] if chance.random() < 0.7 else words[gone:]


def towards(window: Window, number: int, cue: list[int], tags: list[int]) -> Cue:
    """A cue with the distances of all words of the window to it."""
    sentence = window.document.sentence
    here = sentence[window.begin + cue[0]]
    return Cue(
        number,
        cue,
        tags,
        [distance(w - (cue[0] if w < cue[0] else min(w, cue[-1]))) for w in range(window.size)],
        [sentences_apart(sentence[window.begin + w] - here) for w in range(window.size)],
    )


def filled(document: Document, words: set[int], role: str) -> list[int]:
    """Words of a part, no punctuation at the edges of its runs, gaps of punctuation (and of "and" in sources) closed."""
    solid = sorted(w for w in words if any(c.isalnum() or c in "$%&" for c in document.word(w)))
    found: list[int] = []
    for word in solid:
        if found and word > found[-1] + 1:
            between = [document.word(w) for w in range(found[-1] + 1, word)]
            if not any(c.isalnum() for b in between for c in b) or (
                role == "source" and all(b.lower() in JOINERS for b in between)
            ):
                found += range(found[-1] + 1, word)
        found.append(word)
    return found


def runs(words: Sequence[int]) -> list[list[int]]:
    """Numbers that follow one another, together."""
    found: list[list[int]] = []
    for word in words:
        if found and word == found[-1][-1] + 1:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def chain(number: int, window: Window, most: int = 60) -> Chained | None:
    """The mentions of a window that belong to chains, with features; None where there are fewer than two."""
    document = window.document
    mentions = sorted(
        {
            (first - window.begin, last - window.begin, which)
            for which, cluster in enumerate(document.clusters or ())
            for first, last in cluster
            if window.begin <= first and last < window.end
        }
    )[:most]
    if len(mentions) < 2:
        return None
    count = len(mentions)
    features = pair_features(
        [[document.word(window.begin + w) for w in range(first, last + 1)] for first, last, _ in mentions],
        [document.sentence[window.begin + first] for first, _, _ in mentions],
    )
    same = torch.zeros(count, count + 1)
    for one, (_, _, which) in enumerate(mentions):
        for other in range(one):
            same[one, other] = float(which == mentions[other][2])
        if not same[one].any():
            same[one, count] = 1.0
    return Chained(number, torch.tensor([m[:2] for m in mentions]), features, same)


def pair_features(mentions: Sequence[Sequence[str]], sentence: Sequence[int]) -> torch.Tensor:
    """What each mention has in common with each earlier one, mentions × mentions × features."""
    count = len(mentions)
    rows = [
        likeness(mentions[i], mentions[j], sentence[i] - sentence[j], i - j) if j < i else [0.0] * 22
        for i in range(count)
        for j in range(count)
    ]
    return torch.tensor(rows).view(count, count, -1)
