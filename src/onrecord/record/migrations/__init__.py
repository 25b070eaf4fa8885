"""The history of the tables, one step a file; alembic runs them when a record is made or is older than the code."""
