"""What each head gets wrong on a batch, in nats a word, a cue or a mention, so that the heads weigh alike."""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as functional

from training.reader.batches import IGNORED, LONGEST, Batch, Cue, Happened
from training.reader.network import Parts, Reader

APPEALS_WEIGHT = 2.0
"""FactAppeal's marks are few in its sentences, and its sentences few in a batch."""
ACT_WEIGHT, VALUE_WEIGHT = 1.0, 0.5
EVENT_WEIGHTS = {"event_type": 1.0, "event_mode": 0.3, "event_status": 0.7}
CUE_WORDS = 25.0
"""Words that matter to a cue: the sum over a window's words is divided by this."""


def losses(reader: Reader, batch: Batch, words: torch.Tensor) -> dict[str, torch.Tensor]:
    """The loss of every head that has marks in this batch."""
    found: dict[str, torch.Tensor] = {}
    if (batch.cue_tags != IGNORED).any():
        found["cue"] = _mean(reader.cue(words), batch.cue_tags) * 4
        found["part"] = _mean(reader.part(words), batch.part_tags)
    if batch.cues:
        found["parts"] = parts_loss(reader.parts, batch.cues, words)
    if batch.valued:
        found |= values_loss(reader, batch, words)
    if (batch.tags != IGNORED).any():
        found |= grammar_loss(reader, batch, words)
    if (batch.starts != IGNORED).any():
        found["starts"] = _mean(reader.starts(words), batch.starts)
    if batch.appealed:
        rows = torch.tensor(batch.appealed)
        known = (batch.sentence[rows] >= 0)[..., None].float()
        each = functional.binary_cross_entropy_with_logits(
            reader.appeals(words[rows]), batch.appeals[rows], reduction="none"
        )
        found["appeals"] = (each * known).sum() / known.sum() * APPEALS_WEIGHT
    for corpus, marked in batch.spans.items():
        found["spans." + corpus] = spans_loss(reader, batch, words, corpus, marked)
    if batch.chains:
        found["chains"] = chains_loss(reader, batch, words)
    if batch.pieces_judged:
        found["furniture"] = furniture_loss(reader, batch, words)
    return found | event_losses(reader, batch, words)


def event_losses(reader: Reader, batch: Batch, words: torch.Tensor) -> dict[str, torch.Tensor]:
    """Of events: triggers, who takes part, and their values."""
    found: dict[str, torch.Tensor] = {}
    if (batch.trigger_tags != IGNORED).any():
        found["trigger"] = _mean(reader.trigger(words), batch.trigger_tags) * 4
    if batch.triggers:
        found["sides"] = parts_loss(reader.sides, batch.triggers, words)
    return found | (happenings_loss(reader, batch, words) if batch.happened else {})


def _mean(scores: torch.Tensor, gold: torch.Tensor) -> torch.Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORED)


def parts_loss(head: Parts, anchors: Sequence[Cue], words: torch.Tensor) -> torch.Tensor:
    """Cross entropy of the tags of all words towards each cue, or each trigger."""
    most = words.shape[1]

    def padded(rows: list[list[int]], fill: int) -> torch.Tensor:
        return torch.tensor([row + [fill] * (most - len(row)) for row in rows])

    which = torch.tensor([cue.window for cue in anchors])
    cues = torch.stack([words[cue.window, cue.words].mean(0) for cue in anchors])
    gold = padded([cue.tags for cue in anchors], IGNORED)
    scores = head(
        words[which],
        cues,
        padded([cue.distance for cue in anchors], 0),
        padded([cue.sentence for cue in anchors], 4),
    )
    total = functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORED, reduction="sum")
    return total / (CUE_WORDS * len(anchors))


def pooled(reader: Reader, words: torch.Tensor, parts: tuple[list[int], list[int], list[int]]) -> torch.Tensor:
    """What the values of a statement are judged by: means of cue, source and content, first of content, what matters
    to the cue of all three, two flags.
    """
    cue, source, content = parts
    nothing = words.new_zeros(words.shape[-1])
    said = words[cue].mean(0) if cue else nothing
    every = sorted({*cue, *source, *content})
    return torch.cat(
        [
            said,
            words[source].mean(0) if source else nothing,
            words[content].mean(0) if content else nothing,
            words[content[0]] if content else nothing,
            reader.values.attended(said, words[every]) if every else nothing,
            words.new_tensor([float(bool(source)), float(bool(content))]),
        ]
    )


