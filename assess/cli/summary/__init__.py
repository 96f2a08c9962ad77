"""A report in ten lines: what a board would ask first, and the honest answer where there is none."""

from assess.cli.summary.lines import summary

__all__ = ["summary"]
