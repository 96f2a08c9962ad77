"""Employees' ballots: codes, sealing and opening the box, in a database of their own."""
