"""Answers of many rows: sequences that no one can change, and the same as Arrow, pandas and polars tables."""

from onrecord.tables.rows import Table

__all__ = ["Table"]
