"""The reader's network: one small encoder over word pieces and the heads that share it.

The encoder has the shape of BERT (12 heads of width 32, 384 wide); its weights come from `starting.py`. Two small
embeddings that start at zero tell it what an uncased vocabulary cannot: the pattern of capitals, and whether a word
opens a paragraph or stands within quotation marks. Heads work on words (the first piece of each).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import torch
import torch.nn.functional as functional
from torch import nn

from onrecord.page.judge import SIGNS

WIDTH = 384
ATTENTION_HEADS = 12
INNER = 1536
CUE_TAGS = ("O", "B", "I", "A")
PART_TAGS = ("O", "B-source", "I-source", "B-content", "I-content", "on", "at", "to", "by")
TRIGGER_TAGS = ("O", "B", "I")
SIDE_TAGS = ("O", "B-actor", "I-actor", "B-recipient", "I-recipient", "place", "time", "B-number", "I-number")
EVENT_VALUES = ("event_type", "event_mode", "event_status")
ASPECTS = 2
"""How many ways the words around a trigger are weighed: what it is and whether it is so hang on other words."""
DISTANCES = 24
SENTENCES = 9
NONE_EXPECTED = 4.0
"""By how much a fresh head for names prefers no name, at the first word and at the last one each."""


def coarse(states: torch.Tensor) -> torch.Tensor:
    """States in the 256 steps between their extremes that the shipped encoder knows; gradients pass through."""
    exact = states.detach().float()
    low, high = exact.amin().clamp(max=0.0), exact.amax().clamp(min=0.0)
    step = (high - low).clamp(min=1e-9) / 255
    return states + (((exact - low) / step).round() * step + low - exact).to(states.dtype)


def coarse_weights(weights: torch.Tensor) -> torch.Tensor:
    """Weights in the 127 steps that each channel has in the shipped encoder; gradients pass through."""
    exact = weights.detach()
    step = exact.abs().amax(1, keepdim=True).clamp(min=1e-9) / 63.5
    return weights + ((exact / step).round().clamp(-64, 63) * step - exact)


class Layer(nn.Module):
    """One layer of the encoder: attention, then a feed-forward pass, each with its residual.

    While `coarse` is set, sums are those of the shipped 8 bits, so that training makes up for what they lose (Jacob and
    others 2018, "Quantization and training of neural networks for efficient integer-arithmetic-only inference").
    """

    def __init__(self) -> None:
        super().__init__()
        self.coarse = False
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.first_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.second_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, hidden: torch.Tensor, blocked: torch.Tensor) -> torch.Tensor:
        """Hidden states, batch × pieces × width; `blocked` is added to the scores of attention."""
        batch, pieces, _ = hidden.shape

        def parted(states: torch.Tensor) -> torch.Tensor:
            return states.view(batch, pieces, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).transpose(1, 2)

        query, key, value = self.through(hidden, self.query, self.key, self.value)
        mixed = functional.scaled_dot_product_attention(parted(query), parted(key), parted(value), attn_mask=blocked)
        (attended,) = self.through(mixed.transpose(1, 2).reshape(batch, pieces, WIDTH), self.attended)
        hidden = self.first_norm(hidden + attended)
        (inner,) = self.through(hidden, self.inner)
        (outer,) = self.through(functional.gelu(inner), self.outer)
        found: torch.Tensor = self.second_norm(hidden + outer)
        return found

    def through(self, states: torch.Tensor, *matrices: nn.Linear) -> list[torch.Tensor]:
        """The states through each of the matrices."""
        if not self.coarse:
            return [matrix(states) for matrix in matrices]
        states = coarse(states)
        return [functional.linear(states, coarse_weights(matrix.weight), matrix.bias) for matrix in matrices]


class Encoder(nn.Module):
    """Pieces in, a vector for each piece out."""

    def __init__(self, vocabulary: int, layers: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.capitals = nn.Embedding(7, WIDTH)
        self.settings = nn.Embedding(4, WIDTH)
        nn.init.zeros_(self.capitals.weight)
        nn.init.zeros_(self.settings.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(
        self, pieces: torch.Tensor, capitals: torch.Tensor, settings: torch.Tensor, mask: torch.Tensor
    ) -> torch.Tensor:
        """All four are batch × pieces; mask is 1 where there is a piece."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        summed = self.pieces(pieces) + self.places(places) + self.capitals(capitals) + self.settings(settings)
        hidden: torch.Tensor = self.norm(summed)
        blocked = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.layers:
            hidden = layer(hidden, blocked)
        return hidden


