"""The desk: what its pages and its API share, from the board held ready to who may ask."""

from onrecord.desk.desk import Desk

__all__ = ["Desk"]
