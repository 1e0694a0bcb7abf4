"""Alembic runs this file. It gives Alembic our connection and our tables."""

from alembic import context

from storage import tables  # noqa: F401  # the tables are in the metadata once they are imported
from storage.engine.base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    compare_type=False,
    render_as_batch=True,  # SQLite can't alter most of a table: Alembic then copies it
)
with context.begin_transaction():
    context.run_migrations()
