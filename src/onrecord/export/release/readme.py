"""The README of a release: what it is, how to cite it, what is in it, and what is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.export.kinds import KINDS
from onrecord.export.release.checksums import FileSum
from onrecord.export.release.citing import Labelled
from onrecord.export.tables import TABLES

_STATE = {
    "as_of": "published on or before",
    "known_at": "recorded by",
    "held_until": "last row recorded",
    "reports": "reports",
    "undated_reports": "of them without a date",
    "first_published": "first day of publication",
    "last_published": "last day of publication",
    "readers": "read by",
    "code_versions": "added by onrecord",
    "made_by": "release made by",
    "licence": "licence",
}


def readme(release: Labelled, files: Mapping[str, FileSum]) -> str:
    """The README in Markdown; `files` are those of the release by their paths."""
    return "\n".join(_page(release, files)).rstrip("\n") + "\n"


def _page(release: Labelled, files: Mapping[str, FileSum]) -> Iterator[str]:
    yield f"# {release.cited.called()}\n"
    yield f"`{release.name}`, version {release.cited.versioned(release.number)}\n"
    yield "Who is on record saying, confirming or denying what, from news reports; and where each claim stands. It"
    yield "says who said what, never who is right.\n"
    yield "## How to cite\n"
    yield f"{release.sentence()}\n"
    yield "`CITATION.cff` says the same for programs.\n"
    yield "## The state that it shows\n"
    yield from _state(release)
    yield "\nThe same record seen from the same times gives these files again, byte for byte.\n"
    yield "## Files\n"
    yield from _files(files)
    yield "\n## What to know\n"
    yield from (f"- {line}" for line in _limits(release))


def _state(release: Labelled) -> Iterator[str]:
    told = release.state.json()
    yield "| what | value |"
    yield "|---|---|"
    for name, words in _STATE.items():
        value = told[name]
        shown = ", ".join(value) if isinstance(value, list) else value
        yield f"| {words} | {'' if shown is None else str(shown).replace('|', chr(92) + '|')} |"


def _files(files: Mapping[str, FileSum]) -> Iterator[str]:
    yield "| file | bytes | what |"
    yield "|---|---|---|"
    for path in sorted(files):
        yield f"| `{path}` | {files[path].bytes:,} | {_what(path)} |"
    yield "| `datapackage.json` | | the tables and their schemas for programs (Frictionless Data Package) |"
    yield "| `release.json` | | this page for programs |"
    yield "| `SHA256SUMS` | | checksums: `sha256sum -c SHA256SUMS`, or `onrecord release verify` |"


def _what(path: str) -> str:
    name = path.rpartition("/")[2]
    table = TABLES.get(name.rpartition(".")[0])
    if table is not None and path.startswith("tables/"):
        return table.definition
    kind = next((kind for kind in KINDS.values() if any(kind.file(form) == name for form in kind.forms)), None)
    return kind.what if kind is not None else "how to cite this release" if name == "CITATION.cff" else ""


_ABSENT = "The full texts of reports are not in it, since they are their publishers'; the words that are quoted are."
_PRESENT = (
    "The full texts of reports are in it. They are their publishers': see what you may do with them before you pass this"
    " release on."
)
_MISTAKES = (
    "What a machine read from reports is not free of mistakes; `confidence` and `score` say how sure it was, `review`,"
    " `state` and `decided_by` what a person decided. `codebook.md` explains every column and value."
)
_STATUS = (
    "Events that are denied, possible or future are in the event rows with their `status`; keep to `actual` for what is"
    " said to be so. `entities.ftm.jsonl` has only what is said to be so, since that format cannot say otherwise."
)
_FORMULAS = (
    "In CSV and tab-separated files an apostrophe stands before texts that a spreadsheet would take for formulas."
)


def _limits(release: Labelled) -> tuple[str, ...]:
    return (_MISTAKES, _STATUS, _FORMULAS, _PRESENT if release.state.full_texts else _ABSENT)
