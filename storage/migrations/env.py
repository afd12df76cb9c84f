"""Run by Alembic on the connection that `storage.db.schema` has opened and locked."""

from typing import Any, Literal

from alembic import context

from storage.db.columns import PlainText
from storage.tables.assessments import TABLES


def render_item(kind: str, item: Any, _autogenerate: object) -> str | Literal[False]:
    """A drafted revision names the database's type, so that it never changes with our code."""
    return "sa.Text()" if kind == "type" and isinstance(item, PlainText) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=TABLES[0].metadata,
    render_as_batch=True,
    render_item=render_item,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
