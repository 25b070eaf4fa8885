"""Review: what to look at next, who has said what, and how far reviewers agree. What they say are rows of the record."""

from onrecord.review.agreement import Agreement, Disagreement, KindAgreement, agreement
from onrecord.review.history import HistoryKind, HistoryRow, history
from onrecord.review.page import ReviewItem, ReviewPage
from onrecord.review.queue import ReviewQueue, queue
from onrecord.review.reviewed import Said
from onrecord.review.weighing import ItemKind

__all__ = [
    "Agreement",
    "Disagreement",
    "HistoryKind",
    "HistoryRow",
    "ItemKind",
    "KindAgreement",
    "ReviewItem",
    "ReviewPage",
    "ReviewQueue",
    "Said",
    "agreement",
    "history",
    "queue",
]
