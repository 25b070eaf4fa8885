"""Questions over a whole record: positions, timeline, changes, people, and briefs on single claims."""

from onrecord.record.questions.asking import Questions

__all__ = ["Questions"]
