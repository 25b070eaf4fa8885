"""How far two annotators of the conflict set agree: `python -m evaluation.agreement` writes conflict_set/AGREEMENT.md.

Every tenth passage was annotated again by somebody who saw only its sentences. The first annotation is taken as gold and
the second as found; kappa is Cohen's, over the statements that both mark.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from conflict_set.events.agreement import kappa
from conflict_set.passages import Passage, all_passages

from evaluation.attribution import score
from evaluation.conflict import VALUES, _same, gold_attribution, macro_f1, matched, value_of

SET = Path(__file__).parents[1] / "conflict_set"


def pairs_of_passages() -> list[tuple[Passage, Passage]]:
    """The passages that were annotated twice, first and second annotation."""
    first = {p.id: p for part in ("train", "held_out") for p in all_passages(SET / part)}
    pairs = [(first[p.id], p) for p in all_passages(SET / "second") if p.id in first]
    return [(one, other) for one, other in pairs if one.text == other.text]


def table() -> str:
    """The agreement as Markdown."""
    twice = pairs_of_passages()
    documents, counted, speakers = [], {name: Counter[tuple[str, str]]() for name in VALUES}, []
    for one, other in twice:
        gold, found = ([gold_attribution(s) for s in p.statements] for p in (one, other))
        documents.append((one.text, gold, found))
        for i, j in matched(one.text, gold, found):
            a, b = one.statements[i], other.statements[j]
            for name in VALUES:
                counted[name][value_of(a, name), value_of(b, name)] += 1
            if a.speaker and b.speaker:
                speakers.append(_one_speaker(one, a.speaker, other, b.speaker))
    spans = score(documents)
    both = sum(counted["act"].values())
    rows = [
        f"| statements of the first and of the second annotator | {spans.gold} and {spans.predicted} |",
        f"| statements that both mark | {both} |",
        f"| lenient triple F1 | {100 * spans.lenient.f1:.1f} |",
        *(f"| exact span F1, {role} | {100 * value:.1f} |" for role, value in spans.span.items()),
        *(
            f"| {name.replace('_', ' ')}: alike, macro-F1, kappa | "
            f"{100 * sum(n for (a, b), n in c.items() if a == b) / both:.1f}, {100 * macro_f1(c):.1f}, {kappa(c):.2f} |"
            for name, c in counted.items()
        ),
        f"| same speaker | {100 * sum(speakers) / max(1, len(speakers)):.1f} |",
    ]
    head = [
        "# Agreement of annotators", "",
        f"{len(twice)} passages, annotated twice. Written by `python -m evaluation.agreement`.", "",
        "| what | value |", "|---|---:|",
    ]  # fmt: skip
    return "\n".join([*head, *rows, ""])


def _one_speaker(one: Passage, first: str, other: Passage, second: str) -> bool:
    mine = next(a.mentions for a in one.actors if a.id == first)
    yours = next(a.mentions for a in other.actors if a.id == second)
    return any(_same(a, b) for a in mine for b in yours)


if __name__ == "__main__":
    (SET / "AGREEMENT.md").write_text(table(), encoding="utf-8")
    print(table())