def values_loss(reader: Reader, batch: Batch, words: torch.Tensor) -> dict[str, torch.Tensor]:
    """Cross entropy of act, certainty, kind, type and form."""
    inputs = torch.stack([pooled(reader, words[v.window], v.parts) for v in batch.valued])
    scores = reader.values(inputs)
    return {
        name: functional.cross_entropy(scores[name], torch.tensor([v.values[name] for v in batch.valued]))
        * (ACT_WEIGHT if name == "act" else VALUE_WEIGHT)
        for name in scores
    }


def happening(reader: Reader, words: torch.Tensor, event: Happened) -> torch.Tensor:
    """What the values of an event are judged by: means of trigger and cue, first of the trigger, what matters to it
    in its sentence, a flag.
    """
    named = words[event.trigger].mean(0)
    return torch.cat(
        [
            named,
            words[event.trigger[0]],
            words[event.cue].mean(0) if event.cue else words.new_zeros(words.shape[-1]),
            reader.happenings.attended(named, words[event.around]),
            words.new_tensor([float(bool(event.cue))]),
        ]
    )


def happenings_loss(reader: Reader, batch: Batch, words: torch.Tensor) -> dict[str, torch.Tensor]:
    """Cross entropy of type, mode and status."""
    scores = reader.happenings(torch.stack([happening(reader, words[e.window], e) for e in batch.happened]))
    found = {}
    for name, weight in EVENT_WEIGHTS.items():
        gold = torch.tensor([e.values.get(name, IGNORED) for e in batch.happened])
        if (gold != IGNORED).any():
            found[name] = functional.cross_entropy(scores[name], gold, ignore_index=IGNORED) * weight
    return found


def grammar_loss(reader: Reader, batch: Batch, words: torch.Tensor) -> dict[str, torch.Tensor]:
    """Cross entropy of tags, of heads among the words of the sentence, and of relations to the right heads."""
    rows = (batch.tags != IGNORED).any(1).nonzero()[:, 0]
    states, heads, sentence = words[rows], batch.heads[rows], batch.sentence[rows]
    apart = (sentence[:, :, None] != sentence[:, None, :]).float() * -1e4
    arcs = reader.grammar.arcs(states, apart)
    known = heads != IGNORED
    at = heads.clamp(min=0)
    governed = states.gather(1, at[..., None].expand(-1, -1, states.shape[-1]))[known]
    relations = reader.grammar.relations(states[known], governed)
    return {
        "tags": _mean(reader.grammar.tags(states), batch.tags[rows]),
        "arcs": _mean(arcs, heads),
        "relations": functional.cross_entropy(relations, batch.relations[rows][known]),
    }


def spans_loss(
    reader: Reader, batch: Batch, words: torch.Tensor, corpus: str, marked: list[tuple[int, torch.Tensor]]
) -> torch.Tensor:
    """Cross entropy over all stretches of at most LONGEST words within a sentence, summed, a word."""
    rows = torch.tensor([number for number, _ in marked])
    scores = reader.stretches[corpus](words[rows])
    total, count = words.new_zeros(()), 0
    for at, (number, gold) in enumerate(marked):
        size = gold.shape[0]
        sentence = batch.sentence[number, :size]
        ahead = torch.arange(size)[None] - torch.arange(size)[:, None]
        allowed = (ahead >= 0) & (ahead < LONGEST) & (sentence[None] == sentence[:, None])
        total = total + functional.cross_entropy(scores[at, :size, :size][allowed], gold[allowed], reduction="sum")
        count += size
    return total / count


def chains_loss(reader: Reader, batch: Batch, words: torch.Tensor) -> torch.Tensor:
    """Minus log of the share given to the right earlier mentions (or to none), a mention."""
    total, count = words.new_zeros(()), 0
    for chained in batch.chains:
        mentions = reader.antecedents.mentions(words[chained.window], chained.stretches)
        scores = reader.antecedents(mentions, chained.features)
        many = scores.shape[0]
        later = torch.ones(many, many).triu() * -1e4
        scores = scores + torch.cat([later, torch.zeros(many, 1)], 1)
        right = scores.masked_fill(chained.same == 0, -1e4)
        total = total + (scores.logsumexp(1) - right.logsumexp(1)).sum()
        count += many
    return total / count * 0.5


def furniture_loss(reader: Reader, batch: Batch, words: torch.Tensor) -> torch.Tensor:
    """Cross entropy of the kind of every piece, a piece."""
    rows = []
    for piece in batch.pieces_judged:
        mine = words[piece.window, piece.first : piece.last + 1]
        rows.append(torch.cat([mine.mean(0), mine[0], mine[-1], mine.new_tensor(piece.signs)]))
    gold = torch.tensor([piece.kind for piece in batch.pieces_judged])
    return functional.cross_entropy(reader.furniture(torch.stack(rows)), gold)
