"""What to do about an error that the database reports, by the words of SQLite and by the codes of PostgreSQL."""

from __future__ import annotations

_AS_IT_WAS = "nothing was half written"
_BY_WORDS = {
    "not a database": "give the path of a record that onrecord made, or of a file that does not exist yet",
    "malformed": "the file is damaged: restore it from a copy, or add the reports to a new record",
    "locked": "another process is writing to it; try again when that has ended",
    "full": f"{_AS_IT_WAS}: make room on the disk and run the command again",
    "readonly": "it may be read but not written: allow writing, or copy it to where you may",
}
_BY_CODE = {
    "22P05": "the database does not hold every script; make one with createdb -E UTF8 -T template0",
    "25006": "it may be read but not written: give the server that takes writes",
    "28": "see the user name and the password; a password is best kept in ~/.pgpass",
    "3D000": "make it with createdb, or give the name of a database that exists",
    "42501": "this user may not do that: ask whoever runs the server to allow it",
    "53100": f"{_AS_IT_WAS}: make room on the server's disk and run the command again",
    "53300": "the server takes no more connections now; try again later",
    "55P03": "another process is writing to it; try again when that has ended",
    "57P0": f"{_AS_IT_WAS}: the server is going down or coming up; run the command again when it is up",
}
_CONNECTION = {
    "password authentication failed": _BY_CODE["28"],
    "no password supplied": _BY_CODE["28"],
    "does not exist": _BY_CODE["3D000"],
    "too many clients": _BY_CODE["53300"],
}
_OTHERWISE = f"{_AS_IT_WAS}: see that the database can be reached and written, and run the command again"


def advice(report: str, code: str | None = None) -> str:
    """What to do, by the report of the database and, from PostgreSQL, its code (SQLSTATE)."""
    if code is not None:
        return next((told for begin, told in _BY_CODE.items() if code.startswith(begin)), _OTHERWISE)
    return next((told for word, told in {**_CONNECTION, **_BY_WORDS}.items() if word in report), _OTHERWISE)
