"""The server: the pages and the API of one record in one process."""

from onrecord.server.application import application

__all__ = ["application"]
