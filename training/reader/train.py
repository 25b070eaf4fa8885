"""Trains the reader: `python -m training.reader.train --corpora FOLDER --weights FILE --tokeniser FILE --out FOLDER`.

All corpora are mixed in every batch; each head learns from the corpora that mark what it finds. A checkpoint is written
every few minutes, and the same command takes up a run that was cut. The log goes to `log.jsonl` in the same folder.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from onrecord.reading.closeness import FEATURES
from training.furniture.compose import furniture_lines
from training.furniture.material import HERE as PAGES
from training.furniture.material import KINDS, Material
from training.reader import conflict, events
from training.reader.batches import Batch, batch
from training.reader.documents import (
    Document,
    appeal_labels,
    crossner,
    factappeal,
    polnear,
    re3d,
    treebank,
    uner,
    wikiwars,
)
from training.reader.furniture import furniture
from training.reader.losses import event_losses, losses
from training.reader.network import Reader
from training.reader.runs import record
from training.reader.starting import start_from
from training.reader.values import VALUES
from training.reader.windows import Pieces, Window, interrupted, packed, windows

HERE = Path(__file__).parent
SHORT = ("factappeal", "crossner", "plv")
INTERRUPTED = ("polnear", "conflict", "events")
CHECKPOINT_SECONDS = 240.0
LATER_HEADS = ("furniture.", "trigger.", "sides.", "happenings.")
UNSHIPPED_HEADS = ("part.", "starts.", "stretches.", "values.scores.form.")
"""Heads that a checkpoint to go on from may lack; they start fresh."""
PAGES_FROM = {
    "first": 0,
    "second": 1_000,
    "third": 2_000,
    "joint": 4_000,
    "events": 3_000,
    "pages": 5_000,
    "statements": 7_000,
    "renewed": 8_000,
    "heads": 6_000,
}
"""The number of the first page with furniture that a stage makes, so that no stage sees those of another."""
LENGTHS = 64
"""Windows are padded to multiples of so many pieces."""


def corpora(folder: Path, own: Path, part: str = "train") -> dict[str, list[Document]]:
    """Every corpus of one part ("train" or "dev") as documents."""
    found = {
        "polnear": list(polnear(folder / f"statements/polnear-{part}.jsonl")),
        "factappeal": list(factappeal(folder / f"statements/factappeal-{'val' if part == 'dev' else part}.csv")),
        "gum": list(treebank(folder / f"syntax/gum-{part}.conllu", "gum")),
        "ewt": list(
            uner(folder / f"entities/uner-ewt-{part}.iob2", treebank(folder / f"syntax/ewt-{part}.conllu", "ewt"))
        ),
        "crossner": list(crossner(folder / f"entities/crossner_politics_{part}.txt")),
    }
    if part == "train":
        found["re3d"] = list(re3d(folder / "entities/re3d-train.jsonl"))
        found["wikiwars"] = list(wikiwars(folder / "times/wikiwars/keyinline"))
        marked = {document.name: document for document in events.conflict_with_events(own.parent)}
        found["conflict"] = [marked.get(document.name, document) for document in conflict.conflict(own)]
        found["events"] = [events.events_alone(document) for document in marked.values()]
        found["minimal"] = list(events.minimal_pairs())
        found["plv"] = list(events.plv(folder))
    return {name: documents for name, documents in found.items() if documents}


def labels_of(documents: Mapping[str, Sequence[Document]]) -> dict[str, list[str]]:
    """The labels of every head, sorted, from the documents that mark them."""
    every = [d for group in documents.values() for d in group]
    found = {
        "tags": sorted({tag for d in every for tag in d.tags or ()}),
        "relations": sorted({relation for d in every for relation in d.relations or ()}),
        "appeals": sorted({label for d in every for kind, _, _ in d.appeals or () for label in appeal_labels(kind)}),
        "spans.conflict": list(conflict.KINDS),
        "furniture": list(KINDS),
    }
    for name, group in documents.items():
        kinds = {kind for d in group if d.corpus != "conflict" for _, _, kind in d.spans or ()}
        if kinds:
            found["spans." + name] = sorted(kind for kind in kinds if len(kind) > 1)
    return found | {name: list(options) for name, options in (VALUES | events.LABELS).items()}


def network_of(labels: Mapping[str, Sequence[str]], vocabulary: int, layers: int, dropout: float) -> Reader:
    """The network with a head for every label set."""
    spans = {name.removeprefix("spans."): kinds for name, kinds in labels.items() if name.startswith("spans.")}
    return Reader(vocabulary, layers, labels, VALUES, spans, FEATURES, dropout)


def epoch_windows(
    documents: Mapping[str, Sequence[Document]],
    times: Mapping[str, float],
    pieces: Pieces,
    size: int,
    chance: random.Random,
    interruptions: float = 0.0,
) -> list[Window]:
    """The windows of one epoch, cut at other places in every epoch, in a random order.

    A share `interruptions` of the windows of news has a line of furniture in it.
    """
    found: list[Window] = []
    lines = [line.text for line in furniture_lines(PAGES)]
    for name, group in documents.items():
        share = times.get(name, 1.0)
        for _ in range(math.ceil(share)):
            chosen = [d for d in group if chance.random() < share / math.ceil(share)]
            whole = packed(chosen, 150, chance) if name in SHORT else iter(chosen)
            for document in whole:
                start = chance.randrange(60, size) if len(document.places) > size // 2 else 0
                cut = windows(document, pieces, size, start)
                if name in INTERRUPTED:
                    cut = (
                        interrupted(w, chance.choice(lines), pieces, chance) if chance.random() < interruptions else w
                        for w in cut
                    )
                found += cut
    chance.shuffle(found)
    return found


def batches(found: Sequence[Window], pieces: int, chance: random.Random) -> list[tuple[int, list[Window]]]:
    """Windows of like length together, each batch with its padded length and at most so many pieces, in random order."""
    by_length: dict[int, list[Window]] = defaultdict(list)
    for window in found:
        by_length[math.ceil(len(window.pieces) / LENGTHS) * LENGTHS].append(window)
    made = []
    for length, group in sorted(by_length.items()):
        many = pieces // length
        made += [(length, group[at : at + many]) for at in range(0, len(group) - many + 1, many)]
    chance.shuffle(made)
    return made


def rate(step: int, steps: int, warm_up: float, first: float, last: float) -> float:
    """The share of the highest learning rate at a step: up within the warm-up, then down along a cosine."""
    rise = max(1, int(steps * warm_up))
    if step < rise:
        return first * (step + 1) / rise
    return last + (first - last) * 0.5 * (1 + math.cos(math.pi * (step - rise) / max(1, steps - rise)))


class Run:
    """One run of training with everything that a checkpoint holds."""

    def __init__(self, reader: Reader, settings: Mapping[str, Any], out: Path, frozen: bool = False) -> None:
        self.reader, self.settings, self.out, self.frozen = reader, settings, out, frozen
        encoder = [p for n, p in reader.named_parameters() if n.startswith("encoder.") and p.requires_grad]
        heads = [p for n, p in reader.named_parameters() if not n.startswith("encoder.")]
        self.optimiser = torch.optim.AdamW(
            [{"params": encoder, "top": settings["encoder_rate"]}, {"params": heads, "top": settings["head_rate"]}],
            lr=1e-4,
            weight_decay=settings["weight_decay"],
            fused=True,
        )
        for layer in reader.encoder.layers:
            layer.coarse = settings.get("coarse", False)
        self.average = {n: p.detach().clone() for n, p in reader.named_parameters() if p.requires_grad}
        self.step = 0
        self.encode: Any = (
            torch.compile(reader.encoder, dynamic=False) if settings.get("compile", True) else reader.encoder
        )

    def words(self, made: Batch) -> torch.Tensor:
        """The vectors of all words of a batch."""
        learns = torch.set_grad_enabled(not self.frozen)
        with learns, torch.autocast("cpu", torch.bfloat16, enabled=self.settings["bfloat16"]):
            hidden = self.encode(made.pieces, made.capitals, made.settings, made.mask).float()
        found: torch.Tensor = self.reader.drop(
            hidden.gather(1, made.first[..., None].expand(-1, -1, hidden.shape[-1]))
        )
        return found

    def learn(self, made: Batch, share: float) -> dict[str, float]:
        """One step; the losses of the heads."""
        for group in self.optimiser.param_groups:
            group["lr"] = group["top"] * share
        words = self.words(made)
        events_alone = "events" in self.settings.get("only", ())
        found = (event_losses if events_alone else losses)(self.reader, made, words)
        if not found:
            self.step += 1
            return {}
        total = torch.stack(list(found.values())).sum()
        total.backward()
        torch.nn.utils.clip_grad_norm_([p for p in self.reader.parameters() if p.requires_grad], 2.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.step += 1
        decay = min(self.settings["average_decay"], (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            names, now = zip(*((n, p) for n, p in self.reader.named_parameters() if p.requires_grad), strict=True)
            torch._foreach_lerp_([self.average[n] for n in names], list(now), 1 - decay)
        return {name: float(loss.detach()) for name, loss in found.items()}

    def save(self, name: str, labels: Mapping[str, Sequence[str]]) -> None:
        """Writes a checkpoint, whole or not at all."""
        state = {
            "model": self.reader.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "labels": dict(labels),
        }
        torch.save(state, self.out / (name + ".part"))
        (self.out / (name + ".part")).rename(self.out / name)

    def resume(self, path: Path) -> None:
        """Takes up a run where a checkpoint left it."""
        state = torch.load(path, weights_only=True)
        self.reader.load_state_dict(state["model"])
        self.average = state["average"]
        self.optimiser.load_state_dict(state["optimiser"])
        self.step = state["step"]


def averaged(path: Path, settings: Mapping[str, Any], vocabulary: int) -> tuple[Reader, dict[str, list[str]]]:
    """The network with the averaged weights of a checkpoint, ready to read."""
    state = torch.load(path, weights_only=True)
    reader = network_of(state["labels"], vocabulary, settings["layers"], 0.0)
    reader.load_state_dict(state["model"] | state["average"])
    return reader.eval(), state["labels"]


def main() -> None:
    """Trains from the command line."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpora", "weights", "tokeniser", "out"):
        arguments.add_argument("--" + name, type=Path, required=True)
    arguments.add_argument("--own", type=Path, default=HERE.parent.parent / "conflict_set" / "train")
    arguments.add_argument("--configuration", type=Path, default=HERE / "configuration.toml")
    arguments.add_argument("--stage", choices=tuple(PAGES_FROM), default="first")
    arguments.add_argument("--from", dest="origin", type=Path, help="checkpoint whose averaged weights to go on from")
    arguments.add_argument("--steps", type=int, help="stop after so many steps, for a trial")
    arguments.add_argument("--threads", type=int, default=2)
    given = arguments.parse_args()
    train(given)


