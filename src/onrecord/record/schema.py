"""The tables of a record. Rows are only ever added: what was once on record stays, and corrections come beside it.

Ids are hashes of content, so that adding the same thing twice is adding it once. Three clocks run: when a thing was
said (`said_first`, `said_last`), when it was published, and when this record took it in (`recorded_at`, ISO 8601 in
UTC, so that the order of the text is the order of time). `payload` holds the noun as `contract.py` writes it, without
the characters that the report's text already holds.

The tables are made by the migrations; a test holds the two together.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

HISTORY = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
"""Every revision of the schema, oldest first."""
HEAD = HISTORY[-1]
_ID = String(24)
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData()


def _recorded_at() -> Column[str]:
    return Column("recorded_at", String(32), nullable=False)


def _part(name: str, *columns: Column[str] | Column[str | None]) -> Table:
    """A table of things found in reports, each with its place in the order in which the reading gives them."""
    return Table(
        name,
        metadata,
        Column(f"{name}_id", _ID, primary_key=True),
        Column("report_id", _ID, ForeignKey("report.report_id"), nullable=False, index=True),
        Column("ordinal", Integer, nullable=False),
        *columns,
        _recorded_at(),
        Column("payload", Text, nullable=False),
    )


run = Table(
    "run",
    metadata,
    Column("run_id", _ID, primary_key=True),
    Column("code_version", Text, nullable=False),
    Column("reader", Text),
    Column("settings", Text, nullable=False),
    _recorded_at(),
)

report = Table(
    "report",
    metadata,
    Column("report_id", _ID, primary_key=True),
    Column("given_id", Text, nullable=False),
    Column("url", Text),
    Column("outlet", Text),
    Column("title", Text),
    Column("published", Date, index=True),
    Column("shingles", Integer, nullable=False),
    Column("run_id", _ID, ForeignKey("run.run_id"), nullable=False),
    _recorded_at(),
    # The long columns come last: SQLite reads past them to reach whatever stands behind.
    Column("text", Text, nullable=False),
    Column("payload", Text, nullable=False),
)

statement = Table(
    "statement",
    metadata,
    Column("statement_id", _ID, primary_key=True),
    Column("report_id", _ID, ForeignKey("report.report_id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    Column("local_id", Text, nullable=False),
    Column("act", String(16), nullable=False),
    Column("certainty", String(16), nullable=False),
    Column("form", String(16), nullable=False),
    Column("source_kind", String(16), nullable=False),
    Column("source_text", Text),
    Column("cue_text", Text),
    Column("content_text", Text, nullable=False),
    Column("speaker_name", Text),
    Column("speaker_key", Text, nullable=False),
    Column("speaks_for_party", Boolean, nullable=False),
    Column("speaker_actor", _ID),
    Column("party_key", Text),
    Column("party_name", Text),
    Column("party_part_of", Text),
    Column("said_first", Date),
    Column("said_last", Date),
    Column("said_precision", String(16)),
    Column("published", Date),
    # The statement of whoever passes this one on within the report.
    Column("reported_in", _ID),
    # The outlet that the report passes this one on from.
    Column("relayed_from", Text),
    _recorded_at(),
    Column("payload", Text, nullable=False),
)

event = _part(
    "event",
    Column("local_id", Text, nullable=False),
    Column("statement_id", _ID, ForeignKey("statement.statement_id")),
    Column("type", String(16), nullable=False),
    Column("status", String(16), nullable=False),
)
actor = _part(
    "actor",
    Column("local_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("known_as", Text),
)
# What tells an actor again in another report, and the keys under which those that may be the same are found.
profile = Table(
    "profile",
    metadata,
    Column("actor_id", _ID, ForeignKey("actor.actor_id"), primary_key=True),
    Column("report_id", _ID, ForeignKey("report.report_id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("known_as", Text),
    Column("published", Date),
    _recorded_at(),
    Column("payload", Text, nullable=False),
)
blocking_key = Table(
    "blocking_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("actor_id", _ID, ForeignKey("actor.actor_id"), primary_key=True),
    sqlite_with_rowid=False,
)

# Two actors are the same, or are not: said by onrecord or by a reviewer, and never edited. A withdrawal is a row of its
# own that points to the one withdrawn, which so keeps the time at which it was made.
judgement = Table(
    "judgement",
    metadata,
    Column("judgement_id", _ID, primary_key=True),
    Column("left_key", Text, nullable=False),
    Column("right_key", Text, nullable=False),
    Column("judgement", String(16), nullable=False),
    Column("score", Float),
    Column("evidence", Text, nullable=False),
    Column("user_name", Text, nullable=False),
    Column("note", Text),
    Column("withdraws", _ID, ForeignKey("judgement.judgement_id")),
    _recorded_at(),
)

office = Table(
    "office",
    metadata,
    Column("office_id", _ID, primary_key=True),
    Column("actor_id", _ID, ForeignKey("actor.actor_id"), nullable=False, index=True),
    Column("report_id", _ID, ForeignKey("report.report_id"), nullable=False),
    Column("role", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("body", Text),
    Column("body_name", Text),
    Column("hedged", Boolean, nullable=False),
    Column("former", Boolean, nullable=False),
    Column("since", Date),
    Column("until", Date),
    Column("told", Date),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _recorded_at(),
)

place = _part("place", Column("local_id", Text, nullable=False), Column("name", Text, nullable=False))
date_expression = _part("date_expression", Column("value", Text))

# The hash leads the key, and the key is the table: looking a signature up reads no other page.
shingle = Table(
    "shingle",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("report_id", _ID, ForeignKey("report.report_id"), primary_key=True),
    sqlite_with_rowid=False,
)

copy = Table(
    "copy",
    metadata,
    Column("left_report", _ID, ForeignKey("report.report_id"), primary_key=True),
    Column("right_report", _ID, ForeignKey("report.report_id"), primary_key=True, index=True),
    Column("containment", Float, nullable=False),
    # How the two hang together, which one the other was made from, and why that is held; null in rows of before.
    Column("kind", String(16)),
    Column("earlier_report", _ID),
    Column("likelihood", Float),
    Column("evidence", Text),
    _recorded_at(),
)

# Reports that say of an earlier one that it is withdrawn or corrected, and the earlier ones as far as they are held. A
# notice is kept before the report that it is about is known.
notice = Table(
    "notice",
    metadata,
    Column("report_id", _ID, ForeignKey("report.report_id"), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("named", Text),
    Column("published", Date, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _recorded_at(),
)

withdrawal = Table(
    "withdrawal",
    metadata,
    Column("report_id", _ID, ForeignKey("report.report_id"), primary_key=True),
    Column("notice_report", _ID, ForeignKey("report.report_id"), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("published", Date),
    _recorded_at(),
)

# A kind of event between parties. Claims are its single occasions; which links make one is worked out when it is asked.
matter = Table(
    "matter",
    metadata,
    Column("matter_id", _ID, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("type", String(16), nullable=False),
    Column("gloss", Text, nullable=False),
    Column("parties", Text, nullable=False),
    _recorded_at(),
)

link = Table(
    "link",
    metadata,
    Column("link_id", _ID, primary_key=True),
    Column("statement_id", _ID, ForeignKey("statement.statement_id"), nullable=False, index=True),
    Column("matter_id", _ID, ForeignKey("matter.matter_id"), nullable=False, index=True),
    # These are the report's; they are here as well so that the claims of a matter are read from one table.
    Column("report_id", _ID, ForeignKey("report.report_id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("published", Date),
    Column("stance", String(16), nullable=False),
    Column("score", Float, nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("precision", String(16)),
    Column("background", Boolean, nullable=False),
    Column("ahead", Boolean, nullable=False),
    Column("site_key", Text),
    Column("site", Text),
    Column("unit", Text),
    Column("low", Float),
    Column("high", Float),
    Column("about", Float),
    _recorded_at(),
)

# What reviewers decide: a link is confirmed or rejected, or moved to another claim or out of its own; two claims are
# joined. A claim is named by any of its links. As with judgements, a withdrawal is a row that points to another.
decision = Table(
    "decision",
    metadata,
    Column("decision_id", _ID, primary_key=True),
    Column("action", String(16), nullable=False),
    Column("link_id", _ID, ForeignKey("link.link_id"), nullable=False),
    Column("matter_id", _ID, ForeignKey("matter.matter_id"), nullable=False, index=True),
    Column("to_link", _ID, ForeignKey("link.link_id")),
    Column("to_matter", _ID, ForeignKey("matter.matter_id"), index=True),
    Column("user_name", Text, nullable=False),
    Column("note", Text),
    Column("withdraws", _ID, ForeignKey("decision.decision_id")),
    _recorded_at(),
)

# What reviewers say of single statements: accepted, corrected, rejected, or unsure. `corrected` holds the values that
# hold with the row, `effects` what they make of the statement's row and of links, worked out when the row was made.
correction = Table(
    "correction",
    metadata,
    Column("correction_id", _ID, primary_key=True),
    Column("statement_id", _ID, ForeignKey("statement.statement_id"), nullable=False, index=True),
    Column("report_id", _ID, ForeignKey("report.report_id"), nullable=False, index=True),
    Column("action", String(16), nullable=False),
    Column("corrected", Text, nullable=False),
    Column("effects", Text, nullable=False),
    Column("user_name", Text, nullable=False),
    Column("note", Text),
    Column("withdraws", _ID, ForeignKey("correction.correction_id")),
    _recorded_at(),
)

# The words of reports and statements as the search knows them, over which each database keeps an index of its own, and
# what searches are narrowed and sorted by (`search/wording.py`). A number is that of the report and a place in it.
report_words = Table(
    "report_words",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("report_id", _ID, ForeignKey("report.report_id"), nullable=False),
    Column("published", Date),
    Column("outlet", Text),
    _recorded_at(),
    Column("words", Text, nullable=False),
)
statement_words = Table(
    "statement_words",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("statement_id", _ID, ForeignKey("statement.statement_id"), nullable=False),
    Column("act", String(16), nullable=False),
    Column("source_kind", String(16), nullable=False),
    Column("party_key", Text),
    Column("party_name", Text),
    _recorded_at(),
    Column("words", Text, nullable=False),
)

# What the desk keeps of those who use it. As everywhere, what is taken back is a row of its own: a token revoked, a
# sign-in ended, a note withdrawn, a follow or a saved question given up.
#
# Of secrets that people show (tokens, sign-ins) only the hash is kept; they are 256 bits of chance, which nobody finds by
# trying, so that SHA-256 is as good here as a slow hash is for passwords. The secret of a webhook signs and has to stay.
token = Table(
    "token",
    metadata,
    Column("token_id", _ID, primary_key=True),
    Column("name", Text, nullable=False),
    Column("prefix", String(16), nullable=False, unique=True),
    Column("hash", String(64), nullable=False),
    Column("scopes", Text, nullable=False),
    Column("expires", Date),
    Column("user_name", Text, nullable=False),
    _recorded_at(),
)
token_revoked = Table(
    "token_revoked",
    metadata,
    Column("token_id", _ID, ForeignKey("token.token_id"), primary_key=True),
    Column("user_name", Text, nullable=False),
    _recorded_at(),
)
sign_in = Table(
    "sign_in",
    metadata,
    Column("sign_in_id", _ID, primary_key=True),
    Column("hash", String(64), nullable=False, unique=True),
    Column("user_name", Text, nullable=False),
    # None for a name given on a desk that is open to everybody at this machine.
    Column("token_id", _ID, ForeignKey("token.token_id")),
    Column("expires", String(32), nullable=False),
    _recorded_at(),
)
sign_out = Table(
    "sign_out",
    metadata,
    Column("sign_in_id", _ID, ForeignKey("sign_in.sign_in_id"), primary_key=True),
    _recorded_at(),
)

# A note on a stretch of a report, a statement, a claim, an actor, or on another note. A withdrawal has no text.
note = Table(
    "note",
    metadata,
    Column("note_id", _ID, primary_key=True),
    Column("thread_id", _ID, nullable=False, index=True),
    Column("subject_kind", String(16), nullable=False),
    Column("subject_id", Text, nullable=False),
    Column("report_id", _ID, ForeignKey("report.report_id"), index=True),
    Column("start", Integer),
    Column("end", Integer),
    Column("quoted", Text),
    Column("user_name", Text, nullable=False),
    Column("body", Text),
    Column("withdraws", _ID, ForeignKey("note.note_id")),
    _recorded_at(),
)
# The row with the highest number holds: somebody follows, or no longer does.
follow = Table(
    "follow",
    metadata,
    Column("follow_id", _ID, primary_key=True),
    Column("user_name", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("subject_id", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("follows", Boolean, nullable=False),
    _recorded_at(),
)
# Up to what was recorded somebody has looked: at one thing, or at everything where no kind is given.
looked = Table(
    "looked",
    metadata,
    Column("looked_id", _ID, primary_key=True),
    Column("user_name", Text, nullable=False),
    Column("kind", String(16)),
    Column("subject_id", Text),
    _recorded_at(),
)

# Saved questions, how far each has been put to the record, and what it found.
watch = Table(
    "watch",
    metadata,
    Column("watch_id", _ID, primary_key=True),
    Column("name", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("user_name", Text, nullable=False),
    Column("withdraws", _ID, ForeignKey("watch.watch_id")),
    _recorded_at(),
)
watch_run = Table(
    "watch_run",
    metadata,
    Column("watch_run_id", _ID, primary_key=True),
    Column("watch_id", _ID, ForeignKey("watch.watch_id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    # What the record held then: the last time of recording, and how many rows up to it.
    Column("until", String(32), nullable=False),
    Column("held", Integer, nullable=False),
    _recorded_at(),
)
finding = Table(
    "finding",
    metadata,
    Column("finding_id", _ID, primary_key=True),
    Column("watch_id", _ID, ForeignKey("watch.watch_id"), nullable=False, index=True),
    Column("what", String(32), nullable=False),
    Column("claim_id", _ID),
    Column("gloss", Text),
    Column("before", String(32)),
    Column("after", String(32)),
    Column("statement_id", _ID, ForeignKey("statement.statement_id")),
    Column("report_id", _ID, ForeignKey("report.report_id")),
    Column("published", Date),
    Column("detail", Text),
    # Whether the record held it before the question was asked; nobody is called for that.
    Column("already", Boolean, nullable=False),
    _recorded_at(),
)

# Addresses to call with what a saved question finds, and every call that was made.
hook = Table(
    "hook",
    metadata,
    Column("hook_id", _ID, primary_key=True),
    Column("watch_id", _ID, ForeignKey("watch.watch_id"), nullable=False, index=True),
    Column("url", Text, nullable=False),
    Column("secret", String(64)),
    Column("user_name", Text, nullable=False),
    Column("withdraws", _ID, ForeignKey("hook.hook_id")),
    _recorded_at(),
)
delivery = Table(
    "delivery",
    metadata,
    Column("delivery_id", _ID, primary_key=True),
    Column("hook_id", _ID, ForeignKey("hook.hook_id"), nullable=False, index=True),
    Column("finding_id", _ID, ForeignKey("finding.finding_id"), nullable=False, index=True),
    Column("attempt", Integer, nullable=False),
    Column("status", Integer),
    Column("error", Text),
    Column("delivered", Boolean, nullable=False),
    Column("next_at", String(32)),
    _recorded_at(),
)

Index("ix_report_recorded_at", report.c.recorded_at)
for _column in (note.c.subject_id, note.c.user_name, follow.c.user_name, follow.c.subject_id, looked.c.user_name):
    Index(f"ix_{_column.table.name}_{_column.name}", _column, postgresql_using="hash")

# These may be of any length, and PostgreSQL's usual index takes no more than 2,704 bytes; its index of hashes takes all.
for _column in (
    report.c.given_id,
    actor.c.known_as,
    profile.c.known_as,
    judgement.c.left_key,
    judgement.c.right_key,
    office.c.body,
):
    Index(f"ix_{_column.table.name}_{_column.name}", _column, postgresql_using="hash")

PARTS = {"statements": statement, "events": event, "actors": actor, "places": place, "dates": date_expression}
"""The tables that hold the lists of a reading, by the contract's name for each list."""
