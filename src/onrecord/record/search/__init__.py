"""Full text over reports and statements: words, beginnings of words and phrases, the same on every database.

There is one search. `find` tells which reports hold the words, and in which order; `facets` what they can be narrowed
to; `hits_on` reads what is shown of some of them, and `Hits` are all of them, read as they are looked at.
"""

from onrecord.record.search.facets import Facets, facets
from onrecord.record.search.finding import Found, find
from onrecord.record.search.hits import FoundStatement, SearchHit
from onrecord.record.search.narrowing import Narrowed, Order
from onrecord.record.search.sequence import Hits
from onrecord.record.search.shown import hits_on

__all__ = [
    "Facets",
    "Found",
    "FoundStatement",
    "Hits",
    "Narrowed",
    "Order",
    "SearchHit",
    "facets",
    "find",
    "hits_on",
]
