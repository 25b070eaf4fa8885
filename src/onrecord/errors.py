"""Every error that onrecord raises, and what to do about each.

OnrecordError
├── UsageError                the call itself cannot be carried out (exit status 2)
│   ├── RecordMissing         no record at that path
│   ├── RecordUnusable        the file is not a record, or a newer onrecord made it
│   ├── ClaimNotFound         no claim with that id or those words
│   ├── ReportNotFound        no report with that id
│   ├── PersonNotFound        nobody on record has that id or that name
│   ├── PlaceNotFound         no claim is of a place with that key
│   ├── StatementNotFound     no statement with that id
│   ├── CursorUnknown         no cursor of that question, so no page begins there
│   ├── NotOnDesk             no note, saved question, webhook or token with that id
│   ├── NotAllowed            whoever asks may not do that
│   │   └── TooManyTries      too many wrong tokens from one address
│   ├── OutputUnusable        the file or folder to be written is there already, or cannot be written
│   └── PackageMissing        an optional package that the call needs is not installed
└── ReportError               one report cannot be read; the others are (exit status 1)
    ├── Unreadable            the file cannot be opened
    ├── Empty                 nothing in it
    ├── TooLarge              larger than the limit
    ├── Bomb                  unpacks to far more than it weighs
    ├── Truncated             the archive ends too early or is damaged
    ├── TooDeep               elements nested beyond the limit
    ├── NotText               binary data
    ├── UnknownKind           not a kind of file that onrecord reads
    ├── BadFields             a JSON line without text, or with fields of the wrong kind
    └── Fault                 onrecord itself failed on this report

A message says what happened and what to do next.
"""


class OnrecordError(Exception):
    """Something onrecord could not do; the message says what happened and what to do."""


class UsageError(OnrecordError):
    """The call itself cannot be carried out."""


class RecordMissing(UsageError):
    """There is no record at the given path."""


class RecordUnusable(UsageError):
    """The file is not a record, or a newer version of onrecord made it."""


class ClaimNotFound(UsageError):
    """No claim has that id or those words."""


class ReportNotFound(UsageError):
    """No report of the record has that id."""


class PersonNotFound(UsageError):
    """Nobody on record has that id or that name."""


class PlaceNotFound(UsageError):
    """No claim of the record is of a place with that key."""


class CursorUnknown(UsageError):
    """The cursor is none of this question."""


class NotOnDesk(UsageError):
    """No note, saved question, webhook or token has that id."""


class NotAllowed(UsageError):
    """Whoever asks may not do that."""


class TooManyTries(NotAllowed):
    """Too many wrong tokens came from one address; `seconds` says for how long it has to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"too many wrong tokens; try again in {seconds} seconds")
        self.seconds = seconds


class StatementNotFound(UsageError):
    """No statement of the record has that id."""


class OutputUnusable(UsageError):
    """The file or folder to be written is there already, or cannot be written."""


class PackageMissing(UsageError):
    """An optional package that the call needs is not installed."""


class ReportError(OnrecordError):
    """One report cannot be read; it never stops the others."""

    @property
    def kind(self) -> str:
        """Name of the kind of error, as it stands in the `error` object of the output."""
        return type(self).__name__


class Unreadable(ReportError):
    """The file cannot be opened or read."""


class Empty(ReportError):
    """The report holds no text."""


class TooLarge(ReportError):
    """The report is larger than the limit in the settings."""


class Bomb(ReportError):
    """The archive unpacks to far more than its own size."""


class Truncated(ReportError):
    """The archive ends too early or is damaged."""


class TooDeep(ReportError):
    """The page or the JSON line nests its elements beyond the limit."""


class NotText(ReportError):
    """The file holds binary data, not text."""


class UnknownKind(ReportError):
    """The file is not of a kind that onrecord reads."""


class BadFields(ReportError):
    """A JSON line lacks its text or has fields of the wrong kind."""


class Fault(ReportError):
    """Onrecord itself failed on this report; that is a bug worth telling."""
