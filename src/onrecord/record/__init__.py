"""The record: what reports say, kept for good, and where every claim stands as of any date."""

from onrecord.record.correctedreading import CorrectedReading
from onrecord.record.corrections import CorrectedValue, Correction
from onrecord.record.decisions import Decision
from onrecord.record.gathering import HeldClaim
from onrecord.record.heldlinks import HeldLink
from onrecord.record.identities import Identity
from onrecord.record.judgements import Judgement
from onrecord.record.offices import OfficeHolder
from onrecord.record.reports import ReportSummary, Saying
from onrecord.record.standing import standing
from onrecord.record.store import Record
from onrecord.record.words import Aliases
from onrecord.record.writing import Added

__all__ = [
    "Added",
    "Aliases",
    "CorrectedReading",
    "CorrectedValue",
    "Correction",
    "Decision",
    "HeldClaim",
    "HeldLink",
    "Identity",
    "Judgement",
    "OfficeHolder",
    "Record",
    "ReportSummary",
    "Saying",
    "standing",
]