@dataclass(frozen=True)
class Epochs:
    """The batches of every epoch of a stage: all corpora, and pages with furniture that are made anew each time."""

    documents: Mapping[str, Sequence[Document]]
    material: Material
    pieces: Pieces
    settings: Mapping[str, Any]
    times: Mapping[str, float]
    first_page: int

    def batches(self, number: int, chance: random.Random) -> list[tuple[int, list[Window]]]:
        """The batches of an epoch in a random order, each with its padded length."""
        many = math.ceil(self.times.get("furniture", 0.0))
        made = (page for at in range(many) for page in self.material.epoch(self.first_page + number * many + at))
        every = {**self.documents, "furniture": list(furniture(made))}
        times, size = {**self.times, "furniture": 1.0}, self.settings["pieces_a_window"]
        cut = epoch_windows(every, times, self.pieces, size, chance, self.settings["interruptions"])
        return batches(cut, self.settings["pieces_a_batch"], chance)

    def steps(self) -> int:
        """How many batches an epoch has, about."""
        return round(sum(len(self.batches(i, random.Random(i))) for i in range(2)) / 2)


def train(given: argparse.Namespace) -> None:
    """Runs a stage of training to its end, from its last checkpoint if there is one."""
    settings = tomllib.loads(given.configuration.read_text())
    stage = settings[given.stage]
    torch.set_num_threads(given.threads)
    torch.manual_seed(settings["seed"])
    given.out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(given.tokeniser)
    documents = corpora(given.corpora, given.own)
    labels = labels_of(documents)
    reader = _started(given, settings, labels, pieces.tokeniser.get_vocab_size())
    run = Run(reader.train(), settings | stage, given.out, stage.get("frozen", False))
    last = given.out / f"{given.stage}-last.pt"
    if last.exists():
        run.resume(last)
    done_before, other_pages = run.step, PAGES_FROM[given.stage]
    if "only" in stage:
        documents = {name: documents[name] for name in stage["only"] if name in documents}
    epochs = Epochs(documents, Material(given.corpora), pieces, settings, stage["times"], other_pages)
    one = epochs.steps()
    steps = int(given.steps or one * stage["epochs"])
    print(f"{one} steps an epoch, {steps} in all, {run.step} done", flush=True)
    _learn(given, run, epochs, steps, labels)
    run.save(last.name, labels)
    run.save(f"{given.stage}.pt", labels)
    if not given.steps and run.step > done_before:
        many = ", ".join(f"{len(documents[name])} of {name}" for name in ("conflict", "events") if name in documents)
        told = f"{given.stage} stage, {stage['epochs']:g} epochs, documents: {many or 'pages alone'}"
        record(given.out / "log.jsonl", given.stage, told, HERE / "runs.jsonl")


