"""Every setting of onrecord: its name, its default, and what it does.

Each can be set in the environment with the prefix `ONRECORD_` (`ONRECORD_MAX_REPORT_BYTES=1000000`).
"""

from __future__ import annotations

import os
from functools import lru_cache

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from onrecord.errors import UsageError


class Settings(BaseSettings):
    """The settings in force, from the environment over the defaults."""

    model_config = SettingsConfigDict(env_prefix="ONRECORD_", frozen=True)

    max_report_bytes: int = Field(
        20_000_000, gt=0, description="Largest report that is read, in bytes after unpacking."
    )
    max_unpack_ratio: float = Field(
        200.0, gt=1, description="Most that a gzip file may grow when unpacked, as a multiple of its size."
    )
    max_nesting: int = Field(1_500, gt=0, le=2_000, description="Deepest nesting of HTML elements that is read.")
    batch_reports: int = Field(
        32, gt=0, description="Reports looked at together to find lines that an outlet repeats."
    )
    threads: int = Field(2, gt=0, le=64, description="Threads that the encoder reads with, in one process.")
    processes: int = Field(
        0,
        ge=0,
        le=64,
        description="Processes that read reports side by side; 0 for as many as there are cores, at most 8.",
    )
    copy_likelihood: float = Field(
        0.5,
        gt=0,
        lt=1,
        description="How likely it must be that two reports are versions of one for the record to hold them for copies.",
    )
    sign_in_hours: int = Field(
        168, gt=0, le=8_760, description="Hours for which a browser stays signed in at the desk."
    )
    hooks_to_private_addresses: bool = Field(
        False, description="Whether webhooks may call addresses inside a network, and by http as well as by https."
    )

    @property
    def reading_processes(self) -> int:
        """How many processes read side by side: as set, or one a core that this process may use, at most 8."""
        return self.processes or min(8, usable_cores())


def usable_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once; UsageError when one in the environment makes no sense."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = "; ".join(f"ONRECORD_{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors())
        raise UsageError(f"a setting in the environment makes no sense: {wrong}") from error
