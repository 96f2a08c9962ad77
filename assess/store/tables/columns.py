"""Columns that many tables have."""

from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import mapped_column

ID = String(32)


def belongs_to(column: str, *, key: bool = False, index: bool = False) -> Any:
    """A reference to a row elsewhere; when that row goes, this one goes with it."""
    return mapped_column(ForeignKey(column, ondelete="CASCADE"), primary_key=key, index=index)
