"""Runs the steps on the connection that `store.migrating` brings."""

from typing import Any, Literal

from alembic import context

from assess.store import tables
from assess.store.database import Moment


def rendered(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """A step is written once and for all, so it names no type of ours that may change."""
    return "sa.DateTime()" if kind == "type" and isinstance(item, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.Base.metadata,
    render_as_batch=True,
    render_item=rendered,
)
with context.begin_transaction():
    context.run_migrations()
