"""Full text over reports and statements: words, beginnings of words and phrases, the same on every database."""

from onrecord.record.search.finding import FoundReports, Narrowed, hits_on, search_reports
from onrecord.record.search.hits import FoundStatement, SearchHit

__all__ = ["FoundReports", "FoundStatement", "Narrowed", "SearchHit", "hits_on", "search_reports"]
