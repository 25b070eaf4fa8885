"""Full text over reports and statements: words, beginnings of words and phrases, the same on every database."""

from onrecord.record.search.finding import Narrowed, search_reports
from onrecord.record.search.hits import FoundStatement, SearchHit

__all__ = ["FoundStatement", "Narrowed", "SearchHit", "search_reports"]
