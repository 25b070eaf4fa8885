"""Everybody on record as of any day, held ready: who is on the list of actors, and who a party or an id is."""

from onrecord.desk.cast.cast import Cast
from onrecord.desk.cast.everybody import Everybody, Known

__all__ = ["Cast", "Everybody", "Known"]
