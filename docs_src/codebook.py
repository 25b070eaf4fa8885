"""The codebook as a page: the tables as exports have them, and each value with a sentence of the sample reports."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from docs_src.examples import kept
from docs_src.markdown import MADE, code, table
from onrecord.export.codebook import codebook_markdown
from onrecord.export.values import VALUES

OF_READINGS = {
    "furniture_kind": "Values of `kind` of furniture",
    "mention_form": "Values of `form` of a mention",
    "relation_kind": "Values of `kind` of a relation",
}
"""Sets of values that only `onrecord read` prints, with the headings under which the contract explains them."""
_CONTRACT = Path(__file__).parents[1] / "docs" / "contract.md"
_VALUES = "\n## Values of "
_NOTE = """\
The examples are sentences of the sample reports (CC BY 4.0) that the reader of this version reads so; bold are the words
that carry the value. Values that stand nowhere in the samples, or are read wrongly there, have none. The last three sets
are printed by `onrecord read` and stand in no table."""


def codebook_page() -> str:
    """The page, in Markdown."""
    tables = codebook_markdown().partition(_VALUES)[0].strip()
    parts = [MADE, tables, "## Values", _NOTE]
    examples = kept()
    for name, values in values_explained().items():
        rows = ((code(value), meaning, examples.get(name, {}).get(value, "")) for value, meaning in values.items())
        parts += [f"## Values of `{name}`", table(("value", "meaning", "example"), rows)]
    return "\n\n".join(parts) + "\n"


def values_explained() -> dict[str, Mapping[str, str]]:
    """Every set of values by its name, each value with what it means."""
    contract = _CONTRACT.read_text(encoding="utf-8")
    return {**VALUES, **{name: _told(contract, heading) for name, heading in OF_READINGS.items()}}


def _told(contract: str, heading: str) -> dict[str, str]:
    """The values under a heading of the contract, with their meanings."""
    section = contract.partition(f"# {heading}\n")[2].partition("\n#")[0]
    return dict(re.findall(r"^\| `([^`]+)` \| (.*?) \|", section, re.MULTILINE))
