"""The conflict set as documents: statements with all their values, mentions, who is who, times and places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from conflict_set.passages import Passage, all_passages

from training.reader.documents import Attribution, Document, plain

KINDS = (
    "person",
    "people",
    "armed_group",
    "government",
    "military",
    "country",
    "party",
    "organisation",
    "place",
    "role",
    "time",
    "quantity",
    "weapon",
)


def conflict(folder: Path) -> Iterator[Document]:
    """The passages of a folder of the conflict set."""
    for passage in all_passages(folder):
        yield document_of(passage)


def document_of(passage: Passage) -> Document:
    """One passage as a document."""
    document = plain("conflict", passage.id, passage.text, passage.sentences.values())
    chain = {actor.id: number for number, actor in enumerate(passage.actors)}
    document.attributions = [
        Attribution(
            document.covered(statement.cue),
            document.covered(statement.source),
            document.covered(statement.content),
            {
                "act": statement.act,
                "certainty": statement.certainty,
                "source_kind": statement.source_kind,
                "source_type": statement.source_type or "none",
                "form": statement.form,
            },
            {key: document.covered([stretch]) for key, stretch in statement.extras},
            chain.get(statement.speaker or ""),
        )
        for statement in passage.statements
    ]
    document.spans, document.clusters = [], []
    for actor in passage.actors:
        mentions = [covered for stretch in actor.mentions if (covered := document.covered([stretch]))]
        document.spans += [(words[0], words[-1], actor.kind) for words in mentions]
        document.clusters.append([(words[0], words[-1]) for words in mentions])
    for kind, stretches in passage.spans.items():
        document.spans += [(w[0], w[-1], kind) for s in stretches if (w := document.covered([s]))]
    for role in passage.roles:
        if words := document.covered([role.span]):
            document.spans.append((words[0], words[-1], "role"))
    document.starts = [
        w == 0 or document.sentence[w] != document.sentence[w - 1] for w in range(len(document.places))
    ]
    return document
