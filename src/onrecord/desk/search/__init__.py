"""Full text held ready in memory: the same hits in the same order as `Record.search`, a page at a time."""

from onrecord.desk.search.searching import Search, SearchPage

__all__ = ["Search", "SearchPage"]