class Parts(nn.Module):
    """For each cue (or trigger), what every word of the window is to it: source, content, time … or nothing."""

    def __init__(self, tags: int = len(PART_TAGS), width: int = 256) -> None:
        super().__init__()
        self.word = nn.Linear(WIDTH, width)
        self.cue = nn.Linear(WIDTH, width)
        self.word_by = nn.Linear(WIDTH, width, bias=False)
        self.cue_by = nn.Linear(WIDTH, width)
        self.distance = nn.Embedding(DISTANCES, width)
        self.sentence = nn.Embedding(SENTENCES, width)
        self.middle = nn.Linear(width, 128)
        self.tags = nn.Linear(128, tags)

    def forward(
        self, words: torch.Tensor, cues: torch.Tensor, distance: torch.Tensor, sentence: torch.Tensor
    ) -> torch.Tensor:
        """Scores, cues × words × tags, from words of each cue's window (cues × words × width) and cues (cues × width)."""
        state = self.word(words) + self.cue(cues)[:, None] + self.word_by(words) * self.cue_by(cues)[:, None]
        state = state + self.distance(distance) + self.sentence(sentence)
        scores: torch.Tensor = self.tags(functional.relu(self.middle(functional.relu(state))))
        return scores


class Values(nn.Module):
    """Act, certainty, kind and type of source, and form of each statement, from its cue, its source and its content."""

    def __init__(self, values: Mapping[str, Sequence[str]], dropout: float, width: int = 256) -> None:
        super().__init__()
        self.names = {name: tuple(options) for name, options in values.items()}
        self.asked = nn.Linear(WIDTH, WIDTH)
        self.first = nn.Linear(5 * WIDTH + 2, width)
        self.drop = nn.Dropout(2 * dropout)
        self.scores = nn.ModuleDict({name: nn.Linear(width, len(options)) for name, options in self.names.items()})

    def attended(self, cue: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
        """The mean of a statement's words (n × width), each weighed by how much it matters to the cue (width)."""
        shares = torch.softmax(words @ self.asked(cue) / WIDTH**0.5, 0)
        return shares @ words

    def forward(self, pooled: torch.Tensor) -> dict[str, torch.Tensor]:
        """Scores of each value, statements × options, from what `losses.pooled` gives."""
        state = self.drop(functional.relu(self.first(pooled)))
        return {name: head(state) for name, head in self.scores.items()}


class Happenings(nn.Module):
    """Type, mode and status of each event, from its trigger, its sentence, and the cue of the statement it stands in."""

    def __init__(self, values: Mapping[str, Sequence[str]], dropout: float, width: int = 256) -> None:
        super().__init__()
        self.asked = nn.Linear(WIDTH, ASPECTS * WIDTH)
        self.first = nn.Linear((3 + ASPECTS) * WIDTH + 1, width)
        self.drop = nn.Dropout(2 * dropout)
        self.scores = nn.ModuleDict({name: nn.Linear(width, len(options)) for name, options in values.items()})

    def attended(self, trigger: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
        """Means of the words around a trigger (n × width), weighed by how much they matter to it, for each aspect."""
        asked = self.asked(trigger).view(ASPECTS, WIDTH)
        shares = torch.softmax(asked @ words.T / WIDTH**0.5, -1)
        return (shares @ words).flatten()

    def forward(self, pooled: torch.Tensor) -> dict[str, torch.Tensor]:
        """Scores of each value, events × options, from what `losses.happening` gives."""
        state = self.drop(functional.relu(self.first(pooled)))
        return {name: head(state) for name, head in self.scores.items()}


class Grammar(nn.Module):
    """Tags, heads and relations of words within their sentence (a biaffine parser; Dozat and Manning 2017)."""

    def __init__(self, tags: int, relations: int, arc: int = 192, label: int = 64) -> None:
        super().__init__()
        self.tags = nn.Linear(WIDTH, tags)
        self.dependent = nn.Linear(WIDTH, arc)
        self.head = nn.Linear(WIDTH, arc)
        self.arc = nn.Parameter(torch.eye(arc) * 0.05)
        self.dependent_label = nn.Linear(WIDTH, label)
        self.head_label = nn.Linear(WIDTH, label)
        self.label = nn.Parameter(torch.zeros(relations, label, label))
        self.label_linear = nn.Linear(2 * label, relations)
        nn.init.normal_(self.label, std=0.05)

    def arcs(self, words: torch.Tensor, blocked: torch.Tensor) -> torch.Tensor:
        """Scores, batch × dependents × heads; a root is its own head."""
        dependent, head = functional.relu(self.dependent(words)), functional.relu(self.head(words))
        scores = (dependent @ self.arc) @ head.transpose(1, 2)
        return scores + blocked

    def relations(self, words: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """Scores of each relation of words (n × width) to their heads (n × width)."""
        one, other = functional.relu(self.dependent_label(words)), functional.relu(self.head_label(heads))
        scores = torch.einsum("ni,rij,nj->nr", one, self.label, other)
        found: torch.Tensor = scores + self.label_linear(torch.cat([one, other], -1))
        return found


class Stretches(nn.Module):
    """Spans with types, nested ones too: a score for every first and last word (Yu and others 2020)."""

    def __init__(self, kinds: int, width: int = 96) -> None:
        super().__init__()
        self.first = nn.Linear(WIDTH, width)
        self.last = nn.Linear(WIDTH, width)
        self.both = nn.Parameter(torch.zeros(kinds + 1, width, width))
        self.first_only = nn.Linear(width, kinds + 1)
        self.last_only = nn.Linear(width, kinds + 1)
        nn.init.normal_(self.both, std=0.02)

    def forward(self, words: torch.Tensor) -> torch.Tensor:
        """Scores, batch × first × last × kinds; the first kind is none."""
        first, last = functional.relu(self.first(words)), functional.relu(self.last(words))
        scores = torch.einsum("bix,kxy,bjy->bijk", first, self.both, last)
        found: torch.Tensor = scores + self.first_only(first)[:, :, None] + self.last_only(last)[:, None]
        return found


class Antecedents(nn.Module):
    """Whether two mentions mean the same, from their words and from how alike they are written."""

    def __init__(self, features: int, width: int = 128) -> None:
        super().__init__()
        self.mention = nn.Linear(3 * WIDTH, width)
        self.pair = nn.Linear(width + features, 64)
        self.by = nn.Linear(width, width, bias=False)
        self.score = nn.Linear(64, 1)
        self.alone = nn.Linear(width, 1)

    def mentions(self, words: torch.Tensor, stretches: torch.Tensor) -> torch.Tensor:
        """A vector for each mention of one window from its first and last word and their mean."""
        first, last = words[stretches[:, 0]], words[stretches[:, 1]]
        sums = torch.cat([words.new_zeros(1, words.shape[1]), words.cumsum(0)])
        mean = (sums[stretches[:, 1] + 1] - sums[stretches[:, 0]]) / (stretches[:, 1:2] - stretches[:, 0:1] + 1)
        return functional.relu(self.mention(torch.cat([first, last, mean], -1)))

    def forward(self, mentions: torch.Tensor, features: torch.Tensor) -> torch.Tensor:
        """Scores, mentions × earlier mentions, and in the last column that of standing alone."""
        product = self.by(mentions)[:, None] * mentions[None]
        state = functional.relu(self.pair(torch.cat([product, features], -1)))
        return torch.cat([self.score(state)[..., 0], self.alone(mentions)], -1)


class Furniture(nn.Module):
    """Report, or which kind of furniture a piece of a page is, from its words and a few plain signs."""

    def __init__(self, kinds: int, dropout: float, width: int = 128) -> None:
        super().__init__()
        self.first = nn.Linear(3 * WIDTH + SIGNS, width)
        self.drop = nn.Dropout(2 * dropout)
        self.kinds = nn.Linear(width, kinds)

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        """Scores, pieces × kinds, from the mean, first and last word of each piece and its signs."""
        scores: torch.Tensor = self.kinds(self.drop(functional.relu(self.first(rows))))
        return scores


class Reader(nn.Module):
    """The encoder and all its heads."""

    def __init__(
        self,
        vocabulary: int,
        layers: int,
        labels: Mapping[str, Sequence[str]],
        values: Mapping[str, Sequence[str]],
        spans: Mapping[str, Sequence[str]],
        features: int,
        dropout: float,
    ) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, layers)
        self.drop = nn.Dropout(dropout)
        self.cue = nn.Linear(WIDTH, len(CUE_TAGS))
        self.part = nn.Linear(WIDTH, 5)
        self.parts = Parts()
        self.values = Values(values, dropout)
        self.grammar = Grammar(len(labels["tags"]), len(labels["relations"]))
        self.starts = nn.Linear(WIDTH, 2)
        self.appeals = nn.Linear(WIDTH, len(labels["appeals"]))
        self.stretches = nn.ModuleDict({name: Stretches(len(kinds)) for name, kinds in spans.items()})
        self.antecedents = Antecedents(features)
        self.furniture = Furniture(len(labels["furniture"]), dropout)
        self.trigger = nn.Linear(WIDTH, len(TRIGGER_TAGS))
        self.sides = Parts(len(SIDE_TAGS))
        self.happenings = Happenings({name: labels[name] for name in EVENT_VALUES}, dropout)

    def nothing_named(self, fresh: Iterable[str]) -> None:
        """Lets fresh heads for names expect none anywhere, so that their first steps do not drown all others."""
        with torch.no_grad():
            for name in fresh:
                for side in (self.stretches[name].first_only, self.stretches[name].last_only):
                    side.bias[0] = NONE_EXPECTED
