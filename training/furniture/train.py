"""Teaches a small encoder to tell furniture from report: `python -m training.furniture.train`.

The encoder is the first four layers of all-MiniLM-L6-v2 (Apache-2.0), read as bare weights; each piece of a page is
judged at its marker (`onrecord.page.windows`) as report or one of nine kinds of furniture. Learnt from this project's
own pages and lines, with reports of Wikinews and of PolNeAR's training part around them; a fifth of the written pages
is kept to choose the threshold. The pages in `evaluation/furniture` are never read here.

A checkpoint is written after each epoch; a run that was cut is taken up with the same command.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn
from transformers import BertConfig, BertModel

from onrecord.page.pieces import pieces
from onrecord.page.windows import windows
from training.furniture.compose import composed_pages, furniture_lines, report_lines, wikinews
from training.furniture.pages import Marked, Page, polnear_pages, written_pages

KINDS = ("report", "advert", "appeal", "caption", "forum", "legal", "navigation", "other", "paywall", "related")
HERE = Path(__file__).parent
EPOCHS = 6
SECOND_EPOCHS = 2
SECOND_RATE = 5e-5
RATE = 1.5e-4
TOKENS_A_BATCH = 6_000
POLNEAR_REPORTS = 300
PLAIN_PAGES = 80
SEED = 7
LAYERS = 4
Example = tuple[tuple[int, ...], list[tuple[int, int]]]


class FurnitureModel(nn.Module):
    """The encoder with one linear layer over its output: a score for each kind at every token."""

    def __init__(self) -> None:
        super().__init__()
        config = BertConfig(hidden_size=384, num_hidden_layers=LAYERS, num_attention_heads=12, intermediate_size=1536)
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.kinds = nn.Linear(384, len(KINDS))
        self.drop = nn.Dropout(0.1)

    def forward(self, tokens: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Scores, batch × tokens × kinds."""
        hidden = self.encoder(input_ids=tokens, attention_mask=mask).last_hidden_state
        scores: torch.Tensor = self.kinds(self.drop(hidden))
        return scores


def new_model(folder: Path) -> FurnitureModel:
    """The model with pretrained encoder weights and a fresh head."""
    torch.manual_seed(SEED)
    model = FurnitureModel()
    missing = model.encoder.load_state_dict(load_file(folder / "model.safetensors"), strict=False).missing_keys
    if missing:
        raise SystemExit(f"the encoder lacks weights: {missing}")
    return model


