"""Files for other tools: tables, event rows, maps, networks, annotations, citations and releases.

`export(record, "statements", Path("statements.csv"))` writes one kind, `export_everything` all of them, `release.make` a
numbered snapshot that can be cited. `csvrows` writes CSV a row at a time, `codebook` says what every column means.
"""

from onrecord.export.csvrows import answer_csv, csv_row, csv_rows
from onrecord.export.exporting import Choices, export, export_everything
from onrecord.export.kinds import KINDS
from onrecord.export.snapshot import Seen

__all__ = ["KINDS", "Choices", "Seen", "answer_csv", "csv_row", "csv_rows", "export", "export_everything"]
