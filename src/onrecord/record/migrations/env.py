"""Runs the migrations over the connection that the store hands in, inside that connection's transaction."""

from __future__ import annotations

from alembic import context

from onrecord.record.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite can take back the making of a table like anything else, which is what makes a killed migration harmless.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