def tokeniser(folder: Path) -> Tokenizer:
    """The encoder's own tokeniser, without limits of length."""
    found = Tokenizer.from_file(str(folder / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


def examples(pages: Sequence[Page], tokens: Tokenizer) -> Iterator[Example]:
    """The windows of pages with the kind of each piece judged in them."""
    for page in pages:
        parts = pieces(page.text)
        kinds = [KINDS.index(page.kind_at(p.start, p.end)[0] or "report") for p in parts]
        for window in windows(parts, page.outlet, lambda t: list(tokens.encode(t, add_special_tokens=False).ids)):
            yield window.tokens, [(place, kinds[number]) for number, place in window.markers]


def batches(found: list[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Examples of like length together, at most `TOKENS_A_BATCH` with padding, in random order."""
    ordered = sorted(found, key=lambda e: len(e[0]) + chance.random() * 20)
    made: list[list[Example]] = [[]]
    for example in ordered:
        if made[-1] and (len(made[-1]) + 1) * max(len(example[0]), *(len(e[0]) for e in made[-1])) > TOKENS_A_BATCH:
            made.append([])
        made[-1].append(example)
    chance.shuffle(made)
    yield from made


def tensors(batch: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Padded tokens, their mask, and the kind at each marker (-100 elsewhere)."""
    length = max(len(tokens) for tokens, _ in batch)
    tokens = torch.zeros(len(batch), length, dtype=torch.long)
    mask, labels = torch.zeros_like(tokens), torch.full_like(tokens, -100)
    for row, (numbers, marked) in enumerate(batch):
        tokens[row, : len(numbers)] = torch.tensor(numbers)
        mask[row, : len(numbers)] = 1
        for place, kind in marked:
            labels[row, place] = kind
    return tokens, mask, labels


class Material:
    """All pages to learn from: written ones, and new composed ones for every epoch."""

    def __init__(self, corpora: Path) -> None:
        written = list(written_pages(HERE))
        self.kept = written[::5]
        self.written = [p for n, p in enumerate(written) if n % 5]
        polnear = list(polnear_pages(corpora / "statements" / "polnear-train.jsonl"))
        random.Random(SEED).shuffle(polnear)  # noqa: S311 - no secret
        self.reports = list(wikinews(corpora / "places" / "GeoVirus.xml"))
        self.reports += [_report_of(page) for page in polnear[:POLNEAR_REPORTS]]
        self.reports += [[p.text[m.start : m.end] for m in p.marked if m.kind is None] for p in self.written]
        self.reports = [r for r in self.reports if len(r) > 4]
        self.lines, self.loose = furniture_lines(HERE), report_lines(HERE)

    def epoch(self, number: int) -> list[Page]:
        """The pages of one epoch, the same for the same number."""
        chance = random.Random(SEED + number)  # noqa: S311 - no secret
        hidden = [Page(p.id, p.outlet if chance.random() < 0.7 else None, p.text, p.marked) for p in self.written]
        plain = [
            Page("", None, "\n".join(r[:10]), (Marked(0, len("\n".join(r[:10])), None),))
            for r in chance.sample(self.reports, PLAIN_PAGES)
        ]
        return [*hidden, *composed_pages(self.lines, self.reports, self.loose, SEED + number), *plain]


def _report_of(page: Page) -> list[str]:
    stretches = (page.text[m.start : m.end] for m in page.marked if m.kind is None)
    return [line for s in stretches for line in s.split("\n") if len(line.split()) > 3]


def learn(model: FurnitureModel, material: Material, tokens: Tokenizer, out: Path, stage: int) -> None:
    """Runs the epochs of a stage that are left, with a checkpoint after each.

    The second stage goes on at a lower rate, with other pages, from where the first one ended.
    """
    epochs, rate = ((EPOCHS, RATE), (SECOND_EPOCHS, SECOND_RATE))[stage - 1]
    chance = random.Random(SEED + stage)  # noqa: S311 - no secret
    steps = epochs * (sum(len(t) for t, _ in examples(material.epoch(0), tokens)) // TOKENS_A_BATCH + 10)
    optimiser = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps + 200, pct_start=0.1)
    begin, checkpoint = 0, out / f"checkpoint-{stage}.pt"
    if checkpoint.exists():
        held = torch.load(checkpoint)
        model.load_state_dict(held["model"])
        optimiser.load_state_dict(held["optimiser"])
        schedule.load_state_dict(held["schedule"])
        begin = held["epoch"]
    for epoch in range(begin, epochs):
        started, total, count = time.monotonic(), 0.0, 0
        model.train()
        for batch in batches(list(examples(material.epoch(epoch + 100 * (stage - 1)), tokens)), chance):
            ids, mask, labels = tensors(batch)
            scores = model(ids, mask)
            loss = nn.functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=-100)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
        state = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict()}
        torch.save({**state, "epoch": epoch + 1}, checkpoint)
        found = accuracy(model, material.kept, tokens)
        print(
            f"epoch {epoch + 1}: loss {total / count:.3f}, {time.monotonic() - started:.0f} s; kept pages: {found}",
            flush=True,
        )


def accuracy(model: FurnitureModel, pages: Sequence[Page], tokens: Tokenizer) -> str:
    """Pieces of furniture found and pieces of report marked at even odds, and kinds told right."""
    model.eval()
    found = marked = furniture = report = right = 0
    with torch.no_grad():
        for example in examples(pages, tokens):
            ids, mask, _ = tensors([example])
            scores = model(ids, mask)[0].log_softmax(-1)
            for place, kind in example[1]:
                guess = scores[place, 0] < -0.693
                furniture, report = furniture + (kind > 0), report + (kind == 0)
                found, marked = found + int(guess and kind > 0), marked + int(guess and kind == 0)
                right += int(kind > 0 and int(scores[place, 1:].argmax()) + 1 == kind)
    return f"furniture {found}/{furniture}, report marked {marked}/{report}, kinds right {right}/{furniture}"


def main() -> None:
    """Learns and leaves the weights in `--out`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, default=Path("build/furniture"))
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    tokens, model = tokeniser(arguments.encoder), new_model(arguments.encoder)
    material = Material(arguments.corpora)
    for stage in (1, 2):
        if not (arguments.out / f"model-{stage}.pt").exists():
            learn(model, material, tokens, arguments.out, stage)
            torch.save(model.state_dict(), arguments.out / f"model-{stage}.pt")
        model.load_state_dict(torch.load(arguments.out / f"model-{stage}.pt"))


if __name__ == "__main__":
    main()
