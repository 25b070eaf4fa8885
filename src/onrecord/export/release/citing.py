"""How a release is to be cited: what it is called, who made it, under which licence; as text and as CITATION.cff."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.export.about import About

_SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
ANONYMOUS = "Anonymous"
"""Stands for a maker who gives no name, as the Citation File Format asks."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What whoever makes a release says of it; None where nothing is said."""

    title: str | None = None
    creators: tuple[str, ...] = ()
    licence: str | None = None
    version: str | None = None

    def called(self) -> str:
        """The title."""
        return self.title or "Record of statements from news reports"

    def versioned(self, number: int) -> str:
        """The version; the number of the release unless another is given."""
        return self.version or str(number)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A release as it is cited: its name, its number, what is said of it, and the state of the record that it shows."""

    name: str
    number: int
    cited: Citation
    state: About

    @property
    def day(self) -> str | None:
        """The day of the state: when the last row that it shows was recorded."""
        return self.state.held_until[:10] if self.state.held_until else None

    def sentence(self) -> str:
        """The citation as one sentence."""
        who, year = ", ".join(self.cited.creators) or ANONYMOUS, self.day[:4] if self.day else "no date"
        version = self.cited.versioned(self.number)
        what = f"{self.cited.called()}. Version {version} ({self.name})"
        return f"{who} ({year}). {what}. Data set, made with {self.state.made_by}."

    def citation_file(self) -> str:
        """CITATION.cff, version 1.2.0 of the Citation File Format."""
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield "cff-version: 1.2.0"
        yield "message: If you use this data set, please cite it as below."
        yield "type: dataset"
        yield f"title: {_quoted(self.cited.called())}"
        yield "authors:"
        yield from (f"  - name: {_quoted(name)}" for name in self.cited.creators or (ANONYMOUS,))
        yield f"version: {_quoted(self.cited.versioned(self.number))}"
        if self.day:
            yield f"date-released: {self.day}"
        if self.cited.licence and _SPDX.fullmatch(self.cited.licence):
            yield f"license: {self.cited.licence}"
        yield "keywords: [conflict research, peace processes, event data, news]"


def _quoted(text: str) -> str:
    """A text as YAML has it between quotation marks, which is as JSON has it."""
    return json.dumps(" ".join(text.split()))
