"""The kinds of export: what each is, the forms that it comes in, and the name of its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.errors import UsageError
from onrecord.export.tables import TABLES

TABLE_FORMS = ("csv", "xlsx", "parquet", "jsonl")
BINARY_FORMS = frozenset({"xlsx", "parquet"})
_ENDINGS = {"markdown": "md"}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of export; the first of its `forms` is what it comes in unless another is asked for.

    `stem` is the name of its file without the ending; `by_words` tells whether words can narrow it to some claims.
    """

    name: str
    what: str
    forms: tuple[str, ...]
    stem: str
    by_words: bool = False

    def file(self, form: str | None = None) -> str:
        """The name of its file in a form."""
        wanted = form or self.forms[0]
        return f"{self.stem}.{_ENDINGS.get(wanted, wanted)}"


_BY_WORDS = frozenset({"statements", "events", "claims", "positions", "links", "quantities"})
_FORMATS = (
    Kind("tables", "every table in one Excel workbook, with the codebook", ("xlsx",), "tables"),
    Kind("plover", "events as PLOVER JSON, one object a line", ("jsonl",), "events.plover", by_words=True),
    Kind("icews", "events as rows under the columns of ICEWS", ("tsv",), "events.icews", by_words=True),
    Kind("geojson", "events, statements and claims by place", ("geojson",), "map", by_words=True),
    Kind("gexf", "the network of actors, for Gephi", ("gexf",), "network"),
    Kind(
        "annotations", "sources, cues and contents as W3C Web Annotations", ("jsonld",), "annotations", by_words=True
    ),
    Kind("ftm", "FollowTheMoney entities, one object a line", ("jsonl",), "entities.ftm"),
    Kind("csl", "citations of the reports in CSL-JSON", ("json",), "citations.csl"),
    Kind("codebook", "what every table, column and value means", ("markdown", "csv"), "codebook"),
)
KINDS: Mapping[str, Kind] = {
    **{
        name: Kind(name, table.definition, TABLE_FORMS, name, by_words=name in _BY_WORDS)
        for name, table in TABLES.items()
    },
    **{kind.name: kind for kind in _FORMATS},
}
"""Every kind by its name."""


def kind_called(name: str) -> Kind:
    """The kind with this name; UsageError with all names for any other."""
    if name not in KINDS:
        raise UsageError(f"there is no export {name!r}; choose one of: {', '.join(KINDS)}")
    return KINDS[name]


def form_of(kind: Kind, form: str | None, file: str | None = None) -> str:
    """The form asked for, or the one that the name of the file tells, or the kind's own; UsageError for any other."""
    if form is None and file is not None:
        form = next((one for one in kind.forms if file.lower().endswith(f".{_ENDINGS.get(one, one)}")), None)
    if form is None:
        return kind.forms[0]
    if form not in kind.forms:
        raise UsageError(f"{kind.name} does not come as {form}; choose one of: {', '.join(kind.forms)}")
    return form
