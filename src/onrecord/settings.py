"""Every setting of onrecord: its name, its default, and what it does.

Each can be set in the environment with the prefix `ONRECORD_` (`ONRECORD_MAX_REPORT_BYTES=1000000`).
"""

from __future__ import annotations

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
    threads: int = Field(2, gt=0, le=64, description="Threads that the encoder reads with.")
    copy_containment: float = Field(
        0.5,
        gt=0,
        le=1,
        description="Share of the shorter report's 4-word shingles that makes two reports copies.",
    )


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once; UsageError when one in the environment makes no sense."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = "; ".join(f"ONRECORD_{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors())
        raise UsageError(f"a setting in the environment makes no sense: {wrong}") from error
