"""`python -m assess.store.stepping "What changes"` writes the step from the last tables to those of now."""

import sys

from alembic import command
from sqlalchemy import create_engine

from assess.store import migrating


def main(what: str) -> None:
    """Compares a database made by all steps so far with the tables, and writes what differs as a new step."""
    steps = migrating.config()
    with create_engine("sqlite://").connect() as connection:
        steps.attributes["connection"] = connection
        command.upgrade(steps, "head")
        command.revision(steps, message=what, autogenerate=True)


if __name__ == "__main__":
    main(sys.argv[1])
