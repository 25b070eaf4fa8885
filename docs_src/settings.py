"""The page of settings: each with its default, its bounds and what it does, as settings.py has them."""

from __future__ import annotations

from typing import Any

from pydantic.fields import FieldInfo

from docs_src.markdown import code, page, table
from onrecord.settings import Settings

_BOUNDS = {"gt": "more than", "ge": "at least", "lt": "less than", "le": "at most"}
_TYPES = {"int": "whole number", "float": "number", "str": "text", "bool": "true or false"}


def settings_page() -> str:
    """The page, in Markdown."""
    rows = (
        (code(f"ONRECORD_{name.upper()}"), _type(field), code(str(field.default)), field.description or "")
        for name, field in Settings.model_fields.items()
    )
    return page(
        "Settings",
        "Settings come from the environment. [Settings explained](../settings.md) says when to change which.",
        table(("name", "value", "default", "what it does"), rows),
    )


def _type(field: FieldInfo) -> str:
    name = _TYPES.get(getattr(field.annotation, "__name__", ""), "text")
    bounds = [
        f"{words} {_bound(one, short)}"
        for one in field.metadata
        for short, words in _BOUNDS.items()
        if hasattr(one, short)
    ]
    return ", ".join([name, *bounds])


def _bound(one: Any, short: str) -> str:
    return f"{getattr(one, short):,}"
