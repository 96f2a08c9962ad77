"""Spreadsheets in and figures out: CSV to responses, every problem with its place; a report to JSON."""
