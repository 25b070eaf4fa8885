"""PolNeAR: who said what in political news, with its discarded stretches taken as furniture."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.attribution import ROLES, Attribution, Scores, score
from onrecord.model import Article, Furniture, Statement
from onrecord.reading import Reader


def polnear(path: Path, reader: Reader) -> Scores:
    """The scores of a reader on one part of PolNeAR (a JSON-lines file of articles)."""
    documents = []
    for line in path.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        discarded = tuple(Furniture(start, end, "other", "discarded") for start, end in sorted(data["discard"]))
        article = Article(data["id"], data["text"], furniture=discarded)
        gold: list[Attribution] = [{r: [tuple(s) for s in a[r]] for r in ROLES} for a in data["attributions"]]
        documents.append((data["text"], gold, [as_attribution(s) for s in reader.read(article).statements]))
    return score(documents)


def as_attribution(statement: Statement) -> Attribution:
    """A statement's spans by role."""
    return {
        "source": [(statement.source.start, statement.source.end)] if statement.source else [],
        "cue": [(statement.cue.start, statement.cue.end)] if statement.cue else [],
        "content": [(c.start, c.end) for c in statement.content],
    }
