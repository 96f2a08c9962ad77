"""`assess prove-anonymity`: attacks on a copy of what lies here, each beside a naive build that must fall."""

from assess.cli.proving.running import run

__all__ = ["run"]
