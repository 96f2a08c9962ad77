"""What is kept, by noun: functions that read and write, and give values, not rows.

Only this package and `ballots` know a database. Every change happens inside `writing()`.
"""

from assess.store.database import QueueFailed, StoreFailed, db, open_store, writing

__all__ = ["QueueFailed", "StoreFailed", "db", "open_store", "writing"]
