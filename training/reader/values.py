"""The values of a statement that heads choose among, in the contract's words and order."""

from __future__ import annotations

from typing import get_args

from onrecord.model import Act, Certainty, Form, SourceKind, SourceType

VALUES: dict[str, tuple[str, ...]] = {
    "act": get_args(Act),
    "certainty": get_args(Certainty),
    "source_kind": get_args(SourceKind),
    "source_type": (*get_args(SourceType), "none"),
    "form": get_args(Form),
}
