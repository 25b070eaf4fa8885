"""The command line: `onrecord read`, `add`, `claims`, `standing`, `positions`, `timeline` and all the others."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Runs the command line; leaves with 0, 1 (some reports could not be read) or 2 (the call was wrong)."""
    # Heads multiply small matrices: threads of the library for them only stand in the encoder's way.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from onrecord.cli.app import app
    from onrecord.cli.output import explain
    from onrecord.errors import OnrecordError

    try:
        app()
    except OnrecordError as error:
        explain(error)
        sys.exit(2)
    except BrokenPipeError:
        # Whoever read the output has gone; what is left in the buffer must not be written at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
