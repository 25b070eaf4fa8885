"""Releases: numbered snapshots of a record that can be cited, made the same from the same record, and checked later."""

from onrecord.export.release.citing import Citation
from onrecord.export.release.making import make_release
from onrecord.export.release.verifying import verify

__all__ = ["Citation", "make_release", "verify"]
