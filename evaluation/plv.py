"""PLV: the PLOVER root code of a news sentence, told from nothing but the sentence, and who does it to whom.

Of a sentence's events the answer is the first told that is at least half sure, as event coders take that of the main
verb; this was chosen on the CAMEO sentences that `cameo` does not score. PLV
writes the codes as event coders do: what is still to come is AGREE or THREATEN, what will not come REJECT; conceding and
yielding are one code. Scored are sentences that were never learnt from (`plv_corpus.is_kept`), against the one code of
each.

`python -m evaluation.plv --corpora FOLDER [--verbose]`
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.conflict import macro_f1
from evaluation.plv_corpus import is_kept, marked_sides, plv_rows
from onrecord.model import Actor, Article, Event, Reading
from onrecord.reading import EncoderReader, Reader
from onrecord.resolution import resolve

FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST"})
HALF = 0.5
Stretch = tuple[int, int]


@dataclass
class PlvScores:
    """Pairs of right and read code, and how often code and both sides were right."""

    codes: Counter[tuple[str, str]] = field(default_factory=Counter)
    sided: int = 0
    both: int = 0
    whole: int = 0

    @property
    def macro(self) -> float:
        """Macro-F1 over the fifteen codes; a sentence without any event read counts as missed."""
        return macro_f1(self.codes)

    @property
    def whole_share(self) -> float:
        """Of sentences with both sides marked, the share with an event of the right code and both sides."""
        return self.whole / max(1, self.sided)


def root_of(event: Event) -> str:
    """The code that PLV gives an event of this type and status."""
    kind = "YIELD" if event.type in {"CONCEDE", "RETREAT"} else event.type
    if event.status in {"future", "possible", "conditional"}:
        return "AGREE" if event.type in FRIENDLY else "THREATEN" if event.type in HOSTILE else kind
    return "REJECT" if event.status == "negated" and event.type in FRIENDLY else kind


def first_told(events: Iterable[Event]) -> Event | None:
    """The first of the events that are at least half sure, the first of all where none is; None of none."""
    return max(events, key=lambda e: (e.confidence >= HALF, -e.trigger.start), default=None)


def plv_scores(folder: Path, reader: Reader, *, verbose: bool = False) -> PlvScores:
    """The scores on the sentences that are kept."""
    scores = PlvScores()
    for number, row in enumerate(plv_rows(folder)):
        if is_kept(row):
            article = Article(f"plv-{number}", row["sentence"])
            _count(scores, row, resolve(article, reader.read(article)), verbose=verbose)
    return scores


def _count(scores: PlvScores, row: Mapping[str, str], reading: Reading, *, verbose: bool) -> None:
    best = first_told(reading.events)
    code = "none" if best is None else root_of(best)
    scores.codes[row["gold_root"], code] += 1
    source, target = marked_sides(row)
    if verbose and code != row["gold_root"]:
        told = "nothing" if best is None else f"{best.trigger.text}, {best.status}"
        print(f"{row['gold_root']} read as {code} ({told}): {row['sentence'][:160]}")
    if source is None or target is None:
        return
    scores.sided += 1
    actors = {a.id: a for a in reading.actors}
    right = [
        event
        for event in reading.events
        if _told(source, event, "actor", actors) and _told(target, event, "recipient", actors)
    ]
    scores.both += bool(right)
    scores.whole += any(root_of(event) == row["gold_root"] for event in right)


def _told(span: Stretch, event: Event, side: str, actors: Mapping[str, Actor]) -> bool:
    """Whether a marked side is read: by the words read for it, or by a mention of an actor of that side."""
    idents = event.actors if side == "actor" else event.recipients
    spans = [p.span for p in event.participants if p.side == side]
    spans += [m.span for ident in idents for m in actors[ident].mentions]
    return any(s.start < span[1] and span[0] < s.end for s in spans)


def main() -> None:
    """Prints the scores from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    found = plv_scores(given.corpora, EncoderReader(), verbose=given.verbose)
    same = sum(n for (gold, read), n in found.codes.items() if gold == read)
    print(
        f"{found.codes.total()} sentences: code right {same / found.codes.total():.3f}, macro-F1 {found.macro:.3f}; of "
        f"{found.sided} with both sides marked, both right {found.both / found.sided:.3f}, "
        f"code and both {found.whole / found.sided:.3f}"
    )


if __name__ == "__main__":
    main()