def _learn(
    given: argparse.Namespace, run: Run, epochs: Epochs, steps: int, labels: Mapping[str, Sequence[str]]
) -> None:
    """Steps through the epochs to the end, passing over what a run that was cut has done."""
    settings, stage = run.settings, run.settings[given.stage]
    numbered = {name: {label: i for i, label in enumerate(options)} for name, options in labels.items()}
    saved, began, sums = time.monotonic(), time.monotonic(), defaultdict[str, list[float]](list)
    epoch, done = 0, 0
    while run.step < steps:
        chance = random.Random(f"{settings['seed']}-{given.stage}-{epoch}")
        for length, chosen in epochs.batches(epoch, chance):
            done += 1
            if done <= run.step:
                continue
            if run.step >= steps:
                break
            made = batch(chosen, numbered, epochs.pieces, length, settings["masked_pieces"], chance)
            share = rate(run.step, steps, settings["warm_up"], stage.get("first_rate", 1.0), stage["last_rate"])
            for name, loss in run.learn(made, share).items():
                sums[name].append(loss)
            if run.step % 25 == 0:
                _log(given, run.step, time.monotonic() - began, sums)
                sums.clear()
            if time.monotonic() - saved > CHECKPOINT_SECONDS:
                run.save(f"{given.stage}-last.pt", labels)
                saved = time.monotonic()
        epoch += 1


