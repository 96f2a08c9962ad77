"""`assess demo`: an organisation that does not exist, with results to look at and an assessment to answer."""

from assess.cli.demo.running import run

__all__ = ["run"]
