"""The command line: `onrecord read`, `add`, `claims`, `standing`, `reports`, `show`."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line; leaves with 0, 1 (some reports could not be read) or 2 (the call was wrong)."""
    from onrecord.cli.app import app
    from onrecord.cli.output import explain
    from onrecord.errors import OnrecordError

    try:
        app()
    except OnrecordError as error:
        explain(error)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