def _started(
    given: argparse.Namespace, settings: Mapping[str, Any], labels: Mapping[str, Sequence[str]], vocabulary: int
) -> Reader:
    """The network with the weights to start from; the table of pieces stays as it came."""
    reader = network_of(labels, vocabulary, settings["layers"], settings["dropout"])
    if given.origin:
        state = torch.load(given.origin, weights_only=True)
        lacking = reader.load_state_dict(state["model"] | state["average"], strict=False)
        strange = [
            *lacking.unexpected_keys,
            *(k for k in lacking.missing_keys if not k.startswith(LATER_HEADS + UNSHIPPED_HEADS)),
        ]
        if strange or any(labels[name] != known for name, known in state["labels"].items()):
            raise SystemExit(f"the checkpoint is of another network: {strange or 'other labels'}")
        reader.nothing_named(name for name in reader.stretches if f"stretches.{name}.both" in lacking.missing_keys)
    else:
        start_from(reader.encoder, given.weights)
    reader.encoder.pieces.weight.requires_grad_(False)
    return reader


def _log(given: argparse.Namespace, step: int, seconds: float, sums: Mapping[str, Sequence[float]]) -> None:
    """Prints the mean losses since the last row, and adds them to the log."""
    row = {"stage": given.stage, "step": step, "seconds": round(seconds)}
    row |= {name: round(sum(x) / len(x), 3) for name, x in sorted(sums.items())}
    with (given.out / "log.jsonl").open("a") as log:
        log.write(json.dumps(row) + "\n")
    print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
